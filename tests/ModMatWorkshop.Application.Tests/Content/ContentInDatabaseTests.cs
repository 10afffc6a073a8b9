using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Content.Starter;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Content;

/// <summary>The content lives in the database, and each instance has a copy of it.</summary>
public class ContentInDatabaseTests
{
    private const string Page = "pages/contact.md";
    private const string Slides = "materials/o1-slides.pdf";

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_instance_has_a_copy_of_its_own_that_follows_the_database(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine, ContentStore.Database);
        await host.ImportAsync(1);
        Assert.NotEqual(host.FolderOf(0), host.FolderOf(1));
        Assert.Equal(FilesIn(host.Content.Folder), FilesIn(host.FolderOf(1)));

        Assert.Equal(EditResult.Saved, (await host.ReplaceAsync(Page, "Écrivez-nous.", "Écrivez-nous vite.")).Result);
        Assert.Equal(EditResult.Saved, (await host.SaveAsync(new FileChange("pages/train.md", NewPage, null))).Result);
        await host.ImportAsync(1);

        Assert.Contains("Écrivez-nous vite.", await ReadAsync(host, 1, Page), StringComparison.Ordinal);
        Assert.Equal(FilesIn(host.FolderOf(0)), FilesIn(host.FolderOf(1)));
        // The folder that was sent is nobody's any more.
        Assert.DoesNotContain("vite", host.Content.Read(Page), StringComparison.Ordinal);
        Assert.Equal(["folder Created", "organiser 1 Edited"], (await host.HistoryAsync(Page)).Select(line => line.Split(':')[0]));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_changed_in_a_copy_is_put_back_and_is_no_version(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine, ContentStore.Database);
        var (folder, before) = (host.FolderOf(0), FilesIn(host.Content.Folder));
        await File.WriteAllTextAsync(Path.Combine(folder, Page), "mine");
        await File.WriteAllTextAsync(Path.Combine(folder, "pages/mine.md"), NewPage);
        File.Delete(Path.Combine(folder, "workshop.md"));

        await host.ImportAsync();

