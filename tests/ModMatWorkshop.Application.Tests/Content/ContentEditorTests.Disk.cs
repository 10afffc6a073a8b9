using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Content;

// The folder: names, links, permissions, and what a killed process leaves
public partial class ContentEditorTests
{
    [Theory]
    [InlineData("../workshop.md")]
    [InlineData("pages/../../x.md")]
    [InlineData("/etc/x.md")]
    [InlineData("pages/x/y.md")]
    [InlineData("materials/x.md")]
    [InlineData("pages\\x.md")]
    [InlineData("pages/.x.md")]
    [InlineData("pages/Train de nuit.md")]
    [InlineData("pages/x.txt")]
    [InlineData("images/x.md")]
    [InlineData("images/../pages/x.svg")]
    [InlineData("x.md")]
    [InlineData("")]
    public async Task No_file_is_written_under_another_name_than_those_of_a_content_folder(string name)
    {
        using var host = await EditorHost.OpenAsync(Engine.Sqlite);
        var outcome = await host.SaveAsync(new FileChange(name, NewPage, null));
        Assert.Equal(
            (EditResult.Refused, "The site writes no file of this name."),
            (outcome.Result, outcome.Problems[0].Message.ToString())
        );
        Assert.Null(await host.OpenAsync(name));
    }

    [Fact]
    public async Task Symbolic_links_are_neither_opened_nor_written()
    {
        using var host = await EditorHost.OpenAsync(Engine.Sqlite);
        var outside = Path.Combine(host.Content.Folder, "outside");
        await File.WriteAllTextAsync(outside, NewPage);
        File.CreateSymbolicLink(host.Content.PathOf("pages/link.md"), outside);

        Assert.Null(await host.OpenAsync("pages/link.md"));
        Assert.Equal(EditResult.Refused, (await host.SaveAsync(new FileChange("pages/link.md", "x", null))).Result);
        Assert.Equal(NewPage, await File.ReadAllTextAsync(outside));
    }

    [Fact]
    public async Task A_file_keeps_its_permissions_and_a_new_one_has_those_of_the_others()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var host = await EditorHost.OpenAsync(Engine.Sqlite);
        const UnixFileMode Shared = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;
        const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead;
        File.SetUnixFileMode(host.Content.PathOf("workshop.md"), Shared);
        File.SetUnixFileMode(host.Content.PathOf(Page), Readable);

        await host.ReplaceAsync(Page, "Écrivez-nous.", "Écrivez-nous vite.");
        await host.SaveAsync(new FileChange("pages/train.md", NewPage, null));

        Assert.Equal(
            (Readable, Shared),
            (File.GetUnixFileMode(host.Content.PathOf(Page)), File.GetUnixFileMode(host.Content.PathOf("pages/train.md")))
        );
        Assert.Equal([], Directory.GetFiles(host.Content.PathOf("pages"), ".*"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_folder_that_cannot_be_written_leaves_no_version_and_no_line_in_the_log(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine);
        // A folder in the place of the file refuses it for root too, for whom permissions do not count.
        var news = host.Content.Read("news/2030-01-01-ouverture.md");
        Directory.Delete(host.Content.PathOf("news"), recursive: true);
        await host.ImportAsync();
        await File.WriteAllTextAsync(host.Content.PathOf("news"), "");

        var outcome = await host.SaveAsync(new FileChange("news/2030-01-02-x.md", news, null));

        Assert.Equal(EditResult.ReadOnlyFolder, outcome.Result);
        Assert.Equal([], await host.HistoryAsync("news/2030-01-02-x.md"));
        Assert.Equal([], await host.LogAsync());
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_not_replaced()
    {
        using var host = await EditorHost.OpenAsync(Engine.Sqlite);
        var opened = (await host.OpenAsync(Page))!;
        // Too large for the site.
        host.Content.Write(Page, new byte[11 << 20]);

        Assert.Equal(
            EditResult.ReadOnlyFolder,
            (await host.SaveAsync(new FileChange(Page, opened.Text + "\nEncore.\n", opened.Version))).Result
        );
        Assert.Equal(11 << 20, new FileInfo(host.Content.PathOf(Page)).Length);
        Assert.Single(await host.HistoryAsync(Page));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_start_writes_the_versions_that_a_killed_process_has_left_all_or_none(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine);
        // The first of two files was written.
        await LeaveAsync(host, (Page, "page"), (Talk, host.Content.Read(Talk) + "\nEncore.\n"));
        host.Content.Write(Page, "page");
        await File.WriteAllTextAsync(host.Content.PathOf("pages/.saving-0"), "half");

        await host.ImportAtStartAsync(1);

        Assert.EndsWith("\nEncore.\n", host.Content.Read(Talk), StringComparison.Ordinal);
        Assert.Equal("organiser 2 Edited: page", (await host.HistoryAsync(Page))[^1]);
        Assert.Equal(2, (await host.HistoryAsync(Page)).Count);
        Assert.Equal(["organiser 2 edited content", "organiser 2 edited content"], await host.LogAsync());
        Assert.False(File.Exists(host.Content.PathOf("pages/.saving-0")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_version_that_was_never_written_does_not_replace_what_somebody_wrote_meanwhile(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine);
        await LeaveAsync(host, (Page, "mine"));
        host.Content.Write(Page, "theirs");

        await host.ImportAtStartAsync(1);

        Assert.Equal("theirs", host.Content.Read(Page));
        Assert.Equal(["organiser 2 Edited NeverWritten: mine", "folder Found: theirs"], (await host.HistoryAsync(Page)).Skip(1));
        Assert.Equal([], await host.LogAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_folder_that_is_not_there_is_no_deletion_of_its_files(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine);
        Directory.Move(host.Content.Folder, host.Content.Folder + "-away");
        await host.ImportAsync();
        Directory.Move(host.Content.Folder + "-away", host.Content.Folder);
        Assert.Single(await host.HistoryAsync(Page));
    }

    /// <summary>What a process leaves that is killed before it writes.</summary>
    private static async Task LeaveAsync(EditorHost host, params (string Name, string Text)[] files)
    {
        await using var db = host.Open();
        var save = Guid.NewGuid();
        foreach (var (name, text) in files)
            db.ContentFileVersions.Add(
                new()
                {
                    Save = save,
                    Name = name,
                    Content = System.Text.Encoding.UTF8.GetBytes(text),
                    Hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))),
                    At = ContentDatabase.Noon,
                    Actor = EditorHost.Grace.Name,
                    Kind = ContentChangeKind.Edited,
                    State = ContentVersionState.Waiting,
                }
            );
        await db.SaveChangesAsync();
    }
}
