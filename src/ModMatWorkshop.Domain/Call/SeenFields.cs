using System.Security.Cryptography;
using System.Text;

namespace ModMatWorkshop.Domain.Call;

/// <summary>A text that two devices have changed, put together field by field.</summary>
/// <param name="Text">The typed text, with the values of the other device for the fields that only it has changed.</param>
/// <param name="Taken">The fields that come from the other device.</param>
/// <param name="Conflicts">The fields that both have changed; <paramref name="Text"/> has the typed values.</param>
public sealed record MergedText(SubmissionText Text, IReadOnlyList<SubmissionField> Taken, IReadOnlyList<SubmissionField> Conflicts);

/// <summary>
/// The values with which a form was opened, as one short hash for each field. They tell which fields its author has changed, and which
/// another device.
/// </summary>
public sealed class SeenFields
{
    private readonly Dictionary<string, string> _hashes;

    private SeenFields(Dictionary<string, string> hashes) => _hashes = hashes;

    public static SeenFields Of(SubmissionText text) => new(SubmissionFields.All.ToDictionary(f => f.Key, f => HashOf(f.Get(text))));

    /// <summary>Reads what <see cref="ToString"/> writes. A field that is missing counts as changed by both.</summary>
    public static SeenFields Parse(string text)
    {
        var hashes = new Dictionary<string, string>();
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (part.Split(':') is [var key, var hash])
                hashes[key] = hash;
        return new(hashes);
    }

    /// <param name="saved">What the site has now.</param>
    /// <param name="typed">What the form has sent.</param>
    public MergedText Merge(SubmissionText saved, SubmissionText typed)
    {
        var (text, taken, conflicts) = (typed, new List<SubmissionField>(), new List<SubmissionField>());
        foreach (var field in SubmissionFields.All)
        {
            var (theirs, mine) = (field.Get(saved), field.Get(typed));
            if (theirs == mine || IsUnchanged(field, theirs))
                continue;
            if (IsUnchanged(field, mine))
            {
                text = field.Take(text, saved);
                taken.Add(field);
            }
            else
                conflicts.Add(field);
        }
        return new(text, taken, conflicts);
    }

    public override string ToString() => string.Join(' ', _hashes.Select(h => $"{h.Key}:{h.Value}"));

    private bool IsUnchanged(SubmissionField field, string value) => _hashes.GetValueOrDefault(field.Key) == HashOf(value);

    private static string HashOf(string value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)).AsSpan(0, 6));
}
