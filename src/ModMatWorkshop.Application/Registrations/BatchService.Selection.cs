using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>Why applications are accepted or declined.</summary>
/// <param name="Told">For the person; null for nothing.</param>
/// <param name="Note">For the organisers only; null for nothing.</param>
public sealed record SelectionReasons(string? Told, string? Note);

/// <content>Decisions about applications, and what can be undone.</content>
public sealed partial class BatchService
{
    private static readonly BatchKind[] UndoableKinds =
    [
        BatchKind.Cancel,
        BatchKind.Remote,
        BatchKind.Presence,
        BatchKind.Accept,
        BatchKind.Decline,
        BatchKind.DeclineWithStream,
    ];

    /// <summary>Starts a batch that decides about applications.</summary>
    public Task<Batch> BeginSelectionAsync(
        Guid key,
        BatchKind kind,
        IEnumerable<int> numbers,
        SelectionReasons reasons,
        Actor actor,
        CancellationToken cancel
    ) =>
        BeginAsync(
            New(key, kind, actor, reasons: reasons),
            numbers.Distinct().Select((number, i) => new BatchItem { Position = i + 1, Number = number }),
            cancel
        );
}
