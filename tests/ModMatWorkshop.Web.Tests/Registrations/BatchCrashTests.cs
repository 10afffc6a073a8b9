using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Registrations;

/// <summary>The process is killed while a batch runs.</summary>
[Trait("Category", "prove")]
public sealed class BatchCrashTests
{
    private const int People = 500;
    private const int Kills = 3;

    [Fact]
    public async Task A_batch_that_is_killed_and_restarted_sends_each_person_one_mail()
    {
        var data = Directory.CreateTempSubdirectory("modmat-batch-crash-");
        string[] arguments = [$"--Site:DataPath={data.FullName}", "--Clock:RehearseFrom=2021-09-01T09:00"];
        SqliteWorkshopDb Open() =>
            new(
                new DbContextOptionsBuilder<SqliteWorkshopDb>()
                    .UseSqlite($"Data Source={Path.Combine(data.FullName, "workshop.db")};Pooling=False;Default Timeout=60")
                    .Options
            );

        for (var round = 0; round <= Kills; round++)
        {
            await using var site = await SiteProcess.ServeAsync(arguments);
            await using var db = Open();
            if (round == 0)
                await BeginAsync(db);
            var target = round < Kills ? (round + 1) * People / (Kills + 1) : People;
            while (await db.BatchItems.CountAsync(i => i.State != BatchItemState.Waiting) < target)
                await Task.Delay(20);
            site.Kill();
        }

        await using (var db = Open())
        {
            Assert.Equal(People, await db.BatchItems.CountAsync(i => i.State == BatchItemState.Done));
            Assert.Equal(
                Enumerable.Range(1, People),
                await db.AuditLog.Where(e => e.Action == "sent the link again").Select(e => e.Registration!.Value).Order().ToListAsync()
            );
            var mails = await db.Outbox.Where(m => m.Kind == MailKind.LinkAgain).Select(m => m.RegistrationId).ToListAsync();
            Assert.Equal((People, People), (mails.Count, mails.Distinct().Count()));
        }
        data.Delete(recursive: true);
    }

    private static async Task BeginAsync(SqliteWorkshopDb db)
    {
        for (var number = 1; number <= People; number++)
        {
            Assert.True(EmailAddress.TryParse(string.Create(CultureInfo.InvariantCulture, $"p{number}@lab.example"), out var address));
            var person = Registration.New(Guid.NewGuid(), number, $"ticket {number}", address);
            person.Begin(
                RegistrationTestDatabase.DetailsOf($"p{number}"),
                Attendance.Remote,
                $"form {number}",
                new(2021, 9, 1, 7, 0, 0, TimeSpan.Zero)
            );
            person.FollowRemotely();
            person.Confirm(person.CreatedAt);
            db.Registrations.Add(person);
        }
        var batch = new Batch
        {
            Key = Guid.NewGuid(),
            Kind = BatchKind.Link,
            Actor = "organiser 1",
            CreatedAt = DateTimeOffset.UtcNow,
            ClaimedUntil = DateTimeOffset.UnixEpoch,
            State = BatchState.Paused,
        };
        db.Batches.Add(batch);
        await db.SaveChangesAsync();
        db.BatchItems.AddRange(
            Enumerable
                .Range(1, People)
                .Select(number => new BatchItem
                {
                    BatchId = batch.Id,
                    Position = number,
                    Number = number,
                })
        );
        await db.SaveChangesAsync();
        await db.Batches.ExecuteUpdateAsync(b => b.SetProperty(x => x.State, BatchState.Running));
    }
}
