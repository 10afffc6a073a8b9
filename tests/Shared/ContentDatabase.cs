using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Tests.Shared;

/// <summary>A new database with empty tables, and the content import into it. The test sets the time.</summary>
public sealed class ContentDatabase : IDisposable
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly string folder = Directory.CreateTempSubdirectory("modmat-db-").FullName;
    private readonly Engine engine;

    public ContentDatabase(Engine engine)
    {
        this.engine = engine;
        ConnectionString = DatabaseTemplates.WithTables(engine, folder);
    }

    public string ConnectionString { get; }

    public FakeTimeProvider Time { get; } = new(new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));

    public WorkshopDb Open() => DatabaseTemplates.Open(engine, ConnectionString);

    public async Task<ContentImportResult> ImportAsync(ContentSample content)
    {
        await using var db = Open();
        return await new ContentImportTransaction(db, Time).RunAsync(content.Folder, CancellationToken.None);
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
}
