namespace ModMatWorkshop.Web.Pages.CheckIn;

/// <summary>One button for somebody at the door.</summary>
/// <param name="Action"><c>arrived</c>, <c>seat</c> or <c>undo</c>.</param>
/// <param name="Class">Of the button.</param>
/// <param name="From"><c>list</c> or <c>face</c>: where it stands, and what is come back to.</param>
public sealed record CheckInButton(CheckInRecord CheckInRecord, string Action, string Text, string Class, string From, string Search = "");
