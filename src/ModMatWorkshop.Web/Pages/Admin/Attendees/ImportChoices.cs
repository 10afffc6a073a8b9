using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Exports;

namespace ModMatWorkshop.Web.Pages.Admin.Attendees;

/// <summary>What an organiser chose: the values for all lines, and how to read the file. Forms carry it from step to step.</summary>
public sealed record ImportChoices(ImportAs How, Attendance Attendance, Position Position, Language Language)
{
    public static ImportChoices For(WorkshopLanguages languages) =>
        new(ImportAs.ToBeConfirmed, Attendance.Remote, Position.Other, languages.First);

    /// <summary>Null to detect the encoding.</summary>
    public string? Encoding { get; init; }

    /// <summary>The meaning of each column as text; empty to recognise the columns.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The meaning of unknown texts, by <see cref="UnknownValue.Key"/>.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    public static ImportChoices Read(IFormCollection form, WorkshopLanguages languages)
    {
        var byDefault = For(languages);
        var values = new Dictionary<string, string>();
        foreach (var (key, value) in form["unknown"].Zip(form["value"]))
            values[key ?? ""] = value ?? "";
        return new(
            One(form["how"], byDefault.How),
            One(form["attendance"], byDefault.Attendance),
            One(form["position"], byDefault.Position),
            One(form["language"], byDefault.Language)
        )
        {
            Encoding = TextDecoder.Names.Contains(form["encoding"].ToString()) ? form["encoding"].ToString() : null,
            Columns = [.. form["column"].OfType<string>()],
            Values = values,
        };
    }

    private static T One<T>(string? text, T otherwise)
        where T : struct, Enum => Enum.GetNames<T>().Contains(text) ? Enum.Parse<T>(text!) : otherwise;
}
