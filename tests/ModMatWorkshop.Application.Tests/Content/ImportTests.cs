using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Content;

public partial class ImportTests
{
    private const string Poster = """
        ---
        code: P2
        kind: poster
        title: "Les coniques"
        lang: fr
        speaker: "Hypatie d’Alexandrie"
        authors:
          - { name: "Hypatie d’Alexandrie", printed: "HYPATIA" }
          - { name: "Grace Hopper" }
        keywords: ["Cônes", "force vive"]
        ---

        Des sections de cônes.

        """;

    private static readonly string[] RowsOfTheSample =
    [
        "authorship i1 ada-lovelace",
        "authorship o1 emilie-du-chatelet",
        "authorship o1 grace-hopper",
        "authorship p1 ada-lovelace",
        "contribution i1",
        "contribution o1",
        "contribution p1",
        "keyword force vive",
        "keyword use o1 force vive",
        "news 2030-01-01-ouverture",
        "page accessibility",
        "page contact",
        "page legal-notice",
        "page practical-info",
        "page privacy",
        "person ada-lovelace",
        "person emilie-du-chatelet",
        "person grace-hopper",
        "search Contribution i1",
        "search Contribution o1",
        "search Contribution p1",
        "search Page accessibility English",
        "search Page accessibility French",
        "search Page contact English",
        "search Page contact French",
        "search Page legal-notice English",
        "search Page legal-notice French",
        "search Page practical-info English",
        "search Page practical-info French",
        "search Page privacy English",
        "search Page privacy French",
        "search Person ada-lovelace",
        "search Person emilie-du-chatelet",
        "search Person grace-hopper",
        "search Slot coffee English",
        "search Slot coffee French",
        "search Slot visit English",
        "search Slot visit French",
        "session 1",
        "slot coffee",
        "slot i1",
        "slot o1",
        "slot visit",
        "workshop atelier-2030",
    ];

