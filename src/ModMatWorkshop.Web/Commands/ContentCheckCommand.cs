using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Content;

namespace ModMatWorkshop.Web.Commands;

/// <summary>
/// Prints the problems of a content folder. With the configured database, it also says which files would wait and what would become of
/// people's answers. A folder can be checked on a computer that has no site.
/// </summary>
internal static class ContentCheckCommand
{
    /// <param name="lang">The language of the report, <c>fr</c> or <c>en</c>; by default that of the locale.</param>
    /// <returns>The exit code: 1 if the folder has an error.</returns>
    public static async Task<int> RunAsync(string[] args, string folder, string? lang)
    {
        var words = new Words(CommandDispatcher.LanguageOf(lang));
        var (content, answers) = await ReadAsync(args, Path.GetFullPath(folder), words);
        Console.WriteLine(ContentReport.Of(content, words.Language));
        foreach (var line in content.Waiting.Select(words.FileWaits).Concat(answers))
            Console.WriteLine(line);
        return content.HasErrors ? 1 : 0;
    }

    private static async Task<(WorkshopContent Content, IReadOnlyList<string> Answers)> ReadAsync(string[] args, string folder, Words words)
    {
        try
        {
            await using var app = CommandDispatcher.Builder(args).AddSite().Build();
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
            if (await db.Database.CanConnectAsync() && !(await db.Database.GetPendingMigrationsAsync()).Any())
            {
                var content = await ContentImportTransaction.ReadAsync(
                    db,
                    folder,
                    memory: null,
                    keepTimetable: false,
                    CancellationToken.None
                );
                var answers = content.CanBeImported
                    ? await ProgrammeChangePreview.LinesAsync(db, content, words, CancellationToken.None)
                    : [];
                return (content, answers.Count > 0 ? [.. answers, words.TimetableWillWait] : answers);
            }
        }
        catch (SettingsException)
        {
            // No site is configured here.
        }
        var unknown = ContentFolder.Read(folder);
        return (unknown, unknown.HasErrors ? [words.FilesWithErrorsWait] : []);
    }
}
