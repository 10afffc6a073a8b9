using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Exports;
using ModMatWorkshop.Web.Pages;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Archive;

/// <summary>
/// Writes the public site as static files. Requests every page over HTTP, from the site map and along every link, into a temporary folder,
/// which then replaces the archive folder.
/// </summary>
public sealed class SiteArchive(HttpClient client, SiteAddress site, WorkshopDb db)
{
    /// <summary>A folder that contains this file is an archive and may be replaced.</summary>
    public const string Marker = "archive.json";

    private const string ReadMe = "README.txt";
    private const int ExcerptLength = 240;
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };
    private readonly Uri _site = new(site.BaseUrl);

    private WorkshopLanguages _languages = WorkshopLanguages.Default;

    // The file of each requested address; null when the archive does not contain the address.
    private readonly Dictionary<string, string?> _files = [];

    // The addresses of HTML pages.
    private readonly List<string> _pages = [];

    /// <returns>The number of files written.</returns>
    /// <exception cref="SettingsException">The folder contains something else, or a page does not answer 200; the message names
    /// it.</exception>
    public async Task<int> WriteAsync(string folder, CancellationToken cancel)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !File.Exists(Path.Combine(folder, Marker)))
            throw new SettingsException($"{folder} contains something other than an archive. Choose an empty or new folder.");
        var parent = Path.GetDirectoryName(folder)
            ?? throw new SettingsException($"{folder} cannot be replaced as a whole. Choose a folder inside it.");
        CreatePublicFolder(parent);
        var (part, before) = ($"{folder}.{Guid.NewGuid():N}", $"{folder}.{Guid.NewGuid():N}");
        try
        {
            _languages = await db.Workshops.Select(w => w.Languages).SingleAsync(cancel);
            await VisitAsync(part, cancel);
            await LinkAsync(part, cancel);
            var written = await AddAsync(part, cancel);
            foreach (var file in Directory.EnumerateFiles(part, "*", SearchOption.AllDirectories))
                FilePermissions.MakePublic(file);
            if (Directory.Exists(folder))
                Directory.Move(folder, before);
            Directory.Move(part, folder);
            return written;
        }
        finally
        {
            if (Directory.Exists(before) && !Directory.Exists(folder))
                Directory.Move(before, folder);
            foreach (var left in new[] { part, before })
                if (Directory.Exists(left))
                    Directory.Delete(left, recursive: true);
        }
    }

    /// <summary>Streams every response to its file: a recording may be larger than the memory.</summary>
    private async Task VisitAsync(string folder, CancellationToken cancel)
    {
        var queue = new Queue<string>(_languages.All.SelectMany(StartAddresses));
        // Only the addresses matter here, not the dates.
        foreach (var page in await new SiteMapPages(db, DateTimeOffset.UnixEpoch).AllAsync(cancel))
        foreach (var language in _languages.All)
            queue.Enqueue(page.Route.Path(_languages, language, page.Value));
        while (queue.TryDequeue(out var address))
        {
            if (
                _files.ContainsKey(address)
                || ArchiveFiles.FileOf(address, isPage: false) is null && ArchiveFiles.FileOf(address, isPage: true) is null
            )
                continue;
            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (response.StatusCode != HttpStatusCode.OK)
                throw new SettingsException($"{address} answers {(int)response.StatusCode}; the archive would be incomplete without it.");
            var isPage = response.Content.Headers.ContentType?.MediaType == "text/html";
            if ((_files[address] = ArchiveFiles.FileOf(address, isPage)) is not { } name)
                continue;
            var path = PathIn(folder, name);
            await using (var file = File.Create(path))
                await response.Content.CopyToAsync(file, cancel);
            if (!isPage)
                continue;
            _pages.Add(address);
            foreach (var target in (await PageAsync(path, address, cancel)).LinkedAddresses)
                queue.Enqueue(target);
        }
    }

    /// <summary>Rewrites the links of all pages, once every file is known.</summary>
    private async Task LinkAsync(string folder, CancellationToken cancel)
    {
        foreach (var address in _pages)
        {
            var path = PathIn(folder, _files[address]!);
            await File.WriteAllTextAsync(path, (await PageAsync(path, address, cancel)).In(_files.GetValueOrDefault, _languages), cancel);
        }
    }

    private async Task<int> AddAsync(string folder, CancellationToken cancel)
    {
        foreach (var language in _languages.All)
            await File.WriteAllTextAsync(
                PathIn(folder, ArchivedPage.IndexOf(_languages, language)),
                $"globalThis.searchIndex = {JsonSerializer.Serialize(await IndexAsync(language, cancel), Readable)};\n",
                cancel
            );
        await using (var script = typeof(SiteArchive).Assembly.GetManifestResourceStream(ArchivedPage.SearchScript)!)
        await using (var file = File.Create(PathIn(folder, ArchivedPage.SearchScript)))
            await script.CopyToAsync(file, cancel);
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(cancel);
        await File.WriteAllTextAsync(
            PathIn(folder, ReadMe),
            string.Join(
                "\n\n",
                _languages.All.Select(language =>
                    new Words(language).ArchiveReadMe(
                        workshop.Name,
                        workshop.Title.In(language),
                        site.BaseUrl,
                        _files[Routes.Home.Template(_languages, language)]!
                    )
                )
            ) + "\n",
            cancel
        );
        var written = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count() + 1;
        await File.WriteAllBytesAsync(
            PathIn(folder, Marker),
            JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    site = site.BaseUrl,
                    workshop = workshop.Name,
                    files = written,
                },
                Readable
            ),
            cancel
        );
        return written;
    }

    private IEnumerable<string> StartAddresses(Language language) =>
        ExportList
            .All.OfType<ScheduleExport>()
            .Select(e => e.Route.Path(_languages, language))
            .Prepend(Routes.Search.Path(_languages, language))
            .Prepend(Routes.Home.Path(_languages, language));

    private async Task<ArchivedPage> PageAsync(string path, string address, CancellationToken cancel) =>
        new(await File.ReadAllTextAsync(path, cancel), new(_site, address));

    private static string PathIn(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        CreatePublicFolder(Path.GetDirectoryName(path)!);
        return path;
    }

    /// <summary>Creates a missing folder, with those above it.</summary>
    private static void CreatePublicFolder(string folder)
    {
        if (Directory.Exists(folder))
            return;
        CreatePublicFolder(Path.GetDirectoryName(folder)!);
        Directory.CreateDirectory(folder);
        FilePermissions.MakePublic(folder);
    }

    private async Task<IEnumerable<object>> IndexAsync(Language language, CancellationToken cancel)
    {
        var documents = await db
            .SearchDocuments.AsNoTracking()
            .Where(d => d.Language == null || d.Language == language)
            .ToListAsync(cancel);
        var pages = await db.PageLinksAsync(cancel);
        return documents
            .Select(d => (Document: d, Address: SearchAddress.Of(d.Kind, d.Key, _languages, language, pages).Split('#')))
            .Where(d => _files.GetValueOrDefault(d.Address[0]) is not null)
            .OrderBy(d => d.Document.Kind)
            .ThenBy(d => d.Document.Key, StringComparer.Ordinal)
            .Select(d => new
            {
                address = _files[d.Address[0]] + (d.Address.Length > 1 ? $"#{d.Address[1]}" : ""),
                code = d.Document.Kind == SearchKind.Contribution ? d.Document.Key.ToUpperInvariant() : "",
                title = d.Document.ShownTitle,
                people = d.Document.ShownPeople,
                text = Shortened(d.Document.Text),
                lang = d.Document.TextLang,
                @in = new[] { d.Document.Title, d.Document.People, d.Document.Keywords, d.Document.Body },
            });
    }

    private static string Shortened(string text) =>
        text.Length <= ExcerptLength ? text : string.Concat(text.AsSpan(0, text.LastIndexOf(' ', ExcerptLength)), " …");
}
