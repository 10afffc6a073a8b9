using System.Collections.Frozen;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Web.Data;
using ModMatWorkshop.Web.Pages;

namespace ModMatWorkshop.Web.Archive;

/// <summary>
/// The public site as files that any web server, or a disk, gives away: asked for page by page as a reader would, from the site map along every link, and written beside before it takes its place.
/// </summary>
public sealed class SiteArchive(HttpClient reader, SiteAddress site, WorkshopDb db)
{
    /// <summary>By it an archive is known, which another may take the place of.</summary>
    public const string Marker = "archive.json";

    private const int ExcerptLength = 240;
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };
    private static readonly string[] Begins = ["/", "/en", "/recherche", "/en/search", "/schedule.xml", "/schedule.xml?lang=en", "/schedule.json", "/schedule.json?lang=en", "/livret.bib", "/livret.bib?lang=en"];

    private readonly Dictionary<string, Answer> _answers = [];

    private sealed record Answer(byte[] Bytes, bool IsPage);

    /// <returns>How many files were written.</returns>
    /// <exception cref="SettingsException">The folder holds something else, or a page of the site does not answer; the message says which.</exception>
    public async Task<int> WriteAsync(string folder, CancellationToken cancel)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !File.Exists(Path.Combine(folder, Marker)))
            throw new SettingsException($"{folder} holds something that is no archive. Name a folder that is empty or not there yet.");
        await VisitAsync(cancel);
        var files = await FilesAsync(cancel);
        var (part, before) = (folder + ".part", folder + ".before");
        foreach (var left in new[] { part, before })
            if (Directory.Exists(left))
                Directory.Delete(left, recursive: true);
        foreach (var (name, bytes) in files)
        {
            var path = Path.Combine(part, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, bytes, cancel);
        }
        if (Directory.Exists(folder))
            Directory.Move(folder, before);
        Directory.Move(part, folder);
        if (Directory.Exists(before))
            Directory.Delete(before, recursive: true);
        return files.Count;
    }

    private async Task VisitAsync(CancellationToken cancel)
    {
        var queue = new Queue<string>(Begins);
        foreach (var page in await SiteMapPages.AllAsync(db, cancel))
            foreach (var language in Enum.GetValues<Language>())
                queue.Enqueue(page.Route.Path(language, page.Value));
        while (queue.TryDequeue(out var address))
        {
            if (_answers.ContainsKey(address) || ArchiveFiles.FileOf(address, isPage: false) is null && ArchiveFiles.FileOf(address, isPage: true) is null)
                continue;
            using var answer = await reader.GetAsync(address, cancel);
            if (answer.StatusCode != HttpStatusCode.OK)
                throw new SettingsException($"{address} answers {(int)answer.StatusCode}; an archive without it would not be whole.");
            var read = _answers[address] = new(await answer.Content.ReadAsByteArrayAsync(cancel), answer.Content.Headers.ContentType?.MediaType == "text/html");
            if (read.IsPage)
                foreach (var target in Targets(Encoding.UTF8.GetString(read.Bytes), address))
                    queue.Enqueue(target);
        }
    }

    private IEnumerable<string> Targets(string html, string address)
    {
        foreach (var element in new HtmlParser().ParseDocument(html).QuerySelectorAll("a[href], area[href], link[href], img[src], source[src], video[src], audio[src]"))
            if (Uri.TryCreate(new Uri(new Uri(site.BaseUrl), address), element.GetAttribute("href") ?? element.GetAttribute("src"), out var target) && target.Scheme is "http" or "https" && target.Authority == new Uri(site.BaseUrl).Authority
                && ArchiveFiles.SearchOf(target.PathAndQuery) is null)
                yield return target.PathAndQuery;
    }

    private async Task<SortedDictionary<string, byte[]>> FilesAsync(CancellationToken cancel)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var names = _answers.ToFrozenDictionary(a => a.Key, a => ArchiveFiles.FileOf(a.Key, a.Value.IsPage));
        foreach (var (address, answer) in _answers)
            if (names[address] is { } name)
                files[name] = answer.IsPage ? Encoding.UTF8.GetBytes(ArchivedPage.Of(Encoding.UTF8.GetString(answer.Bytes), address, new(site.BaseUrl), target => names.GetValueOrDefault(target))) : answer.Bytes;
        foreach (var language in Enum.GetValues<Language>())
            files[ArchivedPage.IndexOf(language == Language.English ? "en/" : "")] = Encoding.UTF8.GetBytes($"globalThis.searchIndex = {JsonSerializer.Serialize(await IndexAsync(language, names, cancel), Readable)};\n");
        await using (var script = typeof(SiteArchive).Assembly.GetManifestResourceStream(ArchivedPage.SearchScript)!)
        using (var bytes = new MemoryStream())
        {
            await script.CopyToAsync(bytes, cancel);
            files[ArchivedPage.SearchScript] = bytes.ToArray();
        }
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(cancel);
        files["README.txt"] = Encoding.UTF8.GetBytes($"""
            {workshop.Name} – {workshop.Title.In(Language.French)}
            L’archive du site {site.BaseUrl}. Ouvrez index.html dans un navigateur, ou confiez le dossier à n’importe quel serveur web : il ne lui faut rien d’autre.

            {workshop.Name} – {workshop.Title.In(Language.English)}
            The archive of the site {site.BaseUrl}. Open en/index.html in a browser, or give the folder to any web server: it needs nothing else.

            """);
        files[Marker] = JsonSerializer.SerializeToUtf8Bytes(new { site = site.BaseUrl, workshop = workshop.Name, files = files.Count + 1 }, Readable);
        return files;
    }

    private async Task<IEnumerable<object>> IndexAsync(Language language, FrozenDictionary<string, string?> names, CancellationToken cancel)
    {
        var documents = await db.SearchDocuments.AsNoTracking().Where(d => d.Language == null || d.Language == language).ToListAsync(cancel);
        return documents.Select(d => (Document: d, Address: SearchModel.AddressOf(d.Kind, d.Key, language).Split('#')))
            .Where(d => names.GetValueOrDefault(d.Address[0]) is not null)
            .OrderBy(d => d.Document.Kind).ThenBy(d => d.Document.Key, StringComparer.Ordinal)
            .Select(d => new
            {
                address = names[d.Address[0]] + (d.Address.Length > 1 ? $"#{d.Address[1]}" : ""),
                code = d.Document.Kind == SearchKind.Contribution ? d.Document.Key.ToUpperInvariant() : "",
                title = d.Document.ShownTitle,
                people = d.Document.ShownPeople,
                text = Shortened(d.Document.Text),
                lang = d.Document.TextLang,
                @in = new[] { d.Document.Title, d.Document.People, d.Document.Keywords, d.Document.Body },
            });
    }

    private static string Shortened(string text) => text.Length <= ExcerptLength ? text : string.Concat(text.AsSpan(0, text.LastIndexOf(' ', ExcerptLength)), " …");
}
