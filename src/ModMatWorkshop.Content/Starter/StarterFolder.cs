using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content.Starter;

/// <summary>
/// Writes the files of a new content folder: a whole small site that passes the check. Its comments, in the first language of the workshop,
/// say what can be added.
/// </summary>
public static class StarterFolder
{
    /// <summary>The text of each file, by name.</summary>
    public static IReadOnlyDictionary<string, string> FilesOf(WorkshopAnswers answers)
    {
        var first = answers.Languages[0];
        var files = new Dictionary<string, string>
        {
            ["workshop.md"] = Workshop(answers, first),
            ["sessions/session-1.md"] = StarterTexts.Session(answers, first),
            ["contributions/i1.md"] = StarterTexts.Contribution(answers, first),
        };
        foreach (var page in StarterTexts.Pages(answers))
        {
            var comments = string.Concat(page.Comment.In(first).Split('\n').Select(line => $"# {line}\n"));
            files[$"pages/{page.Name}.md"] =
                $"---\n{comments}title: {StarterLanguages.Value(answers, page.Title)}\n---\n\n{page.Body.In(first)}\n";
            foreach (var second in answers.Languages.Skip(1))
                files[StarterLanguages.FileOf(answers, $"pages/{page.Name}", second)] = page.Body.In(second) + "\n";
        }
        foreach (var second in answers.Languages.Skip(1))
            files[StarterLanguages.FileOf(answers, "workshop", second)] = StarterTexts.Introduction(answers).In(second) + "\n";
        return files;
    }

    /// <summary>A text in double quotes, as YAML reads it.</summary>
    internal static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Workshop(WorkshopAnswers a, Language first)
    {
        var slug = Slug.From($"{a.Acronym} {a.Start.Year}");
        return $"""
            ---
            {StarterTexts.AboutWorkshop.In(first)}
            slug: {slug}
            acronym: {Quote(a.Acronym)}
            edition: "{a.Start.Year}"
            {StarterLanguages.Line(a)}{StarterTexts.AboutTitle(a, first)}
            title: {Quote(a.Title)}
            subtitle: {StarterLanguages.Value(a, StarterTexts.Subtitle)}
            summary: {StarterLanguages.Value(a, StarterTexts.Summary(a))}
            start: {Day(a.Start)}
            end: {Day(a.End)}
            timezone: {a.TimeZone}
            {StarterTexts.AboutDomain.In(first)}
            uid_domain: {slug}.example
            {StarterTexts.AboutSeats.In(first)}
            seats: {a.Seats}
            remote: {(a.Remote ? "true" : "false")}
            registration: {"{"} opens: {Day(a.Start.AddMonths(-3))}, closes: {Day(a.Start.AddDays(-7))} {"}"}
            venue:
              name: {Quote(a.Venue)}
              room: {StarterLanguages.Value(a, a.Seats == 0 ? StarterTexts.OnlineRoom : StarterTexts.Room)}
              city: {Quote(a.City)}
              country: {a.Country}
            {StarterTexts.AboutVenue.In(first)}
            contact: {a.Contact}
            {StarterTexts.AboutTheRest.In(first)}
            ---

            {StarterTexts.Introduction(a).In(first)}

            """;
    }

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
