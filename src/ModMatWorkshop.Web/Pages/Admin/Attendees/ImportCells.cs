using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Exports;

namespace ModMatWorkshop.Web.Pages.Admin.Attendees;

/// <summary>Reads the cells of an imported list by the meaning of their columns.</summary>
public sealed class ImportCells(ImportAssignment assignment)
{
    private readonly Dictionary<ImportColumn, int> _at = assignment
        .Columns.Index()
        .Where(c => c.Item != ImportColumn.Ignored && c.Item != ImportColumn.Status)
        .ToDictionary(c => c.Item, c => c.Index);

    private readonly List<int> _statuses = [.. assignment.Columns.Index().Where(c => c.Item == ImportColumn.Status).Select(c => c.Index)];

    public ImportAssignment Assignment => assignment;

    /// <summary>The text of a cell, cleaned like the same form field; empty when there is none.</summary>
    public string Text(TableRow row, ImportColumn column) => _at.TryGetValue(column, out var index) ? TextAt(row, index) : "";

    public string Line(TableRow row, ImportColumn column) => UserInput.CleanLine(Text(row, column));

    /// <summary>The texts of all columns of statuses.</summary>
    public IEnumerable<string> StatusesOf(TableRow row) => _statuses.Select(index => TextAt(row, index)).Where(text => text.Length > 0);

    /// <summary>Both parts of a name, from one column or two; empty when there is none.</summary>
    public (string Given, string Family) NamesOf(TableRow row)
    {
        var (given, family) = (Line(row, ImportColumn.GivenName), Line(row, ImportColumn.FamilyName));
        return given.Length + family.Length == 0 ? WholeName.Cut(Line(row, ImportColumn.FullName)) : (given, family);
    }

    /// <summary>The headings of questions and options, and of half-days and meals that have their own column, folded.</summary>
    public static IReadOnlyDictionary<string, ImportColumn> Programme(RegistrationChoices choices)
    {
        var headings = new Dictionary<string, ImportColumn>();
        foreach (var half in choices.HalfDays)
        foreach (var name in NamesOf(half))
        {
            headings.TryAdd(name, ImportColumn.Of(ParticipationFields.HalfDays, half.Key));
            headings.TryAdd($"half day {name}", ImportColumn.Of(ParticipationFields.HalfDays, half.Key));
        }
        foreach (var meal in choices.Meals)
        {
            headings.TryAdd(Folding.Fold(meal.Slug), ImportColumn.Of(ParticipationFields.Meals, meal.Slug));
            headings.TryAdd($"meal {Folding.Fold(meal.Slug)}", ImportColumn.Of(ParticipationFields.Meals, meal.Slug));
        }
        foreach (var question in choices.Fields.Questions.Concat(choices.Fields.Options))
        foreach (var name in question.ImportHeadings.Split(", ").Where(name => !IsBuiltIn(name)))
            headings.TryAdd(name, ImportColumn.Of(question));
        return headings;
    }

    /// <summary>A question called "Country" does not take the column of the built-in field with this name.</summary>
    private static bool IsBuiltIn(string heading) =>
        ImportHeading.Read(heading, new Dictionary<string, ImportColumn>()) is { Rank: 0, Meanings.Count: > 0 };

    /// <summary>The folded names of a half-day.</summary>
    public static IEnumerable<string> NamesOf(HalfDayId half) =>
        [Folding.Fold(half.Key), .. Enum.GetValues<Language>().Select(l => Folding.Fold(new Words(l).HalfDayName(half.Date, half.Half)))];

    private static string TextAt(TableRow row, int index) => index < row.Cells.Count ? UserInput.Clean(row.Cells[index]) : "";
}
