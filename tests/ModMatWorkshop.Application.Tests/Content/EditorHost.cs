using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Content;

/// <summary>The content sample in a folder or in a database, imported, and any number of instances that edit it.</summary>
internal sealed class EditorHost : IDisposable
{
    public static readonly Actor Ada = new("organiser 1", "203.0.113.0");
    public static readonly Actor Grace = new("organiser 2");

    private readonly ContentDatabase _database;
    private readonly List<ServiceProvider> _instances = [];

    private readonly ContentStore _store;
    private readonly bool _commits;

    private EditorHost(Engine engine, ContentStore store, bool commits) => (_database, _store, _commits) = (new(engine), store, commits);

    /// <summary>The folder that has the content, or that was sent to the database.</summary>
    public ContentSample Content { get; } = new();

    /// <summary>Where instances keep their copies of the content.</summary>
    public DirectoryInfo Data { get; } = Directory.CreateTempSubdirectory("modmat-copies-");

    /// <param name="commits">Commit each save to git.</param>
    public static async Task<EditorHost> OpenAsync(Engine engine, ContentStore store = ContentStore.Folder, bool commits = false)
    {
        var host = new EditorHost(engine, store, commits);
        if (store is ContentStore.Database)
            await host.PushAsync(host.Content.Folder);
        await host.ImportAsync();
        return host;
    }

    /// <summary>An empty site.</summary>
    public static EditorHost Empty(Engine engine, ContentStore store) => new(engine, store, commits: false);

    /// <summary>The folder that an instance reads.</summary>
    public string FolderOf(int instance) => Services(instance).GetRequiredService<SiteSettings>().ContentPath;

    /// <summary>Ends an instance, as a stop does.</summary>
    public void Stop(int instance)
    {
        _instances[instance].Dispose();
        _instances.RemoveAt(instance);
    }

    /// <summary>Sends a folder to the site: <c>Changed pages/contact.md</c>.</summary>
    public Task<string> PushAsync(string folder, Actor? by = null, bool isDry = false, int instance = 0) =>
        WithAsync(
            async (ContentPush push) => TextOf(await push.RunAsync(folder, by ?? Actor.Folder, isDry, CancellationToken.None)),
            instance
        );

    /// <inheritdoc cref="PushAsync"/>
    public Task<string> PullAsync(string folder, bool isDry = false, int instance = 0) =>
        WithAsync(async (ContentPull pull) => TextOf(await pull.RunAsync(folder, isDry, CancellationToken.None)), instance);

    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> use, int instance = 0)
        where TService : notnull
    {
        await using var scope = Services(instance).CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public WorkshopDb Open() => _database.Open();

    public Task<ContentImportResult> ImportAsync(int instance = 0) =>
        Services(instance).GetRequiredService<ContentImporter>().ImportAsync(CancellationToken.None);

    public Task ImportAtStartAsync(int instance) =>
        Services(instance).GetRequiredService<ContentImporter>().ImportAtStartAsync(CancellationToken.None);

    public Task<T> WithEditorAsync<T>(Func<ContentEditor, Task<T>> use, int instance = 0) => WithAsync(use, instance);

    public Task<OpenedFile?> OpenAsync(string name, int instance = 0) =>
        WithEditorAsync(editor => editor.OpenAsync(name, CancellationToken.None), instance);

    public Task<EditOutcome> SaveAsync(Actor by, int instance, params FileChange[] changes) =>
        WithEditorAsync(editor => editor.SaveAsync(by, changes, SaveTarget.Live, CancellationToken.None), instance);

    public Task<EditOutcome> SaveAsync(params FileChange[] changes) => SaveAsync(Ada, 0, changes);

    /// <summary>Saves into the shared draft.</summary>
    public Task<EditOutcome> KeepAsync(Actor by, params FileChange[] changes) =>
        WithEditorAsync(editor => editor.SaveAsync(by, changes, SaveTarget.Draft, CancellationToken.None));

    public async Task<T> WithDraftAsync<T>(Func<SharedDraft, Task<T>> use)
    {
        await using var scope = Services(0).CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<SharedDraft>());
    }

    /// <summary>Releases the draft as it is now.</summary>
    public async Task<EditOutcome?> ReleaseAsync()
    {
        var stamp = (await WithDraftAsync(draft => draft.SummaryAsync(CancellationToken.None)))?.Stamp;
        return await WithEditorAsync(editor => editor.ReleaseAsync(Ada, stamp, CancellationToken.None));
    }

    /// <summary>Opens a file and saves it with another text in place of one in it.</summary>
    public async Task<EditOutcome> ReplaceAsync(string name, string old, string @new)
    {
        var opened = (await OpenAsync(name))!;
        return await SaveAsync(new FileChange(name, opened.Text.Replace(old, @new, StringComparison.Ordinal), opened.Version));
    }

    /// <summary>The versions of a file, oldest first: <c>organiser 1 Edited: the text</c>.</summary>
    public async Task<IReadOnlyList<string>> HistoryAsync(string name)
    {
        await using var db = Open();
        var versions = await db.ContentFileVersions.AsNoTracking().Where(v => v.Name == name).OrderBy(v => v.Id).ToListAsync();
        return
        [
            .. versions.Select(v =>
                $"{v.Actor} {v.Kind}{(v.State == ContentVersionState.Written ? "" : $" {v.State}")}: "
                + (v.Content is null ? "gone" : Encoding.UTF8.GetString(v.Content))
            ),
        ];
    }

    /// <summary>What organisers did; the import writes lines of its own.</summary>
    public async Task<IReadOnlyList<string>> LogAsync()
    {
        await using var db = Open();
        return await db.AuditLog.Where(e => e.Actor != "site").OrderBy(e => e.Id).Select(e => $"{e.Actor} {e.Action}").ToListAsync();
    }

    public void Dispose()
    {
        foreach (var services in _instances)
            services.Dispose();
        _database.Dispose();
        Content.Dispose();
        Data.Delete(recursive: true);
    }

    private static string TextOf(IEnumerable<TransferredFile> files) => string.Join(", ", files.Select(f => $"{f.Kind} {f.Name}"));

    private ServiceProvider Services(int instance)
    {
        while (_instances.Count <= instance)
            _instances.Add(Start());
        return _instances[instance];
    }

    private ServiceProvider Start()
    {
        var settings = RegistrationTestDatabase.Settings with { ContentPath = Content.Folder, ContentStore = _store };
        var services = new ServiceCollection()
            .AddLogging()
            .AddScoped(_ => _database.Open())
            .AddScoped<ContentImportTransaction>()
            .AddScoped<ContentHistory>()
            .AddScoped<ContentChangeCheck>()
            .AddScoped<SharedDraft>()
            .AddScoped<ContentEditor>()
            .AddScoped<ModMatWorkshop.Application.Call.ProgrammeEntry>()
            .AddScoped<ContentPull>()
            .AddScoped<ContentPush>()
            .AddScoped<ContentStart>()
            .AddScoped<AuditTrail>()
            .AddSingleton<ContributionMemory>()
            .AddSingleton<ContentImporter>()
            .AddSingleton<WriteLock>()
            .AddSingleton<DataVersions>()
            .AddSingleton<TimeProvider>(_database.Time);
        if (_commits)
            services.AddSingleton<ContentGit>();
        if (_store is ContentStore.Database)
        {
            var copy = ContentFolderCopy.Claim(Data.FullName);
            settings = settings with { ContentPath = copy.Folder };
            services.AddSingleton(_ => copy);
        }
        return services.AddSingleton(settings).BuildServiceProvider();
    }
}
