using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Content;

/// <summary>The draft that organisers share: what is in it, how it merges with what others save, and its release.</summary>
public sealed class SharedDraftTests
{
    private const string Page = "pages/contact.md";
    private const string Talk = "contributions/o1.md";
    private const string Session = "sessions/session-1.md";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_draft_writes_no_file_changes_nothing_for_readers_and_is_what_organisers_open(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine);
        var before = host.Content.Read(Page);

        Assert.Equal(EditResult.Saved, (await KeepAsync(host, EditorHost.Ada, Page, "Écrivez-nous.", "Écrivez-nous vite.")).Result);

        Assert.Equal(before, host.Content.Read(Page));
        var opened = (await host.OpenAsync(Page))!;
        Assert.Equal((true, true), (opened.Text.Contains("vite", StringComparison.Ordinal), opened.Draft is not null));
        await host.ImportAsync();
        await using var db = host.Open();
        Assert.DoesNotContain("vite", (await db.Pages.SingleAsync(p => p.Slug == "contact")).BodyHtml.Fr!, StringComparison.Ordinal);
        Assert.Equal([$"folder Found: {before}", $"organiser 1 Edited Draft: {opened.Text}"], await host.HistoryAsync(Page));
        Assert.Equal(["organiser 1 changed the draft"], await host.LogAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_release_makes_all_files_live_at_once_and_ends_their_drafts(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine);
        await KeepAsync(host, EditorHost.Ada, Page, "Écrivez-nous.", "Écrivez-nous vite.");
        await KeepAsync(host, EditorHost.Grace, Talk, "Potentiels appris", "Forces apprises");

        Assert.Equal(EditResult.Saved, (await host.ReleaseAsync())!.Result);

        Assert.Contains("vite", host.Content.Read(Page), StringComparison.Ordinal);
        Assert.Contains("Forces apprises", host.Content.Read(Talk), StringComparison.Ordinal);
        Assert.Null(await host.WithDraftAsync(draft => draft.SummaryAsync(CancellationToken.None)));
        await using var db = host.Open();
        Assert.Equal(2, await db.ContentFileVersions.CountAsync(v => v.State == ContentVersionState.Released));
        Assert.Single(
            await db
                .ContentFileVersions.Where(v => v.State == ContentVersionState.Written && v.Actor == "organiser 1")
                .Select(v => v.Save)
                .Distinct()
                .ToListAsync()
        );
        Assert.Single(await db.ProgrammeVersions.ToListAsync());
        Assert.Null(await host.ReleaseAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_organisers_change_one_draft_and_their_changes_merge_or_conflict(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine);
        var (ada, grace) = ((await host.OpenAsync(Talk))!, (await host.OpenAsync(Talk))!);
        await host.KeepAsync(EditorHost.Ada, Changed(ada, "Potentiels appris", "Forces apprises"));

        var merged = await host.KeepAsync(EditorHost.Grace, Changed(grace, "La force vive est", "La force vive était"));
        Assert.Equal((EditResult.Saved, true), (merged.Result, merged.Merged));
        var both = (await host.OpenAsync(Talk))!;
        Assert.Contains("Forces apprises", both.Text, StringComparison.Ordinal);
        Assert.Contains("La force vive était", both.Text, StringComparison.Ordinal);

        var late = await host.KeepAsync(EditorHost.Grace, Changed(grace, "Potentiels appris", "Énergies apprises"));
        Assert.Equal(EditResult.Conflict, late.Result);
        Assert.Contains("Forces apprises", Assert.Single(late.Conflicts).Theirs.Text, StringComparison.Ordinal);
        // Based on what the other has saved, the choice wins.
        var theirs = late.Conflicts[0].Theirs;
        var chosen = new FileChange(
            Talk,
            theirs.Text.Replace("Forces apprises", "Énergies apprises", StringComparison.Ordinal),
            theirs.Version,
            theirs.Live
        );
        Assert.Equal(EditResult.Saved, (await host.KeepAsync(EditorHost.Grace, chosen)).Result);
        Assert.Contains("Énergies apprises", (await host.OpenAsync(Talk))!.Text, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_draft_follows_what_changes_live_meanwhile_and_a_release_keeps_both(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine);
        await KeepAsync(host, EditorHost.Ada, Talk, "Potentiels appris", "Forces apprises");
        host.Content.Replace(Talk, "La force vive est", "La force vive était");
        await host.ImportAsync();

        Assert.Contains("La force vive était", (await host.OpenAsync(Talk))!.Text, StringComparison.Ordinal);
        Assert.Equal(EditResult.Saved, (await host.ReleaseAsync())!.Result);
        Assert.Contains("Forces apprises", host.Content.Read(Talk), StringComparison.Ordinal);
        Assert.Contains("La force vive était", host.Content.Read(Talk), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_conflict_releases_nothing_until_an_organiser_has_chosen(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine);
        await KeepAsync(host, EditorHost.Ada, Talk, "Potentiels appris", "Forces apprises");
        await KeepAsync(host, EditorHost.Ada, Page, "Écrivez-nous.", "Écrivez-nous vite.");
        host.Content.Replace(Talk, "Potentiels appris", "Énergies apprises");
        await host.ImportAsync();
        var (talk, page) = (host.Content.Read(Talk), host.Content.Read(Page));

        var refused = (await host.ReleaseAsync())!;
        Assert.Equal((EditResult.Conflict, talk, page), (refused.Result, host.Content.Read(Talk), host.Content.Read(Page)));
        Assert.Equal(talk, Assert.Single(refused.Conflicts).Theirs.Text);

        var opened = (await host.OpenAsync(Talk))!;
        Assert.Equal(opened.Text, opened.Draft!.Conflict);
        var chosen = new FileChange(
            Talk,
            talk.Replace("Énergies apprises", "Forces apprises", StringComparison.Ordinal),
            opened.Version,
            opened.Live
        );
        Assert.Equal(EditResult.Saved, (await host.KeepAsync(EditorHost.Grace, chosen)).Result);
        Assert.Equal(EditResult.Saved, (await host.ReleaseAsync())!.Result);
        Assert.Contains("Forces apprises", host.Content.Read(Talk), StringComparison.Ordinal);
        Assert.Contains("vite", host.Content.Read(Page), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_live_save_of_what_readers_see_leaves_the_draft_and_one_of_the_draft_ends_it(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine);
        var live = (await host.OpenAsync(Talk))!;
        await KeepAsync(host, EditorHost.Ada, Talk, "Potentiels appris", "Forces apprises");

        Assert.Equal(EditResult.Saved, (await host.SaveAsync(Changed(live, "La force vive est", "La force vive était"))).Result);
        Assert.DoesNotContain("Forces", host.Content.Read(Talk), StringComparison.Ordinal);
        var draft = (await host.OpenAsync(Talk))!;
        Assert.NotNull(draft.Draft);

        Assert.Equal(EditResult.Saved, (await host.SaveAsync(Changed(draft, "Forces apprises", "Forces bien apprises"))).Result);
        Assert.Contains("Forces bien apprises", host.Content.Read(Talk), StringComparison.Ordinal);
        Assert.Contains("La force vive était", host.Content.Read(Talk), StringComparison.Ordinal);
        Assert.Null((await host.OpenAsync(Talk))!.Draft);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_check_reads_the_folder_with_the_whole_draft(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine);
        Assert.Equal(EditResult.Refused, (await KeepAsync(host, EditorHost.Ada, Talk, "kind: oral", "kind: aural")).Result);
        const string Slot = """{ start: "10:00", end: "10:30", contribution: O1 }""";
        const string Later = """{ start: "11:00", end: "11:30", contribution: O1 }""";
        Assert.Equal(EditResult.Saved, (await KeepAsync(host, EditorHost.Ada, Session, Slot, Later)).Result);
        // The session of the draft still names the talk.
        var talk = (await host.OpenAsync(Talk))!;
        Assert.Equal(EditResult.Refused, (await host.KeepAsync(EditorHost.Ada, new FileChange(Talk, null, talk.Version))).Result);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Discarded_files_come_back_and_a_draft_that_is_as_live_again_ends(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine);
        await KeepAsync(host, EditorHost.Ada, Page, "Écrivez-nous.", "Écrivez-nous vite.");
        await KeepAsync(host, EditorHost.Ada, Talk, "Potentiels appris", "Forces apprises");
        var stamp = (await SummaryAsync(host))!.Stamp;

        Assert.Null(await host.WithDraftAsync(d => d.DiscardAsync(EditorHost.Grace, Page, "7", CancellationToken.None)));
        var discarded = await host.WithDraftAsync(d => d.DiscardAsync(EditorHost.Grace, Page, stamp, CancellationToken.None));
        Assert.Equal([Talk], (await SummaryAsync(host))!.Files);
        Assert.Equal(1, await host.WithDraftAsync(d => d.RestoreAsync(EditorHost.Grace, discarded, CancellationToken.None)));
        Assert.Equal([Talk, Page], (await SummaryAsync(host))!.Files);
        Assert.Equal(0, await host.WithDraftAsync(d => d.RestoreAsync(EditorHost.Grace, discarded, CancellationToken.None)));

        Assert.Equal(EditResult.Saved, (await KeepAsync(host, EditorHost.Ada, Page, "Écrivez-nous vite.", "Écrivez-nous.")).Result);
        Assert.Equal([Talk], (await SummaryAsync(host))!.Files);
        Assert.Equal(
            [
                "organiser 1 changed the draft",
                "organiser 1 changed the draft",
                "organiser 2 discarded a draft",
                "organiser 2 took a draft back",
                "organiser 1 discarded a draft",
            ],
            await host.LogAsync()
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task New_and_deleted_files_are_drafts_too(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine);
        const string Train = "pages/train.md";
        const string Text = "---\ntitle: { fr: \"Venir en train\", en: \"By train\" }\nin: footer\n---\n\nLa gare.\n";
        Assert.Equal(EditResult.Saved, (await host.KeepAsync(EditorHost.Ada, new FileChange(Train, Text, null))).Result);
        Assert.Equal((Text, false), ((await host.OpenAsync(Train))!.Text, File.Exists(host.Content.PathOf(Train))));
        var news = (await host.OpenAsync("news/2030-01-01-ouverture.md"))!;
        var english = (await host.OpenAsync("news/2030-01-01-ouverture.en.md"))!;
        Assert.Equal(
            EditResult.Saved,
            (await host.KeepAsync(EditorHost.Ada, new(news.Name, null, news.Version), new(english.Name, null, english.Version))).Result
        );
        Assert.Equal(news.Text, host.Content.Read(news.Name));

        Assert.Equal(EditResult.Saved, (await host.ReleaseAsync())!.Result);
        Assert.Equal((Text, false), (host.Content.Read(Train), File.Exists(host.Content.PathOf(news.Name))));
    }

    private static Task<DraftSummary?> SummaryAsync(EditorHost host) =>
        host.WithDraftAsync(draft => draft.SummaryAsync(CancellationToken.None));

    private static async Task<EditOutcome> KeepAsync(EditorHost host, Actor by, string name, string old, string @new) =>
        await host.KeepAsync(by, Changed((await host.OpenAsync(name))!, old, @new));

    private static FileChange Changed(OpenedFile opened, string old, string @new) =>
        new(opened.Name, opened.Text.Replace(old, @new, StringComparison.Ordinal), opened.Version, opened.Live);
}
