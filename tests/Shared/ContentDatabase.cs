using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Tests.Shared;

/// <summary>A new database, with empty tables or the content of a sample, and the content import into it. The test sets the time.</summary>
public sealed class ContentDatabase : IDisposable
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly ConcurrentDictionary<(Engine, string), Lazy<Task<string>>> SampleTemplates = [];
    private readonly string folder;
    private readonly Engine engine;

    public ContentDatabase(Engine engine)
    {
        (this.engine, folder) = (engine, NewFolder());
        ConnectionString = DatabaseTemplates.WithTables(engine, folder);
    }

    private ContentDatabase(Engine engine, string folder, string connection) =>
        (this.engine, this.folder, ConnectionString) = (engine, folder, connection);

    /// <summary>The time at which every test begins.</summary>
    public static DateTimeOffset Noon { get; } = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public string ConnectionString { get; }

    public FakeTimeProvider Time { get; } = new(Noon);

    /// <summary>A database with the imported <see cref="ContentSample"/>, which is imported once per run and engine.</summary>
    /// <param name="seats">The lines about seats in <c>workshop.md</c>; null for those of the sample.</param>
    public static async Task<ContentDatabase> WithSampleAsync(Engine engine, string? seats = null)
    {
        var template = await SampleTemplates.GetOrAdd((engine, seats ?? ""), _ => new(() => ImportSampleAsync(engine, seats))).Value;
        var folder = NewFolder();
        return new(engine, folder, DatabaseTemplates.Copy(engine, template, folder));
    }

    public WorkshopDb Open(params IInterceptor[] interceptors) => DatabaseTemplates.Open(engine, ConnectionString, interceptors);

    /// <param name="agreed">See <see cref="ContentImportTransaction.RunAsync"/>.</param>
    public async Task<ContentImportResult> ImportAsync(ContentSample content, string? agreed = null)
    {
        await using var db = Open();
        return await new ContentImportTransaction(db, Time).RunAsync(content.Folder, agreed, CancellationToken.None);
    }

    /// <summary>Every row of the content tables as JSON, by table and key. Throws if two rows have the same key.</summary>
    public SortedDictionary<string, string> Rows()
    {
        using var db = Open();
        return RowsOf(db);
    }

    /// <inheritdoc cref="Rows"/>
    public static SortedDictionary<string, string> RowsOf(WorkshopDb db)
    {
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add(db.Workshops, w => $"workshop {w.Slug}");
        Add(db.Sessions, s => $"session {s.Number}");
        Add(db.Slots, s => $"slot {s.Slug}");
        Add(db.Contributions, c => $"contribution {c.Code}");
        Add(db.Authorships, a => $"authorship {a.ContributionCode} {a.PersonSlug}");
        Add(db.KeywordUses, k => $"keyword use {k.ContributionCode} {k.Facet}");
        Add(db.KeywordFacets, k => $"keyword {k.Facet}");
        Add(db.Persons, p => $"person {p.Slug}");
        Add(db.Pages, p => $"page {p.Slug}");
        Add(db.News, n => $"news {n.Slug}");
        // Without the id, which changes when a row is replaced.
        Add(
            db.SearchDocuments.AsEnumerable()
                .Select(d => new
                {
                    d.Kind,
                    d.Key,
                    d.Language,
                    d.Title,
                    d.People,
                    d.Keywords,
                    d.Body,
                    d.ShownTitle,
                    d.ShownPeople,
                    d.Text,
                }),
            d => $"search {d.Kind} {d.Key} {d.Language}".TrimEnd()
        );
        return rows;

        void Add<T>(IEnumerable<T> table, Func<T, string> name)
        {
            foreach (var row in table)
                rows.Add(name(row), JsonSerializer.Serialize(row, Readable));
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task<string> ImportSampleAsync(Engine engine, string? seats)
    {
        var folder = NewFolder();
        var connection = DatabaseTemplates.WithTables(engine, folder);
        await using var db = DatabaseTemplates.Open(
            engine,
            engine is Engine.Postgres ? DatabaseTemplates.Unpooled(connection) : connection
        );
        using var content = new ContentSample();
        if (seats is not null)
            content.Replace("workshop.md", "seats: 20\nreserved: 2\n", seats);
        await new ContentImportTransaction(db, new FakeTimeProvider(Noon)).RunAsync(content.Folder, null, CancellationToken.None);
        return engine is Engine.Postgres ? db.Database.GetDbConnection().Database : Path.Combine(folder, DatabaseTemplates.File);
    }

    private static string NewFolder() => Directory.CreateTempSubdirectory("modmat-db-").FullName;
}
