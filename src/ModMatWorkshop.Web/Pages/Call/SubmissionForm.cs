using System.Globalization;
using System.Text.Json;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Pages.Admin.Editing;

namespace ModMatWorkshop.Web.Pages.Call;

/// <summary>The values of the form of the call as they were typed, so that a refused form can be shown again unchanged.</summary>
public sealed record SubmissionForm
{
    public const string EmailInput = SubmissionFaults.EmailInput;
    public const string TokenInput = "form";
    public const string SeenInput = "seen";
    public const string PastedInput = "pasted";
    public const string BeforeInput = "before";
    public const string AsTypedInput = "as-typed";
    public const string PresenterInput = "presenter";
    public const string WorksAtInput = "at-";

    /// <summary>The name of the buttons that change rows or take something back.</summary>
    public const string OperationInput = "do";

    public const string PasteOperation = "paste";
    public const string UndoOperation = "undo";

    /// <summary>More rows are not read.</summary>
    private const int MaxRows = SubmissionText.MaxAuthors + 1;

    public string Email { get; init; } = "";

    /// <summary>The token of a form that was opened at the call; empty behind a secret link.</summary>
    public string Token { get; init; } = "";

    public SubmissionText Text { get; init; } = new();

    /// <summary>What the form was opened with, as <see cref="SeenFields"/> writes it; empty for a form that nobody has kept.</summary>
    public string Seen { get; init; } = "";

    /// <summary>A line of authors to read.</summary>
    public string Pasted { get; init; } = "";

    /// <summary>What an undo restores; null for nothing.</summary>
    public UndoStep? Before { get; init; }

    /// <summary>The author has taken the cleaning of the abstract back: it stays as typed.</summary>
    public bool IsAsTyped { get; init; }

    public static SubmissionForm Of(Submission submission) =>
        new()
        {
            Email = EmailAddress.Display(submission.Email),
            Text = submission.Draft,
            Seen = SeenFields.Of(submission.Draft).ToString(),
        };

    public static SubmissionForm Read(IFormCollection form)
    {
        var text = SubmissionFields
            .All.Where(field => field.Set is not null)
            .Aggregate(new SubmissionText(), (text, field) => field.Set!(text, ValueIn(form, field)));
        return new()
        {
            Email = form[EmailInput].ToString().Trim(),
            Token = form[TokenInput].ToString(),
            Text = text with
            {
                Affiliations = Affiliations(form),
                Authors = Authors(form),
                Presenter = int.TryParse(form[PresenterInput], NumberStyles.None, CultureInfo.InvariantCulture, out var presenter)
                    ? presenter + 1
                    : 1,
            },
            Seen = form[SeenInput].ToString(),
            Pasted = UserInput.CleanText(form[PastedInput].ToString()),
            Before = UndoStep.Read(form[BeforeInput]),
            IsAsTyped = form[AsTypedInput] == "yes",
        };
    }

    private static string ValueIn(IFormCollection form, SubmissionField field) =>
        field.Kind switch
        {
            SubmissionFieldKind.Topics => string.Join(' ', form[field.Key].OfType<string>().Select(UserInput.Clean)),
            SubmissionFieldKind.Text => UserInput.CleanText(form[field.Key].ToString()),
            _ => UserInput.CleanLine(form[field.Key].ToString()),
        };

    private static List<string> Affiliations(IFormCollection form) =>
        [
            .. Enumerable
                .Range(0, MaxRows)
                .Select(i => Key(SubmissionFaults.AffiliationInput, i))
                .TakeWhile(form.ContainsKey)
                .Select(key => UserInput.CleanLine(form[key].ToString())),
        ];

    private static List<SubmissionAuthor> Authors(IFormCollection form) =>
        [
            .. Enumerable
                .Range(0, MaxRows)
                .TakeWhile(i => form.ContainsKey(Key(SubmissionFaults.FamilyNameInput, i)))
                .Select(i => Author(form, i)),
        ];

    private static SubmissionAuthor Author(IFormCollection form, int i)
    {
        var orcid = UserInput.CleanLine(form[Key(SubmissionFaults.OrcidInput, i)].ToString());
        // Checkboxes send a number each, and the input for many affiliations all of them.
        var numbers = string.Join(',', form[Key(WorksAtInput, i)].OfType<string>())
            .Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries)
            .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .Where(number => number is > 0 and <= SubmissionText.MaxAffiliations);
        return new(
            UserInput.CleanLine(form[Key(SubmissionFaults.GivenNameInput, i)].ToString()),
            UserInput.CleanLine(form[Key(SubmissionFaults.FamilyNameInput, i)].ToString()),
            [.. numbers.Distinct().Order()],
            orcid.Length == 0 ? "" : Orcid.Read(Orcid.Field, orcid).Value
        );
    }

    private static string Key(string prefix, int i) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{i}");
}

/// <summary>What the form contained before an operation that can be taken back.</summary>
/// <param name="Field">The key of the field that the operation changed.</param>
public sealed record UndoStep(string Field, SubmissionText Text)
{
    public string Pack() => PackedText.Pack(JsonSerializer.Serialize(this));

    /// <summary>Null for a value that is none.</summary>
    public static UndoStep? Read(string? packed)
    {
        if (PackedText.Unpack(packed) is not { Length: > 0 } json)
            return null;
        try
        {
            return JsonSerializer.Deserialize<UndoStep>(json) is { Text.Authors: not null, Text.Affiliations: not null } step ? step : null;
        }
        catch (Exception damaged) when (damaged is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The text with the earlier value of the field.</summary>
    public SubmissionText Restore(SubmissionText text) =>
        SubmissionFields.All.FirstOrDefault(f => f.Key == Field) is { } field ? field.Take(text, Text) : text;
}
