using System.Text.Json.Serialization;

namespace ModMatWorkshop.Domain.Call;

/// <summary>What an author has answered to the acceptance. The database stores the number.</summary>
public enum AcceptanceAnswer
{
    None,

    /// <summary>Somebody comes and presents it.</summary>
    Confirmed,

    /// <summary>Nobody can present it.</summary>
    Declined,
}

// What happens to a submission once its authors know that it is accepted.
public sealed partial class Submission
{
    public AcceptanceAnswer Answer { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The registration of the presenter (<see cref="PresenterRules"/>); null for none.</summary>
    public Guid? PresenterId { get; private set; }

    /// <summary>What the answer took for the presenter; see <see cref="Taking"/>.</summary>
    public AnswerTook Took { get; private set; }

    public long? TookFromLine { get; private set; }

    [JsonIgnore]
    public PresenterTaking Taking => new(Took, TookFromLine);

    /// <summary>
    /// The code of its contribution in the programme, which stays: <c>T12</c>; null while it is not there. Authors must not learn of it
    /// before the letter, so what they download names it apart.
    /// </summary>
    [JsonIgnore]
    public string? ContributionCode { get; private set; }

    /// <summary>The address of a recording elsewhere; empty for none.</summary>
    public string RecordingUrl { get; private set; } = "";

    /// <summary>How to say the name of the presenter, for the chair of the session; empty while nobody has said it.</summary>
    public string Pronunciation { get; private set; } = "";

    /// <summary>Whether the talk must not be recorded, as said after the acceptance; null follows the text.</summary>
    public bool? NotRecorded { get; private set; }

    /// <summary>When organisers asked last for a file that is missing.</summary>
    public DateTimeOffset? FilesAskedAt { get; private set; }

    public bool IsNotRecorded => NotRecorded ?? Read.DoNotRecord;

    public void DescribePresentation(PresentationDetails details)
    {
        (RecordingUrl, Pronunciation, NotRecorded) = (details.RecordingUrl, details.Pronunciation, details.DoNotRecord);
        Version++;
    }

    public void AskForFiles(DateTimeOffset now) => FilesAskedAt = now;

    /// <param name="presenter">The registration of the presenter; null if there is none.</param>
    public void AnswerAcceptance(AcceptanceAnswer answer, Guid? presenter, DateTimeOffset now)
    {
        (Answer, PresenterId, AnsweredAt) = (answer, presenter, answer == AcceptanceAnswer.None ? null : now);
        Version++;
    }

    public void LinkPresenter(Guid? presenter)
    {
        PresenterId = presenter;
        Version++;
    }

    /// <summary>Remembers what the answer took, so that a "no" frees it.</summary>
    public void Take(PresenterTaking taking) => (Took, TookFromLine) = (taking.Took, taking.Line);

    public void EnterProgramme(string code)
    {
        ContributionCode ??= code;
        Version++;
    }
}
