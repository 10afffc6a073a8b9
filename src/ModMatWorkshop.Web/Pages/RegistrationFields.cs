using FluentValidation.Results;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages;

/// <summary>The fields of the form as they are shown: to a newcomer, or to somebody who changes what they said.</summary>
/// <param name="Left">Null where the place is not chosen here.</param>
public sealed record RegistrationFields(
    RegistrationForm Form,
    RegistrationChoices Choices,
    IReadOnlyList<ValidationFailure> Faults,
    SeatsLeft? Left,
    Workshop Workshop
)
{
    public string? FaultOf(string id) => Faults.FirstOrDefault(f => f.PropertyName == id)?.ErrorMessage;
}

/// <summary>One line of text in the form.</summary>
public sealed record TextField(
    RegistrationFields Of,
    string Id,
    string Label,
    string Value,
    string Autocomplete,
    int MaxLength,
    string Type = "text",
    string? Hint = null,
    bool IsOptional = false
);
