using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Call;

/// <summary>
/// Reads a line of authors as people paste it, with the lines of affiliations that may follow: <c>A. Durand¹, B. Müller¹˒² and C. Kim*</c>,
/// <c>1 Institute of Physics, Lyon</c>. Marks are superscripts, digits (also in brackets, also a range), letters after a caret, or signs.
/// </summary>
public static partial class AuthorLine
{
    /// <summary>A longer text is not read.</summary>
    public const int MaxLength = 40_000;

    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const string SuperscriptLetters = "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐ";

    /// <summary>The authors and affiliations; none of both in a text without names.</summary>
    public static (IReadOnlyList<SubmissionAuthor> Authors, IReadOnlyList<string> Affiliations) Read(string text)
    {
        if (text.Length > MaxLength)
            return ([], []);
        var lines = Plain(text).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var first = FirstAffiliation(lines);
        var people = People(InReadingOrder(string.Join(' ', lines.Take(first))));
        var places = Places(lines.Skip(first));
        if (places.Count == 0)
            places = Unnamed(people);
        var numbers = places
            .Select((place, i) => (place.Mark, Number: i + 1))
            .DistinctBy(p => p.Mark)
            .ToDictionary(p => p.Mark, p => p.Number);
        return (
            [
                .. people.Select(person =>
                    Author(person.Name, person.Marks.Where(numbers.ContainsKey).Select(m => numbers[m]), places.Count)
                ),
            ],
            [.. places.Select(place => place.Name)]
        );
    }

    private static SubmissionAuthor Author(string name, IEnumerable<int> numbers, int places)
    {
        var parts = new PersonName(PersonName.WithoutTitles(name));
        var family = parts.Suffix.Length == 0 ? parts.Family : $"{parts.Family} {parts.Suffix}";
        List<int> own = [.. numbers.Distinct().Order()];
        return new(parts.Given, family, own.Count == 0 && places == 1 ? [1] : own);
    }

    /// <summary>Marks become <c>^1^</c>, whatever they were: the rest reads one form only.</summary>
    private static string Plain(string text)
    {
        text = text.ReplaceLineEndings("\n").Replace("\\\\", "\n", StringComparison.Ordinal).Replace('\u00A0', ' ').Replace('~', ' ');
        text = Command().Replace(text, match => match.Groups["inside"].Value);
        text = SignCommand().Replace(text, match => match.Value is @"\dagger" or @"\dag" ? "†" : "*");
        text = TexMark()
            .Replace(text, match =>
                string.Join(
                    ',',
                    OneMark().Matches(match.Groups["mark"].Value).Select(m => char.IsAsciiLetter(m.Value[0]) ? $"^{m.Value}" : m.Value)
                )
            );
        // Those with marks in braces inside.
        text = Command().Replace(text, match => match.Groups["inside"].Value);
        text = AndCommand().Replace(text, ", ");
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
            if (Superscripts.IndexOf(c, StringComparison.Ordinal) is >= 0 and var digit)
                plain.Append((char)('0' + digit));
            else if (SuperscriptLetters.IndexOf(c, StringComparison.Ordinal) is >= 0 and var letter)
                plain.Append('^').Append((char)('a' + letter));
            else
                plain.Append(
                    c switch
                    {
                        '˒' or '⸴' => ',',
                        '⁻' or '–' or '—' => '-',
                        '∗' => '*',
                        _ => c,
                    }
                );
        return plain.ToString();
    }

    /// <summary>The place of the first line that is no line of authors: it begins with a mark and is not the first one.</summary>
    private static int FirstAffiliation(string[] lines)
    {
        for (var i = 1; i < lines.Length; i++)
            if (Place().IsMatch(lines[i]))
                return i;
        // Without marks, the first line has the authors and the others are affiliations.
        return lines.Length > 1 && !lines[0].EndsWith(',') && !lines.Any(l => l.Any(char.IsDigit)) ? 1 : lines.Length;
    }

