using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Pages.Admin.Content;

/// <summary>Files that were saved together, or found changed at the same import.</summary>
/// <param name="Files">Sorted by name.</param>
public sealed record ContentSave(DateTimeOffset At, string Actor, IReadOnlyList<ContentSavedFile> Files);

public sealed record ContentSavedFile(long Id, string Name, ContentChangeKind Kind, ContentVersionState State);

/// <summary>Every change of the content, or of one file of it, the latest first.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class HistoryModel(WorkshopDb db, SiteContext siteContext) : PageModel
{
    private const int Size = 50;

    /// <summary>Further files of one save are only counted.</summary>
    public const int MaxNamed = 6;

    public Workshop Workshop { get; private set; } = null!;

    public ActorNames Names { get; private set; } = null!;

    /// <summary>The file whose history is shown; null for all.</summary>
    public string? Name { get; private set; }

    public IReadOnlyList<ContentSave> Saves { get; private set; } = [];

    public int Total { get; private set; }

    public Paging Paging { get; private set; } = new(1, 1, Size);

    /// <summary>Whether a version has just been brought back.</summary>
    public bool IsBroughtBack { get; private set; }

    public async Task OnGetAsync([FromQuery] string? file, [FromQuery] int? page, [FromQuery] string? done, CancellationToken cancel)
    {
        (Workshop, Name, IsBroughtBack) = (await siteContext.WorkshopAsync(), file, done == "back");
        Names = await ActorNames.ReadAsync(db, siteContext.Words, cancel);
        var versions = ContentHistory.Shown(db).Where(v => file == null || v.Name == file);
        Total = await versions.Select(v => v.Save).Distinct().CountAsync(cancel);
        Paging = Paging.Of(page, Total, Size);
        Saves = await ReadAsync(versions, Paging.Skip, Size, cancel);
    }

    public static async Task<IReadOnlyList<ContentSave>> ReadAsync(
        IQueryable<ContentFileVersion> versions,
        int skip,
        int take,
        CancellationToken cancel
    )
    {
        var saves = await versions
            .GroupBy(v => v.Save)
            .Select(g => new { Save = g.Key, Last = g.Max(v => v.Id) })
            .OrderByDescending(g => g.Last)
            .Skip(skip)
            .Take(take)
            .Select(g => g.Save)
            .ToListAsync(cancel);
        var files = await versions
            .Where(v => saves.Contains(v.Save))
            .Select(v => new
            {
                v.Save,
                v.At,
                v.Actor,
                File = new ContentSavedFile(v.Id, v.Name, v.Kind, v.State),
            })
            .ToListAsync(cancel);
        return
        [
            .. files
                .GroupBy(f => f.Save)
                .OrderByDescending(g => g.Max(f => f.File.Id))
                .Select(g => new ContentSave(
                    g.First().At,
                    g.First().Actor,
                    [.. g.Select(f => f.File).OrderBy(f => f.Name, StringComparer.Ordinal)]
                )),
        ];
    }
}
