using System.Text;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content.Starter;

namespace ModMatWorkshop.Application.Content;

/// <summary>Gives a site without content its first content folder.</summary>
public sealed class ContentStart(ContentImporter importer, ContentHistory history, SiteSettings settings, AuditTrail trail)
{
    /// <summary>An action in the audit log.</summary>
    public const string Action = "set up the site";

    /// <summary>Writes the content and imports it. Of several organisers who do so at once, one succeeds.</summary>
    public async Task<StarterResult> WriteAsync(WorkshopAnswers answers, Actor by, CancellationToken cancel)
    {
        var files = StarterFolder.FilesOf(answers);
        var result =
            settings.ContentStore is ContentStore.Database
                ? await WriteToDatabaseAsync(files, by)
                : StarterWriter.Write(settings.ContentPath, files);
        if (result != StarterResult.Written)
            return result;
        await importer.ImportAsync(cancel);
        await trail.WriteAsync(by, Action, cancel: cancel);
        return result;
    }

    private async Task<StarterResult> WriteToDatabaseAsync(IReadOnlyDictionary<string, string> files, Actor by)
    {
        var versions = files.Select(f => new NewFileVersion(
            f.Key,
            Encoding.UTF8.GetBytes(f.Value),
            ContentFiles.NoFile,
            ContentChangeKind.Created
        ));
        return await history.WriteAsync(by, [.. versions]) == WriteResult.Written ? StarterResult.Written : StarterResult.NotEmpty;
    }
}
