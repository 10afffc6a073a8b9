using Microsoft.AspNetCore.WebUtilities;
using ModMatWorkshop.Web.Printables;

namespace ModMatWorkshop.Web.Pages;

/// <summary>How far a paper is, or an archive of them.</summary>
/// <param name="Name">Of the paper; <c>all</c> for the archive.</param>
/// <param name="Address">Where the paper is fetched.</param>
/// <param name="Page">What there is to be looked at meanwhile.</param>
/// <param name="PrintRun">Null for nothing under way.</param>
public sealed record PrintProgressView(string Name, string Address, string Page, PrintRun? PrintRun, bool IsReady)
{
    public bool IsArchive => Name == "all";

    public bool IsRunning => !IsReady && PrintRun is not null;
}

/// <summary>
/// What a person who waits for a paper sees: whatever takes longer than a moment goes on in the background, and a page under the same
/// address, with one key more, says how far it is and then leads
/// to it. A program, which does not ask for HTML, waits for the paper itself.
/// </summary>
public static class PrintProgress
{
    public const string Key = "progress";

    /// <summary>Most papers are there sooner, and nobody sees any of this.</summary>
    private static readonly TimeSpan WaitBeforeProgressPage = TimeSpan.FromSeconds(1.5);

    public static bool IsFor(HttpContext http, PrintableService printing) =>
        printing.IsPossible
        && HttpMethods.IsGet(http.Request.Method)
        && http.Request.GetTypedHeaders().Accept.Any(a => a.MediaType == "text/html");

    public static bool IsAskedFor(HttpContext http) => http.Request.Query.ContainsKey(Key);

    /// <param name="key">Under which <see cref="PrintRuns"/> knows it.</param>
    /// <param name="isKept">It has only to be fetched.</param>
    /// <param name="handOver">The answer with what has been made, or with the reason why it has not.</param>
    public static async Task<IResult> AnswerAsync(
        HttpContext http,
        string key,
        string name,
        string page,
        bool isKept,
        Func<Task<IReadOnlyList<PrintJob>?>> prepare,
        Func<PrintRun, Task<IResult>> handOver
    )
    {
        var (printouts, here) = (
            http.RequestServices.GetRequiredService<PrintRuns>(),
            http.Request.Path + http.Request.QueryString.Without(Key)
        );
        http.Response.Headers.CacheControl = "no-store";
        if (IsAskedFor(http))
            return printouts.Find(key) is { HasFailed: true } failed
                ? await handOver(failed)
                : await PageAsync(http, new(name, here, page, printouts.Find(key), isKept || printouts.Find(key) is { IsDone: true }));

        if (await printouts.StartAsync(key, prepare) is not { } printout)
            return Results.NotFound();
        if (!await printout.IsDoneWithinAsync(WaitBeforeProgressPage, http.RequestAborted))
            return Results.Redirect(QueryHelpers.AddQueryString(here, Key, "yes"));
        printouts.Forget(key, printout);
        return await handOver(printout);
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
