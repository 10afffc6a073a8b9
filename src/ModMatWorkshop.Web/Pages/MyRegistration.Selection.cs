namespace ModMatWorkshop.Web.Pages;

/// <content>The application of a person whom the organisers have not accepted yet.</content>
public sealed partial class MyRegistrationModel
{
    /// <summary>The day by which applications are answered; null while the content does not say, and once it is over.</summary>
    public string? AnswersBy => Workshop.AnswersBy is { } day && day >= siteContext.Today(Workshop) ? Words.DayWithYear(day) : null;
}
