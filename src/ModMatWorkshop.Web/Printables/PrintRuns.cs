using System.Collections.Concurrent;

namespace ModMatWorkshop.Web.Printables;

/// <summary>A paper that is to be made.</summary>
/// <param name="Name">In addresses and of files.</param>
/// <param name="People">How many are named on it, for the log.</param>
/// <param name="Make">Needs nothing of the request that asked for it; null where the paper cannot be made.</param>
public sealed record PrintJob(string Name, int People, Func<CancellationToken, Task<byte[]?>> Make);

/// <summary>Papers that are made one after the other, whoever waits or has gone.</summary>
public sealed class PrintRun(IReadOnlyList<PrintJob> jobs)
{
    private readonly TaskCompletionSource<byte[]?>[] _made =
    [
        .. jobs.Select(_ => new TaskCompletionSource<byte[]?>(TaskCreationOptions.RunContinuationsAsynchronously)),
    ];

    public IReadOnlyList<PrintJob> Jobs => jobs;

    /// <summary>How many have been tried, and so which is the next.</summary>
    public int Done => _made.Count(m => m.Task.IsCompleted);

    public bool IsDone => Done == jobs.Count;

    /// <summary>Tried to the end, and nothing to show for it.</summary>
    public bool HasFailed => IsDone && _made.All(m => m.Task.Result is null);

    /// <summary>As it will be; null for one that could not be made.</summary>
    public Task<byte[]?> PdfOf(int job) => _made[job].Task;

    /// <summary>Whether all are done after a time.</summary>
    public async Task<bool> IsDoneWithinAsync(TimeSpan time, CancellationToken cancel)
    {
        await Task.WhenAny(Task.WhenAll(_made.Select(m => m.Task)), Task.Delay(time, cancel));
        return IsDone;
    }

    internal async Task RunAsync(Action<PrintJob, Exception> report, CancellationToken stopping)
    {
        for (var job = 0; job < jobs.Count; job++)
            try
            {
                _made[job].SetResult(await jobs[job].Make(stopping));
            }
            catch (Exception failure)
            {
                if (!stopping.IsCancellationRequested)
                    report(jobs[job], failure);
                _made[job].SetResult(null);
            }
    }
}

/// <summary>
/// What is being printed for people who look on. Who asks again for the same finds it under way; when it is done it is held for a moment in
/// memory, and only until it is handed over: the next
/// who asks gets papers of that hour.
/// </summary>
public sealed partial class PrintRuns(TimeProvider realTime, IHostApplicationLifetime life, ILogger<PrintRuns> log)
{
    /// <summary>A page that waits comes back within seconds.</summary>
    private static readonly TimeSpan ResultLifetime = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Task<PrintRun?>> _all = [];

    /// <summary>The one that is under way or waits to be handed over; null for none.</summary>
    public PrintRun? Find(string key) => _all.TryGetValue(key, out var found) && found.IsCompletedSuccessfully ? found.Result : null;

    /// <summary>Begins, or joins who has begun. One that failed is tried anew.</summary>
    /// <param name="key">Of what is printed and for whom, if it bears names.</param>
    /// <param name="prepare">Renders what is to be printed, within the request; null when there is nothing of the kind.</param>
    public async Task<PrintRun?> StartAsync(string key, Func<Task<IReadOnlyList<PrintJob>?>> prepare)
    {
        if (Find(key) is { HasFailed: true } failed)
            Forget(key, failed);
        var mine = new TaskCompletionSource<PrintRun?>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_all.GetOrAdd(key, mine.Task) is var begun && begun != mine.Task)
            return await begun;
        try
        {
            var printout = await prepare() is { } jobs ? new PrintRun(jobs) : null;
            if (printout is null)
                _all.TryRemove(key, out _);
            else
                _ = Task.Run(() => RunAsync(key, printout));
            mine.SetResult(printout);
            return printout;
        }
        catch (Exception failure)
        {
            _all.TryRemove(key, out _);
            mine.SetException(failure);
            throw;
        }
    }

    /// <summary>Handed over, or of no use.</summary>
    public void Forget(string key, PrintRun printout)
    {
        if (_all.TryGetValue(key, out var held) && held.IsCompletedSuccessfully && held.Result == printout)
            _all.TryRemove(new(key, held));
    }

    private async Task RunAsync(string key, PrintRun printout)
    {
        await printout.RunAsync((job, failure) => LogFailed(job.Name, failure), life.ApplicationStopping);
        await Task.Delay(ResultLifetime, realTime, life.ApplicationStopping)
            .ContinueWith(_ => Forget(key, printout), TaskScheduler.Default);
    }

    [LoggerMessage(LogLevel.Error, "Printable {Name} could not be made")]
    private partial void LogFailed(string name, Exception failure);
}
