using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Backups;

/// <summary>Fills every table of a site, and reads a database for comparison.</summary>
internal static partial class BackupTestData
{
    /// <summary>The cause of the mail that waits in the outbox.</summary>
    public const string Waiting = "waiting";

    public const string Diet = "ni-arachides-ni-lupin";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Ada is confirmed and has changed her answers, Ben has not confirmed, a mail and a batch item wait. Every table has a row.
    /// </summary>
    public static async Task FillAsync(this SiteFactory site)
    {
        await RegisterAsync(site);
        using var grace = await site.SignedInAsync();

        var id = (await site.RegistrationAsync("ada@example.org"))!.Id;
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        var service = scope.ServiceProvider.GetRequiredService<RegistrationService>();
        var actor = new Actor("organiser 1", "192.0.2.0/24");
        var details = (await site.RegistrationAsync("ada@example.org"))!.Details with
        {
            Diet = Diet,
            AccessNeeds = "« à l’aise » 😀\n\"\\",
            Answers = [CardAnswer],
        };
        await AddCardAsync(db, id);
        await service.ApplyAsync(id, new ChangeDetails(details), actor, CancellationToken.None);
        await service.NoteAsync(id, "Vient à vélo.", actor, CancellationToken.None);
        await scope
            .ServiceProvider.GetRequiredService<InvitationService>()
            .InviteAsync(Guid.NewGuid(), "Émilie du Châtelet", null, Language.French, [], actor, CancellationToken.None);
        db.ChangeTracker.Clear();

        var now = new DateTimeOffset(2026, 3, 29, 1, 59, 59, TimeSpan.Zero) + TimeSpan.FromMicroseconds(123_457);
        // The tests set the time of the account, with more decimals than the site would.
        await db.Organisers.ExecuteUpdateAsync(o => o.SetProperty(x => x.CreatedAt, now));
        var organiser = await db.Organisers.SingleAsync();
        organiser.LockoutEnd = now;
        var half = (await PresenceService.HalfDayHoursAsync(db, CancellationToken.None))[0].HalfDay;
        var presence = Presence.StartedOnStream(id, half, now);
        presence.Correct(PresenceCorrection.InPerson, actor.Name, now);
        var batch = RunningBatch(actor, now);
        var message = new Message
        {
            Key = Guid.NewGuid(),
            SubjectFr = "Le quai",
            CreatedBy = actor.Name,
            At = now,
            State = MessageState.Paused,
        };
        db.AddRange(presence, new StreamChange { SessionNumber = 1, Url = null }, new SessionLink { SessionNumber = 1 }, message, batch);
        db.AddRange(Records(id, half, now));
        db.AddRange(SignInRows(organiser, now));
        db.AddRange(EditingRows(organiser, now));
        db.AddRange(FeeRows(id, now));
        db.Add(TotalsOfCall(now));
        var submission = SubmittedAbstract(now);
        db.Add(submission);
        db.AddRange(CommitteeRows(submission.Id, now));
        if (!await db.Broadcasts.AnyAsync())
            db.Add(new Broadcast { SessionNumber = 1, Url = "https://stream.example.org/1" });
        await db.SaveChangesAsync();
        AddWaiting(db, id, message, batch, now);
        await db.SaveChangesAsync();
        await DecideAsync(db, id, now);
    }

    private static async Task RegisterAsync(SiteFactory site)
    {
        using var ada = await new RegistrationClient(site).OpenAsync("/inscription");
        await ada.FillIn("ada@example.org", "in-person").Fill("diet", "végétarien").PressAsync();
        await ada.FollowLinkAsync("ada@example.org");
        await ada.DoAsync("confirm");
        using var ben = await new RegistrationClient(site).OpenAsync("/en/registration");
        await ben.FillIn("ben@example.org").PressAsync();
    }

    private static Batch RunningBatch(Actor actor, DateTimeOffset now) =>
        new()
        {
            Key = Guid.NewGuid(),
            Kind = BatchKind.Import,
            Actor = actor.Name,
            CreatedAt = now,
            State = BatchState.Running,
            ClaimedUntil = now.AddYears(100),
            ImportAs = ImportAs.ConfirmedWithoutMail,
        };

