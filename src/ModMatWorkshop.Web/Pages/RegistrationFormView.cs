using FluentValidation.Results;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages;

/// <summary>The model of the registration form, for a new or an existing registration.</summary>
/// <param name="Left">Null when the form does not ask for address and attendance.</param>
public sealed record RegistrationFormView(
    RegistrationForm Form,
    RegistrationChoices Choices,
    IReadOnlyList<ValidationFailure> Faults,
    SeatsLeft? Left,
    Workshop Workshop
)
{
    /// <summary>The form leaves out name and claims, because only organisers may change them now.</summary>
    public bool IsIdentityFixed { get; init; }

    /// <summary>
    /// The sender corrects a mistyped address. The page opens on the address, and says nothing about seats: what is held stays held.
    /// </summary>
    public bool IsCorrection { get; init; }

    /// <summary>Site time; null in forms of organisers, who may change what is closed for participants.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>Roughly how many places are left of each option, by key.</summary>
    public IReadOnlyDictionary<string, SeatsLeft> OptionsLeft { get; init; } = new Dictionary<string, SeatsLeft>();

    /// <summary>False while strangers have sent too many files: the sender adds theirs once the address is confirmed.</summary>
    public bool TakesFiles { get; init; } = true;

    /// <summary>The address of the file that is saved as the answer to a question; null for none.</summary>
    public Func<RegistrationField, string?> FileAddress { get; init; } = _ => null;

    /// <summary>The encoding of the form; null for the usual one.</summary>
    public string? Encoding => Choices.Fields.Files.Any() ? "multipart/form-data" : null;

    /// <summary>Whether the reader can no longer choose an option, or answer a question.</summary>
    public bool IsClosed(RegistrationField field) => Now is { } now && Choices.IsClosed(field, now);

    public string? FaultOf(string id) => Faults.FirstOrDefault(f => f.PropertyName == id)?.ErrorMessage;

    /// <summary>The fields of the form, by section.</summary>
    public IEnumerable<IGrouping<FormSection, RegistrationField>> Sections =>
        Choices
            .Fields.InFormOrder.Where(f => f.IsUsedIn(FieldUse.Form) && (Left is not null || f.Kind != FieldKind.Email))
            .Where(f => Workshop.Offer.HasRoom() || f.Kind != FieldKind.Meals)
            .Where(f => !IsIdentityFixed || !RegistrationFields.Identity.Contains(f))
            .GroupBy(f => f.Section);

    /// <summary>The script that hides questions and options whose condition does not hold; null without such fields.</summary>
    public string? Script =>
        Choices.Fields.Questions.Concat(Choices.Fields.Options).Any(f => f.Condition is not null) ? "js/questions.js" : null;
}

/// <summary>One field of the form.</summary>
/// <param name="IsLabelHidden">True when the legend of the section has the same text.</param>
public sealed record FieldView(RegistrationFormView Of, RegistrationField Field, bool IsLabelHidden = false)
{
    public string Value => Of.Form[Field];

    public string? Fault => Of.FaultOf(Field.Key);

    /// <summary>
    /// Groups fields into rows: two fields of half width, or consecutive checkboxes. The class is null for a field without a row element.
    /// </summary>
    public static IEnumerable<(string? Class, IReadOnlyList<FieldView> Fields)> Lines(
        RegistrationFormView form,
        IEnumerable<RegistrationField> section
    )
    {
        List<(string? Class, List<FieldView> Fields)> lines = [];
        foreach (var field in section)
        {
            var (css, view) = (ClassOf(field), new FieldView(form, field, field.Section.Legend == field.Label));
            if (css is not null && lines.Count > 0 && lines[^1].Class == css)
                lines[^1].Fields.Add(view);
            else
                lines.Add((css, [view]));
        }
        return lines.Select(line =>
            (line.Class?.Length > 0 && line.Fields.Count == 1 ? null : line.Class, (IReadOnlyList<FieldView>)line.Fields)
        );

        static string? ClassOf(RegistrationField field) =>
            field.IsHalfWidth ? "columns-2"
            : field.Kind == FieldKind.YesNo ? ""
            : null;
    }
}

/// <summary>A single-line text field.</summary>
public sealed record TextField(
    RegistrationFormView Of,
    string Id,
    string Label,
    string Value,
    string Autocomplete,
    int MaxLength,
    string Type = "text",
    string? Hint = null,
    bool IsOptional = false,
    bool IsRequired = true
)
{
    public static TextField For(FieldView view, Words words)
    {
        var field = view.Field;
        return new(
            view.Of,
            field.Key,
            words.Of(field.Label),
            view.Value,
            field.Autocomplete,
            field.MaxLength,
            field.Kind == FieldKind.Email ? "email" : "text",
            words.HelpOf(field, view.Of.Workshop),
            field.IsOptional,
            !field.IsOptional && !field.IsPartOfName
        );
    }
}
