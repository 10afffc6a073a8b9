using LibGit2Sharp;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Application.Content;

/// <summary>
/// Commits each save into the git repository of the content folder: the files of that save and no others, whatever else is staged or
/// changed. Nothing is pushed, and no hook runs. A save that cannot be committed stands.
/// </summary>
public sealed partial class ContentGit(SiteSettings settings, TimeProvider realTime, ILogger<ContentGit> log)
{
    private const string Site = "ModMatWorkshop";
    private const UnixFileMode Read = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode ReadAndWrite = Read | UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>Why the last save is not committed, in the words of git; null if it is.</summary>
    public string? Failure { get; private set; }

    /// <summary>Call it under the lock of the database, because of several commits at once the last one would win.</summary>
    /// <param name="organiser">The author; null for the site.</param>
    internal void Commit(string? organiser, IReadOnlyList<ContentFileVersion> files)
    {
        if (!Path.Exists(Path.Combine(settings.ContentPath, ".git")))
            return;
        try
        {
            // The folder may belong to somebody else. That is safe, because libgit2 runs no program that a repository names.
            GlobalSettings.SetOwnerValidation(false);
            using var repository = new Repository(settings.ContentPath);
            var operation = repository.Info.CurrentOperation;
            if (operation != CurrentOperation.None)
                throw new LibGit2SharpException($"{operation} is in progress");
            var at = realTime.GetUtcNow();
            Commit(repository, files, SignatureOf(organiser, at), SignatureOf(null, at));
            Failure = null;
        }
        catch (Exception failure)
            when (failure is LibGit2SharpException or IOException or UnauthorizedAccessException or TypeInitializationException)
        {
            Failure = failure.GetBaseException().Message;
            LogNotCommitted(Failure);
        }
    }

    private static void Commit(Repository repository, IReadOnlyList<ContentFileVersion> files, Signature author, Signature site)
    {
        var (last, index) = (repository.Head.Tip, repository.Index);
        var tree = last is null ? new TreeDefinition() : TreeDefinition.From(last.Tree);
        foreach (var file in files)
            if (file.Content is null)
            {
                tree.Remove(file.Name);
                index.Remove(file.Name);
            }
            else
            {
                using var content = new MemoryStream(file.Content);
                var (blob, mode) = (
                    repository.ObjectDatabase.CreateBlob(content, file.Name),
                    last?[file.Name]?.Mode ?? Mode.NonExecutableFile
                );
                tree.Add(file.Name, blob, mode);
                index.Add(blob, file.Name, mode);
            }
        var after = repository.ObjectDatabase.CreateTree(tree);
        if (after.Id == last?.Tree.Id)
            return;
        // First, because it fails while somebody else works in the repository.
        index.Write();
        var message = ContentCommitMessage.Of([.. files.Select(f => (f.Name, f.Kind))]);
        var commit = repository.ObjectDatabase.CreateCommit(
            author,
            site,
            message,
            after,
            last is null ? [] : [last],
            prettifyMessage: true
        );
        MoveHead(repository, commit);
        ShareNewFiles(repository, commit, files);
    }

    /// <summary>Moves the branch, or HEAD alone if it is on none.</summary>
    private static void MoveHead(Repository repository, Commit commit)
    {
        var head = repository.Refs.Head;
        if (head is SymbolicReference { Target: null })
            repository.Refs.Add(head.TargetIdentifier, commit.Id, commit.MessageShort);
        else
            repository.Refs.UpdateTarget(head.ResolveToDirectReference(), commit.Id, commit.MessageShort);
    }

    /// <summary>Files of the site are private. Those of the repository are for whoever could use it before.</summary>
    private static void ShareNewFiles(Repository repository, Commit commit, IReadOnlyList<ContentFileVersion> files)
    {
        if (OperatingSystem.IsWindows())
            return;
        var (git, objects) = (repository.Info.Path, Path.Combine(repository.Info.Path, "objects"));
        var mode = File.GetUnixFileMode(objects);
        foreach (var file in files)
        {
            Share(commit[file.Name]?.Target.Id);
            if (Path.GetDirectoryName(file.Name) is { Length: > 0 } folder)
                Share(commit[folder]?.Target.Id);
        }
        Share(commit.Tree.Id);
        Share(commit.Id);
        Allow(Path.Combine(git, "index"), mode & ReadAndWrite);
        Allow(Path.Combine(git, repository.Refs.Head.ResolveToDirectReference().CanonicalName), mode & ReadAndWrite);

        void Share(ObjectId? id)
        {
            if (id is null)
                return;
            Allow(Path.Combine(objects, id.Sha[..2]), mode);
            Allow(Path.Combine(objects, id.Sha[..2], id.Sha[2..]), mode & Read);
        }

        void Allow(string path, UnixFileMode wanted)
        {
            if (Path.Exists(path) && File.GetUnixFileMode(path) != wanted)
                File.SetUnixFileMode(path, wanted);
        }
    }

    private Signature SignatureOf(string? organiser, DateTimeOffset at) => new(organiser ?? Site, $"noreply@{settings.Address.Host}", at);

    [LoggerMessage(Microsoft.Extensions.Logging.LogLevel.Error, "A save of the content could not be committed to git: {Message}")]
    private partial void LogNotCommitted(string message);
}
