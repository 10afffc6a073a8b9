using System.Globalization;
using System.Text;
using ModMatWorkshop.Web.Printables;

namespace ModMatWorkshop.Web.Tests.Printables;

/// <summary>Who gets a PDF when. The tests finish each PDF by hand, and <c>ada 1</c> is a PDF of Ada.</summary>
public sealed class PrintQueueTests
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(30);
    private readonly PrintQueue queue = new(atOnce: 2);
    private readonly List<string> started = [];
    private readonly Dictionary<string, TaskCompletionSource<PrintResult>> running = [];
    private readonly Dictionary<string, Task<PrintResult>> asked = [];
    private readonly TaskCompletionSource joeHasStarted = new();

    [Fact]
    public async Task Requests_for_the_same_PDF_share_it()
    {
        var requests = Enumerable.Range(0, 40).Select(_ => AskAsync("ada letter")).ToList();
        await FinishAsync("ada letter");

        Assert.All(await Task.WhenAll(requests), result => Assert.Equal("ada letter", Encoding.UTF8.GetString(result.Pdf!)));
        Assert.Equal(["ada letter"], started);
        // A later request gets current data.
        _ = AskAsync("ada letter");
        Assert.Equal(["ada letter", "ada letter"], started);
    }

    [Fact]
    public async Task One_person_has_one_PDF_made_at_a_time()
    {
        var ada = AskForMany("ada", 10);
        Assert.Equal(["ada 1"], started);
        _ = AskAsync("ben 1");
        Assert.Equal(["ada 1", "ben 1"], started);

        for (var pdf = 1; pdf <= 10; pdf++)
            await FinishAsync(Named("ada", pdf));
        Assert.All(await Task.WhenAll(ada), result => Assert.NotNull(result.Pdf));
    }

    [Fact]
    public async Task People_take_turns()
    {
        _ = AskForMany("ada", 5);
        _ = AskForMany("ben", 5);
        _ = AskForMany("eve", 2);
        _ = AskAsync("joe 1");
        for (var pdf = 0; pdf < 12; pdf++)
            await FinishAsync(running.Keys.MinBy(started.IndexOf)!);

        Assert.Equal(
            ["ada 1", "ben 1", "eve 1", "joe 1", "ada 2", "ben 2", "eve 2", "ada 3", "ben 3", "ada 4", "ben 4", "ada 5", "ben 5"],
            started
        );
    }

    [Fact]
    public async Task A_full_queue_refuses_further_PDFs_but_not_further_requests_for_the_same()
    {
        _ = AskForMany("ada", PrintQueue.MaxPdfsOfOnePerson);
        Assert.Equal(PrintResult.QueueFull, await AskAsync("ada 11"));
        Assert.False(AskAsync("ada 10").IsCompleted);

        for (var person = 1; person < PrintQueue.MaxPdfs / PrintQueue.MaxPdfsOfOnePerson; person++)
            _ = AskForMany(string.Create(CultureInfo.InvariantCulture, $"person{person}"), PrintQueue.MaxPdfsOfOnePerson);
        Assert.Equal(PrintResult.QueueFull, await AskAsync("zoe 1"));
        await FinishAsync("ada 1");
        Assert.False(AskAsync("zoe 1").IsCompleted);
    }

    [Fact]
    public async Task A_PDF_that_nobody_waits_for_any_more_is_not_made()
    {
        using var leaving = new CancellationTokenSource();
        var (ada, eve) = (AskAsync("ada 1", leaving.Token), AskAsync("eve 1"));
        var (ada2, ben) = (AskAsync("ada 2", leaving.Token), AskAsync("ben 1", leaving.Token));
        _ = AskAsync("joe 1");
        await leaving.CancelAsync();
        foreach (var left in new[] { ada, ada2, ben })
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);

        // Ada's first PDF was stopped, and the PDFs that waited before Joe's are gone.
        await joeHasStarted.Task.WaitAsync(MaxWait);
        await FinishAsync("eve 1");
        _ = AskAsync("ada 1");
        Assert.Equal(["ada 1", "eve 1", "joe 1", "ada 1"], started);
    }

    [Fact]
    public async Task A_PDF_is_made_as_long_as_one_request_waits()
    {
        using var leaving = new CancellationTokenSource();
        var (first, second) = (AskAsync("ada 1", leaving.Token), AskAsync("ada 1"));
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        running["ada 1"].SetResult(new("whole"u8.ToArray()));
        Assert.Equal("whole", Encoding.UTF8.GetString((await second).Pdf!));
        Assert.Equal(["ada 1"], started);
    }

    [Fact]
    public async Task After_a_failure_the_next_PDF_is_made()
    {
        var (failing, _) = (AskAsync("ada 1"), AskAsync("ada 2"));
        Take("ada 1").SetException(new IOException("the disk is full"));

        await Assert.ThrowsAsync<IOException>(() => failing);
        Assert.Equal(["ada 1", "ada 2"], started);
    }

    private List<Task<PrintResult>> AskForMany(string person, int pdfs) =>
        [.. Enumerable.Range(1, pdfs).Select(pdf => AskAsync(Named(person, pdf)))];

    private Task<PrintResult> AskAsync(string pdf, CancellationToken cancel = default) =>
        asked[pdf] = queue.MakeAsync(
            pdf.Split(' ')[0],
            pdf,
            abandoned =>
            {
                started.Add(pdf);
                var making = running[pdf] = new();
                abandoned.Register(() => Take(pdf).SetCanceled(abandoned));
                if (pdf == "joe 1")
                    joeHasStarted.SetResult();
                return making.Task;
            },
            cancel
        );

    /// <summary>Finishes a PDF. The next one has started when this returns.</summary>
    private Task<PrintResult> FinishAsync(string pdf)
    {
        Take(pdf).SetResult(new(Encoding.UTF8.GetBytes(pdf)));
        return asked[pdf];
    }

    private TaskCompletionSource<PrintResult> Take(string pdf)
    {
        var making = running[pdf];
        running.Remove(pdf);
        return making;
    }

    private static string Named(string person, int pdf) => string.Create(CultureInfo.InvariantCulture, $"{person} {pdf}");
}
