using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

public sealed partial class BatchPagesTests
{
    [Fact]
    public async Task An_import_shows_each_line_before_it_runs()
    {
        using var organiser = await OrganiserClient.SignInAsync(site);
        await organiser.OpenAsync("/admin/attendees/import");
        var file = Encoding.Latin1.GetBytes(
            "Prénom;Nom;Courriel;Affiliation\r\nHélène;Boucher;helene@import.example;Orly\r\nX;Y;pas une adresse;Z\r\n"
        );
        await organiser.UploadAsync(file, ("how", "ConfirmedWithoutMail"), ("language", "English"), ("action", "check"));

        Assert.Equal(
            [
                "2 Hélène Boucher helene@import.example nouvelle : à distance",
                "3 X Y pas une adresse refusée. Indiquez une seule adresse électronique valable, comme nom@laboratoire.fr.",
            ],
            organiser.Seen("#lines tbody tr")
        );
        Assert.Single(organiser.Seen("#encoding"));
        Assert.Equal(0, await organiser.CountAsync<Registration>(r => r.Email == "helene@import.example"));

        await organiser.PressAsync("#run");
        await organiser.WaitForAsync("#progress[data-state=finished]");
        Assert.Equal(
            ["3 – Indiquez une seule adresse électronique valable, comme nom@laboratoire.fr."],
            organiser.Seen("#refused tbody tr")
        );
        Assert.Equal(
            1,
            await organiser.CountAsync<Registration>(r =>
                r.Email == "helene@import.example" && r.Status == RegistrationStatus.Confirmed && r.Details.Language == Language.English
            )
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\"\0;;;\r\n\"\"\"")]
    [InlineData("name;email\r\n=cmd|' /C calc'!A0;=1+1@example.org\r\n\0;\0@example.org\r\n\uD800;a@b.fr")]
    public async Task A_hostile_file_never_causes_a_server_error(string text)
    {
        using var organiser = await OrganiserClient.SignInAsync(site);
        await organiser.OpenAsync("/admin/attendees/import");
        await organiser.UploadAsync(Encoding.UTF8.GetBytes(text), ("action", "check"));
        Assert.True(organiser.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{organiser.Status}");
        await organiser.OpenAsync("/admin/attendees/import");
        await organiser.PressAsync("#check", ("pasted", text));
        Assert.True(organiser.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{organiser.Status}");
    }

    [Fact]
    public async Task A_file_of_ten_megabytes_is_refused_with_the_reason()
    {
        using var organiser = await OrganiserClient.SignInAsync(site);
        await organiser.OpenAsync("/admin/attendees/import");
        await organiser.UploadAsync(new byte[10 << 20], ("action", "check"));

        Assert.Equal(
            (HttpStatusCode.BadRequest, "Ce fichier dépasse 1 Mo. Coupez-le, ou ôtez-en des colonnes."),
            (organiser.Status, organiser.Seen("#fault").Single())
        );
    }

    private async Task<int> PersonAsync(string name, Action<Registration>? then = null, Language language = Language.French)
    {
        var number = Interlocked.Increment(ref last);
        Assert.True(EmailAddress.TryParse(string.Create(CultureInfo.InvariantCulture, $"p{number}@pages.example"), out var address));
        var person = Registration.New(Guid.NewGuid(), number, $"ticket {number}", address);
        person.Begin(
            new()
            {
                GivenName = name,
                FamilyName = "Lovelace",
                Affiliation = "London",
                Position = Position.Other,
                Language = language,
                HalfDays = [],
                Meals = [],
                MayBeListed = false,
                MayBePhotographed = false,
            },
            Attendance.Remote,
            $"form {number}",
            new(2021, 9, 1, 7, 0, 0, TimeSpan.Zero)
        );
        person.FollowRemotely();
        then?.Invoke(person);
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        db.Registrations.Add(person);
        await db.WorkshopStates.ExecuteUpdateAsync(r => r.SetProperty(x => x.LastNumber, x => Math.Max(x.LastNumber, 100_000)));
        await db.SaveChangesAsync();
        return number;
    }
}
