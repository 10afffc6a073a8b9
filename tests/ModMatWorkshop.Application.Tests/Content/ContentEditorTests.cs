using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Content;

public partial class ContentEditorTests
{
    private const string Page = "pages/contact.md";
    private const string Talk = "contributions/o1.md";

    [Theory, OnSqlite, OnPostgres]
    public async Task The_first_import_records_the_first_version_of_every_file(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine);

        await using var db = host.Open();
        Assert.Equal(
            ContentFolder
                .Files(host.Content.Folder)
                .Select(f => Path.GetRelativePath(host.Content.Folder, f))
                .Order(StringComparer.Ordinal),
            (await db.ContentFileVersions.Select(v => v.Name).ToListAsync()).Order(StringComparer.Ordinal)
        );
        Assert.Equal([$"folder Found: {host.Content.Read(Page)}"], await host.HistoryAsync(Page));
        await host.ImportAsync();
        Assert.Single(await host.HistoryAsync(Page));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_saved_text_is_on_the_disk_on_the_site_in_the_history_and_in_the_log(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine);
        var before = host.Content.Read(Page);
        var after = before.Replace("Écrivez-nous.", "Écrivez-nous vite.", StringComparison.Ordinal);

        var outcome = await host.ReplaceAsync(Page, "Écrivez-nous.", "Écrivez-nous vite.");

        Assert.Equal(EditResult.Saved, outcome.Result);
        Assert.Equal(after, host.Content.Read(Page));
        Assert.Equal([$"folder Found: {before}", $"organiser 1 Edited: {after}"], await host.HistoryAsync(Page));
        Assert.Equal(["organiser 1 edited content"], await host.LogAsync());
        await using var db = host.Open();
        Assert.Contains(
            "vite",
            (await db.Pages.SingleAsync(p => p.Slug == "contact")).BodyHtml.In(Domain.Language.French),
            StringComparison.Ordinal
        );
        Assert.Equal(EditResult.Unchanged, (await host.ReplaceAsync(Page, "x", "y")).Result);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Files_are_created_and_deleted(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine);
        const string Name = "pages/train.md";

        Assert.Equal(EditResult.Saved, (await host.SaveAsync(new FileChange(Name, NewPage, null))).Result);
        Assert.Equal(NewPage, host.Content.Read(Name));
        var opened = (await host.OpenAsync(Name))!;
        Assert.Equal(EditResult.Saved, (await host.SaveAsync(new FileChange(Name, null, opened.Version))).Result);
        Assert.False(File.Exists(host.Content.PathOf(Name)));
        Assert.Null(await host.OpenAsync(Name));
        Assert.Equal([$"organiser 1 Created: {NewPage}", "organiser 1 Deleted: gone"], await host.HistoryAsync(Name));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_error_refuses_a_change_and_nothing_is_written(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine);
        var before = host.Content.Read(Talk);

        var outcome = await host.ReplaceAsync(Talk, "kind: oral", "kind: aural");

