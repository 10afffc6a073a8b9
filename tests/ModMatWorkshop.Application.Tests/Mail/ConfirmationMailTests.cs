using Ical.Net;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Mail;

/// <summary>What a participant needs on the day: in the mail that confirms, and for whoever enters through the waiting list.</summary>
public sealed class ConfirmationMailTests
{
    [Theory]
    [InlineData(MailKind.Confirmed, Language.French, "Atelier 2030 – mes demi-journées")]
    [InlineData(MailKind.SwitchedToSeat, Language.English, "Atelier 2030 – my half-days")]
    public async Task The_calendar_is_named_after_the_half_days_and_follows_them_instead_of_a_list_of_talks(
        MailKind kind,
        Language language,
        string name
    )
    {
        using var host = await MailTestHost.OpenAsync();
        var calendar = await CalendarAsync(await host.SendAsync(kind, host.Person(language: language)));

        Assert.Equal(name, calendar.Properties["X-WR-CALNAME"]!.Value);
        var source = calendar.Properties["SOURCE"]!.Value!.ToString()!;
        Assert.StartsWith($"{MailTestHost.Site}/mon-calendrier/", source, StringComparison.Ordinal);
        Assert.DoesNotContain("codes=", source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MailKind.Confirmed)]
    [InlineData(MailKind.SwitchedToSeat)]
    [InlineData(MailKind.Reminder)]
    public async Task A_person_with_a_seat_reads_when_where_and_which_half_days_and_meals_and_has_the_ticket(MailKind kind)
    {
        using var host = await MailTestHost.OpenAsync();
        var mail = await host.SendAsync(kind, host.Person());

        Assert.Equal(
            [
                "Quand. L’atelier commence samedi 30 mars 2030 à 9 h 00 (heure de Paris).",
                "Où. Maison des tests, 1, rue des Essais, 31000 Toulouse (sur une carte "
                    + "<https://www.openstreetmap.org/search?query=1%2C%20rue%20des%20Essais%2C%2031000%20Toulouse%2C%20FR>).",
                "La salle. Salle bleue",
                "Votre demi-journée\nsamedi 30 mars, matin, 9 h 00–10 h 30, en salle",
                "Vos repas et pauses. Vous n’en avez choisi aucun. Pour en prendre, modifiez vos réponses sur la page de votre "
                    + "inscription : le traiteur compte sur ces nombres.",
                "Votre billet. Montrez-en le code QR à l’accueil, sur l’écran ou imprimé ; il est aussi sur la page de votre inscription.",
                "Si le code QR ne se lit pas, donnez le numéro 12 34 00 01.",
            ],
            Paragraphs(mail).SkipWhile(p => !p.StartsWith("Quand.", StringComparison.Ordinal)).Take(7)
        );
        var image = Assert.IsType<MimePart>(Assert.Single(mail.BodyParts, part => part.ContentType.IsMimeType("image", "png")));
        Assert.Contains($"<img src=\"cid:{image.ContentId}\" alt=\"Code QR de votre billet\"", mail.HtmlBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.French, "samedi 30 mars 2030 à 8 h 00 (heure de Londres)")]
    [InlineData(Language.English, "Saturday 30 March 2030 at 8:00 (London time)")]
    public async Task A_time_names_the_zone_in_the_language_of_the_mail(Language language, string start)
    {
        using var host = await MailTestHost.OpenAsync();
        await using (var db = host.Db())
            await db.Workshops.ExecuteUpdateAsync(w => w.SetProperty(x => x.TimeZoneId, "Europe/London"));

        Assert.Contains(Paragraphs(await host.SendAsync(MailKind.Confirmed, host.Person(language: language))), p =>
            p.Contains(start, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(MailKind.WaitingList)]
    [InlineData(MailKind.SwitchedToRemote)]
    public async Task A_person_without_a_seat_has_the_half_days_on_the_stream_and_no_ticket(MailKind kind)
    {
        using var host = await MailTestHost.OpenAsync();
        var mail = await host.SendAsync(
            kind,
            host.Person(then: person =>
            {
                person.Confirm(host.Time.GetUtcNow());
                if (kind == MailKind.WaitingList)
                    person.JoinWaitingList(1);
                else
                    person.FollowRemotely();
            })
        );

        Assert.Equal(
            [
                "Quand. L’atelier commence samedi 30 mars 2030 à 9 h 00 (heure de Paris).",
                "Votre demi-journée\nsamedi 30 mars, matin, 9 h 00–10 h 30, à distance",
            ],
            Paragraphs(mail).SkipWhile(p => !p.StartsWith("Quand.", StringComparison.Ordinal)).Take(2)
        );
        Assert.DoesNotContain(mail.BodyParts, part => part.ContentType.IsMimeType("image", "png"));
        Assert.Equal(
            [$"À distance, en direct sur {MailTestHost.Site}/direct"],
            (await CalendarAsync(mail)).Events.Select(e => e.Location).Distinct()
        );
    }

    [Fact]
    public async Task A_mail_says_what_taking_part_costs_only_if_the_content_says_so()
    {
        using var host = await MailTestHost.OpenAsync();
        var silent = await host.SendAsync(MailKind.Confirmed, host.Person());
        Assert.DoesNotContain("gratuit", silent.TextBody, StringComparison.OrdinalIgnoreCase);

        using var paid = await MailTestHost.OpenAsync(seats: "fee: { fr: \"40 € sur place\", en: \"€40 at the venue\" }\nseats: 20\n");
        Assert.Contains("40 € sur place", Paragraphs(await paid.SendAsync(MailKind.Confirmed, paid.Person())));
        Assert.Contains("€40 at the venue", Paragraphs(await paid.SendAsync(MailKind.Confirmed, paid.Person(language: Language.English))));
    }

    /// <summary>The paragraphs of the text, with ordinary spaces.</summary>
    private static string[] Paragraphs(MimeMessage mail) =>
        mail.TextBody!.ReplaceLineEndings("\n").Replace('\u00A0', ' ').Replace('\u202F', ' ').Split("\n\n");

    private static async Task<Calendar> CalendarAsync(MimeMessage mail)
    {
        using var bytes = new MemoryStream();
        await Assert.IsType<TextPart>(Assert.Single(mail.Attachments)).Content!.DecodeToAsync(bytes);
        return Calendar.Load(System.Text.Encoding.UTF8.GetString(bytes.ToArray()))!;
    }
}
