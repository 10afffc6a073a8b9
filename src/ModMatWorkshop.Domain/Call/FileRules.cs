using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Call;

/// <summary>What became of a file that an author sent, or asked to remove.</summary>
public enum UploadResult
{
    Kept,
    Removed,

    /// <summary>There is no such file to remove.</summary>
    NoChange,
    Empty,
    TooLarge,

    /// <summary>Its bytes are not of a type that is asked for, whatever its name says.</summary>
    WrongType,
    Damaged,

    /// <summary>A picture with more pixels than the site decodes.</summary>
    TooManyPixels,

    /// <summary>A file that asks for a password.</summary>
    Encrypted,

    /// <summary>A file that contains programs or other files.</summary>
    HasScript,

    /// <summary>Its address is not confirmed, and strangers have sent much lately.</summary>
    NeedsConfirmation,
    TooLate,

    /// <summary>Nobody asks for such a file: a second figure, slides of a submission that is not accepted.</summary>
    NotAsked,

    /// <summary>There is no such submission.</summary>
    NotFound,
}

/// <summary>What an accepted author says about the presentation.</summary>
/// <param name="RecordingUrl">Empty for none.</param>
/// <param name="Pronunciation">Empty for none.</param>
public sealed record PresentationDetails(string RecordingUrl, string Pronunciation, bool DoNotRecord)
{
    public const int MaxUrl = 500;
    public const int MaxPronunciation = 120;
    public const string RecordingInput = "recording";
    public const string PronunciationInput = "pronunciation";

    /// <summary>A link is shown to readers as a link, so it is an address of the web, with encryption, and nothing else.</summary>
    public static bool IsRecording(string url) =>
        url.Length <= MaxUrl
        && !url.Any(char.IsWhiteSpace)
        && Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttps
        && address.Host.Contains('.', StringComparison.Ordinal)
        && address.UserInfo.Length == 0;

    public IEnumerable<SubmissionFault> Faults()
    {
        if (RecordingUrl.Length > 0 && !IsRecording(RecordingUrl))
            yield return new(
                RecordingInput,
                new(
                    "Un lien commence par https:// : https://tube.example.org/exposé.",
                    "A link begins with https://, such as https://tube.example.org/talk."
                )
            );
        if (Pronunciation.Length > MaxPronunciation || Pronunciation.Any(c => c is '<' or '>'))
            yield return new(
                PronunciationInput,
                new($"Au plus {MaxPronunciation} caractères, sans < ni >.", $"At most {MaxPronunciation} characters, without < or >.")
            );
    }
}

/// <summary>What a file is decided by.</summary>
/// <param name="IsAccepted">Accepted, and its authors know it.</param>
/// <param name="Kind">As what it is accepted; an oral before.</param>
/// <param name="Today">The day at the workshop when the site received the file.</param>
/// <param name="BytesOfStrangers">Of all files of submissions whose address nobody has confirmed.</param>
public sealed record FileFacts(
    CallForAbstracts Call,
    DateTimeOffset ReceivedAt,
    DateOnly Today,
    bool IsAccepted,
    ContributionKind Kind,
    long BytesOfStrangers = 0
);

/// <summary>Decides which files an author may send, and which are missing.</summary>
public static class FileRules
{
    /// <summary>In bytes, as the author sends it.</summary>
    public const int MaxFigure = 10 << 20;

    /// <summary>In bytes, of slides or a poster: what a database holds as material.</summary>
    public const int MaxDocument = 50 << 20;

    /// <summary>Anybody may send a form: what nobody has confirmed does not fill the disk.</summary>
    public const long MaxOfStrangers = 256L << 20;

    /// <summary>An author is asked at most once in this time.</summary>
    public static readonly TimeSpan BetweenReminders = TimeSpan.FromHours(24);

    /// <returns><see cref="UploadResult.Kept"/> if the file may be kept or removed.</returns>
    public static UploadResult May(Submission submission, SubmissionFileUse use, int number, FileFacts facts)
    {
        if (submission.State == SubmissionState.Withdrawn)
            return UploadResult.NotAsked;
        if (use == SubmissionFileUse.Figure)
        {
            if (number < 1 || number > facts.Call.Figures)
                return UploadResult.NotAsked;
            if (facts.IsAccepted)
                return IsInTime(facts);
            return !facts.Call.IsOpenAt(facts.ReceivedAt) ? UploadResult.TooLate
                : !submission.IsConfirmed && facts.BytesOfStrangers > MaxOfStrangers ? UploadResult.NeedsConfirmation
                : UploadResult.Kept;
        }
        return !facts.IsAccepted || number != 0 || !Asked(facts.Kind).Contains(use) ? UploadResult.NotAsked : IsInTime(facts);
    }

    /// <summary>The files that an accepted author may send, besides figures.</summary>
    public static IReadOnlyList<SubmissionFileUse> Asked(ContributionKind kind) =>
        kind == ContributionKind.Poster ? [SubmissionFileUse.Poster] : [SubmissionFileUse.Slides];

    /// <summary>What is missing: slides of a talk, the file of a poster, the picture of a figure that has a caption.</summary>
    public static IReadOnlyList<(SubmissionFileUse Use, int Number)> Missing(
        SubmissionText text,
        ContributionKind kind,
        int figures,
        IEnumerable<(SubmissionFileUse Use, int Number)> there
    )
    {
        var known = there.ToHashSet();
        return
        [
            .. Asked(kind)
                .Select(use => (use, 0))
                .Concat(Enumerable.Range(1, Math.Min(figures, text.FigureLines.Count)).Select(n => (SubmissionFileUse.Figure, n)))
                .Where(file => !known.Contains(file)),
        ];
    }

    public static bool MayAskAt(DateTimeOffset? asked, DateTimeOffset now) => asked is null || now >= asked + BetweenReminders;

    private static UploadResult IsInTime(FileFacts facts) =>
        facts.Today <= facts.Call.SlidesBy || facts.Call.SlidesBy is null ? UploadResult.Kept : UploadResult.TooLate;
}
