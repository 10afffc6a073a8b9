using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ModMatWorkshop.Domain.Call;

namespace ModMatWorkshop.Content.PastedTex;

/// <summary>
/// Reads authors as people paste them. What LaTeX writes (<c>\author[1]{…}</c>, <c>\affil[1]{…}</c>, <c>\inst{1}</c>,
/// <c>\affiliation{…}</c> after each author) becomes the line that <see cref="AuthorLine"/> reads.
/// </summary>
public static partial class PastedAuthors
{
    private static readonly FrozenSet<string> People = FrozenSet.Create("author", "name", "IEEEauthorblockN");

    private static readonly FrozenSet<string> Places = FrozenSet.Create(
        "affil",
        "affiliation",
        "affiliations",
        "altaffiliation",
        "address",
        "institute",
        "institution",
        "IEEEauthorblockA"
    );

    /// <summary>What belongs to no name, with its argument.</summary>
    private static readonly FrozenSet<string> Dropped = FrozenSet.Create(
        "thanks",
        "footnote",
        "footnotemark",
        "footnotetext",
        "email",
        "ead",
        "orcid",
        "orcidlink",
        "orcidID",
        "corref",
        "cortext",
        "fnref",
        "fntext",
        "thanksref",
        "homepage",
        "title",
        "date",
        "label",
        "begin",
        "end"
    );

    private static readonly FrozenSet<string> PartsOfAddress = FrozenSet.Create(
        "department",
        "orgdiv",
        "orgname",
        "organization",
        "streetaddress",
        "street",
        "city",
        "state",
        "postcode",
        "country"
    );

    public static (IReadOnlyList<SubmissionAuthor> Authors, IReadOnlyList<string> Affiliations) Read(string text) =>
        AuthorLine.Read(text.Length <= AuthorLine.MaxLength && text.Contains('\\', StringComparison.Ordinal) ? Plain(text) : text);

    private static string Plain(string text)
    {
        text = Comment().Replace(text.ReplaceLineEndings("\n"), "");
        var blocks = Blocks(text).ToList();
        if (!blocks.Exists(b => b.IsPeople))
            return Signs(text);
        // Lines of affiliations may follow without a command.
        var rest = blocks.Exists(b => !b.IsPeople) ? "" : Signs(text[blocks[^1].End..]);
        return $"{new Lines(blocks)}\n{rest}";
    }

    /// <param name="Keys">Between square brackets; empty for none.</param>
    /// <param name="End">The position after it.</param>
    private sealed record Block(bool IsPeople, IReadOnlyList<string> Keys, string Text, int End);

    private static IEnumerable<Block> Blocks(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
                continue;
            var name = TexCommands.NameAt(text, i + 1, text.Length);
            if (!People.Contains(name) && !Places.Contains(name))
                continue;
            var options = Options().Match(text, i + 1 + name.Length);
            if (TexText.Argument(text, options.Index + options.Length, text.Length) is not { } argument)
                continue;
            var keys = options.Groups["keys"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            yield return new(People.Contains(name), keys, text[argument.Inside], argument.End);
            i = argument.End - 1;
        }
    }

