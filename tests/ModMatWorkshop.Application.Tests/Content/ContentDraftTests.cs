using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Content;

public class ContentDraftTests
{
    private const string File = "contributions/o3.md";

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_organiser_has_one_draft_of_a_file_the_last_one(Engine engine)
    {
        using var database = new ContentDatabase(engine);
        var (ada, grace) = (await AddAsync(database, 1), await AddAsync(database, 2));

        Assert.True(await KeepAsync(database, ada, "first"));
        Assert.True(await KeepAsync(database, ada, "second"));
        Assert.True(await KeepAsync(database, grace, "other"));

        Assert.Equal(("second", "other"), (await TextAsync(database, ada), await TextAsync(database, grace)));
        await using var db = database.Open();
        await Drafts(db, database).DiscardAsync(ada, File, CancellationToken.None);
        Assert.Equal((null, "other"), (await TextAsync(database, ada), await TextAsync(database, grace)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_draft_goes_with_the_account_and_after_thirty_days(Engine engine)
    {
        using var database = new ContentDatabase(engine);
        var (ada, grace) = (await AddAsync(database, 1), await AddAsync(database, 2));
        await KeepAsync(database, ada, "a");
        await KeepAsync(database, grace, "g");
        await using (var db = database.Open())
        {
            db.Organisers.Remove(await db.Organisers.SingleAsync(o => o.Id == ada));
            await db.SaveChangesAsync();
            Assert.Equal([grace], await db.ContentDrafts.Select(d => d.OrganiserId).ToListAsync());
            Assert.False(await KeepAsync(database, ada, "too late"));
        }

        database.Time.Advance(ContentDraft.Lifetime);
        Assert.Equal("g", await TextAsync(database, grace));
        database.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await TextAsync(database, grace));
        await using (var db = database.Open())
            Assert.Equal(1, await ContentDrafts.Expired(db, database.Time.GetUtcNow()).ExecuteDeleteAsync());
    }

    private static ContentDrafts Drafts(WorkshopDb db, ContentDatabase database) => new(db, new(), database.Time);

    private static async Task<bool> KeepAsync(ContentDatabase database, Guid organiser, string text)
    {
        await using var db = database.Open();
        var fields = new Dictionary<string, string> { ["body"] = text };
        return await Drafts(db, database).KeepAsync(organiser, File, fields, CancellationToken.None);
    }

    private static async Task<string?> TextAsync(ContentDatabase database, Guid organiser)
    {
        await using var db = database.Open();
        return (await Drafts(db, database).FindAsync(organiser, File, CancellationToken.None))?.Fields["body"];
    }

    private static async Task<Guid> AddAsync(ContentDatabase database, int number)
    {
        await using var db = database.Open();
        var organiser = new Organiser
        {
            Id = Guid.NewGuid(),
            Number = number,
            UserName = $"o{number}@example.org",
            Email = $"o{number}@example.org",
        };
        db.Organisers.Add(organiser);
        await db.SaveChangesAsync();
        return organiser.Id;
    }
}
