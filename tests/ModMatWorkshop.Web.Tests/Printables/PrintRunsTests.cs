using System.Text;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using ModMatWorkshop.Web.Printables;
using ModMatWorkshop.Web.Tests.Pages;

namespace ModMatWorkshop.Web.Tests.Printables;

/// <summary>Papers that are printed while people look on.</summary>
public sealed class PrintRunsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly FakeTimeProvider time = new();
    private readonly ApplicationLifetime life = new(NullLogger<ApplicationLifetime>.Instance);
    private readonly PrintRuns printouts;

    public PrintRunsTests() => printouts = new(time, life, NullLogger<PrintRuns>.Instance);

    [Fact]
    public async Task However_many_ask_at_once_it_is_rendered_and_made_once()
    {
        var (rendered, made) = (0, 0);
        var everybodyIsHere = new TaskCompletionSource();
        var asking = Enumerable
            .Range(0, 100)
            .Select(_ => Task.Run(() => printouts.StartAsync("book", async () =>
                    {
                        await everybodyIsHere.Task;
                        Interlocked.Increment(ref rendered);
                        return [new("book", 0, _ => Task.FromResult<byte[]?>([(byte)Interlocked.Increment(ref made)]))];
                    })))
            .ToList();
        everybodyIsHere.SetResult();
        var got = await Task.WhenAll(asking);

        Assert.True(await got[0]!.IsDoneWithinAsync(Patience, default));
        Assert.Equal((1, 1, 1), (rendered, made, got.Distinct().Count()));
    }

    [Fact]
    public async Task Papers_are_made_in_their_order_and_one_that_fails_does_not_stop_the_others()
    {
        TaskCompletionSource<byte[]?>[] presses = [new(), new(), new()];
        var printout = (
            await printouts.StartAsync("all", () =>
                Task.FromResult<IReadOnlyList<PrintJob>?>([.. presses.Select((press, i) => new PrintJob($"{i}", 0, _ => press.Task))])
            )
        )!;
        Assert.Equal((0, false), (printout.Done, printout.IsDone));

        // The last is ready before its turn, and counts when it comes.
        presses[2].SetResult("third"u8.ToArray());
        Assert.Equal(0, printout.Done);
        presses[0].SetResult("first"u8.ToArray());
        Assert.Equal("first", Encoding.UTF8.GetString((await printout.PdfOf(0))!));
        Assert.Equal((1, false, false), (printout.Done, printout.IsDone, printout.PdfOf(1).IsCompleted));
        presses[1].SetException(new IOException("the disk is full"));

        Assert.True(await printout.IsDoneWithinAsync(Patience, default));
        Assert.Equal(
            (3, false, true, "third"),
            (printout.Done, printout.HasFailed, await printout.PdfOf(1) is null, Encoding.UTF8.GetString((await printout.PdfOf(2))!))
        );
    }

    [Fact]
    public async Task What_failed_is_tried_anew_and_what_there_is_nothing_of_is_not_remembered()
    {
        var failed = await StartAsync("book", null);
        Assert.True(await failed!.IsDoneWithinAsync(Patience, default));
        Assert.True(failed.HasFailed);

        Assert.NotSame(failed, await StartAsync("book", []));
        Assert.Null(await printouts.StartAsync("nobody", () => Task.FromResult<IReadOnlyList<PrintJob>?>(null)));
        Assert.NotNull(await StartAsync("nobody", []));
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            printouts.StartAsync("other", () => throw new InvalidOperationException())
        );
        Assert.NotNull(await StartAsync("other", []));
    }

    [Fact]
    public async Task What_has_been_handed_over_is_held_no_longer()
    {
        var first = (await StartAsync("badges", [1]))!;
        Assert.True(await first.IsDoneWithinAsync(Patience, default));
        Assert.Same(first, await StartAsync("badges", [2]));

        printouts.Remove("badges", first);
        var second = await StartAsync("badges", [3]);
        printouts.Remove("badges", first);

        Assert.NotSame(first, second);
        Assert.Same(second, printouts.Find("badges"));
    }

    [Fact]
    public async Task What_nobody_fetches_is_let_go_after_a_minute()
    {
        var badges = (await StartAsync("badges", [1]))!;
        Assert.True(await badges.IsDoneWithinAsync(Patience, default));
        Assert.Same(badges, printouts.Find("badges"));

        await HtmlReading.EventuallyAsync(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(61));
                return Task.FromResult(printouts.Find("badges"));
            },
            held => held is null
        );
    }

    [Fact]
    public async Task When_the_site_stops_so_does_the_printing()
    {
        var begun = new TaskCompletionSource();
        var printout = (await printouts.StartAsync("book", () => Task.FromResult<IReadOnlyList<PrintJob>?>([new("book", 0, async stopping =>
                    {
                        begun.SetResult();
                        await Task.Delay(Timeout.Infinite, stopping);
                        return [];
                    })])))!;
        await begun.Task;
        life.StopApplication();

        Assert.True(await printout.IsDoneWithinAsync(Patience, default));
        Assert.Null(await printout.PdfOf(0));
    }

    private Task<PrintRun?> StartAsync(string key, byte[]? pdf) =>
        printouts.StartAsync(key, () => Task.FromResult<IReadOnlyList<PrintJob>?>([new(key, 0, _ => Task.FromResult(pdf))]));
}
