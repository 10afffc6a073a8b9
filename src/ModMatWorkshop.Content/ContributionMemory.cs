using System.Collections.Concurrent;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content;

/// <summary>
/// Remembers what the files of <c>contributions/</c> gave, so that an import after a change reads only the changed one. What is remembered
/// equals what reading the file again would give.
/// </summary>
public sealed class ContributionMemory
{
    private readonly ConcurrentDictionary<string, (ContributionSource Source, ReadContribution Read)> _files = [];

    /// <summary>Null if the file has not been read, or depends on something that has changed.</summary>
    internal ReadContribution? Get(string name, ContributionSource source) =>
        _files.TryGetValue(name, out var known) && known.Source == source ? known.Read : null;

    internal void Add(string name, ContributionSource source, ReadContribution read)
    {
        if (read.CanBeRemembered)
            _files[name] = (source, read);
    }

    /// <summary>Forgets the files that have left the folder.</summary>
    internal void KeepOnly(IReadOnlyDictionary<string, string?> texts)
    {
        foreach (var name in _files.Keys.Where(name => !texts.ContainsKey(name)))
            _files.TryRemove(name, out _);
    }
}

/// <summary>All that the reading of a contribution depends on, but for files in <c>materials/</c> and <c>images/</c>.</summary>
/// <param name="Text">The text of its file.</param>
/// <param name="Languages">Of the workshop; null if it cannot be read.</param>
/// <param name="Kinds">The kinds of the workshop, as text. Nothing else in <c>workshop.md</c> matters to a contribution.</param>
/// <param name="IsInSlot">Whether a slot names it; null while not all slots are known.</param>
/// <param name="SessionNumber">The session of its slot.</param>
/// <param name="Formulas">The version of the renderer of formulas.</param>
internal sealed record ContributionSource(
    string Text,
    WorkshopLanguages? Languages,
    string Kinds,
    bool? IsInSlot,
    int? SessionNumber,
    string Formulas
);

/// <summary>What a file gave.</summary>
/// <param name="IsUnreadable">The file could not be split into front matter and body.</param>
/// <param name="Contribution">Null also for a file without a code.</param>
/// <param name="NamesPicture">Whether it shows a file of <c>images/</c>.</param>
internal sealed record ReadContribution(
    bool IsUnreadable,
    Contribution? Contribution,
    bool NamesPicture,
    ProblemList Problems,
    PersonCollector People
)
{
    /// <summary>
    /// A file with an error is read again: its code may not be that of its name, or a formula may have failed for lack of time. So is one
    /// with materials or pictures.
    /// </summary>
    public bool CanBeRemembered => Contribution is { Materials: [] } && !NamesPicture && !Problems.HasErrors;
}
