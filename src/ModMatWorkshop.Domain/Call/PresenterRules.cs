namespace ModMatWorkshop.Domain.Call;

/// <summary>Decides which registration presents an accepted submission, and whether this gives the role of its contribution.</summary>
public static class PresenterRules
{
    /// <summary>The registration that presents a submission after its state or its answer has changed; null for none.</summary>
    /// <param name="linked">The one before.</param>
    /// <param name="found">The confirmed registration with the address of the submission; null for none.</param>
    /// <param name="hasAttended">
    /// The presence of the linked person is recorded. Then only an organiser takes the role away.
    /// </param>
    public static Guid? Of(SubmissionState state, AcceptanceAnswer answer, Guid? linked, Guid? found, bool hasAttended) =>
        hasAttended ? linked
        : Comes(state, answer) ? found ?? linked
        : null;

    /// <summary>Whether somebody who registers later becomes the presenter of a submission with the same address.</summary>
    /// <param name="isLinked">It has a presenter whose registration still counts.</param>
    public static bool MayLink(SubmissionState state, AcceptanceAnswer answer, bool isLinked) => Comes(state, answer) && !isLinked;

    /// <summary>Whether the linked person has the role of the contribution, without a claim.</summary>
    /// <param name="isToldAccepted">It is accepted, and its authors have been told so.</param>
    /// <param name="hasAttended">The presence of the person is recorded.</param>
    public static bool GivesRole(SubmissionState state, AcceptanceAnswer answer, bool isToldAccepted, bool hasAttended) =>
        hasAttended || isToldAccepted && Comes(state, answer);

    private static bool Comes(SubmissionState state, AcceptanceAnswer answer) =>
        state == SubmissionState.Submitted && answer == AcceptanceAnswer.Confirmed;
}
