using System.Collections.Concurrent;
using System.Globalization;
using ModMatWorkshop.Content.Formulas;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Content;

public enum Severity
{
    /// <summary>The content is imported, and the warning is reported.</summary>
    Warning,

    /// <summary>The last good version of the file stays live. The other files are imported.</summary>
    Error,
}

/// <summary>A problem in the content folder, with the position at which to correct it.</summary>
/// <param name="File">The path in the content folder, with forward slashes.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Hint">How to correct the problem.</param>
public sealed record Problem(string File, int Line, int Column, Severity Severity, ProblemText Message, ProblemText Hint)
{
    /// <summary>The name of a fact that is still unknown and therefore hidden from readers; null for every other problem.</summary>
    public string? UnknownFact { get; init; }

    /// <summary>True for an error of the timetable as a whole: <c>workshop.md</c> and all sessions keep their last good version.</summary>
    public bool IsContradiction { get; init; }

    /// <summary>The file that is missing, if that is the problem.</summary>
    public string? MissingFile { get; init; }

    /// <summary>The line of the report.</summary>
    public string In(Language language)
    {
        var severity = (Severity, language) switch
        {
            (Severity.Error, Language.French) => "erreur\u00A0:",
            (Severity.Error, _) => "error:",
            (_, Language.French) => "avertissement\u00A0:",
            _ => "warning:",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column} {severity} {Message.In(language)} {Hint.In(language)}")
            .TrimEnd();
    }

    public override string ToString() => In(Language.English);
}

/// <summary>The problems of a folder, sorted by file, and the formulas in its texts.</summary>
public sealed class ProblemList
{
    private readonly ConcurrentQueue<Problem> _problems = [];
    private readonly ConcurrentDictionary<string, Formula> _formulas = [];

    public bool HasErrors => _problems.Any(p => p.Severity == Severity.Error);

    public IReadOnlyList<Problem> InOrder =>
        [.. _problems.Distinct().OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column)];

    /// <summary>The formulas that could be rendered, without repetition, sorted by key.</summary>
    public IReadOnlyList<Formula> Formulas => [.. _formulas.Values.OrderBy(f => f.Key, StringComparer.Ordinal)];

    public void Add(ProblemList others)
    {
        foreach (var problem in others._problems)
            _problems.Enqueue(problem);
        foreach (var formula in others._formulas.Values)
            Add(formula);
    }

    public void Add(Formula formula) => _formulas.TryAdd(formula.Key, formula);

    public void Error(SourceLocation place, ProblemText message, ProblemText? hint = null) => Add(place, Severity.Error, message, hint);

    /// <summary>Reports that the timetable contradicts itself.</summary>
    /// <param name="missingFile">The file that would resolve it, if it is missing.</param>
    public void Contradiction(SourceLocation place, ProblemText message, ProblemText hint, string? missingFile = null) =>
        _problems.Enqueue(New(place, Severity.Error, message, hint) with { IsContradiction = true, MissingFile = missingFile });

    public void Warn(SourceLocation place, ProblemText message, ProblemText? hint = null) => Add(place, Severity.Warning, message, hint);

    /// <summary>Warns that a fact has only a placeholder.</summary>
    public void WarnOfUnknown(SourceLocation place, string fact, string placeholder) =>
        _problems.Enqueue(
            new(
                place.File,
                place.Line,
                place.Column,
                Severity.Warning,
                $"A value is still “{placeholder}”.",
                "Replace it when you know it."
            )
            {
                UnknownFact = ProblemText.FromString(fact).ToString(),
            }
        );

    private void Add(SourceLocation place, Severity severity, ProblemText message, ProblemText? hint) =>
        _problems.Enqueue(New(place, severity, message, hint));

    private static Problem New(SourceLocation place, Severity severity, ProblemText message, ProblemText? hint) =>
        new(place.File, place.Line, place.Column, severity, message, hint ?? "");
}

/// <summary>A position in a file of the content folder; line and column from 1.</summary>
public readonly record struct SourceLocation(string File, int Line = 1, int Column = 1);
