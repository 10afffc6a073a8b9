using System.Globalization;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

/// <summary>An answer to a question of the workshop, as people read it.</summary>
/// <param name="Key">Of the question.</param>
public sealed record ShownAnswer(string Key, string Label, string Text);

// The questions of the workshop in the registration form
public sealed partial class Words
{
    /// <summary>Under an answer to a question that is no longer asked.</summary>
    public string UntickToErase =>
        Say(
            "Cette question n’est plus posée. Décochez pour effacer la réponse.",
            "This question is no longer asked. Untick it to erase the answer."
        );

    /// <summary>A number as the form stores it, with the decimal mark of the language.</summary>
    public string Number(string stored) => Language == Language.French ? stored.Replace('.', ',') : stored;

    /// <summary>When a question is asked, as a sentence; null for always.</summary>
    public string? AskedWhen(RegistrationField field, RegistrationFields fields) =>
        field.Condition is { } condition
            ? Say("Seulement ", "Only ")
                + string.Join(Say(" et ", " and "), condition.Parts.Select(p => PartOfCondition(p, fields.Find(p.Key))))
                + Say(" :", ":")
            : null;

    /// <summary>After the purpose of an answer in the privacy notice; empty for what is erased with the registration.</summary>
    public string ErasureOf(RegistrationField field, Workshop workshop) =>
        field is { Question: not null, Retention: FieldRetention.UntilWorkshopEnds }
            ? Say($" ; effacé après le {Date(workshop.End)}", $"; erased after {Date(workshop.End)}")
        : field is { Question: not null, ErasedOn: { } day } ? Say($" ; effacé le {Date(day)}", $"; erased on {Date(day)}")
        : "";

    /// <summary>An answer to a field with a text or with options, as people read it.</summary>
    public string AnswerTo(RegistrationField field, string value) =>
        field.Kind switch
        {
            FieldKind.Country => Countries.Name(value, Language),
            FieldKind.Choices => string.Join(", ", value.Split(' ').Select(one => OptionOf(field, one))),
            FieldKind.Date when DateOnly.TryParse(value, CultureInfo.InvariantCulture, out var day) => Date(day),
            FieldKind.Number => Number(value),
            FieldKind.File => FileAnswer.Of(value)?.Name ?? value,
            FieldKind.YesNo => value.Length > 0 ? Yes : No,
            _ => OptionOf(field, value),
        };

    /// <summary>The size of the file that answers a question.</summary>
    public string SizeOfFile(string value) => FileAnswer.Of(value) is { } file ? FileSize(file.Length) : "";

    public string AnswerFileHint(int megabytes) => Say($"Un PDF de {megabytes} Mo au plus.", $"A PDF of at most {megabytes} MB.");

    /// <summary>In place of the control, while strangers have sent too many files.</summary>
    public string SendFileLater =>
        Say(
            "Vous enverrez ce fichier depuis votre page, une fois votre adresse confirmée.",
            "You send this file from your own page, once your address is confirmed."
        );

    /// <summary>Why a file was refused.</summary>
    public string AnswerFileFault(UploadResult result, int megabytes) =>
        result switch
        {
            UploadResult.TooLarge => Say(
                $"Ce fichier dépasse {megabytes} Mo : réduisez ses images.",
                $"This file is larger than {megabytes} MB: reduce its pictures."
            ),
            UploadResult.NeedsConfirmation => SendFileLater,
            _ => FileResultText(result, SubmissionFileUse.Poster),
        };

    public string AllFilesOf(string question) => Say($"Fichiers de « {question} » (ZIP)", $"Files of “{question}” (ZIP)");

    /// <summary>The answers to the questions that appear at a place, in their order; none to questions that are not asked.</summary>
    public IReadOnlyList<ShownAnswer> AnswersAt(FieldUse place, RegistrationFields fields, RegistrationState state) =>
        [
            .. from field in fields.Questions
            where field.IsUsedIn(place)
            let value = field.Get(state)
            where value.Length > 0 && fields.IsAsked(field, state)
            select new ShownAnswer(field.Question!.Key, NameOf(field), AnswerTo(field, value)),
        ];

    /// <summary>The name of a position, built-in or of the content; the value itself for one that the content no longer has.</summary>
    public string PositionName(string value, RegistrationFields fields) =>
        fields.Position.Options.Any(o => o.Value == value) ? OptionOf(fields.Position, value) : OptionOf(PersonFields.Position, value);

    private string PartOfCondition(FieldConditionPart part, RegistrationField? field)
    {
        if (field is null)
            return "";
        var values = part.Values.Select(v => OptionOf(field, v)).ToList();
        if (field.Kind == FieldKind.Attendance)
            return part.Values.Contains(AttendanceWords.InPerson)
                ? Say("si vous venez en salle", "if you attend in person")
                : Say("si vous suivez à distance", "if you attend remotely");
        if (field.Option is not null)
            return Say($"si vous choisissez « {NameOf(field)} »", $"if you choose “{NameOf(field)}”");
        if (field.Question is null)
            return Say($"si votre situation est : {Either(values)}", $"if your position is: {Either(values)}");
        var label = NameOf(field);
        if (field.Kind == FieldKind.YesNo)
            return Say($"si vous cochez « {label} »", $"if you tick “{label}”");
        return values.Count == 0
            ? Say($"si vous répondez à « {label} »", $"if you answer “{label}”")
            : Say($"si vous répondez {Either(values)} à « {label} »", $"if you answer {Either(values)} to “{label}”");
    }

    private string Either(IReadOnlyList<string> values) => string.Join(Say(" ou ", " or "), values.Select(v => Say($"« {v} »", $"“{v}”")));
}
