using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages.Admin.Messages;

/// <summary>Somebody to whom a message goes, in a list of names.</summary>
public sealed record Recipient(int Number, string Name, Language Language, RegistrationStatus Status);

/// <param name="Number">Null for who is registered no more.</param>
public sealed record FailedMail(int? Number, string? Name, string? Address, string? Reason);
