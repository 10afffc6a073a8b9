using System.Diagnostics;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Content;

/// <summary>Saves are commits in a real repository, which the real git reads.</summary>
public class ContentGitTests
{
    private const string Page = "pages/contact.md";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_save_is_a_commit_of_its_files_and_of_nothing_else(Engine engine)
    {
        using var host = await OpenAsync(engine);
        var git = host.Content.Folder;
        Run(git, "add --all");
        Run(git, "commit --quiet --message=x");
        host.Content.Write("pages/privacy.md", host.Content.Read("pages/privacy.md") + "\nstaged\n");
        Run(git, "add pages/privacy.md");
        host.Content.Write("pages/accessibility.md", host.Content.Read("pages/accessibility.md") + "\nchanged\n");
        host.Content.Write("notes.txt", "untracked");

        await host.ReplaceAsync("contributions/o1.md", "La force vive", "La force très vive");
        await host.SaveAsync(
            new FileChange("pages/train.md", "---\ntitle: { fr: \"Train\", en: \"Train\" }\n---\n\nEn train.\n", null),
            new FileChange("news/2030-01-01-ouverture.en.md", null, (await host.OpenAsync("news/2030-01-01-ouverture.en.md"))!.Version)
        );

        Assert.Equal(
            [
                "Ada Lovelace <noreply@modmat.test>",
                "ModMatWorkshop <noreply@modmat.test>",
                "train, 2030-01-01-ouverture.en: create, delete",
                "",
                "pages/train.md",
                "news/2030-01-01-ouverture.en.md",
                "",
                "D\tnews/2030-01-01-ouverture.en.md",
                "A\tpages/train.md",
                "Ada Lovelace <noreply@modmat.test>",
                "ModMatWorkshop <noreply@modmat.test>",
                "O1: edit",
                "",
                "contributions/o1.md",
                "",
                "M\tcontributions/o1.md",
            ],
            Run(git, "log --max-count=2 --name-status", "--format=%an <%ae>%n%cn <%ce>%n%B")
                .TrimEnd()
                .Split('\n')
                .Where((_, i) => i is not (6 or 16))
        );
        Assert.Equal(" M pages/accessibility.md\nM  pages/privacy.md\n?? notes.txt\n", Run(git, "status --porcelain"));
        Assert.Equal("", Run(git, "fsck --strict"));
        Assert.Null(await FailureAsync(host));
    }

    [Fact]
    public async Task The_first_commit_of_a_repository_and_one_on_no_branch_succeed()
    {
        using var host = await OpenAsync(Engine.Sqlite);
        await host.ReplaceAsync(Page, "Écrivez-nous.", "Écrivez-nous vite.");
        Assert.Equal("contact: edit\n", Run(host.Content.Folder, "log --format=%s"));
        Run(host.Content.Folder, "checkout --quiet --detach");
        await host.ReplaceAsync(Page, "vite", "bientôt");
        Assert.Equal("contact: edit\ncontact: edit\n", Run(host.Content.Folder, "log --format=%s"));
        Assert.Equal("contact: edit\n", Run(host.Content.Folder, "log --format=%s main"));
        Assert.Equal("HEAD\n", Run(host.Content.Folder, "rev-parse --abbrev-ref HEAD"));
    }

