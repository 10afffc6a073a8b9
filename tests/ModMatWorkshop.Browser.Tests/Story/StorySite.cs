using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests.Story;

/// <summary>A workshop with a call and an empty timetable, on Kestrel.</summary>
public sealed class StorySite : IDisposable
{
    private const string Workshop = """
        ---
        acronym: "Grains"
        title: { fr: "Grains et joints", en: "Grains and boundaries" }
        start: 2027-03-15
        end: 2027-03-17
        timezone: Europe/Paris
        seats: 110
        reserved: 80
        registration: { opens: 2026-10-01, closes: 2027-03-10 }
        venue: { name: "Old Mill", city: "Lille", country: FR }
        call:
          opens: 2026-10-01
          closes: 2026-11-30 18:00
          kinds: [oral, poster]
          topics:
            - { key: potentials, name: { fr: "Potentiels", en: "Potentials" } }
            - { key: rare-events, name: { fr: "Événements rares", en: "Rare events" } }
          length: 2000
          answers: 2026-12-20
        slots:
          - date: 2027-03-16
            start: "12:00"
            end: "13:30"
            slug: posters
            kind: meal
            title: { fr: "Posters", en: "Posters" }
            posters: true
        ---

        We talk about grains.
        """;

    private readonly DirectoryInfo content = Directory.CreateTempSubdirectory("modmat-story-");

    public StorySite()
    {
        Directory.CreateDirectory(Path.Combine(content.FullName, "sessions"));
        Directory.CreateDirectory(Path.Combine(content.FullName, "contributions"));
        File.WriteAllText(Path.Combine(content.FullName, "workshop.md"), Workshop);
        for (var session = 1; session <= Sessions; session++)
            File.WriteAllText(
                Path.Combine(content.FullName, "sessions", string.Create(CultureInfo.InvariantCulture, $"session-{session}.md")),
                SessionText(session)
            );
        Site = new() { ContentPath = content.FullName, RehearseFrom = "2026-11-20T09:00" };
        Site.UseKestrel(0);
        Site.StartServer();
    }

    public const int Sessions = 6;

    public SiteFactory Site { get; }

    public string FileOf(string code) => Path.Combine(content.FullName, "contributions", $"{code.ToLowerInvariant()}.md");

    public int Files => Directory.GetFiles(Path.Combine(content.FullName, "contributions")).Length;

    /// <summary>The hour at which the first talk of a session begins.</summary>
    public static TimeOnly StartOf(int session) => session % 2 == 1 ? new(9, 0) : new(14, 0);

    private static string SessionText(int session)
    {
        var (start, half) = (StartOf(session), session % 2 == 1 ? "morning" : "afternoon");
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            ---
            session: {{session}}
            date: 2027-03-{{15 + (session - 1) / 2}}
            half_day: {{half}}
            slots:
              - { start: "{{start.AddMinutes(
                -10
            ):HH:mm}}", end: "{{start:HH:mm}}", slug: welcome-{{session}}, kind: opening, title: { fr: "Accueil", en: "Welcome" } }
            ---
            """
        );
    }

    public async Task PassDeadlineAsync()
    {
        await using var scope = Site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        await Site.Services.GetRequiredService<SiteClock>().SetAsync("2026-12-05T09:00", zone, db, CancellationToken.None);
    }

    /// <returns>The e-mail address of the account.</returns>
    public async Task<string> AccountAsync(string name, OrganiserRoles roles)
    {
        var email = await Site.OrganiserAsync(roles, Language.English);
        await using var scope = Site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        (await db.Organisers.SingleAsync(o => o.Email == email)).Name = name;
        await db.SaveChangesAsync();
        return email;
    }

    public async Task<T> ReadAsync<T>(Func<WorkshopDb, Task<T>> query)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<WorkshopDb>());
    }

    public void Dispose()
    {
        Site.Dispose();
        content.Delete(recursive: true);
    }
}
