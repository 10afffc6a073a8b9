using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Tests.Hosting;

/// <summary>
/// Adds plausible registrations of July and August 2021 to a site's database, the same ones on each run. By default all 50 seats are
/// taken or offered, and two people are on the waiting list.
/// </summary>
public static class RegistrationSeeder
{
    public const int Size = 72;

    /// <summary>The year of the audit log lines. The log uses real time and keeps one year, so they are dated to the last summer.</summary>
    public static int LogYear { get; } = DateTime.UtcNow is { Month: >= 6 } now ? now.Year : DateTime.UtcNow.Year - 1;

    private static readonly string[] Given =
    [
        "Camille",
        "Noé",
        "Inès",
        "Émile",
        "Zoé",
        "Hugo",
        "Salomé",
        "Anton",
        "Priya",
        "Wei",
        "Lucía",
        "Jonas",
        "Maëlle",
        "Yusuf",
        "Chiara",
        "Tomasz",
    ];
    private static readonly string[] Family =
    [
        "Marchand",
        "Lefèvre",
        "Nguyen",
        "Østergaard",
        "Bianchi",
        "Kowalski",
        "Rey",
        "Haddad",
        "Sharma",
        "Castellan",
        "Durand",
        "Weber",
    ];
    private static readonly string[] Laboratories =
    [
        "LAAS-CNRS",
        "CIRIMAT",
        "CEMES-CNRS",
        "LAAS-CNRS",
        "IRIT",
        "Institut Jean Lamour",
        "CEA-DEN",
        "LAAS-CNRS",
        "SIMaP, Grenoble",
        "ICB, Dijon",
        "LPCNO",
        "CIRIMAT",
        "Laas-CNRS",
        "Universität Ulm",
        "Politecnico di Torino",
        "IPGP",
        "CEMES-CNRS",
        "Institut Lumière Matière",
        "EPFL",
    ];
    private static readonly string?[] Countries = ["FR", "FR", "FR", null, "FR", "DE", "FR", "IT", "FR", "CH", "FR", "FR", "ES"];
    private static readonly string[] Diets = ["végétarien", "Végétarien", "sans gluten", "végane"];

    /// <summary>The first person is Ada, who registers on the opening day and presents O1.</summary>
    public static async Task SeedRegistrationsAsync(this SiteFactory site, int size = Size, int seats = 50)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        var halves = (await db.Sessions.AsNoTracking().Select(s => new HalfDayId(s.Date, s.HalfDay)).ToListAsync())
            .Distinct()
            .OrderBy(s => s.Date)
            .ThenBy(s => s.Half)
            .ToList();
        var meals = await db
            .Slots.AsNoTracking()
            .Where(s => s.Kind == SlotKind.Meal || s.Kind == SlotKind.Break)
            .OrderBy(s => s.Start)
            .Select(s => s.Slug)
            .ToListAsync();
        // The site that runs sees all of them or none, so its maintenance offers no seat in between.
        await using var transaction = await db.Database.BeginTransactionAsync();
        var opening = new DateTimeOffset(2021, 7, 1, 8, 0, 0, TimeSpan.Zero);
        var (seat, line) = (0, 0L);
        var first = await db.Registrations.CountAsync() + 1;
        for (var i = 0; i < size; i++)
        {
            var number = first + i;
            Assert.True(
                EmailAddress.TryParse(string.Create(CultureInfo.InvariantCulture, $"person{number}@lab{i % 19}.example"), out var address)
            );
            var at = opening.AddHours(HoursAfterOpening(i, size));
            var remotely = i % 4 == 3;
            var registration = Registration.New(Guid.CreateVersion7(), number, $"seeded-{number}", address);
            registration.Begin(
                Details(i, remotely, halves, meals),
                remotely ? Attendance.Remote : Attendance.InPerson,
                $"seeded-form-{number}",
                at
            );
            // These have no seat: maintenance would offer a seat that is given back.
            var cancels = i is 9 or 10;
            if (remotely || cancels)
                registration.FollowRemotely();
            else if (seat < seats - 2)
                registration.AssignSeat(++seat, fromReserve: false);
            else
                registration.JoinWaitingList(++line);
            if (i % 12 == 5 && registration.Place == Place.Seat)
                registration.HoldPlaceUntil(new DateTimeOffset(2031, 1, 1, 0, 0, 0, TimeSpan.Zero));
            else
                registration.Confirm(at.AddMinutes(20));
            if (cancels)
                registration.Cancel(at.AddDays(3));
            db.Registrations.Add(registration);
            AddMailAndLog(db, registration, i);
            if (size > 1000 && i % 500 == 499)
            {
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
        }
        await OfferLastSeatsAsync(db, first + size - 1, line, seat);
        await transaction.CommitAsync();
    }

