using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Call;

/// <summary>The database stores the number, so new states come last.</summary>
public enum SubmissionState
{
    /// <summary>Kept for its author alone: it takes no part in the call.</summary>
    Draft,
    Submitted,
    Withdrawn,
}

/// <summary>
/// A text that an author submits to the call, behind a secret link. What the author types is kept apart from what counts, so that half a
/// sentence at the deadline does no harm.
/// </summary>
public sealed partial class Submission
{
    public required Guid Id { get; init; }

    /// <summary>A sequence number, by which organisers and the audit log name the submission.</summary>
    public required int Number { get; init; }

    public int Generation { get; private set; }

    public SubmissionState State { get; private set; }

    /// <summary>The language of its mails.</summary>
    public Language Language { get; private set; }

    /// <summary>What the author has typed last.</summary>
    public SubmissionText Draft { get; private set; } = new();

    /// <summary>What counts: the text as it was submitted last; null before.</summary>
    public SubmissionText? Sent { get; private set; }

    /// <summary>Increases with every change, on whichever device.</summary>
    public int Version { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>When it was submitted for the first time.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>When <see cref="Sent"/> was received.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>When the author first used the link that was sent to the address; null while anybody may have typed it.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    // Copies of what counts, by which lists are filtered and sorted.

    /// <summary>The name in content files of the kind that is wished for.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The keys of the topics, each with a space before and after it.</summary>
    public string Topics { get; private set; } = " ";

    /// <summary>The names of the laboratories, without their addresses, which the form offers to other authors.</summary>
    public IReadOnlyList<string> Laboratories { get; private set; } = [];

    /// <summary>
    /// The last part of the first affiliation of the presenter, usually the country. Totals count by it.
    /// </summary>
    public string Place { get; private set; } = "";

    /// <summary>The stems of the authors' names (<see cref="AuthorKey.Stem"/>), each with a space before and after it.</summary>
    public string AuthorStems { get; private set; } = " ";

    /// <summary>The authors as <c>Family, Given</c>, by which conflicts of reviewers are found.</summary>
    public IReadOnlyList<string> AuthorNames { get; private set; } = [];

    public bool IsConfirmed => ConfirmedAt is not null;

    /// <summary>What the organisers read: what was submitted; a draft is the author's own.</summary>
    public SubmissionText Read => Sent ?? new();

    /// <summary>The author has typed more than was submitted.</summary>
    public bool HasUnsentChanges => Sent is { } sent && SubmissionFields.All.Any(f => f.Get(sent) != f.Get(Draft));

    public static Submission New(Guid id, int number, EmailAddress email, DateTimeOffset now) =>
        new()
        {
            Id = id,
            Number = number,
            Email = email.Value,
            CreatedAt = now,
            SavedAt = now,
        };

    public void Keep(SubmissionText text, Language language, DateTimeOffset now)
    {
        (Draft, Language, SavedAt) = (text, language, now);
        Version++;
    }

    /// <param name="receivedAt">When the site received the form.</param>
    public void Submit(DateTimeOffset receivedAt)
    {
        (State, Sent, SentAt) = (SubmissionState.Submitted, Draft, receivedAt);
        SubmittedAt ??= receivedAt;
        (Kind, Topics) = (Draft.Kind, $" {string.Join(' ', Draft.Topics)} ");
        Laboratories = [.. Draft.Affiliations.Select(LaboratoryOf).Where(name => name.Length > 1).Distinct()];
        Place = PlaceOf(Draft);
        AuthorStems = $" {string.Join(' ', Draft.Authors.Select(a => AuthorKey.Of(a.GivenName, a.FamilyName).Stem).Distinct())} ";
        AuthorNames = [.. Draft.Authors.Select(a => $"{a.FamilyName}, {a.GivenName}").Distinct()];
        Version++;
    }

    /// <summary>The name of a laboratory, which ends at the first comma.</summary>
    internal static string LaboratoryOf(string affiliation) => affiliation.Split(',')[0].Trim();

    private static string PlaceOf(SubmissionText text)
    {
        var affiliation = text.Speaker is { } speaker ? text.AffiliationsOf(speaker).FirstOrDefault() : null;
        return (affiliation ?? (text.Affiliations is [var first, ..] ? first : "")).Split(',')[^1].Trim();
    }

    public void Withdraw(DateTimeOffset now)
    {
        (State, WithdrawnAt) = (SubmissionState.Withdrawn, now);
        Version++;
    }

    public void Restore()
    {
        (State, WithdrawnAt) = (Sent is null ? SubmissionState.Draft : SubmissionState.Submitted, null);
        Version++;
    }

    public void Confirm(DateTimeOffset now)
    {
        ConfirmedAt ??= now;
        Version++;
    }
}