    private static IEnumerable<object> Records(Guid id, HalfDayId half, DateTimeOffset now) =>
        [
            new AnswerProposal
            {
                RegistrationId = id,
                SentAt = now,
                FormKey = "another form",
                Attendance = Attendance.Remote,
                Details = RegistrationDetails.Empty with { Diet = Diet, HalfDays = [new(half.Date, half.Half, Attendance.Remote)] },
            },
            new AnswerProposal
            {
                RegistrationId = id,
                SentAt = now,
                FormKey = "",
                Attendance = Attendance.InPerson,
                Details = RegistrationDetails.Empty,
                IsLate = true,
            },
            new DroppedHalfDayRow { Number = 1, HalfDay = new(half, [1], ["o1"]) },
            new ProgrammeChange
            {
                At = now,
                HalfDays = [new(HalfDayChangeKind.Moved, half, half)],
                OtherHalfDays = [half],
                LastNumber = 1,
                DecidedAt = now,
                DecidedBy = "organiser 1",
            },
            new Certificate
            {
                NumberHash = [0, 1, 255],
                Sealed = [.. Enumerable.Range(0, 256).Select(b => (byte)b)],
                RegistrationId = id,
                Issue = 1,
                IssuedAt = now,
            },
            new Totals
            {
                TakenAt = now,
                Report = new(new(null, 1, 2), [new("Postdoc", 1, 0)], [], [], [new(half.Date, half.Half, 1, 0)]),
                Cancelled = 3,
                Certificates = 1,
            },
        ];

    private static IEnumerable<object> SignInRows(Organiser organiser, DateTimeOffset now) =>
        [
            new SignInAttempt
            {
                At = now,
                Account = "hash",
                Source = "192.0.2.0/24",
                IsKnown = false,
            },
            new IdentityUserClaim<Guid>
            {
                UserId = organiser.Id,
                ClaimType = "type",
                ClaimValue = "value",
            },
            new IdentityUserLogin<Guid>
            {
                UserId = organiser.Id,
                LoginProvider = "institution",
                ProviderKey = "subject",
            },
            new IdentityUserToken<Guid>
            {
                UserId = organiser.Id,
                LoginProvider = "site",
                Name = "token",
                Value = "value",
            },
            new IdentityUserPasskey<Guid>
            {
                UserId = organiser.Id,
                CredentialId = [9, 8, 7],
                Data = new()
                {
                    Name = "téléphone",
                    PublicKey = [1],
                    CreatedAt = now,
                    SignCount = 4_000_000_000,
                    Transports = ["usb", "nfc"],
                    IsUserVerified = true,
                    AttestationObject = [2],
                    ClientDataJson = [3],
                },
            },
        ];

    /// <summary>Adds a waiting mail and a waiting batch item.</summary>
    private static void AddWaiting(WorkshopDb db, Guid id, Message message, Batch batch, DateTimeOffset now)
    {
        db.Add(
            new OutboxMessage
            {
                Cause = Waiting,
                Kind = MailKind.Message,
                RegistrationId = id,
                TextId = message.Id,
                MessageId = "waiting@modmat.test",
                CreatedAt = now,
                NextTryAt = now,
            }
        );
        db.Add(
            new BatchItem
            {
                BatchId = batch.Id,
                Position = 2,
                RowEmail = "carl@example.org",
            }
        );
    }

    public static async Task<T> InDatabaseAsync<T>(this SiteFactory site, Func<WorkshopDb, Task<T>> ask)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<WorkshopDb>());
    }

    /// <summary>Every row as JSON, by table, as the model reads it: equal values give equal texts on both databases.</summary>
    public static async Task<SortedDictionary<string, string[]>> ValuesAsync(WorkshopDb db)
    {
        var values = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var table in db.Model.GetEntityTypes().Where(t => !t.IsOwned()))
        {
            var rows =
                (IQueryable<object>)
                    typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(table.ClrType).Invoke(db, null)!;
            values.Add(
                table.GetTableName()!,
                [
                    .. (await rows.AsNoTracking().ToListAsync())
                        .Select(row => JsonSerializer.Serialize(row, table.ClrType, Readable))
                        .Order(StringComparer.Ordinal),
                ]
            );
        }
        return values;
    }

    /// <summary>
    /// The stored cells of every table of an SQLite file, whether or not the model knows it, except search index and migration history.
    /// </summary>
    public static async Task<SortedDictionary<string, string[]>> CellsAsync(WorkshopDb db)
    {
        const string Tables =
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name NOT LIKE "
            + "'SearchIndex%' AND name NOT LIKE '!_!_EF%' ESCAPE '!'";
        var cells = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var row in await ReadAsync(db, Tables))
            cells.Add(row[3..], [.. (await ReadAsync(db, $"SELECT * FROM \"{row[3..]}\"")).Order(StringComparer.Ordinal)]);
        return cells;
    }

    private static async Task<List<string>> ReadAsync(WorkshopDb db, string query)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The names are those of the file.
        command.CommandText = query;
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync();
        var read = new List<string>();
        while (await rows.ReadAsync())
            read.Add(
                string.Join(
                    " | ",
                    Enumerable
                        .Range(0, rows.FieldCount)
                        .Select(i =>
                            rows.GetValue(i) switch
                            {
                                DBNull => "n:",
                                long number => string.Create(CultureInfo.InvariantCulture, $"i: {number}"),
                                byte[] bytes => $"b: {Convert.ToHexString(bytes)}",
                                var value => string.Create(CultureInfo.InvariantCulture, $"t: {value}"),
                            }
                        )
                )
            );
        return read;
    }
}
