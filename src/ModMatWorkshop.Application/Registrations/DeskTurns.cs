using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>
/// Those who want something of the desk, in the order in which they came. Whoever is called takes along everybody who stands behind: one after the other they have their
/// turns in one transaction, and wait for the disk once.
/// </summary>
public sealed class DeskTurns(WriteTurns turns, SiteClock clock, TimeProvider realTime, MailBell bell, KnownVersions versions)
{
    /// <summary>The first of them waits for the last.</summary>
    private const int MostTogether = 32;

    private readonly Queue<Comer> _line = [];
    private bool _isServing;

    /// <param name="work">Is done in the database of the turn, which may be another's; it is done again when it was done with others and one of them failed.</param>
    /// <param name="cancel">Heeded until the turn begins.</param>
    internal async Task<T> TakeAsync<T>(WorkshopDb db, Func<Turn, Task<T>> work, CancellationToken cancel)
    {
        var comer = new Comer<T>(work, cancel);
        lock (_line)
        {
            _line.Enqueue(comer);
            if (!_isServing)
                CallNext();
        }
        if (!await comer.WasServedAsync())
            await LeadAsync(db);
        return await comer.AnswerAsync();
    }

    private async Task LeadAsync(WorkshopDb db)
    {
        List<Comer> together = [];
        lock (_line)
            while (together.Count < MostTogether && _line.TryDequeue(out var comer))
                together.Add(comer);
        await ServeAsync(db, together);
        lock (_line)
            CallNext();
        foreach (var comer in together)
            comer.Call(isServed: true);
    }

    private void CallNext()
    {
        _isServing = _line.TryPeek(out var next);
        next?.Call(isServed: false);
    }

    /// <summary>When it goes wrong with several, nothing has happened yet, and each has a turn alone.</summary>
    private async Task ServeAsync(WorkshopDb db, IReadOnlyList<Comer> together)
    {
        try
        {
            var (version, hasMail) = await turns.TakeAsync(db, async () =>
            {
                var turn = new Turn(db, clock, realTime);
                await turn.BeginAsync();
                foreach (var comer in together)
                    await comer.TakeAsync(turn);
                return (turn.Room.Version, turn.HasMail);
            }, CancellationToken.None);
            versions.SawRegistrations(version);
            if (hasMail)
                bell.Ring();
        }
        catch (Exception) when (together.Count > 1)
        {
            foreach (var comer in together)
                await ServeAsync(db, [comer]);
        }
        catch (Exception failure)
        {
            together[0].Fail(failure);
        }
    }

    private abstract class Comer
    {
        private readonly TaskCompletionSource<bool> _called = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>False when nobody has taken this one along: it leads.</summary>
        public Task<bool> WasServedAsync() => _called.Task;

        public void Call(bool isServed) => _called.TrySetResult(isServed);

        public abstract Task TakeAsync(Turn turn);

        public abstract void Fail(Exception failure);
    }

    private sealed class Comer<T>(Func<Turn, Task<T>> work, CancellationToken cancel) : Comer
    {
        private Task<T> _answer = null!;

        public Task<T> AnswerAsync() => _answer;

        public override async Task TakeAsync(Turn turn) =>
            _answer = cancel.IsCancellationRequested ? Task.FromCanceled<T>(cancel) : Task.FromResult(await turn.TakeAsync(work));

        public override void Fail(Exception failure) => _answer = Task.FromException<T>(failure);
    }
}
