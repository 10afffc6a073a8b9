using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Security;

/// <summary>
/// The tokens in secret links: an id, a generation and 128 bits of HMAC, as 46 characters of base64url. Tokens are not stored, so a stolen
/// database opens no registration. A new generation revokes earlier links.
/// </summary>
public sealed class SecretLinks(SiteKey key)
{
    private const int SignedBytes = 18;
    private const int TokenBytes = 34;
    private const int TokenLength = 46;
    private const int MaxRepairedLength = 300;

    public string Of(Registration registration) => Create("registration", registration.Id, registration.Generation);

    /// <summary>
    /// The token for confirming a new address. It opens a registration and proves that its owner reads mail at that address.
    /// </summary>
    public string OfNewAddress(IAddressOwner owner) => Create($"address {owner.NewEmail}", owner.Id, owner.Generation);

    /// <summary>The token for stopping a change of address. It goes to the previous address and opens nothing else.</summary>
    public string OfPreviousAddress(IAddressOwner owner) => Create($"previous address {owner.PreviousEmail}", owner.Id, owner.Generation);

    /// <summary>The token of the person's own calendar. It opens nothing else.</summary>
    public string OfCalendar(Registration registration) => Create("calendar", registration.Id, registration.Generation);

    public string OfInvitation(Guid id) => Create("invitation", id, 0);

    public string Of(Submission submission) => Create("submission", submission.Id, submission.Generation);

    /// <summary>
    /// The token in a form of the call that nobody has kept yet. Whoever has the form may keep it again; the token opens no page.
    /// </summary>
    /// <param name="id">That of the submission, once the form is kept.</param>
    public string OfSubmissionForm(Guid id) => Create("submission form", id, 0);

    /// <summary>The submission and generation in a token; null if its signature is wrong.</summary>
    public (Guid Id, int Generation)? ReadSubmission(string? token) => Read("submission", token);

    public Guid? ReadSubmissionForm(string? token) => Read("submission form", token)?.Id;

    /// <summary>The registration and generation in a token; null if its signature is wrong.</summary>
    public (Guid Id, int Generation)? Read(string? token) => Read("registration", token);

    /// <summary>The registration and generation in the token of a calendar; null if its signature is wrong.</summary>
    public (Guid Id, int Generation)? ReadCalendar(string? token) => Read("calendar", token);

    public bool IsOfNewAddress(string? token, IAddressOwner owner) =>
        owner.NewEmail is { } address && Read($"address {address}", token) is { } read && read == (owner.Id, owner.Generation);

    public bool IsOfPreviousAddress(string? token, IAddressOwner owner) =>
        owner.PreviousEmail is { } address
        && Read($"previous address {address}", token) is { } read
        && read == (owner.Id, owner.Generation);

    /// <summary>The token of the page for the chair of a session.</summary>
    public string OfSession(int number, int generation) => Create("session", new Guid(number, 0, 0, new byte[8]), generation);

    /// <summary>The number of the session and the generation in a token; null if its signature is wrong.</summary>
    public (int Number, int Generation)? ReadSession(string? token) =>
        Read("session", token) is var (id, generation) ? (BitConverter.ToInt32(id.ToByteArray()), generation) : null;

    /// <summary>
    /// Removes what mail programs and pasting add to a token: spaces, line breaks, quotation signs, punctuation, brackets, percent encoding
    /// and typographic hyphens. Whether the result is a valid token is checked as for any other.
    /// </summary>
    /// <returns>The same text when it cannot be a damaged token.</returns>
    public static string Repair(string token)
    {
        if (token.Length is < TokenLength or > MaxRepairedLength)
            return token;
        var text = WebUtility.HtmlDecode(Uri.UnescapeDataString(Uri.UnescapeDataString(token)));
        var kept = new StringBuilder(TokenLength);
        foreach (var c in text)
        {
            var isOfToken = char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or (>= '\u2010' and <= '\u2015') or '\u2212';
            if (isOfToken && kept.Length == TokenLength)
                return token;
            if (isOfToken)
                kept.Append(c > '\u007f' ? '-' : c);
            else if (kept.Length == TokenLength)
                break;
        }
        return kept.Length == TokenLength ? kept.ToString() : token;
    }

    /// <summary>The id in a token, whose signature is not verified.</summary>
    public static Guid? IdIn(string? token)
    {
        Span<byte> bytes = stackalloc byte[TokenBytes];
        return Decode(token, bytes) ? new Guid(bytes[..16]) : null;
    }

    public Guid? ReadInvitation(string? token) => Read("invitation", token)?.Id;

    private string Create(string purpose, Guid id, int generation)
    {
        Span<byte> bytes = stackalloc byte[SignedBytes];
        id.TryWriteBytes(bytes);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[16..], (ushort)generation);
        return Base64Url.EncodeToString([.. bytes, .. key.Sign(purpose, bytes)]);
    }

    private (Guid Id, int Generation)? Read(string purpose, string? token)
    {
        Span<byte> bytes = stackalloc byte[TokenBytes];
        return
            Decode(token, bytes) && CryptographicOperations.FixedTimeEquals(bytes[SignedBytes..], key.Sign(purpose, bytes[..SignedBytes]))
            ? (new Guid(bytes[..16]), BinaryPrimitives.ReadUInt16BigEndian(bytes[16..]))
            : null;
    }

    // This overload returns a status. The simpler ones throw on characters outside the alphabet.
    private static bool Decode(string? token, Span<byte> bytes) =>
        token is not null
        && Repair(token) is { Length: TokenLength } repaired
        && Base64Url.DecodeFromChars(repaired, bytes, out _, out var written) == OperationStatus.Done
        && written == TokenBytes;
}
