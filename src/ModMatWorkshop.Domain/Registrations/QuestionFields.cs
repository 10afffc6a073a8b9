using System.Globalization;
using ModMatWorkshop.Domain.Options;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>Describes the questions of a workshop as registration fields.</summary>
internal static class QuestionFields
{
    private const int MaxLine = 200;
    private const int MaxText = 2000;
    private const int Rows = 4;

    private static readonly Localized Organisation = new("l’organisation de l’atelier", "to organise the workshop");

    private static readonly Localized Agreed = new("oui", "yes");

    private static readonly IReadOnlyList<FieldOption> YesAndNo =
    [
        new(Question.Yes, new("Oui", "Yes"), "yes, y, true, 1, oui, o, vrai, x, ja"),
        new(Question.No, new("Non", "No"), "no, n, false, 0, non, faux, nein"),
    ];

    public static RegistrationField Of(Question question, IReadOnlyList<Question> all)
    {
        var (id, retention, options) = (question.Id, RetentionOf(question), OptionsOf(question));
        return new()
        {
            Key = id,
            Question = question,
            Kind = KindOf(question.Kind),
            Label = question.Label,
            ShortLabel = question.ShortLabel,
            Help = question.Help,
            Section = question.Kind == QuestionKind.Consent ? FormSections.Consent : FormSections.Questions,
            IsOptional = !question.IsRequired,
            MayBeLeftOpen = question.IsRequired,
            MaxLength =
                question.Kind == QuestionKind.LongText ? MaxText
                : question.Kind == QuestionKind.File ? FileAnswer.MaxText
                : MaxLine,
            Rows = question.Kind == QuestionKind.LongText ? Rows : 0,
            Options = options,
            Rule = RuleOf(question.Kind),
            Condition = question.When is { } when ? ConditionOf(when, all) : null,
            Purpose = new(question.Purpose ?? Organisation, question.ShortLabel ?? question.Label),
            Retention = retention,
            ErasedOn = question.ErasedOn,
            Use = FieldUse.Form | FieldUse.PersonPage | question.Shown,
            OnlyFor = question.OnlyFor,
            ColumnWidth = question.Kind is QuestionKind.Text or QuestionKind.LongText or QuestionKind.Choices or QuestionKind.File
                ? 24
                : 12,
            Heading = $"question-{question.Key}",
            ImportHeadings = HeadingsOf(question),
            Get = state => state.Details.Answers.Find(id)?.Value ?? "",
            Set = (details, text) =>
                details with
                {
                    Answers = text.Length == 0 ? details.Answers.Without(id) : details.Answers.With(Answer(text)),
                },
        };

        QuestionAnswer Answer(string text) =>
            new(id, text)
            {
                Label = question.ShortLabel ?? question.Label,
                Text =
                    question.Kind == QuestionKind.Consent ? Agreed
                    : question.Kind == QuestionKind.File ? Localized.Same(FileAnswer.Of(text)?.Name ?? text)
                    : TextOf(options, text),
                Retention = retention,
                ErasedOn = question.ErasedOn,
                OnlyFor = question.OnlyFor,
            };
    }

    /// <summary>A question that is no longer asked: what its answers remember of it, to read and to erase them.</summary>
    /// <param name="answers">The answers to it that are at hand.</param>
    public static RegistrationField Former(string id, params IReadOnlyList<QuestionAnswer> answers)
    {
        var answer = answers.Count > 0 ? answers[0] : null;
        var label = answer?.Label ?? Localized.Same(QuestionAnswer.KeyIn(id));
        var of = id.Split('_') is [_, _, var version] ? $" ({version})" : "";
        return new()
        {
            Key = id,
            IsFormer = true,
            Kind = FileAnswer.IsAskedBy(id) ? FieldKind.File : FieldKind.Text,
            Label = WorkshopOption.KeyIn(id) is not null
                ? new($"Ancienne option : {label.In(Language.French)}", $"Former option: {label.In(Language.English)}")
                : new($"Ancienne question : {label.In(Language.French)}{of}", $"Former question: {label.In(Language.English)}{of}"),
            Section = FormSections.Questions,
            IsOptional = true,
            Options = [.. answers.Where(a => a.Text is not null).Select(a => new FieldOption(a.Value, a.Text!, ""))],
            Purpose = new(Organisation),
            Retention = answer?.Retention ?? FieldRetention.WithRegistration,
            ErasedOn = answer?.ErasedOn,
            OnlyFor = answer?.OnlyFor ?? default,
            Use = FieldUse.Form | FieldUse.PersonPage,
            ImportHeadings = "",
            Get = state => state.Details.Answers.Find(id)?.Value ?? "",
            Set = (details, text) =>
                details with
                {
                    Answers = text.Length == 0 ? details.Answers.Without(id) : details.Answers.With(new(id, text)),
                },
        };
    }

    private static FieldKind KindOf(QuestionKind kind) =>
        kind switch
        {
            QuestionKind.LongText => FieldKind.LongText,
            QuestionKind.Choice or QuestionKind.YesNo => FieldKind.Choice,
            QuestionKind.Choices => FieldKind.Choices,
            QuestionKind.Number => FieldKind.Number,
            QuestionKind.Date => FieldKind.Date,
            QuestionKind.Country => FieldKind.Country,
            QuestionKind.Consent => FieldKind.YesNo,
            QuestionKind.File => FieldKind.File,
            _ => FieldKind.Text,
        };

