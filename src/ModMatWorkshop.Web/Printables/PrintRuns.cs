using System.Collections.Concurrent;

namespace ModMatWorkshop.Web.Printables;

/// <summary>One PDF to make.</summary>
/// <param name="Name">The name in addresses and of the file.</param>
/// <param name="People">How many people it names, for the audit log.</param>
/// <param name="Make">Makes the PDF after the request has ended, so it must not use the request's services.</param>
public sealed record PrintJob(string Name, int People, Func<CancellationToken, Task<PrintResult>> Make);

/// <summary>Makes PDFs one after the other, even if the client that asked for them disconnects.</summary>
public sealed class PrintRun(IReadOnlyList<PrintJob> jobs)
{
    private readonly TaskCompletionSource<PrintResult>[] _results =
    [
        .. jobs.Select(_ => new TaskCompletionSource<PrintResult>(TaskCreationOptions.RunContinuationsAsynchronously)),
    ];

    public IReadOnlyList<PrintJob> Jobs => jobs;

    /// <summary>The number of finished jobs, successful or not; also the index of the next one.</summary>
    public int Done => _results.Count(r => r.Task.IsCompleted);

    public bool IsDone => Done == jobs.Count;

    /// <summary>True when all jobs have ended and none made a PDF.</summary>
    public bool HasFailed => IsDone && _results.All(r => r.Task.Result.Pdf is null);

    public Task<PrintResult> ResultOf(int job) => _results[job].Task;

    /// <summary>Waits for at most this time, and returns whether all jobs are done.</summary>
    public async Task<bool> IsDoneWithinAsync(TimeSpan time, CancellationToken cancel)
    {
        await Task.WhenAny(Task.WhenAll(_results.Select(r => r.Task)), Task.Delay(time, cancel));
        return IsDone;
    }

    internal async Task RunAsync(Action<PrintJob, Exception> report, CancellationToken stopping)
    {
        for (var job = 0; job < jobs.Count; job++)
            try
            {
                _results[job].SetResult(await jobs[job].Make(stopping));
            }
            catch (Exception failure)
            {
                if (!stopping.IsCancellationRequested)
                    report(jobs[job], failure);
                _results[job].SetResult(PrintResult.Failed);
            }
    }
}

/// <summary>
/// The print runs in progress. A second request for the same key joins the first. A finished run stays in memory until it is delivered, for
/// a minute at most; a later request starts a new run with current data.
/// </summary>
public sealed partial class PrintRuns(TimeProvider realTime, IHostApplicationLifetime life, ILogger<PrintRuns> log)
{
    /// <summary>Long enough for a progress page, which polls every few seconds.</summary>
    private static readonly TimeSpan ResultLifetime = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Task<PrintRun?>> _all = [];

    /// <summary>The run that is in progress or not yet delivered; null for none.</summary>
    public PrintRun? Find(string key) => _all.TryGetValue(key, out var found) && found.IsCompletedSuccessfully ? found.Result : null;

    /// <summary>Starts a run, or returns the one in progress. A failed run is started again.</summary>
    /// <param name="key">Identifies the printable, and the account if it contains names.</param>
    /// <param name="prepare">Renders the HTML within the request; null when the printable does not exist.</param>
    public async Task<PrintRun?> StartAsync(string key, Func<Task<IReadOnlyList<PrintJob>?>> prepare)
    {
        if (Find(key) is { HasFailed: true } failed)
            Remove(key, failed);
        var started = new TaskCompletionSource<PrintRun?>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_all.GetOrAdd(key, started.Task) is var existing && existing != started.Task)
            return await existing;
        try
        {
            var run = await prepare() is { } jobs ? new PrintRun(jobs) : null;
            if (run is null)
                _all.TryRemove(key, out _);
            else
                _ = Task.Run(() => RunAsync(key, run));
            started.SetResult(run);
            return run;
        }
        catch (Exception failure)
        {
            _all.TryRemove(key, out _);
            started.SetException(failure);
            throw;
        }
    }

    /// <summary>Removes a run that is delivered, has failed or has expired.</summary>
    public void Remove(string key, PrintRun run)
    {
        if (_all.TryGetValue(key, out var found) && found.IsCompletedSuccessfully && found.Result == run)
            _all.TryRemove(new(key, found));
    }

    private async Task RunAsync(string key, PrintRun run)
    {
        await run.RunAsync((job, failure) => LogFailed(job.Name, failure), life.ApplicationStopping);
        await Task.Delay(ResultLifetime, realTime, life.ApplicationStopping).ContinueWith(_ => Remove(key, run), TaskScheduler.Default);
    }

    [LoggerMessage(LogLevel.Error, "Printable {Name} could not be made")]
    private partial void LogFailed(string name, Exception failure);
}
