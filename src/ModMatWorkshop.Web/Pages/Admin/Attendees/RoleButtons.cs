using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages.Admin.Attendees;

/// <summary>The buttons that confirm and refuse one role.</summary>
/// <param name="From">The page with the buttons: <c>claims</c> or <c>person</c>.</param>
/// <param name="Refuse">The text of the second button; null for none.</param>
public sealed record RoleButtons(Registration Person, Part Part, string From, bool CanConfirm, string? Refuse);
