using System.Text;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using ModMatWorkshop.Web.Printables;
using ModMatWorkshop.Web.Tests.Pages;

namespace ModMatWorkshop.Web.Tests.Printables;

/// <summary>PDFs that are made in the background while people wait.</summary>
public sealed class PrintRunsTests
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(30);
    private readonly FakeTimeProvider time = new();
    private readonly ApplicationLifetime lifetime = new(NullLogger<ApplicationLifetime>.Instance);
    private readonly PrintRuns runs;

    public PrintRunsTests() => runs = new(time, lifetime, NullLogger<PrintRuns>.Instance);

    [Fact]
    public async Task Simultaneous_requests_render_and_print_a_document_once()
    {
        var (rendered, made) = (0, 0);
        var allHaveAsked = new TaskCompletionSource();
        var asking = Enumerable
            .Range(0, 100)
            .Select(_ => Task.Run(() => runs.StartAsync("book", async () =>
                    {
                        await allHaveAsked.Task;
                        Interlocked.Increment(ref rendered);
                        return [new("book", 0, _ => Task.FromResult(PrintResult.Of([(byte)Interlocked.Increment(ref made)])))];
                    })))
            .ToList();
        allHaveAsked.SetResult();
        var got = await Task.WhenAll(asking);

        Assert.True(await got[0]!.IsDoneWithinAsync(MaxWait, default));
        Assert.Equal((1, 1, 1), (rendered, made, got.Distinct().Count()));
    }

    [Fact]
    public async Task PDFs_are_delivered_in_order_and_a_failed_one_does_not_stop_the_others()
    {
        TaskCompletionSource<PrintResult>[] jobs = [new(), new(), new()];
        var run = (
            await runs.StartAsync("all", () =>
                Task.FromResult<IReadOnlyList<PrintJob>?>([.. jobs.Select((job, i) => new PrintJob($"{i}", 0, _ => job.Task))])
            )
        )!;
        Assert.Equal((0, false), (run.Done, run.IsDone));

        // The last PDF is ready first, but counts only after those before it.
        jobs[2].SetResult(new("third"u8.ToArray()));
        Assert.Equal(0, run.Done);
        jobs[0].SetResult(new("first"u8.ToArray()));
        Assert.Equal("first", Encoding.UTF8.GetString((await run.ResultOf(0)).Pdf!));
        Assert.Equal((1, false, false), (run.Done, run.IsDone, run.ResultOf(1).IsCompleted));
        jobs[1].SetException(new IOException("the disk is full"));

        Assert.True(await run.IsDoneWithinAsync(MaxWait, default));
        Assert.Equal(
            (3, false, PrintProblem.Failed, "third"),
            (run.Done, run.HasFailed, (await run.ResultOf(1)).Problem, Encoding.UTF8.GetString((await run.ResultOf(2)).Pdf!))
        );
    }

    [Fact]
    public async Task A_failed_or_empty_run_is_not_kept_and_the_next_request_starts_a_new_one()
    {
        var failed = await StartAsync("book", null);
        Assert.True(await failed!.IsDoneWithinAsync(MaxWait, default));
        Assert.True(failed.HasFailed);

        Assert.NotSame(failed, await StartAsync("book", []));
        Assert.Null(await runs.StartAsync("nobody", () => Task.FromResult<IReadOnlyList<PrintJob>?>(null)));
        Assert.NotNull(await StartAsync("nobody", []));
        await Assert.ThrowsAsync<InvalidOperationException>(() => runs.StartAsync("other", () => throw new InvalidOperationException()));
        Assert.NotNull(await StartAsync("other", []));
    }

    [Fact]
    public async Task A_delivered_run_is_removed()
    {
        var first = (await StartAsync("badges", [1]))!;
        Assert.True(await first.IsDoneWithinAsync(MaxWait, default));
        Assert.Same(first, await StartAsync("badges", [2]));

        runs.Remove("badges", first);
        var second = await StartAsync("badges", [3]);
        runs.Remove("badges", first);

        Assert.NotSame(first, second);
        Assert.Same(second, runs.Find("badges"));
    }

    [Fact]
    public async Task A_run_that_nobody_fetches_is_removed_after_a_minute()
    {
        var badges = (await StartAsync("badges", [1]))!;
        Assert.True(await badges.IsDoneWithinAsync(MaxWait, default));
        Assert.Same(badges, runs.Find("badges"));

        await HtmlReading.EventuallyAsync(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(61));
                return Task.FromResult(runs.Find("badges"));
            },
            held => held is null
        );
    }

    [Fact]
    public async Task A_run_is_cancelled_when_the_site_stops()
    {
        var begun = new TaskCompletionSource();
        var run = (await runs.StartAsync("book", () => Task.FromResult<IReadOnlyList<PrintJob>?>([new("book", 0, async stopping =>
                    {
                        begun.SetResult();
                        await Task.Delay(Timeout.Infinite, stopping);
                        return PrintResult.Failed;
                    })])))!;
        await begun.Task;
        lifetime.StopApplication();

        Assert.True(await run.IsDoneWithinAsync(MaxWait, default));
        Assert.Equal(PrintProblem.Failed, (await run.ResultOf(0)).Problem);
    }

    private Task<PrintRun?> StartAsync(string key, byte[]? pdf) =>
        runs.StartAsync(key, () => Task.FromResult<IReadOnlyList<PrintJob>?>([new(key, 0, _ => Task.FromResult(PrintResult.Of(pdf)))]));
}
