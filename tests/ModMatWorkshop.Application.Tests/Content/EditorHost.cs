using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Content;

/// <summary>The content sample in a folder, imported into a database, and any number of instances that edit it.</summary>
internal sealed class EditorHost : IDisposable
{
    public static readonly Actor Ada = new("organiser 1", "203.0.113.0");
    public static readonly Actor Grace = new("organiser 2");

    private readonly ContentDatabase _database;
    private readonly List<ServiceProvider> _instances = [];

    private EditorHost(Engine engine) => _database = new(engine);

    public ContentSample Content { get; } = new();

    public static async Task<EditorHost> OpenAsync(Engine engine)
    {
        var host = new EditorHost(engine);
        await host.ImportAsync();
        return host;
    }

    public WorkshopDb Open() => _database.Open();

    public Task<ContentImportResult> ImportAsync(int instance = 0) =>
        Services(instance).GetRequiredService<ContentImporter>().ImportAsync(CancellationToken.None);

    public Task ImportAtStartAsync(int instance) =>
        Services(instance).GetRequiredService<ContentImporter>().ImportAtStartAsync(CancellationToken.None);

    public async Task<T> WithEditorAsync<T>(Func<ContentEditor, Task<T>> use, int instance = 0)
    {
        await using var scope = Services(instance).CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<ContentEditor>());
    }

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
    }

    private ServiceProvider Services(int instance)
    {
        while (_instances.Count <= instance)
            _instances.Add(
                new ServiceCollection()
                    .AddLogging()
                    .AddScoped(_ => _database.Open())
                    .AddScoped<ContentImportTransaction>()
                    .AddScoped<ContentHistory>()
                    .AddScoped<ContentChangeCheck>()
                    .AddScoped<SharedDraft>()
                    .AddScoped<ContentEditor>()
                    .AddSingleton<ContributionMemory>()
                    .AddSingleton<ContentImporter>()
                    .AddSingleton<WriteLock>()
                    .AddSingleton<DataVersions>()
                    .AddSingleton(RegistrationTestDatabase.Settings with { ContentPath = Content.Folder })
                    .AddSingleton<TimeProvider>(_database.Time)
                    .BuildServiceProvider()
            );
        return _instances[instance];
    }
}
