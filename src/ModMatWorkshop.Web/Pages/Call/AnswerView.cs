using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages.Call;

/// <summary>The decision of the committee as its author reads it, with the buttons of the answer.</summary>
/// <param name="Decision">As the last letter told it.</param>
/// <param name="Address">The page behind the link.</param>
public sealed record AnswerView(Submission Submission, CallDecision Decision, Workshop Workshop, string Address)
{
    /// <summary>What the reviewers write, as the letter had it.</summary>
    public IReadOnlyList<string> Reviewers { get; init; } = [];

    /// <summary>The presenter's registration; null for none.</summary>
    public PresenterView? Presenter { get; init; }

    /// <summary>Why an answer can register nobody now; null if it can.</summary>
    public PresenterResult? Refusal { get; init; }

    /// <summary>The answer said that somebody comes, and nobody is registered.</summary>
    public bool LacksPresenter => Submission.Answer == AcceptanceAnswer.Confirmed && Presenter is null;

    public string To(string handler) => $"{Address}?handler={handler}";
}

/// <summary>A presenter who is registered, and what is still wanted.</summary>
/// <param name="Rank">The rank on the waiting list; null for somebody who is not on it.</param>
/// <param name="Link">The page of the registration; null if it has another address than the submission.</param>
/// <param name="Open">The required answers that are missing.</param>
/// <param name="Files">The files that are missing.</param>
public sealed record PresenterView(
    Registration Registration,
    int? Rank,
    string? Link,
    IReadOnlyList<RegistrationField> Open,
    IReadOnlyList<(SubmissionFileUse Use, int Number)> Files
)
{
    /// <summary>The place in the HTML: <c>seat</c>, <c>remote</c>, <c>waitinglist</c>.</summary>
    public string PlaceName => Registration.Place.ToString().ToLowerInvariant();
}
