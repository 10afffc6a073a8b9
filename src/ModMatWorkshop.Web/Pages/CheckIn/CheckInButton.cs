namespace ModMatWorkshop.Web.Pages.CheckIn;

/// <summary>One button of the check-in pages.</summary>
/// <param name="Action"><c>arrived</c>, <c>seat</c>, <c>called</c> or <c>undo</c>.</param>
/// <param name="Class">The CSS class of the button.</param>
/// <param name="From"><c>list</c> or <c>card</c>: the place of the button, to which the response returns.</param>
public sealed record CheckInButton(CheckInRecord CheckInRecord, string Action, string Text, string Class, string From, string Search = "");