    private static List<(string Mark, string Name)> Places(IEnumerable<string> lines)
    {
        var places = new List<(string Mark, string Name)>();
        foreach (var line in lines)
        {
            var match = Place().Match(line);
            if (match.Success)
                places.Add((match.Groups["mark"].Value.Trim('^'), match.Groups["name"].Value.Trim()));
            else if (places.Count > 0 && places[^1].Mark.Length > 0)
                places[^1] = (places[^1].Mark, $"{places[^1].Name} {line}");
            else
                places.Add(("", line));
        }
        places = [.. places.Select(place => (place.Mark, place.Name.TrimEnd(';', ',', ' ')))];
        // An address of mail after a star is no affiliation, and neither is what people say of themselves.
        places.RemoveAll(place =>
            place.Name.Contains('@', StringComparison.Ordinal)
            || place.Name.Length == 0
            || place.Mark.Length > 0 && !char.IsLetterOrDigit(place.Mark[0]) && Remark().IsMatch(place.Name)
        );
        return places.Count > SubmissionText.MaxAffiliations ? places[..SubmissionText.MaxAffiliations] : places;
    }

    /// <summary>Rows for the affiliations that only numbers tell of.</summary>
    private static List<(string Mark, string Name)> Unnamed(List<(string Name, List<string> Marks)> people)
    {
        var most = people
            .SelectMany(p => p.Marks)
            .Select(mark => int.TryParse(mark, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .DefaultIfEmpty()
            .Max();
        return most > SubmissionText.MaxAffiliations
            ? []
            : [.. Enumerable.Range(1, most).Select(n => (n.ToString(CultureInfo.InvariantCulture), ""))];
    }

    /// <summary><c>Durand, Alice; Müller, Berta</c> becomes <c>Alice Durand; Berta Müller</c>.</summary>
    private static string InReadingOrder(string text)
    {
        var parts = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var inverted = parts.Select(part => Inverted().Match(part)).ToList();
        return parts.Length > 1 && inverted.TrueForAll(m => m.Success)
            ? string.Join(
                "; ",
                inverted.Select(m => $"{m.Groups["given"].Value.Trim()} {m.Groups["family"].Value}{m.Groups["marks"].Value}")
            )
            : text;
    }

    private static List<(string Name, List<string> Marks)> People(string text)
    {
        var people = new List<(string Name, List<string> Marks)>();
        var (name, marks) = (new StringBuilder(), new List<string>());
        for (var i = 0; i < text.Length; )
        {
            if (Mark().Match(text, i) is { Success: true } mark)
            {
                AddMarks(marks, mark.Value);
                i += mark.Length;
            }
            else if (Separator().Match(text, i) is { Success: true } separator)
            {
                End();
                i += separator.Length;
            }
            else
            {
                // A name after a mark is that of the next person, with or without a comma.
                if (marks.Count > 0 && char.IsLetter(text[i]))
                    End();
                name.Append(text[i++]);
            }
        }
        End();
        return Joined(people);

        void End()
        {
            var whole = string.Join(' ', name.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Trim('.', ':', ' ', '(', ')', '{', '}');
            // The full stop of an initial at the end was cut with the others.
            if (name.ToString().TrimEnd().EndsWith('.') && EndsInInitial().IsMatch(whole))
                whole += ".";
            if (whole.Any(char.IsLetter) && whole is not ("and" or "et" or "und" or "y"))
                people.Add((whole, [.. marks]));
            else if (people.Count > 0)
                people[^1].Marks.AddRange(marks);
            name.Clear();
            marks.Clear();
        }
    }

    /// <summary>Puts <c>Durand, A., Müller, B.</c> together: every other part is initials only.</summary>
    private static List<(string Name, List<string> Marks)> Joined(List<(string Name, List<string> Marks)> people)
    {
        var isInverted =
            people.Count > 1
            && people.Count % 2 == 0
            && people
                .Select((p, i) => i % 2 == 0 ? !Initials().IsMatch(p.Name) && p.Marks.Count == 0 : Initials().IsMatch(p.Name))
                .All(x => x);
        return isInverted ? [.. people.Chunk(2).Select(pair => ($"{pair[1].Name} {pair[0].Name}", pair[1].Marks))]
            : people.Count > SubmissionText.MaxAuthors + 1 ? people[..(SubmissionText.MaxAuthors + 1)]
            : people;
    }

    private static void AddMarks(List<string> marks, string text)
    {
        foreach (Match part in OneMark().Matches(text))
            if (
                part.Groups["to"].Success
                && int.TryParse(part.Groups["from"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
                && int.TryParse(part.Groups["to"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var to)
                && to >= from
                && to - from < SubmissionText.MaxAffiliations
            )
                marks.AddRange(Enumerable.Range(from, to - from + 1).Select(n => n.ToString(CultureInfo.InvariantCulture)));
            else
                marks.Add(part.Value.Trim('^'));
    }

    /// <summary>Commands around names and marks.</summary>
    [GeneratedRegex(@"\\(?:textsuperscript|author|affiliation|affil|inst|textbf|textit|emph|underline|presenter)\s*\{(?<inside>[^{}]*)\}")]
    private static partial Regex Command();

    [GeneratedRegex(@"\$?\^[ ]*(?:\{\s*(?<mark>[^{}$]*)\}|(?<mark>[0-9]+|[a-z](?![a-z])|[*†‡§¶]))(?:[ ]*\$)?")]
    private static partial Regex TexMark();

    [GeneratedRegex(@"\\(?:ddagger|ddag|dagger|dag|star|ast)(?![a-z])")]
    private static partial Regex SignCommand();

    [GeneratedRegex(@"\\and(?![a-z])|\\quad|\\qquad")]
    private static partial Regex AndCommand();

    /// <summary>After a mark and a space, the name of a place may begin with a digit (<c>4PI</c>), a quotation mark or a bracket.</summary>
    [GeneratedRegex(
        @"\A[\[(]?(?<mark>[0-9]{1,3}|\^[a-z]|[a-z](?=[).\]^ ])|[*†‡§¶#]+)[\])^]?[.:)]?"
            + @"(?:\s*(?<name>\p{L}.*)|(?:\s+|(?<=\^[a-z]))(?<name>(?:[0-9]{1,3}\p{L}|[“”„«""(']).*))\z"
    )]
    private static partial Regex Place();

    /// <summary>One or several marks, with what separates them.</summary>
    [GeneratedRegex(
        @"\G\s*(?:[\[(]\s*)?(?:[0-9]{1,3}(?:\s*-\s*[0-9]{1,3})?|\^[a-z]|[*†‡§¶#])"
            + @"(?:\s*[,;]?\s*(?:[0-9]{1,3}(?:\s*-\s*[0-9]{1,3})?|\^[a-z]|[*†‡§¶#]))*(?:\s*[\])])?"
    )]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?<from>[0-9]{1,3})\s*-\s*(?<to>[0-9]{1,3})|[0-9]{1,3}|\^?[a-z]|[*†‡§¶#]")]
    private static partial Regex OneMark();

    /// <summary>The <c>y</c> of <c>A. Ruiz y B. Sanz</c> stands before a whole name; that of <c>José Ruiz y Sanz</c> is in his.</summary>
    [GeneratedRegex(
        @"\G(?:(?>\s*[,;&]\s*)(?!(?:Jr|Jnr|Sr|Snr|II|III|IV)(?!\p{L}))(?:(?:and|et|und|y)(?:\s+|\z))?"
            + @"|\s+(?:and|et|und|y(?=\s+[^\s,;&0-9^*]+\s+(?!(?:and|et|und|y)\s)\p{L}))(?:\s+|\z))",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Separator();

    [GeneratedRegex(@"\A(?<family>(?!\p{Lu}\.)[^,0-9^*†‡§¶()\[\]]+),(?<given>[^,0-9^*†‡§¶()\[\]]*\p{L}\.?)(?<marks>[^,\p{L}]?.*)\z")]
    private static partial Regex Inverted();

    [GeneratedRegex("contribut|correspond|present address|deceased", RegexOptions.IgnoreCase)]
    private static partial Regex Remark();

    [GeneratedRegex(@"\A(?:\p{Lu}\p{Ll}?\.?[\s-]?){1,4}\z")]
    private static partial Regex Initials();

    [GeneratedRegex(@"(?:\A|[\s.-])(?:\p{Lu}|Jr|Sr)\z")]
    private static partial Regex EndsInInitial();
}
