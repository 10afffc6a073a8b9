using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages.MyRegistration;

/// <summary>What a letter to a participant is written from.</summary>
/// <param name="Presented">What they present, as long as it stands in the programme.</param>
/// <param name="Meals">Of those in the room.</param>
/// <param name="IssuedOn">The day on the site's clock.</param>
public sealed record ParticipantLetter(
    Registration Registration,
    Workshop Workshop,
    Contribution? Presented,
    IReadOnlyList<ServedMeal> Meals,
    IReadOnlyList<(HalfDayChoice Half, HalfDayHours? Hours)> HalfDays,
    DateOnly IssuedOn
)
{
    public bool IsInTheRoom => Registration.Place == Place.Seat;
}

/// <summary>
/// The confirmation and the letter of invitation, which an <i>ordre de mission</i> asks for, and the certificate of attendance, behind the
/// secret link of whoever is confirmed.
/// </summary>
public static class ParticipantLetters
{
    private static readonly IReadOnlyList<(PageRoute Route, string Name)> All =
    [
        (Routes.Confirmation, "confirmation"),
        (Routes.Invitation, "invitation"),
        (Routes.Certificate, "certificate"),
    ];

    public static void MapParticipantLetters(this WebApplication app)
    {
        foreach (var (route, name) in All)
        foreach (var language in Enum.GetValues<Language>())
            app.MapMethods(
                    route.Template(language) + ".pdf",
                    [HttpMethods.Get, HttpMethods.Head],
                    async (
                        string token,
                        HttpContext http,
                        WorkshopDb db,
                        SecretLinks links,
                        SiteContext siteContext,
                        PrintableService printing,
                        CancellationToken cancel
                    ) =>
                    {
                        http.Response.Headers[HeaderNames.CacheControl] = "no-store";
                        return await DocumentAsync(name, token, db, links, siteContext, printing, cancel) is { } document
                            ? PdfResults.Personal(
                                http,
                                await printing.PdfAsync(document, cancel),
                                $"{(await siteContext.WorkshopAsync()).Slug}-{name}.pdf",
                                siteContext.Path(route, token),
                                printing.IsPossible
                            )
                            : Results.NotFound();
                    }
                )
                .AllowAnonymous()
                .WithMetadata(new PageLanguage(route, language));
    }

    /// <summary>Null for a link that opens no confirmed registration, and while there is nothing to certify.</summary>
    public static async Task<PrintableDocument?> DocumentAsync(
        string name,
        string token,
        WorkshopDb db,
        SecretLinks links,
        SiteContext siteContext,
        PrintableService printing,
        CancellationToken cancel
    )
    {
        if (
            links.Read(token) is not { } read
            || await db
                .Registrations.AsNoTracking()
                .SingleOrDefaultAsync(
                    r => r.Id == read.Id && r.Generation == read.Generation && r.Status == RegistrationStatus.Confirmed,
                    cancel
                )
                is not { } registration
        )
            return null;
        if (name == "certificate")
            return await printing.CertificatesAsync(registration.Number, Actor.Participant, cancel) is { People: 1 } certificate
                ? certificate
                : null;
        var schedule = await db.WholeScheduleAsync(cancel);
        var (workshop, words) = (schedule.Workshop, siteContext.Words);
        var hours = HalfDayHours.Of(schedule.Sessions, schedule.Slots).ToDictionary(h => h.HalfDay);
        var letter = new ParticipantLetter(
            registration,
            workshop,
            schedule.Contributions.GetValueOrDefault(registration.Details.Presents ?? "") is { Cancelled: false } presented
                ? presented
                : null,
            [.. (await AttendeeReports.MealsAsync(db, cancel)).Where(m => m.IsTakenBy(registration))],
            [
                .. from half in registration.Details.HalfDays
                where registration.AttendanceAt(half.Date, half.Half) is not null
                orderby half.Date, half.Half
                select (
                    half with
                    {
                        Attendance = registration.AttendanceAt(half.Date, half.Half)!.Value,
                    },
                    hours.GetValueOrDefault(new(half.Date, half.Half))
                ),
            ],
            DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(siteContext.Now, workshop.TimeZone).DateTime)
        );
        return new(
            name,
            name == "confirmation" ? words.ConfirmationOfRegistration : words.LetterOfInvitation,
            $"/Pages/MyRegistration/_{(name == "confirmation" ? "Confirmation" : "Invitation")}.cshtml",
            letter
        )
        {
            People = 1,
        };
    }
}
