using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Web.Commands;

/// <summary>Moves content between the site and a folder, for an editor or for git.</summary>
internal static class ContentTransferCommands
{
    public const string DryRun = "--dry-run";

    public static async Task<string> PullAsync(IServiceProvider services, string folder, bool isDry)
    {
        try
        {
            return Report(await services.GetRequiredService<ContentPull>().RunAsync(folder, isDry, CancellationToken.None), folder, isDry);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"{folder} cannot be used: {refused.Message}");
        }
    }

    /// <param name="by">The name or the address of an organiser; null for the folder.</param>
    public static async Task<string> PushAsync(IServiceProvider services, string folder, string? by, bool isDry)
    {
        var actor = by is null ? Actor.Folder : await FindAsync(services.GetRequiredService<WorkshopDb>(), by);
        var files = await services.GetRequiredService<ContentPush>().RunAsync(folder, actor, isDry, CancellationToken.None);
        var report = Report(files, services.GetRequiredService<SiteSettings>().ContentPlace, isDry);
        return services.GetRequiredService<ContentImporter>().WaitingTimetable is null || isDry
            ? report
            : $"{report}\nThe timetable changes half-days with answers: readers see it when an organiser agrees on /admin/content.";
    }

    /// <summary>The history names organisers by number, so that it stays as it is when a person is erased.</summary>
    private static async Task<Actor> FindAsync(WorkshopDb db, string by)
    {
        var found = (await db.Organisers.AsNoTracking().ToListAsync()).Where(o => o.Name == by || o.Email == by).ToList();
        return found is [var organiser]
            ? new(string.Create(CultureInfo.InvariantCulture, $"organiser {organiser.Number}"))
            : throw new SettingsException(
                found.Count == 0
                    ? $"No organiser has the name or the address '{by}'. Nothing was changed."
                    : $"Several organisers have the name '{by}': give the address of one. Nothing was changed."
            );
    }

    private static string Report(IReadOnlyList<TransferredFile> files, string place, bool isDry)
    {
        var lines = files.Select(f => $"{f.Kind.ToString().ToLowerInvariant()} {f.Name}");
        var count = string.Create(CultureInfo.InvariantCulture, $"{files.Count} {(files.Count == 1 ? "file" : "files")}");
        return string.Join('\n', lines.Append(isDry ? $"{count} would change in {place}." : $"{count} changed in {place}."));
    }
}