        Assert.Equal(before, FilesIn(folder));
        Assert.Single(await host.HistoryAsync(Page));
        Assert.Equal([], await host.HistoryAsync("pages/mine.md"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_start_takes_up_the_copy_of_a_process_that_was_killed_while_it_wrote_it(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine, ContentStore.Database);
        var folder = host.FolderOf(0);
        host.Stop(0);
        await File.WriteAllTextAsync(Path.Combine(folder, Page), "half");
        await File.WriteAllTextAsync(Path.Combine(folder, "pages/.saving-0"), "half");

        await host.ImportAtStartAsync(0);

        Assert.Equal(folder, host.FolderOf(0));
        Assert.Equal(FilesIn(host.Content.Folder), FilesIn(folder));
        Assert.Single(await host.HistoryAsync(Page));
    }

    [Fact]
    public async Task Without_a_place_for_the_copy_nothing_is_saved()
    {
        using var host = await EditorHost.OpenAsync(Engine.Sqlite, ContentStore.Database);
        var opened = (await host.OpenAsync(Page))!;
        // A folder in the place of the file refuses it for root too, for whom permissions do not count.
        File.Delete(Path.Combine(host.FolderOf(0), Page));
        Directory.CreateDirectory(Path.Combine(host.FolderOf(0), Page));

        var outcome = await host.SaveAsync(new FileChange(Page, opened.Text + "\nEt venez.\n", opened.Version));

        Assert.Equal(EditResult.ReadOnlyFolder, outcome.Result);
        Assert.Single(await host.HistoryAsync(Page));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_instances_merge_as_two_organisers_of_one_do(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine, ContentStore.Database);
        await host.ImportAsync(1);
        var opened = (await host.OpenAsync(Page))!;
        Assert.Equal(
            EditResult.Saved,
            (await host.SaveAsync(EditorHost.Grace, 1, new FileChange(Page, opened.Text + "\nEt venez.\n", opened.Version))).Result
        );

        var outcome = await host.SaveAsync(
            new FileChange(Page, opened.Text.Replace("fr: \"Contact\"", "fr: \"Nous écrire\"", StringComparison.Ordinal), opened.Version)
        );

        Assert.Equal((EditResult.Saved, true), (outcome.Result, outcome.Merged));
        Assert.Equal(
            opened.Text.Replace("fr: \"Contact\"", "fr: \"Nous écrire\"", StringComparison.Ordinal) + "\nEt venez.\n",
            await ReadAsync(host, 0, Page)
        );
        var conflict = await host.SaveAsync(EditorHost.Grace, 1, new FileChange(Page, "x\n" + opened.Text, opened.Version));
        Assert.NotEqual(EditResult.Saved, conflict.Result);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Instances_that_save_and_import_at_once_leave_the_last_version_on_the_site(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine, ContentStore.Database);
        await host.ImportAsync(1);
        for (var round = 0; round < 10; round++)
        {
            var opened = (await host.OpenAsync(Page))!;
            var change = new FileChange(Page, $"{opened.Text}\nParagraphe {round}.\n", opened.Version);
            await Task.WhenAll(host.ImportAsync(1), host.SaveAsync(EditorHost.Ada, 0, change), host.ImportAsync(1));
            await using var db = host.Open();
            Assert.Contains(
                $"Paragraphe {round}.",
                (await db.Pages.SingleAsync(p => p.Slug == "contact")).BodyHtml.In(Language.French),
                StringComparison.Ordinal
            );
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_the_last_version_of_a_material_is_kept(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine, ContentStore.Database);
        host.Content.Write(Slides, "%PDF-1.7 one");
        Assert.Equal($"Added {Slides}", await host.PushAsync(host.Content.Folder));
        host.Content.Write(Slides, "%PDF-1.7 two");
        Assert.Equal($"Changed {Slides}", await host.PushAsync(host.Content.Folder));
        await host.ImportAsync(1);

        Assert.Equal(["folder Edited: %PDF-1.7 two"], await host.HistoryAsync(Slides));
        Assert.Equal("%PDF-1.7 two", await ReadAsync(host, 1, Slides));
        // The ETag is made from the date.
        Assert.Equal(
            File.GetLastWriteTimeUtc(Path.Combine(host.FolderOf(0), Slides)),
            File.GetLastWriteTimeUtc(Path.Combine(host.FolderOf(1), Slides))
        );

        host.Content.Delete(Slides);
        Assert.Equal($"Removed {Slides}", await host.PushAsync(host.Content.Folder));
        await host.ImportAsync(1);
        Assert.Equal(["folder Deleted: gone"], await host.HistoryAsync(Slides));
        Assert.False(File.Exists(Path.Combine(host.FolderOf(1), Slides)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_organisers_who_set_up_the_site_at_once_one_succeeds(Engine engine)
    {
        using var host = EditorHost.Empty(engine, ContentStore.Database);
        var (answers, problems) = WorkshopQuestions.Read(key =>
            WorkshopQuestions.All.Single(q => q.Key == key).Default?.In(Language.English) ?? AnswerTo(key)
        );
        Assert.Empty(problems);

        var results = await Task.WhenAll(
            new[] { 0, 1 }.Select(instance =>
                host.WithAsync((ContentStart start) => start.WriteAsync(answers, EditorHost.Ada, CancellationToken.None), instance)
            )
        );

        Assert.Equal([StarterResult.Written, StarterResult.NotEmpty], results.Order());
        Assert.Equal(["organiser 1 Created"], (await host.HistoryAsync("workshop.md")).Select(line => line.Split(':')[0]));
        await using var db = host.Open();
        Assert.Equal(1, await db.Workshops.CountAsync());
    }

    private const string NewPage = "---\ntitle: { fr: \"Venir en train\", en: \"By train\" }\n---\n\nPrenez le train.\n";

    private static string AnswerTo(string key) =>
        key switch
        {
            "acronym" => "Forces",
            "title" => "Forces and Fields",
            "place" => "Aula, Lyon, FR",
            "start" => "2031-05-05",
            "end" => "2031-05-06",
            "contact" => "forces@example.org",
            _ => "",
        };

    private static Task<string> ReadAsync(EditorHost host, int instance, string name) =>
        File.ReadAllTextAsync(Path.Combine(host.FolderOf(instance), name));

    /// <summary>Every file but the memory of a pull, with its text.</summary>
    private static IReadOnlyList<string> FilesIn(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(f => Path.GetFileName(f) != ".content-pull")
                .Order(StringComparer.Ordinal)
                .Select(f => $"{Path.GetRelativePath(folder, f)}: {File.ReadAllText(f)}"),
        ];
}
