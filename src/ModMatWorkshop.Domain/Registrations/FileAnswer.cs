using System.Globalization;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>The answer to a question of the kind <see cref="QuestionKind.File"/>: which file it is, its size and its name.</summary>
/// <param name="Id">Of the <see cref="AnswerFile"/>.</param>
/// <param name="Length">In bytes.</param>
public sealed record FileAnswer(Guid Id, int Length, string Name)
{
    /// <summary>Of a name, with its extension.</summary>
    public const int MaxName = 100;

    /// <summary>Of the text form.</summary>
    public const int MaxText = 32 + 1 + 10 + 1 + MaxName;

    private const string Extension = ".pdf";

    /// <summary>The text form that the answers store: id, length and name.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id:N} {Length} {Name}");

    /// <returns>Null for a text that is no such answer.</returns>
    public static FileAnswer? Of(string value) =>
        value.Split(' ', 3) is [var id, var length, { Length: > 0 and <= MaxName } name]
        && Guid.TryParseExact(id, "N", out var known)
        && int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            ? new(known, bytes, name)
            : null;

    /// <summary>Whether a question with this id asks for a file.</summary>
    public static bool IsAskedBy(string id) => id.Split('_') is [_, var kind] && kind == Question.NameOf(QuestionKind.File);

    /// <summary>The files that answers name.</summary>
    public static IEnumerable<Guid> FilesIn(IEnumerable<QuestionAnswer> answers) =>
        answers.Where(a => IsAskedBy(a.Id)).Select(a => Of(a.Value)?.Id).OfType<Guid>();

    /// <summary>
    /// The name under which a file is kept and downloaded: what its sender called it, without folders and without what a file system or a
    /// reader may take for something else.
    /// </summary>
    public static string NameOf(string sent)
    {
        var last = sent.Split('/', '\\')[^1];
        var plain = UserInput.CleanLine(string.Concat(last.Select(c => IsPlain(c) ? c : ' '))).TrimEnd('.', ' ');
        if (plain.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
            plain = plain[..^Extension.Length];
        plain = plain.Trim('.', ' ');
        if (plain.Length > MaxName - Extension.Length)
            plain = UserInput.CleanLine(plain[..(MaxName - Extension.Length)]);
        return (plain.Length == 0 ? "document" : plain) + Extension;
    }

    private static bool IsPlain(char c) => !UserInput.IsInvisible(c) && c is not ('<' or '>' or ':' or '"' or '|' or '?' or '*');
}
