using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Exports;
using ModMatWorkshop.Web.Pages.Admin.Attendees;

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

    [Fact]
    public async Task Columns_and_values_are_chosen_on_the_page_and_carried_to_the_import()
    {
        using var organiser = await OrganiserClient.SignInAsync(site);
        await organiser.OpenAsync("/admin/attendees/import");
        await organiser.UploadAsync(
            Encoding.UTF8.GetBytes("Qui;Où écrire;Buyer email;Fonction\nAda Lovelace;ada@choice.example ;x@choice.example;Fellow\n;;;\n"),
            ("how", "ConfirmedWithoutMail"),
            ("action", "check")
        );
        Assert.Equal(
            [
                "Aucune colonne n’est reconnue comme celle des noms des participants. "
                    + "Choisissez-la dans le tableau, puis vérifiez de nouveau.",
            ],
            organiser.Seen("#missing")
        );
        Assert.Equal(["none", "email", "none", "position"], Columns());
        Assert.Equal((0, 0), (organiser.Seen("#run").Length, organiser.Seen("#lines").Length));

        Choose("#columns select", 0, "full-name");
        await organiser.PressAsync("#check-again");
        Assert.Equal(["full-name", "email", "none", "position"], Columns());
        Assert.Equal(["2 Ada Lovelace ada@choice.example nouvelle : à distance"], organiser.Seen("#lines tbody tr"));
        Assert.Equal(
            ["Situation Fellow 1"],
            organiser.Seen("#unknown tbody tr").Select(row => row[..row.IndexOf(" «", StringComparison.Ordinal)])
        );

        // A choice that the dry run has not shown is shown first.
        Choose("#unknown select", 0, "Postdoc");
        await organiser.PressAsync("#run");
        Assert.Single(organiser.Seen("#changed-choices"));
        Assert.Equal(0, await organiser.CountAsync<Registration>(r => r.Email == "ada@choice.example"));

        await organiser.PressAsync("#run");
        await organiser.WaitForAsync("#progress[data-state=finished]");
        Assert.Equal(
            1,
            await organiser.CountAsync<Registration>(r => r.Email == "ada@choice.example" && r.Details.Position == Position.Postdoc)
        );

        string[] Columns() => [.. organiser.Page.QuerySelectorAll("#columns tbody tr").Select(row => row.GetAttribute("data-column")!)];

        void Choose(string selects, int which, string value) =>
            ((IHtmlSelectElement)organiser.Page.QuerySelectorAll(selects)[which]).Value = value;
    }

    [Fact]
    public async Task A_list_with_many_columns_and_unknown_values_can_be_checked_again()
    {
        using var organiser = await OrganiserClient.SignInAsync(site);
        await organiser.OpenAsync("/admin/attendees/import");
        var more = string.Concat(Enumerable.Range(0, 100).Select(i => string.Create(CultureInfo.InvariantCulture, $";column {i}")));
        var lines = Enumerable
            .Range(0, 60)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"Ada Lovelace;a{i}@many.example;Fellow {i}\n"));
        await organiser.UploadAsync(
            Encoding.UTF8.GetBytes($"Name;Email;Position{more}\n{string.Concat(lines)}"),
            ("how", "ConfirmedWithoutMail"),
            ("action", "check")
        );
        await organiser.PressAsync("#check-again");

        Assert.Equal(HttpStatusCode.OK, organiser.Status);
        Assert.Equal(
            (ImportFile.MaxColumns, ImportFile.MaxUnknown, 60),
            (
                organiser.Seen("#columns tbody tr").Length,
                organiser.Seen("#unknown tbody tr").Length,
                organiser.Seen("#lines tbody tr").Length
            )
        );
    }

    [Fact]
    public async Task A_workbook_is_imported_with_the_choice_of_its_columns()
    {
        using var organiser = await OrganiserClient.SignInAsync(site);
        await organiser.OpenAsync("/admin/attendees/import");
        using var file = new MemoryStream();
        IReadOnlyList<Cell>[] rows =
        [
            ["Hélène Boucher", "helene@workbook.example", "Orly"],
        ];
        await Xlsx.WriteAsync(
            new("Inscrits", [new("Nom"), new("Courriel"), new("Affiliation")], rows.ToAsyncEnumerable()),
            file,
            CancellationToken.None
        );
        await organiser.UploadAsync(file.ToArray(), ("how", "ConfirmedWithoutMail"), ("action", "check"));

        Assert.Equal(["1 nouvelle, 0 modifiée, 0 inchangée, 0 refusée. Feuille lue : « Inscrits »."], organiser.Seen("#summary"));
        Assert.Empty(organiser.Seen("#encoding"));
        await organiser.PressAsync("#run");
        await organiser.WaitForAsync("#progress[data-state=finished]");
        Assert.Equal(1, await organiser.CountAsync<Registration>(r => r.Email == "helene@workbook.example"));
    }

    [Fact]
    public async Task The_page_says_who_has_not_paid_yet_and_which_answer_is_missing()
    {
        using var organiser = await OrganiserClient.SignInAsync(site);
        await organiser.OpenAsync("/admin/attendees/import");
        await organiser.UploadAsync(
            Encoding.UTF8.GetBytes(
                "Nom;Prénom;Courriel;Statut\nBoucher;Hélène;helene@unpaid.example;en attente de paiement\n"
                    + "Blériot;Louis;louis@unpaid.example;payé\n"
            ),
            ("how", "ConfirmedWithoutMail"),
            ("action", "check")
        );

        Assert.Equal(
            [
                "2 Hélène Boucher helene@unpaid.example nouvelle, à confirmer : à distance",
                "3 Louis Blériot louis@unpaid.example nouvelle : à distance",
            ],
            organiser.Seen("#lines tbody tr")
        );
        Assert.Equal(
            [
                "Affiliation : le fichier n’a pas cette colonne. Les nouvelles personnes l’indiqueront sur leur propre page.",
                "Pas encore payées ou confirmées dans le fichier : 1. Ces personnes reçoivent leur lien et confirment elles-mêmes.",
            ],
            organiser.Seen("[data-note]")
        );
    }

    [Fact]
    public async Task The_encoding_is_chosen_on_the_page()
    {
        using var organiser = await OrganiserClient.SignInAsync(site);
        await organiser.OpenAsync("/admin/attendees/import");
        await organiser.UploadAsync(
            CodePagesEncodingProvider.Instance.GetEncoding(1250)!.GetBytes("Name;Email\nSzűcs;szucs@encoding.example\n"),
            ("action", "check")
        );
        Assert.Equal(["Szûcs"], organiser.Seen("#lines tbody th"));

        await organiser.PressAsync("#check-again", ("encoding", "Windows-1250"));
        Assert.Equal(["Szűcs"], organiser.Seen("#lines tbody th"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK\u0003\u0004not a workbook")]
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