    [Theory, OnSqlite, OnPostgres]
    public async Task The_first_import_adds_everything_and_the_second_changes_nothing(Engine engine)
    {
        using var content = new ContentSample();
        using var database = new ContentDatabase(engine);

        var first = await database.ImportAsync(content);
        var rows = database.Rows();
        database.Time.Advance(TimeSpan.FromDays(1));
        var second = await database.ImportAsync(content);

        Assert.Equal("version 1: 19 added, 0 changed, 0 removed", Summary(first));
        Assert.Equal("version 1: 0 added, 0 changed, 0 removed", Summary(second));
        Assert.Equal(RowsOfTheSample, rows.Keys);
        Assert.Equal(rows, database.Rows());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_rewritten_file_with_the_same_values_changes_nothing(Engine engine)
    {
        using var content = new ContentSample();
        using var database = new ContentDatabase(engine);
        await database.ImportAsync(content);
        var rows = database.Rows();

        database.Time.Advance(TimeSpan.FromDays(1));
        content.Replace("contributions/p1.md", "lang: fr", "lang: \"fr\"   # the language of the body");
        content.Write("contributions/o1.md", content.Read("contributions/o1.md").Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.Equal("version 1: 0 added, 0 changed, 0 removed", Summary(await database.ImportAsync(content)));
        Assert.Equal(rows, database.Rows());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_changed_file_changes_its_own_row_only(Engine engine)
    {
        using var content = new ContentSample();
        using var database = new ContentDatabase(engine);
        await database.ImportAsync(content);
        var rows = database.Rows();

        content.Replace("contributions/p1.md", "Une affiche se lit debout.", "Une affiche se lit assis.");

        Assert.Equal("version 2: 0 added, 1 changed, 0 removed", Summary(await database.ImportAsync(content)));
        Assert.Equal(["contribution p1", "search Contribution p1"], database.Rows().Except(rows).Select(r => r.Key));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Deleting_the_file_of_a_page_removes_it_and_its_search_entries(Engine engine)
    {
        using var content = new ContentSample();
        using var database = new ContentDatabase(engine);
        await database.ImportAsync(content);
        var rows = database.Rows();
        Assert.Equal(["Contact"], await FoundAsync(database, "ecrivez"));

        content.Delete("pages/contact.md");
        content.Delete("pages/contact.en.md");

        Assert.Equal("version 2: 0 added, 0 changed, 1 removed", Summary(await database.ImportAsync(content)));
        Assert.Equal(["page contact", "search Page contact English", "search Page contact French"], rows.Keys.Except(database.Rows().Keys));
        Assert.Equal([], await FoundAsync(database, "ecrivez"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Deleting_a_contribution_removes_only_its_own_people_and_keywords(Engine engine)
    {
        using var content = new ContentSample();
        using var database = new ContentDatabase(engine);
        await database.ImportAsync(content);
        var before = database.Rows();

        content.Write("contributions/p2.md", Poster);
        Assert.Equal("version 2: 3 added, 1 changed, 0 removed", Summary(await database.ImportAsync(content)));
        Assert.Equal(["Hypatie d’Alexandrie", "Les coniques"], await FoundAsync(database, "hypati"));
        Assert.Equal(["Hypatie d’Alexandrie"], await FoundAsync(database, "hypatia"));

        content.Delete("contributions/p2.md");
        Assert.Equal("version 3: 0 added, 1 changed, 3 removed", Summary(await database.ImportAsync(content)));
        Assert.Equal(before, database.Rows());
        Assert.Equal([], await FoundAsync(database, "hypati"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Moving_a_slot_increments_the_sequence_of_that_slot_only(Engine engine)
    {
        using var content = new ContentSample();
        using var database = new ContentDatabase(engine);
        await database.ImportAsync(content);

        database.Time.Advance(TimeSpan.FromDays(1));
        content.Replace(
            "sessions/session-1.md",
            "start: \"10:00\", end: \"10:30\", contribution: O1",
            "start: \"10:10\", end: \"10:40\", contribution: O1, moved_from: { start: \"10:00\", end: \"10:30\" }"
        );
        await database.ImportAsync(content);

        Assert.Equal(["i1 0 2030-01-01", "coffee 0 2030-01-01", "o1 1 2030-01-02", "visit 0 2030-01-01"], Revisions(database));
        await using var db = database.Open();
        var moved = await db.Slots.SingleAsync(s => s.Slug == "o1");
        Assert.Equal(
            "09:10 to 09:40, formerly 09:00 to 09:30",
            $"{moved.Start.UtcDateTime:HH:mm} to {moved.End.UtcDateTime:HH:mm}, formerly {moved.MovedFromStart?.UtcDateTime:HH:mm} to "
                + $"{moved.MovedFromEnd?.UtcDateTime:HH:mm}"
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_change_that_calendars_do_not_show_keeps_the_sequence(Engine engine)
    {
        using var content = new ContentSample();
        using var database = new ContentDatabase(engine);
        await database.ImportAsync(content);

        database.Time.Advance(TimeSpan.FromDays(1));
        content.Replace("sessions/session-1.md", "contribution: O1", "contribution: O1, chair: \"Grace Hopper\"");
        await database.ImportAsync(content);

        Assert.Equal(["i1 0 2030-01-01", "coffee 0 2030-01-01", "o1 0 2030-01-02", "visit 0 2030-01-01"], Revisions(database));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_removed_slot_that_returns_elsewhere_continues_its_sequence(Engine engine)
    {
        using var content = new ContentSample();
        using var database = new ContentDatabase(engine);
        await database.ImportAsync(content);
        var session = content.Read("sessions/session-1.md");

        content.Write(
            "sessions/session-1.md",
            string.Join('\n', session.Split('\n').Where(l => !l.Contains("coffee", StringComparison.Ordinal)))
        );
        await database.ImportAsync(content);
        Assert.Equal(["i1 0 2030-01-01", "o1 0 2030-01-01", "visit 0 2030-01-01"], Revisions(database));

        database.Time.Advance(TimeSpan.FromDays(1));
        content.Write(
            "sessions/session-1.md",
            session.Replace("end: \"10:00\", slug: coffee", "end: \"09:50\", slug: coffee", StringComparison.Ordinal)
        );
        Assert.Equal("version 3: 1 added, 0 changed, 0 removed", Summary(await database.ImportAsync(content)));
        Assert.Equal(["i1 0 2030-01-01", "coffee 1 2030-01-02", "o1 0 2030-01-01", "visit 0 2030-01-01"], Revisions(database));
    }
}