    /// <summary>Registrations are frequent at first, rare in the middle of the summer and frequent again before the end.</summary>
    private static double HoursAfterOpening(int i, int size) =>
        size == 1
            ? 0
            : 62
                * 24
                * (
                    i < size / 3 ? 0.5 * i / size
                    : i < size / 2 ? 0.2 + 0.9 * i / size
                    : Math.Min(0.99, 0.3 + 0.7 * i / size)
                );

    private static RegistrationDetails Details(int i, bool remotely, List<HalfDayId> halves, IReadOnlyList<string> meals) =>
        new()
        {
            GivenName = i == 0 ? "Ada" : Given[i % Given.Length],
            FamilyName = i == 0 ? "Lovelace" : Family[i * 5 % Family.Length],
            Affiliation = Laboratories[i % Laboratories.Length],
            Country = Countries[i % Countries.Length],
            Position = (Position)(
                i * 7 % 10 < 5 ? 0
                : i * 7 % 10 < 7 ? 1
                : i * 7 % 10 < 9 ? 2
                : 3
            ),
            Language = i % 6 == 0 ? Language.English : Language.French,
            HalfDays =
            [
                .. halves
                    .Where((_, h) => (i + h) % 9 != 0)
                    .Select(
                        (s, h) =>
                            new HalfDayChoice(
                                s.Date,
                                s.Half,
                                remotely || (i % 8 == 1 && h == halves.Count - 1) ? Attendance.Remote : Attendance.InPerson
                            )
                    ),
            ],
            Meals = remotely ? [] : [.. meals.Where((_, m) => (i + m) % 5 != 0)],
            Diet = i % 7 == 2 ? Diets[i / 7 % Diets.Length] : null,
            Presents = i == 0 ? "o1" : null,
            MayBeListed = i % 3 != 0,
            MayBePhotographed = i % 2 == 0,
        };

    /// <summary>The mail and the audit log lines of the registration.</summary>
    private static void AddMailAndLog(WorkshopDb db, Registration registration, int i)
    {
        db.Outbox.Add(
            Mail(registration, registration.Status == RegistrationStatus.Pending ? MailKind.ConfirmAddress : MailKind.Confirmed, i)
        );
        db.AuditLog.Add(
            new()
            {
                At = registration.CreatedAt.AddYears(LogYear - 2021),
                Actor = "participant",
                From = $"192.0.{i % 9}.0/24",
                Action = "registered",
                Registration = registration.Number,
                Result = $"{registration.Attendance} {registration.Place}",
            }
        );
        if (registration.Status == RegistrationStatus.Confirmed)
            db.AuditLog.Add(
                new()
                {
                    At = registration.CreatedAt.AddYears(LogYear - 2021).AddMinutes(20),
                    Actor = "participant",
                    From = $"192.0.{i % 9}.0/24",
                    Action = "confirmed",
                    Registration = registration.Number,
                    Result = registration.Place.ToString(),
                }
            );
    }

    private static OutboxMessage Mail(Registration registration, MailKind kind, int i)
    {
        var message = OutboxMessage.For(registration, kind, "seeded", registration.CreatedAt, "modmat.test");
        (message.State, message.Tries) = (MailState.Sent, 1);
        message.SentAt = registration.CreatedAt.AddSeconds(3);
        if (i is 20 or 40)
            (message.State, message.SentAt, message.Reason) = (
                MailState.Failed,
                null,
                "It answered 550 5.1.1 Recipient address rejected: user unknown"
            );
        return message;
    }

    private static async Task OfferLastSeatsAsync(WorkshopDb db, int lastNumber, long line, int seat)
    {
        await db.SaveChangesAsync();
        var state = await db.WorkshopStates.SingleAsync();
        (state.LastNumber, state.LastLineNumber) = (lastNumber, line);
        // The last two seats are offered to the first two people on the waiting list.
        foreach (var registration in await db.Registrations.Where(r => r.LineNumber <= 2).OrderBy(r => r.LineNumber).ToListAsync())
            registration.OfferSeat(++seat, new DateTimeOffset(2021, 9, 3, 8, 0, 0, TimeSpan.Zero));
        await db.SaveChangesAsync();
    }
}
