using System.Collections.Concurrent;
using System.Globalization;

namespace ModMatWorkshop.Content;

public enum Severity
{
    /// <summary>Shown, and the site goes on.</summary>
    Warning,

    /// <summary>The site cannot be right: nothing of the folder is imported.</summary>
    Error,
}

/// <summary>Something wrong in the content folder, with the place where a person would put it right.</summary>
/// <param name="File">Path inside the content folder, with slashes.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Message">A sentence.</param>
/// <param name="Hint">What to do about it.</param>
public sealed record Problem(string File, int Line, int Column, Severity Severity, string Message, string Hint)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column} {Severity.ToString().ToLowerInvariant()}: {Message} {Hint}")
            .TrimEnd();
}

/// <summary>Every problem of a folder at once, in the order of the files.</summary>
public sealed class ProblemList
{
    private const int MaxLength = 500;

    private readonly ConcurrentQueue<Problem> _problems = [];

    public bool HasErrors => _problems.Any(p => p.Severity == Severity.Error);

    public IReadOnlyList<Problem> InOrder =>
        [.. _problems.Distinct().OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column)];

    public void Error(SourceLocation place, string message, string hint = "") => Add(place, Severity.Error, message, hint);

    public void Warn(SourceLocation place, string message, string hint = "") => Add(place, Severity.Warning, message, hint);

    private void Add(SourceLocation place, Severity severity, string message, string hint) =>
        _problems.Enqueue(new(place.File, place.Line, place.Column, severity, OneLine(message), OneLine(hint)));

    /// <summary>A message may quote the content: with its line ends, its escape sequences, at its length.</summary>
    private static string OneLine(string text)
    {
        text = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return text.Length <= MaxLength ? text : text[..MaxLength] + "…";
    }
}

/// <summary>A place in a file of the content folder, lines and columns from 1.</summary>
public readonly record struct SourceLocation(string File, int Line = 1, int Column = 1);
