using Microsoft.AspNetCore.WebUtilities;
using ModMatWorkshop.Web.Printables;

namespace ModMatWorkshop.Web.Pages;

/// <summary>The model of the progress page of a PDF or of an archive of PDFs.</summary>
/// <param name="Name">The name of the printable; <c>all</c> for the archive.</param>
/// <param name="Address">The address of the PDF.</param>
/// <param name="Page">A page to read in the meantime.</param>
/// <param name="PrintRun">Null when none is in progress.</param>
public sealed record PrintProgressView(string Name, string Address, string Page, PrintRun? PrintRun, bool IsReady)
{
    public bool IsArchive => Name == "all";

    public bool IsRunning => !IsReady && PrintRun is not null;
}

/// <summary>
/// Makes PDFs in the background when they take longer than a moment. A browser is redirected to a progress page: the same address with one
/// more query key. The page leads to the PDF when it is done. A client that does not accept HTML waits for the PDF.
/// </summary>
public static class PrintProgress
{
    public const string Key = "progress";

    /// <summary>Most PDFs are faster, so most readers never see the progress page.</summary>
    private static readonly TimeSpan WaitBeforeProgressPage = TimeSpan.FromSeconds(1.5);

    public static bool IsFor(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) && http.Request.GetTypedHeaders().Accept.Any(a => a.MediaType == "text/html");

    public static bool IsAskedFor(HttpContext http) => IsFor(http) && http.Request.Query.ContainsKey(Key);

    /// <param name="key">The key in <see cref="PrintRuns"/>.</param>
    /// <param name="isCached">True when the PDF is cached.</param>
    /// <param name="getResult">Returns the result of the finished run, or the reason why it failed.</param>
    public static async Task<IResult> GetOrShowProgressAsync(
        HttpContext http,
        string key,
        string name,
        string page,
        bool isCached,
        Func<Task<IReadOnlyList<PrintJob>?>> prepare,
        Func<PrintRun, Task<IResult>> getResult
    )
    {
        var (runs, here) = (
            http.RequestServices.GetRequiredService<PrintRuns>(),
            http.Request.Path + http.Request.QueryString.Without(Key)
        );
        http.Response.Headers.CacheControl = "no-store";
        if (IsAskedFor(http))
            return runs.Find(key) is { HasFailed: true } failed
                ? await getResult(failed)
                : await PageAsync(http, new(name, here, page, runs.Find(key), isCached || runs.Find(key) is { IsDone: true }));

        if (await runs.StartAsync(key, prepare) is not { } run)
            return Results.NotFound();
        if (!await run.IsDoneWithinAsync(IsFor(http) ? WaitBeforeProgressPage : Timeout.InfiniteTimeSpan, http.RequestAborted))
            return Results.Redirect(QueryHelpers.AddQueryString(here, Key, "yes"));
        runs.Remove(key, run);
        return await getResult(run);
    }

    private static async Task<IResult> PageAsync(HttpContext http, PrintProgressView wait) =>
        Results.Content(
            await ViewRenderer.RenderAsync(
                http,
                NeutralRouteConvention.Contains(http.Request.Path)
                    ? "/Pages/Admin/Printables/Progress.cshtml"
                    : "/Pages/Shared/Progress.cshtml",
                wait
            ),
            "text/html; charset=utf-8"
        );
}