    /// <summary>Accents and signs become letters, raised text becomes marks, and what is no name goes.</summary>
    private static string Signs(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; )
        {
            if (text[i] == '\\' && Command(text, i) is { } command)
            {
                plain.Append(command.Text);
                i += command.Length;
                continue;
            }
            var reading = text[i] is '\\' or '{' ? TexText.At(text, i, text.Length) : null;
            plain.Append(
                reading switch
                {
                    TexSign sign => sign.Text,
                    TexStyled { Style: TexStyle.Superscript } raised => $"^{{{Signs(text[raised.Argument])}}}",
                    TexStyled styled => Signs(text[styled.Argument]),
                    TexBreak => "\n",
                    _ => text.Substring(i, reading?.Length ?? 1),
                }
            );
            i += reading?.Length ?? 1;
        }
        return plain.ToString();
    }

    /// <summary>A command of lists of authors; null for any other.</summary>
    private static (string Text, int Length)? Command(string text, int start)
    {
        var name = TexCommands.NameAt(text, start + 1, text.Length);
        if (name.Length == 0)
            return start + 1 < text.Length && text[start + 1] is '&' or '%' or '_' or '#' ? (text[start + 1].ToString(), 2) : null;
        var after = start + 1 + name.Length;
        if (name is "and" or "And" or "AND")
            return (", ", after - start);
        var options = Options().Match(text, after);
        var argument = TexText.Argument(text, options.Index + options.Length, text.Length);
        if (name == "inst" && argument is { } numbers)
            return ($"^{{{text[numbers.Inside]}}}", numbers.End - start);
        return Dropped.Contains(name) ? ("", (argument?.End ?? options.Index + options.Length) - start)
            : argument is { } part && (Places.Contains(name) || PartsOfAddress.Contains(name))
                ? ($"{Signs(text[part.Inside])}, ", part.End - start)
            : null;
    }

    /// <summary>Puts the authors of several commands into one line, and numbers their affiliations.</summary>
    private sealed class Lines
    {
        private readonly List<(string Name, List<int> Numbers)> _people = [];
        private readonly List<(string Key, string Name)> _places = [];

        /// <summary>Affiliations that have marks of their own already.</summary>
        private readonly List<string> _marked = [];

        public Lines(IReadOnlyList<Block> blocks)
        {
            var group = 0;
            var isAfterPlace = false;
            // An author names keys of affiliations that come later.
            foreach (var block in blocks.Where(b => !b.IsPeople && b.Keys.Count > 0))
                Number(block.Keys[0], NameOf(block.Text));
            foreach (var block in blocks)
            {
                if (block.IsPeople)
                {
                    group = isAfterPlace ? _people.Count : group;
                    _people.Add((Signs(block.Text).Trim(), [.. block.Keys.Select(NumberOf).Where(n => n > 0)]));
                }
                else if (block.Keys.Count == 0)
                    AddUnkeyed(block, group);
                isAfterPlace = !block.IsPeople;
            }
        }

        public override string ToString() =>
            string.Join(
                '\n',
                [
                    string.Join(", ", _people.Select(p => p.Name + (p.Numbers.Count > 0 ? $"^{{{string.Join(',', p.Numbers)}}}" : ""))),
                    .. _marked,
                    .. _places.Select((place, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1} {place.Name}")),
                ]
            );

        /// <summary>An affiliation without a key is that of the authors before it, unless their marks say otherwise.</summary>
        private void AddUnkeyed(Block block, int group)
        {
            var text = Signs(block.Text).Trim();
            if (OwnMark().IsMatch(text))
                _marked.Add(text);
            else if (AndCommand().IsMatch(block.Text) || _people.Exists(p => p.Name.Contains('^', StringComparison.Ordinal)))
                foreach (var one in AndCommand().Split(block.Text))
                    Number("", NameOf(one));
            else
            {
                var name = NameOf(block.Text);
                var known = _places.FindIndex(place => place.Name == name);
                var number = known >= 0 ? known + 1 : Number("", name);
                foreach (var (_, numbers) in _people.Skip(group))
                    numbers.Add(number);
            }
        }

        private int Number(string key, string name)
        {
            _places.Add((key, name));
            return _places.Count;
        }

        private int NumberOf(string key) => _places.FindIndex(place => place.Key == key) + 1;

        private static string NameOf(string text) =>
            Spaces()
                .Replace(KeyValue().Replace(Signs(text), "${value}"), " ")
                .Replace(" ,", ",", StringComparison.Ordinal)
                .Trim(' ', ',', '\\');
    }

    [GeneratedRegex(@"(?<!\\)%[^\n]*\n?")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\G\*?\s*(?:\[(?<keys>[^\]]*)\]\s*)*")]
    private static partial Regex Options();

    [GeneratedRegex(@"\\and(?![a-z])")]
    private static partial Regex AndCommand();

    /// <summary>A part of an address as <c>organization={…}</c>.</summary>
    [GeneratedRegex(@"\b[a-z]+\s*=\s*\{(?<value>[^{}]*)\}")]
    private static partial Regex KeyValue();

    [GeneratedRegex(@"\A\$?\^")]
    private static partial Regex OwnMark();

    [GeneratedRegex(@"[\s~]+")]
    private static partial Regex Spaces();
}
