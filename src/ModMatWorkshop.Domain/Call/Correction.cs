namespace ModMatWorkshop.Domain.Call;

/// <summary>What the author of a contribution in the programme may correct, as text.</summary>
/// <param name="Title">One line of Markdown.</param>
/// <param name="Abstract">Markdown.</param>
/// <param name="Authors">One a line, with the numbers of their affiliations: <c>Ada Lovelace (1, 2)</c>.</param>
/// <param name="Affiliations">One a line; the first one is number 1.</param>
/// <param name="Keywords">With semicolons between them: a keyword may have a comma.</param>
public sealed record CorrectedText(string Title, string Abstract, string Authors, string Affiliations, string Keywords)
{
    public static readonly CorrectedText Empty = new("", "", "", "", "");

    /// <summary>The parts by their names in forms, in the order of the form.</summary>
    public IReadOnlyList<(string Input, Localized Label, string Text)> Parts =>
        [
            ("title", SubmissionFields.Title.Label, Title),
            ("abstract", SubmissionFields.Abstract.Label, Abstract),
            ("authors", new("Auteurs", "Authors"), Authors),
            ("affiliations", new("Laboratoires", "Affiliations"), Affiliations),
            ("keywords", SubmissionFields.Keywords.Label, Keywords),
        ];

    /// <summary>The whole as one text, in which a difference is shown.</summary>
    public string Whole => string.Join("\n\n", Parts.Select(p => p.Text).Where(text => text.Length > 0));
}

/// <summary>The database stores the number.</summary>
public enum CorrectionState
{
    Waiting,
    Accepted,
    Declined,

    /// <summary>The author has sent another one instead.</summary>
    Replaced,
}

/// <summary>A correction that an author proposes for a contribution in the programme.</summary>
public sealed class SubmissionCorrection
{
    public required Guid Id { get; init; }

    public required Guid SubmissionId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The text that the author had before them.</summary>
    public required CorrectedText Before { get; init; }

    public required CorrectedText After { get; init; }

    /// <summary>The version of the content file that had it.</summary>
    public required long BasedOn { get; init; }

    public CorrectionState State { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>It was a typo, and live without an organiser.</summary>
    public bool WasAtOnce { get; private set; }

    public bool IsWaiting => State == CorrectionState.Waiting;

    public void Decide(CorrectionState state, DateTimeOffset now, bool atOnce = false) =>
        (State, DecidedAt, WasAtOnce) = (state, now, atOnce);
}

/// <summary>Decides what an author may propose, and what is so small that nobody needs to read it.</summary>
public static class CorrectionRules
{
    public const int MaxTitle = 400;
    public const int MaxAbstract = 40_000;
    public const int MaxList = 20_000;

    private const int MostWords = 3;
    private const int MostLetters = 2;

    /// <summary>In a shorter word, one letter makes another meaning: not, now, no.</summary>
    private const int ShortestWord = 5;

    public static IEnumerable<SubmissionFault> Faults(CorrectedText text)
    {
        foreach (var (input, label, value) in text.Parts)
        {
            var most = input switch
            {
                "title" => MaxTitle,
                "abstract" => MaxAbstract,
                _ => MaxList,
            };
            if (value.Length > most)
                yield return new($"correct-{input}", Registrations.FieldErrors.TooLong(label, most));
            else if (value.Length == 0 && (input is "title" or "abstract" or "authors"))
                yield return new($"correct-{input}", Registrations.FieldErrors.Missing(label));
        }
    }

    /// <summary>
    /// Whether only a few words of title or abstract differ, each by a letter or two in its middle. A name, a number, a formula, a short
    /// word and a beginning such as in <c>stable</c> and <c>unstable</c> are no typo.
    /// </summary>
    public static bool IsTypo(CorrectedText before, CorrectedText after)
    {
        if ((before.Authors, before.Affiliations, before.Keywords) != (after.Authors, after.Affiliations, after.Keywords))
            return false;
        var (old, now) = (WordsOf(before), WordsOf(after));
        if (old.Length != now.Length)
            return false;
        var changed = old.Zip(now).Where(pair => pair.First != pair.Second).ToList();
        return changed.Count is > 0 and <= MostWords && changed.TrueForAll(pair => IsTypoOfWord(pair.First, pair.Second));
    }

    private static bool IsTypoOfWord(string before, string after) =>
        before.Length >= ShortestWord
        && after.Length >= ShortestWord
        && before[0] == after[0]
        && before.Concat(after).All(c => char.IsLetter(c) && !char.IsUpper(c) || c is '.' or ',' or ';' or '\'' or '’' or '-')
        && Distance(before, after) <= MostLetters;

    private static string[] WordsOf(CorrectedText text) =>
        $"{text.Title} \n {text.Abstract}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The letters to add, remove or replace to make one word of the other.</summary>
    private static int Distance(string one, string other)
    {
        var before = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var now = new int[other.Length + 1];
            now[0] = i;
            for (var j = 1; j <= other.Length; j++)
                now[j] = Math.Min(Math.Min(now[j - 1], before[j]) + 1, before[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
            before = now;
        }
        return before[^1];
    }
}
