using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content.Starter;

namespace ModMatWorkshop.Application.Content;

/// <summary>Gives a site without content its first content folder.</summary>
public sealed class ContentStart(ContentImporter importer, SiteSettings settings, AuditTrail trail)
{
    /// <summary>An action in the audit log.</summary>
    public const string Action = "set up the site";

    /// <summary>Writes the folder and imports it. Of several organisers who do so at once, one succeeds.</summary>
    public async Task<StarterResult> WriteAsync(WorkshopAnswers answers, Actor by, CancellationToken cancel)
    {
        var result = StarterWriter.Write(settings.ContentPath, StarterFolder.FilesOf(answers));
        if (result != StarterResult.Written)
            return result;
        await importer.ImportAsync(cancel);
        await trail.WriteAsync(by, Action, cancel: cancel);
        return result;
    }
}
