using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Options;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Content;

/// <summary>Reads what <c>workshop.md</c> asks in the registration form: positions and questions.</summary>
internal sealed class QuestionReader(
    WorkshopLanguages languages,
    IReadOnlyList<OwnPosition> positions,
    IReadOnlyList<WorkshopOption> options
)
{
    private const string AfterWorkshop = "after-workshop";
    private const int MaxLabel = 300;

    internal static readonly IReadOnlyDictionary<string, Attendance> Attendances = new Dictionary<string, Attendance>
    {
        [AttendanceWords.InPerson] = Attendance.InPerson,
        [AttendanceWords.Remote] = Attendance.Remote,
    };

    /// <summary>The roles that look after participants.</summary>
    private static readonly Dictionary<string, OrganiserRoles> Roles = new()
    {
        ["organiser"] = OrganiserRoles.Organiser,
        ["registration"] = OrganiserRoles.Registration,
    };

    private readonly List<Question> _questions = [];

    public static IReadOnlyList<OwnPosition> ReadPositions(Fields workshop)
    {
        var positions = new List<OwnPosition>();
        foreach (var item in workshop.List("positions"))
        {
            var position = new OwnPosition(item.RequiredText("key"), item.RequiredLocalized("name"));
            item.ReportUnknownKeys();
            CheckKey(item, position.Key, "professor");
            if (positions.Exists(p => p.Key == position.Key))
                item.Error("key", $"Two positions have the key `{position.Key}`.", "Each position needs its own key.");
            positions.Add(position);
        }
        return [.. positions.Where(p => Slug.IsValid(p.Key)).DistinctBy(p => p.Key)];
    }

    public IReadOnlyList<Question> Read(Fields workshop)
    {
        foreach (var item in workshop.List("questions"))
        {
            var question = ReadOne(item);
            item.ReportUnknownKeys();
            if (_questions.Exists(q => q.Key == question.Key))
                item.Error("key", $"Two questions have the key `{question.Key}`.", "Each question needs its own key.");
            else if (TravelSupportRules.HasKey(question.Key))
                item.Error(
                    "key",
                    $"`{question.Key}` is the key of a question about travel support.",
                    "Choose another key, or ask with `travel_support` under `registration`."
                );
            else if (question.Kind == QuestionKind.File && _questions.Count(q => q.Kind == question.Kind) == AnswerFileRules.MostQuestions)
                item.Error(
                    "kind",
                    $"There are more than {AnswerFileRules.MostQuestions} questions that ask for a file.",
                    "A form with more files is too large to be sent."
                );
            else if (_questions.Count == Question.Most)
                item.Error("key", $"There are more than {Question.Most} questions.", "People leave a form that is too long.");
            else if (Slug.IsValid(question.Key))
                _questions.Add(question);
        }
        return _questions;
    }

    private Question ReadOne(Fields fields)
    {
        var key = fields.RequiredText("key");
        CheckKey(fields, key, "t-shirt");
        var kind = fields.RequiredChoice("kind", Question.Kinds) ?? QuestionKind.Text;
        var label = fields.RequiredLocalized("label");
        if (new[] { label.Fr, label.En }.Any(text => text?.Length > MaxLabel))
            fields.Error("label", $"The question is longer than {MaxLabel} characters.", "Put what explains it into `help`.");
        var erased = fields.Text("erased");
        var question = new Question(key, kind, label)
        {
            ShortLabel = fields.Localized("short"),
            Help = fields.Localized("help"),
            Purpose = fields.Localized("purpose"),
            IsRequired = fields.Flag("required"),
            Choices = ReadChoices(fields, kind),
            AtLeast = ReadBound(fields, "least", kind),
            AtMost = ReadBound(fields, "most", kind),
            Version = ReadVersion(fields, kind),
            Megabytes = ReadMegabytes(fields, kind),
            IsErasedAfterWorkshop = erased == AfterWorkshop,
            ErasedOn = erased is null or AfterWorkshop ? null : fields.Date("erased"),
            Shown = ReadPlaces(fields),
            OnlyFor = fields.Choice("only", Roles) ?? OrganiserRoles.None,
            When = fields.Map("when") is { } when ? ReadCondition(when) : null,
        };
        if (question.AtLeast > question.AtMost)
            fields.Error("most", "`most` is smaller than `least`.");
        if (question.OnlyFor != OrganiserRoles.None && (question.Shown & ~FieldUse.Export) != 0)
            fields.Error(
                "shown",
                "Answers that only one role sees appear on no list, badge or sheet.",
                "Leave out `only`, or all of `shown` but `export`."
            );
        if (kind == QuestionKind.File && (question.Shown & ~(FieldUse.List | FieldUse.Export)) != 0)
            fields.Error("shown", "A file can appear in the list and the export alone, by its name.");
        return question;
    }

    internal static void CheckKey(Fields fields, string key, string example)
    {
        if (key.Length > 0 && !Slug.IsValid(key))
            fields.Error("key", $"`{key}` is not a slug.", $"Lower-case letters, digits and hyphens: `{example}`.");
    }

    /// <summary>Each line is the text, or one for each language, after a key that stays when the text is corrected.</summary>
    private List<QuestionChoice> ReadChoices(Fields fields, QuestionKind kind)
    {
        var choices = new List<QuestionChoice>();
        var lines = fields.Texts("choices");
        foreach (var line in lines)
        {
            var choice = ReadChoice(line);
            if (!Slug.IsValid(choice.Key))
                fields.Error("choices", $"The choice `{line}` has no key.", "For example: `vegetarian = végétarien | vegetarian`.");
            else if (choices.Exists(c => c.Key == choice.Key))
                fields.Error("choices", $"Two choices have the key `{choice.Key}`.", "Each choice needs its own key.");
            else
                choices.Add(choice);
        }
        var isChoice = kind is QuestionKind.Choice or QuestionKind.Choices;
        if (isChoice && lines.Count is 0 or > Question.MostChoices)
            fields.Error(
                "choices",
                $"A question of this kind has 1 to {Question.MostChoices} choices.",
                "`choices` has one line for each."
            );
        else if (!isChoice && fields.Has("choices"))
            fields.Error("choices", "Only the kinds `choice` and `choices` have choices.");
        return choices;
    }

    private QuestionChoice ReadChoice(string line)
    {
        var at = line.IndexOf(" = ", StringComparison.Ordinal);
        var texts = (at < 0 ? line : line[(at + 3)..]).Split(" | ", 2, StringSplitOptions.TrimEntries);
        var (first, second) = (texts[0], texts.ElementAtOrDefault(1) ?? texts[0]);
        var (fr, en) = languages.First == Language.French ? (first, second) : (second, first);
        return new(at < 0 ? Slug.From(first) : line[..at].Trim(), new(Typography.French(fr), Typography.English(en)));
    }

    private static decimal? ReadBound(Fields fields, string key, QuestionKind kind)
    {
        if (!fields.Has(key))
            return null;
        if (kind != QuestionKind.Number)
            fields.Error(key, "Only the kind `number` has a smallest and a largest answer.");
        return fields.Number(key, d => Math.Abs(d) < 1e12, "a number", "10") is { } bound ? (decimal)bound : null;
    }

    private static string ReadVersion(Fields fields, QuestionKind kind)
    {
        if (fields.Text("version") is not { } version)
            return Question.FirstVersion;
        if (kind != QuestionKind.Consent)
            fields.Error("version", "Only the kind `consent` has a version.");
        else if (!Slug.IsValid(version))
            fields.Error("version", $"`{version}` is not a version.", "Lower-case letters, digits and hyphens: `version: 2021-09`.");
        else
            return version;
        return Question.FirstVersion;
    }

    private static int ReadMegabytes(Fields fields, QuestionKind kind)
    {
        if (!fields.Has("megabytes"))
            return AnswerFileRules.DefaultMegabytes;
        if (kind != QuestionKind.File)
            fields.Error("megabytes", "Only the kind `file` has a largest size.");
        else if (fields.Integer("megabytes") is not { } size)
            return AnswerFileRules.DefaultMegabytes;
        else if (size is < 1 or > AnswerFileRules.MostMegabytes)
            fields.Error("megabytes", $"A file may have 1 to {AnswerFileRules.MostMegabytes} megabytes.");
        else
            return size;
        return AnswerFileRules.DefaultMegabytes;
    }

    private static FieldUse ReadPlaces(Fields fields)
    {
        if (!fields.Has("shown"))
            return FieldUse.Export;
        var places = FieldUse.None;
        foreach (var name in fields.TextOrTexts("shown"))
            if (Question.Places.TryGetValue(name, out var place))
                places |= place;
            else
                fields.Error("shown", $"There is no place `{name}`.", $"The places are: {string.Join(", ", Question.Places.Keys)}.");
        return places;
    }

    /// <param name="fields">Of a question, or of what depends on the questions that were read.</param>
    public QuestionCondition ReadCondition(Fields fields)
    {
        var condition = new QuestionCondition
        {
            Attendance = fields.Choice("attendance", Attendances),
            Positions = ReadWanted(fields, positions),
            Option = fields.Text("option"),
            Question = fields.Text("question"),
            Answers = fields.TextOrTexts("answer"),
        };
        fields.ReportUnknownKeys();
        CheckAnswers(fields, condition);
        if (condition.Option is { } option && options.All(o => o.Key != option))
            fields.Error(
                "option",
                $"No option has the key `{option}`.",
                $"The options are: {string.Join(", ", options.Select(o => o.Key))}."
            );
        if (condition is { Attendance: null, Positions.Count: 0, Option: null, Question: null })
            fields.Error("when", "The condition says nothing.", "It has `attendance`, `position`, `option` or `question`.");
        return condition;
    }

    /// <summary>The values of the positions that <c>position</c> names.</summary>
    internal static IReadOnlyList<string> ReadWanted(Fields fields, IReadOnlyList<OwnPosition> positions)
    {
        var known = positions.Count > 0 ? positions.Select(p => p.Key).Append("other") : OwnPosition.BuiltIn.Keys;
        var wanted = fields.TextOrTexts("position");
        foreach (var position in wanted.Except(known))
            fields.Error("position", $"There is no position `{position}`.", $"The positions are: {string.Join(", ", known.Distinct())}.");
        return [.. wanted.Select(OwnPosition.ValueOf)];
    }

    private void CheckAnswers(Fields fields, QuestionCondition condition)
    {
        if (condition.Question is not { } key)
        {
            if (condition.Answers.Count > 0)
                fields.Error(
                    "answer",
                    "The condition names an answer, but no question.",
                    "Add `question` with the key of an earlier question."
                );
            return;
        }
        if (_questions.Find(q => q.Key == key) is not { } question)
        {
            fields.Error("question", $"No earlier question has the key `{key}`.", "A question can depend only on those above it.");
            return;
        }
        var answers = question.Kind switch
        {
            QuestionKind.YesNo => [Question.Yes, Question.No],
            QuestionKind.Consent => [Question.Yes],
            _ => question.Choices.Select(c => c.Key).ToList(),
        };
        foreach (var answer in condition.Answers.Except(answers))
            if (answers.Count == 0)
                fields.Error(
                    "answer",
                    $"The answer to `{key}` is not one of several.",
                    "Leave out `answer`: any answer to it counts then."
                );
            else
                fields.Error("answer", $"`{key}` has no answer `{answer}`.", $"Its answers are: {string.Join(", ", answers)}.");
    }
}
