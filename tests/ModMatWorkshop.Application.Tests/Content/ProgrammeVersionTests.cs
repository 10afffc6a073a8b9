using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Content;

/// <summary>Which imports make a version of the programme, on both databases.</summary>
public sealed class ProgrammeVersionTests : IDisposable
{
    private const string Session = "sessions/session-1.md";
    private const string Talk = "contributions/o1.md";

    private readonly ContentSample content = new();

    [Theory, OnSqlite, OnPostgres]
    public async Task The_first_import_corrections_and_what_is_no_part_of_the_programme_make_no_version(Engine engine)
    {
        using var database = await ContentDatabase.WithSampleAsync(engine);
        content.Replace(Talk, "Potentiels appris", "Potentiels apris");
        content.Replace(Talk, "La force vive est proportionnelle", "La force vive, est proportionelle");
        content.Replace("workshop.md", "seats: 20", "seats: 21");
        await database.ImportAsync(content);

        Assert.Equal([], await VersionsAsync(database));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_change_makes_a_version_with_what_has_changed_and_a_line_in_the_audit_log(Engine engine)
    {
        using var database = await ContentDatabase.WithSampleAsync(engine);
        content.Replace(
            Session,
            """{ start: "10:00", end: "10:30", contribution: O1 }""",
            """{ start: "11:00", end: "11:30", contribution: O1 }"""
        );
        content.Replace(Talk, "La force vive est proportionnelle", "La quantité de mouvement est égale");
        await database.ImportAsync(content);

        Assert.Equal(["1: O1 moved from 10:00 to 11:00; O1 has a new abstract"], await VersionsAsync(database));
        await using var db = database.Open();
        Assert.Equal(["site: published the programme, version 1"], await db.AuditLog.Select(e => e.Actor + ": " + e.Action).ToListAsync());

        // The same files again, and another build of them, change nothing.
        await database.ImportAsync(content);
        Assert.Single(await VersionsAsync(database));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Changes_within_a_quarter_of_an_hour_are_one_version_and_what_is_taken_back_is_none(Engine engine)
    {
        using var database = await ContentDatabase.WithSampleAsync(engine);
        await CancelAsync(database);
        database.Time.Advance(TimeSpan.FromMinutes(14));
        content.Replace(
            Session,
            """{ start: "09:00", end: "09:30", contribution: I1 }""",
            """{ start: "08:50", end: "09:30", contribution: I1 }"""
        );
        await database.ImportAsync(content);
        Assert.Equal(["1: I1 moved from 9:00 to 8:50; O1 is cancelled"], await VersionsAsync(database));

        database.Time.Advance(TimeSpan.FromMinutes(15));
        content.Replace(Session, "contribution: O1, cancelled: true", "contribution: O1");
        await database.ImportAsync(content);
        Assert.Equal(["1: I1 moved from 9:00 to 8:50; O1 is cancelled", "2: O1 takes place after all"], await VersionsAsync(database));

        await CancelAsync(database);
        Assert.Equal(["1: I1 moved from 9:00 to 8:50; O1 is cancelled"], await VersionsAsync(database));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_version_of_which_people_are_told_stays_as_it_is(Engine engine)
    {
        using var database = await ContentDatabase.WithSampleAsync(engine);
        await CancelAsync(database);
        await using (var db = database.Open())
        {
            db.Messages.Add(
                new()
                {
                    Key = Guid.NewGuid(),
                    CreatedBy = "organiser 1",
                    At = database.Time.GetUtcNow(),
                    UpToVersion = 1,
                }
            );
            await db.SaveChangesAsync();
        }
        content.Replace(Session, "contribution: O1, cancelled: true", "contribution: O1");
        await database.ImportAsync(content);

        Assert.Equal(["1: O1 is cancelled", "2: O1 takes place after all"], await VersionsAsync(database));
    }

    public void Dispose() => content.Dispose();

    private async Task CancelAsync(ContentDatabase database)
    {
        content.Replace(Session, "contribution: O1 }", "contribution: O1, cancelled: true }");
        await database.ImportAsync(content);
    }

    private static async Task<List<string>> VersionsAsync(ContentDatabase database)
    {
        await using var db = database.Open();
        var zone = (await db.Workshops.SingleAsync()).TimeZone;
        var words = new Words(Language.English);
        return
        [
            .. (await db.ProgrammeVersions.OrderBy(v => v.Number).ToListAsync()).Select(v =>
                $"{v.Number}: {string.Join("; ", v.Changes.Differences.Select(d => words.Sentence(d, zone)))}"
            ),
        ];
    }
}
