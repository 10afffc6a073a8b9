using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Security;
using ModMatWorkshop.Web.Tests.Hosting;
using SkiaSharp;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>A site with an organiser, each way to change its content, and what requests did to it.</summary>
public sealed class HostileEditingSite : IAsyncLifetime, IDisposable
{
    public const string Area = "/admin/content";
    public const string Talk = Area + "/contributions/o7";
    public const string House = Area + "/images/house.png";
    public const string Person = Area + "/people/clovis-lapointe";
    private const string Said = "main [role=alert], main .field-error, main [data-notice], main [data-saved]";

    private readonly ContentSample _content = new(Repository.Content);

    public SiteFactory Site { get; private set; } = null!;

    public HttpClient Organiser { get; private set; } = null!;

    /// <summary>
    /// Each way to change content: where it is posted, the page that has its form, and fields for a form that is not on a page at first.
    /// </summary>
    internal static readonly (string Post, string Page, (string Name, string Value)[] Fields)[] Editors =
    [
        (Area + "/draft?handler=Discard", Area + "/draft", [("file", ""), ("stamp", "1-2")]),
        (Area + "/draft?handler=Release", Area + "/draft?ask=release", [("stamp", "1-2")]),
        (Area + "/draft?handler=Restore", Area + "/draft", [("versions", "1-2")]),
        (Area + "/history/1", Area + "/history/1", [("basis", "999")]),
        (Area + "/images", Area + "/images", []),
        (Area + "/images?handler=Keep", Area + "/images", []),
        (House + "?handler=Crop", House, []),
        (House + "?handler=Delete", House, [("basis", "1")]),
        (House + "?handler=KeepCropped", House, []),
        (House + "?handler=KeepDeleted", House, [("basis", "1")]),
        (House + "?handler=KeepReplaced", House, []),
        (House + "?handler=Replace", House, []),
        (Person, Person, []),
        (Person + "?handler=Keep", Person, []),
        (Person + "?handler=Preview", Person, []),
        (Person + "?handler=Undo", Person, [("versions", "1-2")]),
        (Area + "/timetable?handler=Change", Area + "/timetable", []),
        (Area + "/timetable?handler=Keep", Area + "/timetable", []),
        (Area + "/timetable?handler=Save", Area + "/timetable", []),
        (Area + "/timetable?handler=Undo", Area + "/timetable", [("versions", "1-2")]),
        (Area + "/unsaved?file=contributions/o7.md", Talk, [("title", "x")]),
        (Area + "/unsaved/discard?file=contributions/o7.md", Talk, []),
        (Area + "/pages/new", Area + "/pages/new", []),
        (Area + "/pages/new?handler=Keep", Area + "/pages/new", []),
        (Talk, Talk, []),
        (Talk + "?handler=Delete", Talk, []),
        (Talk + "?handler=Insert", Talk, []),
        (Talk + "?handler=Keep", Talk, []),
        (Talk + "?handler=Preview", Talk, []),
        (Talk + "?handler=Switch", Talk, []),
        ("/admin/today?handler=Act", "/admin/today", []),
        ("/admin/today?handler=Announce", "/admin/today", []),
        ("/admin/today?handler=Stream", "/admin/today", []),
        ("/admin/today?handler=Undo", "/admin/today", [("versions", "1-2")]),
        ("/admin/today?handler=UndoStream", "/admin/today", [("session", "1"), ("url", ""), ("content", "true")]),
        ("/admin/today?handler=Withdraw", "/admin/today", [("id", "1")]),
    ];

    public async Task InitializeAsync()
    {
        _content.Write("images/house.png", Photographs.TwoHalves(400, 200, SKEncodedImageFormat.Png));
        _content.Write("pages/contact.en.md", "![A house](house.png)\n");
        Site = new() { ContentPath = _content.Folder, RehearseFrom = "2021-09-23T09:50:00+02:00" };
        Organiser = await Site.SignedInAsync(language: Language.English);
        await Organiser.ReadAsync(Area);
    }

    public async Task DisposeAsync()
    {
        Organiser.Dispose();
        await Site.DisposeAsync();
    }

    public void Dispose() => _content.Dispose();

