using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Printables;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Call;

/// <summary>What accepted authors have sent, what is missing, and the presses that ask for it and publish it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class FilesModel(
    WorkshopDb db,
    MissingFiles missing,
    FilePublisher publisher,
    PdfPages pdf,
    SiteContext siteContext,
    Words words
) : PageModel
{
    public const string Address = "/admin/call/files";

    private const int PageSize = 100;

    public Workshop Workshop { get; private set; } = null!;

    public IReadOnlyList<AcceptedFiles> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 1, PageSize);

    /// <summary>Only those without slides or a poster.</summary>
    public bool IsMissingOnly { get; private set; }

    public string? Notice { get; private set; }

    public async Task OnGetAsync(
        [FromQuery] string? missing,
        [FromQuery] string? done,
        [FromQuery] int? asked,
        [FromQuery(Name = "page")] int? page,
        CancellationToken cancel
    )
    {
        Workshop = await siteContext.WorkshopAsync();
        IsMissingOnly = missing == "yes";
        Notice =
            asked is { } authors ? words.FilesAskedFor(authors)
            : Enum.TryParse<PublishResult>(done, ignoreCase: true, out var result) ? words.PublishResultText(result)
            : null;
        var which = IsMissingOnly ? MissingFiles.WithoutDocument(db) : MissingFiles.Accepted(db);
        Paging = Paging.Of(page, await which.CountAsync(cancel), PageSize);
        Rows = await MissingFiles.ReadAsync(
            db,
            which.AsNoTracking().OrderBy(s => s.Number).Skip(Paging.Skip).Take(PageSize),
            Workshop,
            cancel
        );
    }

    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancel) =>
        LocalRedirect($"{Address}?asked={await missing.AskAsync(OrganiserSignIn.ActorOf(HttpContext), cancel)}");

    public async Task<IActionResult> OnPostPublishAsync([FromForm] int number, CancellationToken cancel)
    {
        var result = await publisher.PublishAsync(
            number,
            OrganiserSignIn.ActorOf(HttpContext),
            file => pdf.FirstPageAsync(file, cancel),
            cancel
        );
        return LocalRedirect($"{Address}?done={result.ToString().ToLowerInvariant()}");
    }
}
