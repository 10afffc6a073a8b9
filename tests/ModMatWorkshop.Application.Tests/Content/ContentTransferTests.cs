using System.Globalization;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Content;

/// <summary>Content moves between the site and a folder, with either store.</summary>
public sealed class ContentTransferTests : IDisposable
{
    private const string Page = "pages/contact.md";
    private const string Slides = "materials/o1-slides.pdf";
    private readonly ContentSample _folder = new(Directory.CreateTempSubdirectory("modmat-empty-").FullName);

    public static TheoryData<ContentStore> Stores => [ContentStore.Folder, ContentStore.Database];

    [Theory, MemberData(nameof(Stores))]
    public async Task A_folder_that_was_pulled_goes_back_with_its_changes(ContentStore store)
    {
        using var host = await EditorHost.OpenAsync(Engine.Sqlite, store);
        await host.PullAsync(_folder.Folder);
        Assert.Equal(host.Content.Read(Page), _folder.Read(Page));
        Assert.Equal("", await host.PushAsync(_folder.Folder));

        _folder.Replace(Page, "Écrivez-nous.", "Écrivez-nous vite.");
        _folder.Write("pages/Train de nuit.md", NewPage);
        _folder.Write(Slides, "%PDF-1.7 one");
        _folder.Delete("news/2030-01-01-ouverture.en.md");
        const string Changes =
            "Added materials/o1-slides.pdf, Removed news/2030-01-01-ouverture.en.md, "
            + "Added pages/Train de nuit.md, Changed pages/contact.md";
        Assert.Equal(Changes, await host.PushAsync(_folder.Folder, isDry: true));
        Assert.DoesNotContain("vite", await OnSiteAsync(host), StringComparison.Ordinal);
        Assert.Equal(Changes, await host.PushAsync(_folder.Folder, EditorHost.Grace));

        Assert.Contains("vite", await OnSiteAsync(host), StringComparison.Ordinal);
        Assert.StartsWith("organiser 2 Edited: ", (await host.HistoryAsync(Page))[^1], StringComparison.Ordinal);
        Assert.Equal("organiser 2 Deleted: gone", (await host.HistoryAsync("news/2030-01-01-ouverture.en.md"))[^1]);
        using var other = new ContentSample(Directory.CreateTempSubdirectory("modmat-empty-").FullName);
        await host.PullAsync(other.Folder);
        Assert.Equal(FilesIn(_folder.Folder), FilesIn(other.Folder));
        Assert.Equal("", await host.PushAsync(_folder.Folder));
        Assert.Equal("", await host.PullAsync(_folder.Folder));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_push_merges_what_the_site_has_changed_since_the_pull_and_the_next_pull_too(ContentStore store)
    {
        using var host = await EditorHost.OpenAsync(Engine.Sqlite, store);
        await host.PullAsync(_folder.Folder);
        await host.ReplaceAsync(Page, "fr: \"Contact\"", "fr: \"Nous écrire\"");
        await host.ReplaceAsync("pages/privacy.md", "title:", "# by the site\ntitle:");
        _folder.Replace(Page, "Écrivez-nous.", "Écrivez-nous vite.");

        Assert.Equal($"Merged {Page}", await host.PushAsync(_folder.Folder));

        var merged = await OnSiteAsync(host);
        Assert.Contains("Nous écrire", merged, StringComparison.Ordinal);
        Assert.Contains("vite", merged, StringComparison.Ordinal);
        Assert.Equal("", await host.PushAsync(_folder.Folder));
        Assert.Equal($"Merged {Page}, Changed pages/privacy.md", await host.PullAsync(_folder.Folder));
        Assert.Equal(merged, _folder.Read(Page));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Conflicts_are_named_and_nothing_is_written_in_either_direction(ContentStore store)
    {
        using var host = await EditorHost.OpenAsync(Engine.Sqlite, store);
        await host.PullAsync(_folder.Folder);
        await host.ReplaceAsync(Page, "Écrivez-nous.", "Écrivez-nous vite.");
        _folder.Replace(Page, "Écrivez-nous.", "Écrivez-nous un jour.");
        _folder.Replace("pages/privacy.md", "title:", "# mine\ntitle:");
        var before = FilesIn(_folder.Folder);
        var message =
            $"{Page} has changed here and on the site.\n"
            + $"Nothing was changed. Pull into an empty folder, compare it with {_folder.Folder}, and push that one.";

        Assert.Equal(message, (await Assert.ThrowsAsync<SettingsException>(() => host.PushAsync(_folder.Folder))).Message);
        Assert.Equal(message, (await Assert.ThrowsAsync<SettingsException>(() => host.PullAsync(_folder.Folder))).Message);

        Assert.Equal(before, FilesIn(_folder.Folder));
        Assert.Single(await host.HistoryAsync("pages/privacy.md"));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_folder_with_an_error_is_not_sent(ContentStore store)
    {
        using var host = await EditorHost.OpenAsync(Engine.Sqlite, store);
        await host.PullAsync(_folder.Folder);
        _folder.Replace(Page, "title: {", "title: [{");
        _folder.Replace("pages/privacy.md", "title:", "# mine\ntitle:");

        var refused = await Assert.ThrowsAsync<SettingsException>(() => host.PushAsync(_folder.Folder));

        Assert.Contains("pages/contact.md:", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith("A folder with errors is not sent. Nothing was changed.", refused.Message, StringComparison.Ordinal);
        Assert.Single(await host.HistoryAsync("pages/privacy.md"));
    }

    [Fact]
    public async Task A_folder_that_was_never_pulled_adds_files_but_replaces_none()
    {
        using var host = await EditorHost.OpenAsync(Engine.Sqlite);
        using var stranger = new ContentSample();
        stranger.Write("pages/train.md", NewPage);
        Assert.Equal("Added pages/train.md", await host.PushAsync(stranger.Folder));
        File.Delete(stranger.PathOf(".content-pull"));
        stranger.Replace(Page, "Écrivez-nous.", "Écrivez-nous vite.");
        await Assert.ThrowsAsync<SettingsException>(() => host.PushAsync(stranger.Folder));
        Assert.Single(await host.HistoryAsync(Page));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_sent_all_the_same()
    {
        using var host = EditorHost.Empty(Engine.Sqlite, ContentStore.Database);
        using var image = new ContentSample();
        // A folder in the place of the file refuses it for root too, for whom permissions do not count.
        Directory.CreateDirectory(image.PathOf(".content-pull-new"));
        await host.PushAsync(image.Folder);
        Assert.Equal("", await host.PushAsync(image.Folder));
        Assert.False(File.Exists(image.PathOf(".content-pull")));
    }

    [Fact]
    public async Task A_database_takes_materials_up_to_a_limit()
    {
        using var host = await EditorHost.OpenAsync(Engine.Sqlite, ContentStore.Database);
        await host.PullAsync(_folder.Folder);
        _folder.Write("materials/o1-film.mp4", new byte[ContentFileVersion.MaxMaterial + 1]);

        var refused = await Assert.ThrowsAsync<SettingsException>(() => host.PushAsync(_folder.Folder));

        Assert.Equal(
            "materials/o1-film.mp4: the database holds files of at most 50 MB.\n"
                + "Publish larger ones elsewhere, as a link. Nothing was changed.",
            refused.Message
        );
    }

    [Fact]
    public async Task An_empty_site_has_nothing_to_pull_and_takes_a_folder()
    {
        using var host = EditorHost.Empty(Engine.Sqlite, ContentStore.Database);
        Assert.Equal(
            "There is no content in the database.",
            (await Assert.ThrowsAsync<SettingsException>(() => host.PullAsync(_folder.Folder))).Message
        );
        Assert.Equal(
            $"There is no folder {_folder.Folder}/nowhere.",
            (await Assert.ThrowsAsync<SettingsException>(() => host.PushAsync(_folder.PathOf("nowhere")))).Message
        );
        var files = Directory.GetFiles(host.Content.Folder, "*.md", SearchOption.AllDirectories).Length;
        Assert.Equal(files, (await host.PushAsync(host.Content.Folder)).Split(", ").Length);
        Assert.Equal(1, (await host.ImportAsync()).Version);
    }

    public void Dispose() => _folder.Dispose();

    private const string NewPage = "---\nslug: train\ntitle: { fr: \"Venir en train\", en: \"By train\" }\n---\n\nPrenez le train.\n";

    private static async Task<string> OnSiteAsync(EditorHost host) => (await host.OpenAsync(Page))!.Text;

    private static IReadOnlyList<string> FilesIn(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(f => Path.GetFileName(f) != ".content-pull")
                .Order(StringComparer.Ordinal)
                .Select(f => string.Create(CultureInfo.InvariantCulture, $"{Path.GetRelativePath(folder, f)}: {File.ReadAllText(f)}")),
        ];
}
