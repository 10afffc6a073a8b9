using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Pages.Call;

/// <summary>The decision of the committee as its author reads it, with the buttons of the answer.</summary>
/// <param name="To">The address of a handler of the page.</param>
public sealed record AnswerView(Submission Submission, CallDecision Decision, Workshop Workshop, Func<string, string> To);