        Assert.Equal(EditResult.Refused, outcome.Result);
        Assert.Equal(
            ["contributions/o1.md:3:7 error: `kind` is not one of: invited, oral, poster. For example: `kind: invited`."],
            outcome.Problems.Select(p => p.ToString())
        );
        Assert.Equal(before, host.Content.Read(Talk));
        Assert.Single(await host.HistoryAsync(Talk));
        Assert.Empty(await host.LogAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_error_that_was_there_before_refuses_nothing_wherever_its_line_is_now(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine);
        host.Content.Replace(Talk, "kind: oral", "kind: aural");
        await host.ImportAsync();

        Assert.Equal(EditResult.Saved, (await host.ReplaceAsync(Page, "Écrivez-nous.", "Écrivez-nous vite.")).Result);
        Assert.Equal(EditResult.Saved, (await host.ReplaceAsync(Talk, "code: O1", "# A comment\ncode: O1")).Result);
        Assert.Equal(EditResult.Refused, (await host.ReplaceAsync(Talk, "lang: fr", "lang: latin")).Result);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Files_that_are_saved_together_are_all_refused_or_all_written(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine);
        var (page, talk) = ((await host.OpenAsync(Page))!, (await host.OpenAsync(Talk))!);
        var good = new FileChange(Page, page.Text + "\nEncore.\n", page.Version);

        var refused = await host.SaveAsync(good, new(Talk, talk.Text.Replace("oral", "aural", StringComparison.Ordinal), talk.Version));
        Assert.Equal((EditResult.Refused, page.Text), (refused.Result, host.Content.Read(Page)));
        var saved = await host.SaveAsync(good, new(Talk, talk.Text + "\nEncore.\n", talk.Version));
        Assert.Equal(
            (EditResult.Saved, page.Text + "\nEncore.\n", talk.Text + "\nEncore.\n"),
            (saved.Result, host.Content.Read(Page), host.Content.Read(Talk))
        );
        await using var db = host.Open();
        Assert.Single(
            await db.ContentFileVersions.Where(v => v.Kind == ContentChangeKind.Edited).Select(v => v.Save).Distinct().ToListAsync()
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_picture_is_checked_as_the_reader_does_and_one_that_is_shown_stays(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine);
        const string Name = "images/map.svg";
        var picture = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>"u8.ToArray();

        Assert.Equal(EditResult.Saved, (await PictureAsync(picture, null)).Result);
        Assert.Equal(picture, await File.ReadAllBytesAsync(host.Content.PathOf(Name)));
        Assert.Equal(EditResult.Saved, (await host.ReplaceAsync(Page, "Écrivez-nous.", "Écrivez-nous.\n\n![Un plan](map.svg)")).Result);

        await using var db = host.Open();
        var version = (await db.ContentFileVersions.SingleAsync(v => v.Name == Name)).Id;
        Assert.Equal("The file is not SVG.", (await PictureAsync("no picture"u8.ToArray(), version)).Problems[0].Message.ToString());
        Assert.Equal("There is no picture images/map.svg.", (await PictureAsync(null, version)).Problems[0].Message.ToString());
        Assert.Equal(EditResult.Conflict, (await PictureAsync("<svg/>"u8.ToArray(), null)).Result);
        Assert.Equal(picture, await File.ReadAllBytesAsync(host.Content.PathOf(Name)));

        Task<EditOutcome> PictureAsync(byte[]? content, long? basedOn) =>
            host.WithEditorAsync(editor =>
                editor.SavePictureAsync(EditorHost.Ada, Name, content, basedOn, basedOn, SaveTarget.Live, CancellationToken.None)
            );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_version_is_brought_back_unless_it_would_bring_an_error(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine);
        var first = (await host.OpenAsync(Page))!;
        await host.ReplaceAsync(Page, "Écrivez-nous.", "Écrivez-nous vite.");
        var second = (await host.OpenAsync(Page))!;

        Assert.Equal(EditResult.Saved, (await BackAsync(first.Version, second.Version))!.Result);
        Assert.Equal(first.Text, host.Content.Read(Page));
        Assert.Equal($"organiser 1 BroughtBack: {first.Text}", (await host.HistoryAsync(Page))[^1]);
        // Somebody has changed the file since the organiser looked at its history.
        host.Content.Write(Page, first.Text.Replace("Écrivez-nous.", "Téléphonez.", StringComparison.Ordinal));
        Assert.Equal(EditResult.Conflict, (await BackAsync(second.Version, (await LastAsync()).Id))!.Result);
        Assert.Null(await BackAsync(4711, null));

        Task<EditOutcome?> BackAsync(long version, long? basedOn) =>
            host.WithEditorAsync(editor => editor.BringBackAsync(EditorHost.Ada, version, basedOn, CancellationToken.None));

        async Task<ContentFileVersion> LastAsync()
        {
            await using var db = host.Open();
            return await db.ContentFileVersions.Where(v => v.Name == Page).OrderByDescending(v => v.Id).FirstAsync();
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_timetable_that_concerns_nobody_does_not_wait(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine);
        var outcome = await host.ReplaceAsync("workshop.md", "seats: 20", "seats: 21");
        Assert.Equal((EditResult.Saved, false), (outcome.Result, outcome.TimetableWaits));
    }

    private const string NewPage = """
        ---
        title: { fr: "Venir en train", en: "By train" }
        ---

        Descendez à la gare.

        """;
}