    [Fact]
    public async Task No_hook_runs()
    {
        using var host = await OpenAsync(Engine.Sqlite);
        foreach (var hook in new[] { "pre-commit", "commit-msg", "post-commit", "reference-transaction" })
        {
            var path = host.Content.PathOf($".git/hooks/{hook}");
            await File.WriteAllTextAsync(path, "#!/bin/sh\ntouch ../hooked; exit 1\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        await host.ReplaceAsync(Page, "Écrivez-nous.", "Écrivez-nous vite.");
        Assert.Equal("contact: edit\n", Run(host.Content.Folder, "log --format=%s"));
        Assert.False(File.Exists(host.Content.PathOf("hooked")));
    }

    [Fact]
    public async Task A_repository_that_is_locked_busy_or_damaged_does_not_stop_a_save_and_the_failure_is_kept()
    {
        using var host = await OpenAsync(Engine.Sqlite);
        Run(host.Content.Folder, "commit --quiet --message=x --all --allow-empty");

        await File.WriteAllTextAsync(host.Content.PathOf(".git/index.lock"), "");
        Assert.Equal(EditResult.Saved, (await host.ReplaceAsync(Page, "Écrivez-nous.", "Écrivez-nous vite.")).Result);
        Assert.NotNull(await FailureAsync(host));
        File.Delete(host.Content.PathOf(".git/index.lock"));
        Assert.Equal("x\n", Run(host.Content.Folder, "log --format=%s"));

        await File.WriteAllTextAsync(host.Content.PathOf(".git/MERGE_HEAD"), Run(host.Content.Folder, "rev-parse HEAD"));
        Assert.Equal(EditResult.Saved, (await host.ReplaceAsync(Page, "vite", "bientôt")).Result);
        Assert.Equal("Merge is in progress", await FailureAsync(host));
        File.Delete(host.Content.PathOf(".git/MERGE_HEAD"));

        Assert.Equal(EditResult.Saved, (await host.ReplaceAsync(Page, "bientôt", "demain")).Result);
        Assert.Null(await FailureAsync(host));

        await File.WriteAllTextAsync(host.Content.PathOf(".git/HEAD"), "nonsense");
        Assert.Equal(EditResult.Saved, (await host.ReplaceAsync(Page, "demain", "un jour")).Result);
        Assert.NotNull(await FailureAsync(host));
        Assert.Contains("un jour", host.Content.Read(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_repository_nothing_happens()
    {
        using var host = await EditorHost.OpenAsync(Engine.Sqlite, commits: true);
        Assert.Equal(EditResult.Saved, (await host.ReplaceAsync(Page, "Écrivez-nous.", "Écrivez-nous vite.")).Result);
        Assert.Null(await FailureAsync(host));
        Assert.False(Path.Exists(host.Content.PathOf(".git")));
    }

    [Fact]
    public async Task Whoever_could_use_the_repository_still_can()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var host = await OpenAsync(Engine.Sqlite);
        const UnixFileMode Group = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute;
        var objects = host.Content.PathOf(".git/objects");
        File.SetUnixFileMode(objects, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | Group);

        await host.ReplaceAsync(Page, "Écrivez-nous.", "Écrivez-nous vite.");

        var written = Directory.EnumerateFiles(objects, "*", SearchOption.AllDirectories).ToList();
        // The text, its folder, the root and the commit.
        Assert.Equal(4, written.Count);
        foreach (var file in written)
            Assert.Equal(
                (UnixFileMode.UserRead | UnixFileMode.GroupRead, Group),
                (File.GetUnixFileMode(file), File.GetUnixFileMode(Path.GetDirectoryName(file)!) & Group)
            );
        foreach (var file in new[] { ".git/index", ".git/refs/heads/main" })
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite,
                File.GetUnixFileMode(host.Content.PathOf(file))
            );
    }

    [Theory]
    [InlineData("O7: edit\n\ncontributions/o7.md\n", ContentChangeKind.Edited, "contributions/o7.md")]
    [InlineData("map.svg: bring back\n\nimages/map.svg\n", ContentChangeKind.BroughtBack, "images/map.svg")]
    [InlineData(
        "session-2, workshop: merge\n\nsessions/session-2.md\nworkshop.md\n",
        ContentChangeKind.Merged,
        "sessions/session-2.md",
        "workshop.md"
    )]
    [InlineData(
        "2 files: delete\n\npages/a-page-with-a-name-that-is-rather-long.md\npages/and-one-more-that-is-no-shorter.md\n",
        ContentChangeKind.Deleted,
        "pages/a-page-with-a-name-that-is-rather-long.md",
        "pages/and-one-more-that-is-no-shorter.md"
    )]
    public void A_message_names_what_was_saved(string message, ContentChangeKind kind, params string[] files) =>
        Assert.Equal(message, ContentCommitMessage.Of([.. files.Select(f => (f, kind))]));

    /// <summary>The sample in a repository without commits, and Ada as an organiser.</summary>
    private static async Task<EditorHost> OpenAsync(Engine engine)
    {
        var host = await EditorHost.OpenAsync(engine, commits: true);
        await using var db = host.Open();
        db.Organisers.Add(
            new()
            {
                Number = 1,
                Name = "Ada Lovelace",
                Email = "ada@example.org",
            }
        );
        await db.SaveChangesAsync();
        Run(host.Content.Folder, "init --quiet --initial-branch=main");
        Run(host.Content.Folder, "config user.email t@example.org");
        Run(host.Content.Folder, "config user.name Tester");
        return host;
    }

    private static Task<string?> FailureAsync(EditorHost host) => host.WithAsync((ContentGit git) => Task.FromResult(git.Failure));

    /// <summary>Runs git, whatever the settings of the machine are.</summary>
    /// <param name="more">One more argument, which may have spaces.</param>
    private static string Run(string folder, string arguments, string? more = null)
    {
        var start = new ProcessStartInfo(
            "git",
            ["-c", "core.hooksPath=/dev/null", .. arguments.Split(' '), .. more is null ? Array.Empty<string>() : [more]]
        )
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        (start.Environment["GIT_CONFIG_GLOBAL"], start.Environment["GIT_CONFIG_NOSYSTEM"]) = ("/dev/null", "1");
        using var git = Process.Start(start)!;
        var errors = git.StandardError.ReadToEndAsync();
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.True(git.ExitCode == 0, $"git {arguments}: {output}{errors.Result}");
        return output;
    }
}
