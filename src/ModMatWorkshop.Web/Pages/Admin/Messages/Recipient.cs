using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages.Admin.Messages;

/// <summary>A recipient of a message.</summary>
public sealed record Recipient(int Number, string Name, Language Language, RegistrationStatus Status);

/// <param name="Number">Null when the registration is deleted.</param>
public sealed record FailedMail(int? Number, string? Name, string? Address, string? Reason);
