using System.Globalization;
using System.Text.RegularExpressions;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Content.Starter;

/// <summary>The files of the next edition, and what a person should read again in them.</summary>
/// <param name="Texts">The text of each file, by name.</param>
/// <param name="StillOld">The lines that name the year of the last edition: <c>workshop.md:7</c>.</param>
public sealed record NextEditionFiles(IReadOnlyDictionary<string, string> Texts, IReadOnlyList<string> StillOld)
{
    /// <summary>Whether a text names a file of <c>images/</c>. Those of the programme have gone with it.</summary>
    public bool Shows(string picture) => Texts.Values.Any(text => text.Contains(picture, StringComparison.Ordinal));
}

/// <summary>
/// Makes the content folder of the next edition from that of the last one: pages, committee, identity and settings stay, dates move,
/// sessions, contributions and news go. It edits lines, so that comments and the order of keys stay.
/// </summary>
public static partial class NextEdition
{
    /// <summary>The first day of the last edition; null if the text says none.</summary>
    public static DateOnly? StartOf(string workshop) =>
        KeyLine("start").Match(workshop) is { Success: true } line
        && WorkshopQuestions.ReadDay(line.Groups["value"].Value.Trim().Trim('"'), out var day) is null
            ? day
            : null;

    /// <param name="last">The texts of the last edition, by name: <c>workshop.md</c> and others.</param>
    /// <param name="oldStart">The first day of the last edition.</param>
    /// <param name="newStart">The first day of the next one.</param>
    public static NextEditionFiles FilesOf(IReadOnlyDictionary<string, string> last, DateOnly oldStart, DateOnly newStart)
    {
        var (oldYear, newYear) = (Year(oldStart), Year(newStart));
        var workshop = last[ContentFolder.WorkshopFile].ReplaceLineEndings("\n");
        var name = $"{ValueOf(workshop, "acronym")} {ValueOf(workshop, "edition")}".Trim();
        var texts = last.Where(file =>
                file.Key.StartsWith("pages/", StringComparison.Ordinal)
                || file.Key.StartsWith(MailReader.Folder + "/", StringComparison.Ordinal)
            )
            .ToDictionary();
        var languages = LanguageReader.Of(workshop);
        texts[ContentFolder.WorkshopFile] = WithLink(Front(workshop, newStart.DayNumber - oldStart.DayNumber), languages.First);
        if (
            languages.Second is { } second
            && TranslatedBodies.NameOf("workshop", second) is var twin
            && last.TryGetValue(twin, out var text)
        )
            texts[twin] = WithLink(text.ReplaceLineEndings("\n"), second);
        return new(texts, StillOld());

        string Front(string text, int days)
        {
            var end = text.IndexOf("\n---", 3, StringComparison.Ordinal) is >= 0 and var at ? at + 1 : text.Length;
            // The files that mails carry stay with the last edition, like its materials.
            var front = Attachments().Replace(WithoutBlock(text[..end], "slots"), "");
            front = DateValue().Replace(front, date => Moved(date.Value, days));
            front = KeyLine("edition").Replace(front, line => line.Value.Replace(oldYear, newYear, StringComparison.Ordinal));
            // The identifiers of calendar events must not be those of the last edition.
            foreach (var key in (string[])["slug", "uid_domain"])
                front = KeyLine(key).Replace(front, line => line.Groups["key"].Value + Renamed(line.Groups["value"].Value));
            return front + text[end..];
        }

        string Renamed(string value) =>
            oldYear != newYear && value.Contains(oldYear, StringComparison.Ordinal)
                ? value.Replace(oldYear, newYear, StringComparison.Ordinal)
                : FirstLabel().Replace(value, label => $"{label.Value}-{newYear}", 1);

        string WithLink(string body, Language language) =>
            body.TrimEnd('\n')
            + "\n\n"
            + new Localized($"L’édition précédente : [{name}](/{oldYear}/).", $"The previous edition: [{name}](/{oldYear}/).").In(language)
            + "\n";

        List<string> StillOld() =>
            [
                .. texts
                    .OrderBy(t => t.Key, StringComparer.Ordinal)
                    .SelectMany(t => t.Value.Split('\n').Select((line, i) => (Line: line, Place: $"{t.Key}:{i + 1}")))
                    .Where(l =>
                        l.Line.Contains(oldYear, StringComparison.Ordinal) && !l.Line.Contains($"(/{oldYear}/)", StringComparison.Ordinal)
                    )
                    .Select(l => l.Place),
            ];
    }

    private static string Year(DateOnly day) => day.Year.ToString(CultureInfo.InvariantCulture);

    private static string Moved(string date, int days) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? StarterFolder.Day(day.AddDays(days))
            : date;

    private static string ValueOf(string workshop, string key) => KeyLine(key).Match(workshop).Groups["value"].Value.Trim().Trim('"', '\'');

    /// <summary>Leaves out a key of the first level with all that is indented below it, or listed under it.</summary>
    private static string WithoutBlock(string front, string key)
    {
        var lines = front.Split('\n').ToList();
        var start = lines.FindIndex(line => line.StartsWith(key + ":", StringComparison.Ordinal));
        if (start < 0)
            return front;
        var end = lines.FindIndex(start + 1, line => line.Length > 0 && line[0] is not (' ' or '-') || line == "---");
        lines.RemoveRange(start, (end < 0 ? lines.Count : end) - start);
        return string.Join('\n', lines);
    }

    private static Regex KeyLine(string key) =>
        new($"^(?<key>{key}: *)(?<value>[^\n#]*)", RegexOptions.Multiline | RegexOptions.CultureInvariant);

    /// <summary>A date that is a whole value, with or without an hour and quotes: not a part of an address or a sentence.</summary>
    [GeneratedRegex(
        @"(?<=[:\[,] *""?)[0-9]{4}-[0-9]{2}-[0-9]{2}(?=(?: [0-9]{2}:[0-9]{2})?""? *(?:[,}\]#]|$))",
        RegexOptions.Multiline | RegexOptions.CultureInvariant
    )]
    private static partial Regex DateValue();

    [GeneratedRegex(@"^( +)attachments:.*\n(?:\1[ -].*\n)*", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Attachments();

    [GeneratedRegex("[a-z0-9-]+", RegexOptions.CultureInvariant)]
    private static partial Regex FirstLabel();
}
