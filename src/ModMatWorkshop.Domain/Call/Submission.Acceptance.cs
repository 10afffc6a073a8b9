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

    /// <summary>The registration of the presenter, which the answer filled in; null for none.</summary>
    public Guid? PresenterId { get; private set; }

    /// <summary>The code of its contribution in the programme, which stays: <c>T12</c>; null while it is not there.</summary>
    public string? ContributionCode { get; private set; }

    /// <param name="presenter">The registration of the presenter; null if there is none.</param>
    public void AnswerAcceptance(AcceptanceAnswer answer, Guid? presenter, DateTimeOffset now)
    {
        (Answer, PresenterId, AnsweredAt) = (answer, presenter, answer == AcceptanceAnswer.None ? null : now);
        Version++;
    }

    public void EnterProgramme(string code)
    {
        ContributionCode ??= code;
        Version++;
    }
}