    /// <summary>Runs a test that changes content on a site of its own.</summary>
    public static async Task RunAsync(Func<HostileEditingSite, Task> test)
    {
        using var own = new HostileEditingSite();
        await own.InitializeAsync();
        try
        {
            await test(own);
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    /// <summary>What another organiser, or an editor on the disk, does to a file.</summary>
    public void Change(string file)
    {
        if (file == "images/house.png")
            _content.Write(file, Photographs.TwoHalves(300, 150, SKEncodedImageFormat.Png));
        else if (file == "pages/getting-there.md")
            _content.Write(file, "---\ntitle: { fr: \"Venir\", en: \"Getting there\" }\n---\n\nEn train.\n");
        else if (file == "sessions/session-2.md")
            _content.Replace(file, "\"10:10\", end: \"10:40\"", "\"10:15\", end: \"10:40\"");
        else if (file == "contributions/o7.md")
            _content.Write(file, _content.Read(file).Replace("title: \"", "title: \"Another ", StringComparison.Ordinal));
        else
            foreach (var path in Directory.EnumerateFiles(_content.PathOf("contributions")))
                File.WriteAllText(
                    path,
                    File.ReadAllText(path)
                        .Replace(
                            "name: \"Clovis Lapointe\"",
                            "name: \"Clovis P. Lapointe\", person: clovis-lapointe",
                            StringComparison.Ordinal
                        )
                        .Replace("speaker: \"Clovis Lapointe\"", "speaker: \"Clovis P. Lapointe\"", StringComparison.Ordinal)
                );
    }

    public async Task KeepAsync(string title)
    {
        var fields = (await FieldsAsync(Area + "/contributions/o8")).Where(f => f.Name != "title").Append(("title", title)).ToList();
        using var kept = await PostAsync(Organiser, Area + "/contributions/o8?handler=Keep", fields);
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
    }

    /// <summary>The form as a browser without script would send it, with the fields that the page does not have.</summary>
    internal async Task<List<(string Name, string Value)>> FieldsAsync(string address)
    {
        var editor = Editors.FirstOrDefault(e => e.Post == address, (address, address.Split('?')[0], []));
        var page = await Organiser.ReadAsync(editor.Page);
        var button = page.QuerySelectorAll("main button")
            .OfType<IHtmlButtonElement>()
            .FirstOrDefault(b => b.Form is not null && b.Target().Split('#')[0].StartsWith(address, StringComparison.Ordinal));
        var fields = button?.Form is not { } form
            ? []
            : form.QuerySelectorAll("input, select, textarea")
                .Where(c =>
                    c is not IHtmlInputElement { Type: "file" } and not IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }
                )
                .Select(c =>
                    (
                        Name: c.GetAttribute("name") ?? "",
                        Value: c is IHtmlTextAreaElement area ? area.Value
                        : c is IHtmlSelectElement list ? list.Value ?? ""
                        : ((IHtmlInputElement)c).Value
                    )
                )
                .Where(f => f.Name.Length > 0)
                .ToList();
        if (button?.Name is { Length: > 0 } name)
            fields.Add((name, button.Value));
        if (!fields.Exists(f => f.Name == FormToken.Field))
            fields.Add((FormToken.Field, page.QuerySelector($"input[name={FormToken.Field}]")!.GetAttribute("value")!));
        fields.AddRange(editor.Fields.Where(f => !fields.Exists(known => known.Name == f.Name)));
        return fields;
    }

    internal static Task<HttpResponseMessage> PostAsync(
        HttpClient browser,
        string address,
        IReadOnlyList<(string Name, string Value)> fields,
        byte[]? file = null
    )
    {
        if (file is null)
            return browser.PostAsync(address, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
        var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "house.png" } };
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        return browser.PostAsync(address, form);
    }

    /// <summary>A sentence says why nothing was saved, and nothing was.</summary>
    internal async Task AssertRefusedAsync(string address, IReadOnlyList<(string Name, string Value)> fields, byte[]? file = null)
    {
        var before = await StateAsync(withUnsaved: false);
        using var answer = await PostAsync(Organiser, address, fields, file);
        Assert.InRange((int)answer.StatusCode, 200, 499);
        var page = answer.Headers.Location is { } next
            ? await Organiser.ReadAsync(next.OriginalString)
            : await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        // A script asks for these addresses, and reads the status.
        if (!address.StartsWith(Area + "/unsaved", StringComparison.Ordinal))
        {
            var sentences = (int)answer.StatusCode >= 400 ? $"{Said}, main h1" : Said;
            Assert.True(
                page.QuerySelectorAll(sentences).Any(e => e.TextContent.Trim().Length > 0),
                $"{address} does not say why nothing is saved: {answer.StatusCode} {page.QuerySelector("main")?.TextContent}"
            );
        }
        Assert.Equal(before, await StateAsync(withUnsaved: false));
    }

    /// <summary>Every byte of the folder, and every row of the database that editing could change.</summary>
    /// <param name="withUnsaved">Whether what people have typed and not saved counts. It is kept, so that a refusal loses nothing.</param>
    public Task<List<string>> StateAsync(bool withUnsaved) =>
        Site.InDatabaseAsync(async db =>
        {
            var files = Directory
                .EnumerateFiles(_content.Folder, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(f => $"{f} {ContentHash(File.ReadAllBytes(f))}");
            var versions = await db
                .ContentFileVersions.AsNoTracking()
                .OrderBy(v => v.Id)
                .Select(v => $"{v.Id} {v.Name} {v.State} {v.Hash}")
                .ToListAsync();
            var typed = await db.ContentDrafts.AsNoTracking().ToListAsync();
            return (List<string>)
                [
                    .. files,
                    .. versions,
                    .. ContentDatabase.RowsOf(db).Select(r => $"{r.Key} {r.Value}"),
                    .. (await db.Announcements.AsNoTracking().ToListAsync()).Select(a => JsonSerializer.Serialize(a)),
                    .. withUnsaved ? typed.Select(t => $"{t.File} {string.Join(' ', t.Fields.Values)}") : [],
                    .. (await db.AuditLog.Where(e => e.Actor.StartsWith("organiser")).Select(e => e.Action).ToListAsync()).Where(a =>
                        a.Contains("content", StringComparison.Ordinal) || a.Contains("draft", StringComparison.Ordinal)
                    ),
                ];
        });

    private static string ContentHash(byte[] content) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
}
