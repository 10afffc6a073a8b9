using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages.Admin.Attendees;

/// <summary>All meanings that a column of a list can have, as an organiser chooses them.</summary>
public static class ImportColumnList
{
    public static IEnumerable<ImportColumn> All(RegistrationChoices choices) =>
        [
            ImportColumn.Ignored,
            ImportColumn.FullName,
            .. choices.Fields.All.Select(f => ImportColumn.Of(f)),
            ImportColumn.Status,
            .. choices.HalfDays.Select(h => ImportColumn.Of(ParticipationFields.HalfDays, h.Key)),
            .. choices.Meals.Select(m => ImportColumn.Of(ParticipationFields.Meals, m.Slug)),
        ];

    /// <summary>The meaning with this text; ignored if there is none.</summary>
    public static ImportColumn Parse(string text, RegistrationChoices choices) =>
        All(choices).FirstOrDefault(c => c.ToString() == text) ?? ImportColumn.Ignored;

    public static string NameIn(ImportColumn column, RegistrationChoices choices, Words words) =>
        column switch
        {
            { Part: { } part, Field.Kind: FieldKind.Meals } => $"{words.MeaningOf(column)} – "
                + words.Of(choices.Meals.First(m => m.Slug == part).Title),
            { Part: { } part } when HalfDayId.FromKey(part) is { } half => $"{words.MeaningOf(column)} – "
                + words.HalfDayName(half.Date, half.Half),
            _ when choices.Fields.Find(column.Key) is { } field => words.NameOf(field),
            _ => words.MeaningOf(column),
        };
}
