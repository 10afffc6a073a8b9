using System.Globalization;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Options;

/// <summary>
/// Describes the options of a workshop as registration fields. The answer is the number of places that a person asks for: 1, and one for
/// each companion.
/// </summary>
internal static class OptionFields
{
    private static readonly Localized Organisation = new(
        "les places, le traiteur ou le guide, en nombres",
        "places, and numbers for the caterer or the guide"
    );

    public static RegistrationField Of(WorkshopOption option)
    {
        var (id, choices) = (option.Id, ChoicesOf(option));
        return new()
        {
            Key = id,
            Option = option,
            Kind = FieldKind.Choice,
            Label = option.Name,
            Section = FormSections.Options,
            IsOptional = true,
            Options = choices,
            NoAnswer = new("Non", "No"),
            Rule = FieldRules.Option,
            Condition = ConditionOf(option),
            Purpose = new(Organisation, FormSections.Options.Legend),
            Use = FieldUse.Form | FieldUse.PersonPage | FieldUse.Export,
            ColumnWidth = 12,
            Heading = $"option-{option.Key}",
            ImportHeadings = string.Join(
                ", ",
                new[] { $"option {option.Key}", option.Key, option.Name.In(Language.French), option.Name.In(Language.English) }
                    .Select(Folding.Fold)
                    .Where(name => name.Length > 0)
                    .Distinct()
            ),
            Get = state => state.Details.Answers.Find(id)?.Value ?? "",
            Set = (details, text) =>
                details with
                {
                    Answers = text.Length == 0 ? details.Answers.Without(id) : details.Answers.With(Answer(text)),
                },
        };

        QuestionAnswer Answer(string text) =>
            new(id, text) { Label = option.Name, Text = choices.FirstOrDefault(c => c.Value == text)?.Label };
    }

    /// <summary>How a party is told: alone, or with so many companions.</summary>
    public static Localized PartyOf(int places) =>
        places switch
        {
            1 => new("Oui", "Yes"),
            2 => new("Oui, avec 1 accompagnant", "Yes, with 1 companion"),
            _ => new(
                string.Create(CultureInfo.InvariantCulture, $"Oui, avec {places - 1} accompagnants"),
                string.Create(CultureInfo.InvariantCulture, $"Yes, with {places - 1} companions")
            ),
        };

    private static IReadOnlyList<FieldOption> ChoicesOf(WorkshopOption option) =>
        [
            .. Enumerable
                .Range(1, 1 + option.Companions)
                .Select(places => new FieldOption(
                    places.ToString(CultureInfo.InvariantCulture),
                    PartyOf(places),
                    string.Join(
                        ", ",
                        new[] { $"{places}", PartyOf(places).In(Language.French), PartyOf(places).In(Language.English) }
                            .Select(Folding.Fold)
                            .Concat(places == 1 ? ["y", "true", "o", "vrai", "x", "ja"] : [])
                    )
                )),
        ];

    private static FieldCondition? ConditionOf(WorkshopOption option)
    {
        List<FieldConditionPart> parts = [];
        if (option.Attendance is { } attendance)
            parts.Add(new(ParticipationFields.Attendance.Key, [attendance.Word()]));
        if (option.Positions.Count > 0)
            parts.Add(new(PersonFields.Position.Key, option.Positions));
        return parts.Count == 0 ? null : new(parts);
    }
}