    private static Func<RegistrationField, string, FieldReading> RuleOf(QuestionKind kind) =>
        kind switch
        {
            QuestionKind.Choice or QuestionKind.YesNo => FieldRules.Option,
            QuestionKind.Choices => QuestionRules.Options,
            QuestionKind.Number => QuestionRules.Number,
            QuestionKind.Date => QuestionRules.Date,
            QuestionKind.Country => QuestionRules.Given,
            QuestionKind.Consent => QuestionRules.Consent,
            QuestionKind.File => AnswerFileRules.Read,
            _ => QuestionRules.Text,
        };

    private static FieldRetention RetentionOf(Question question) =>
        question.IsErasedAfterWorkshop ? FieldRetention.UntilWorkshopEnds
        : question.ErasedOn is not null ? FieldRetention.UntilDate
        : question.Kind is QuestionKind.Consent or QuestionKind.File ? FieldRetention.UntilWithdrawn
        : FieldRetention.WithRegistration;

    private static IReadOnlyList<FieldOption> OptionsOf(Question question) =>
        question.Kind == QuestionKind.YesNo
            ? YesAndNo
            :
            [
                .. question.Choices.Select(c => new FieldOption(
                    c.Key,
                    c.Name,
                    string.Join(
                        ", ",
                        new[] { c.Key, c.Name.In(Language.French), c.Name.In(Language.English) }.Select(Folding.Fold).Distinct()
                    )
                )),
            ];

    public static FieldCondition ConditionOf(QuestionCondition when, IReadOnlyList<Question> all)
    {
        List<FieldConditionPart> parts = [];
        if (when.Attendance is { } attendance)
            parts.Add(new(ParticipationFields.Attendance.Key, [attendance.Word()]));
        if (when.Positions.Count > 0)
            parts.Add(new(PersonFields.Position.Key, when.Positions));
        if (when.Option is { } option)
            parts.Add(new(WorkshopOption.IdOf(option), []));
        if (when.Question is { } key && all.FirstOrDefault(q => q.Key == key) is { } other)
            parts.Add(new(other.Id, when.Answers));
        return new(parts);
    }

    private static string HeadingsOf(Question question) =>
        string.Join(
            ", ",
            new[] { $"question {question.Key}", question.Key }
                .Concat(
                    new[] { question.Label, question.ShortLabel ?? question.Label }.SelectMany(l =>
                        new[] { Language.French, Language.English }.Select(l.In)
                    )
                )
                .Select(Folding.Fold)
                .Where(name => name.Length > 0)
                .Distinct()
        );

    /// <summary>The names of what was chosen; null without options.</summary>
    private static Localized? TextOf(IReadOnlyList<FieldOption> options, string value)
    {
        if (options.Count == 0)
            return null;
        var chosen = value.Split(' ').Select(v => options.FirstOrDefault(o => o.Value == v)?.Label ?? Localized.Same(v)).ToList();
        return new(In(Language.French), In(Language.English));

        string In(Language language) => string.Join(", ", chosen.Select(c => c.In(language)));
    }
}

/// <summary>The rules of the kinds of questions that no built-in field has.</summary>
public static class QuestionRules
{
    private const string Iso = "yyyy-MM-dd";

    /// <summary>As people write dates in French and in British English, and as dates of spreadsheets arrive.</summary>
    private static readonly string[] DateFormats =
    [
        Iso,
        "d/M/yyyy",
        "d.M.yyyy",
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-ddTHH:mm:ss",
    ];

    private static readonly decimal MostDigits = 1_000_000_000_000m;

    public static FieldReading Given(RegistrationField field, string text) =>
        new(text, text.Length == 0 ? FieldErrors.Unanswered(field.Label) : null);

    public static FieldReading Text(RegistrationField field, string text) =>
        text.Length == 0 ? Given(field, text) : FieldRules.Text(field, text);

    public static FieldReading Consent(RegistrationField field, string text) =>
        new(text, text == Question.Yes ? null : FieldErrors.Consent(field.Label));

    /// <summary>The values are stored in the order of the options, each once.</summary>
    public static FieldReading Options(RegistrationField field, string text)
    {
        var values = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        var known = field.Options.Select(o => o.Value).Where(values.Remove).ToList();
        return values.Count > 0 || known.Count == 0 ? new(text, FieldErrors.ChooseOne(field.Label)) : new(string.Join(' ', known));
    }

    public static FieldReading Number(RegistrationField field, string text)
    {
        if (text.Length == 0)
            return Given(field, text);
        var plain = text.Replace(',', '.').Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal);
        if (
            !decimal.TryParse(
                plain,
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
            || Math.Abs(number) >= MostDigits
        )
            return new(text, FieldErrors.NotANumber(field.Label));
        var (least, most) = (field.Question?.AtLeast, field.Question?.AtMost);
        return number < least || number > most
            ? new(text, FieldErrors.NotInRange(field.Label, least, most))
            : new(number.ToString("0.############", CultureInfo.InvariantCulture));
    }

    public static FieldReading Date(RegistrationField field, string text) =>
        text.Length == 0 ? Given(field, text)
        : DateOnly.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        || DateTime.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            && (day = DateOnly.FromDateTime(at)) == day
            ? day.Year is > 1900 and < 3000 ? new(day.ToString(Iso, CultureInfo.InvariantCulture))
                : new(text, FieldErrors.NotADate(field.Label))
        : new(text, FieldErrors.NotADate(field.Label));
}
