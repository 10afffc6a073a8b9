using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Pages.Admin.Attendees;
using Xunit.Abstractions;

namespace ModMatWorkshop.Web.Tests.Pages.Admin.Attendees;

public sealed partial class ImportFileTests(ITestOutputHelper output)
{
    private static readonly ImportChoices Chosen = new(ImportAs.ConfirmedWithMail, Attendance.Remote, Position.Other, Language.French);

    private const string OfEveryKind = """
        Prénom;Nom;Courriel;Affiliation;Situation;Participation;Pays;Langue;Liste publique
        ada;Lovelace;ada@lab.example;Londres;Postdoc;En salle;Royaume-Uni;anglais;oui
        ben;Lovelace;ben@lab.example;Laboratory;Postdoc;En salle;;;
        Émilie;du Châtelet;Emilie@Lab.Example;Cirey;Doctorante;En salle;FR;fr;non
        Sophie;Germain;sophie@lab.example;Paris;Autre;Sur place;;;
        Carl;Gauss;sophie@lab.example;Göttingen;Autre;;;;
        Max;<b>Born</b>;max@lab.example;Göttingen;;;;;
        Erwin;Schrödinger;erwin@lab;Wien;Chat;peut-être;;;
        Lise;Meitner;lise@lab.example;Berlin;;à distance;;;
        Paul;Dirac;paul@lab.example;;;;;;
        """;

    [Theory, OnSqlite, OnPostgres]
    public async Task The_dry_run_states_the_outcome_of_each_line_and_changes_nothing(Engine engine)
    {
        using var host = await BatchTestHost.OpenAsync(engine, seats: 2);
        await host.Database.SeatAsync("ada");
        await host.Database.SeatAsync("ben");
        await host.Database.CancelAsync("ben");
        var before = await StateAsync(host);
        var read = await ReadAsync(host, OfEveryKind);

        Assert.Equal(before, await StateAsync(host));
        Assert.Equal(
            [
                "2 Changed affiliation country language listed",
                "3 Refused Cette personne a annulé : l’import ne la rétablit pas.",
                "4 New Seat",
                "5 New WaitingList 1",
                "6 Refused Cette adresse est déjà à la ligne 5.",
                "7 Refused Nom : ni « < », ni « > », ni adresse web, ni caractère invisible.",
                "8 Refused Indiquez une seule adresse électronique valable, comme nom@laboratoire.fr.",
                "9 New Remote",
                "10 New Remote",
            ],
            Report(read)
        );

        var batch = await RunAsync(host, read);
        Assert.Equal(
            ["2 Done", "3 Refused", "4 Done", "5 Done", "6 Refused", "7 Refused", "8 Refused", "9 Done", "10 Done"],
            (await host.ItemsAsync(batch)).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i.Position} {i.State}"))
        );
        Assert.All(await host.ItemsAsync(batch), i => Assert.Null(i.Row));
        Assert.Equal(
            "ada seat, ben cancelled, emilie seat, sophie waiting list 1, lise remote, paul remote",
            await host.Database.StandingAsync()
        );
        var ada = (await host.Database.FindAsync("ada"))!.Details;
        Assert.Equal(("Londres", "GB", Language.English, true), (ada.Affiliation, ada.Country, ada.Language, ada.MayBeListed));
        Assert.Equal(("Confirmed", "WaitingList"), (await host.Database.MailsAsync("emilie"), await host.Database.MailsAsync("sophie")));

        // The same file once more changes nothing.
        var again = await ReadAsync(host, OfEveryKind);
        Assert.Equal(
            ["2 Unchanged", "4 Unchanged", "5 Unchanged", "9 Unchanged", "10 Unchanged"],
            Report(again).Where(line => !line.Contains("Refused", StringComparison.Ordinal))
        );
        var after = await host.Database.StandingAsync();
        await RunAsync(host, again);
        Assert.Equal(after, await host.Database.StandingAsync());
    }

    [Trait("Category", "prove")]
    [Theory, OnSqlite, OnPostgres]
    public async Task Five_hundred_lines_are_imported_as_previewed_within_the_capacity(Engine engine)
    {
        using var host = await BatchTestHost.OpenAsync(engine);
        await host.FillAsync(60, seats: 30, areConfirmed: true);
        var file = new StringBuilder("given name,family name,email,affiliation,position,attendance\n");
        for (var i = 31; i <= 530; i++)
            file.AppendLine(
                CultureInfo.InvariantCulture,
                $"Person,Number {i},p{i}@lab.example,Lab {i},PhD student,{(i % 3 == 0 ? "remote" : "in-person")}"
            );

        var watch = Stopwatch.StartNew();
        var read = await ReadAsync(host, file.ToString());
        var preview = watch.ElapsedMilliseconds;
        watch.Restart();
        var batch = await RunAsync(host, read);
        output.WriteLine($"{engine}: dry run of 500 lines in {preview} ms, done in {watch.ElapsedMilliseconds} ms");

        Assert.Equal(500, read.Lines.Count);
        Assert.All(await host.ItemsAsync(batch), i => Assert.Equal(BatchItemState.Done, i.State));
        var all = (await host.Database.AllAsync()).ToDictionary(r => r.Email);
        Assert.Equal(500 + 30, all.Count);
        Assert.All(read.Lines, line =>
            Assert.True(
                line.Place == all[line.Email].Place || (line.Place, all[line.Email].Place) == (Place.WaitingList, Place.Offer),
                $"{line} {all[line.Email].Place}"
            )
        );
        // A seat that a line frees is kept for a while.
        Assert.Equal(50, all.Values.Count(r => r.HoldsSeat || r.KeptSeat is not null));
    }

    [Fact]
    public async Task Files_of_Indico_and_pretix_are_understood()
    {
        using var host = await BatchTestHost.OpenAsync(Engine.Sqlite);

        Assert.Equal(
            ["2 New Remote"],
            Report(
                await ReadAsync(
                    host,
                    "ID,Name,Email Address,Affiliation,Position,Country,Registration state\n1,\"Lovelace, Ada\",ada@lab.example,London,"
                        + "Postdoc,United Kingdom,Completed\n"
                )
            )
        );
        Assert.Equal(
            ["2 New Remote"],
            Report(
                await ReadAsync(
                    host,
                    "Order code,Attendee name: Given name,Attendee name: Family "
                        + "name,Attendee email,Company\nX1,Ada,Lovelace,ada@lab.example,London\n"
                )
            )
        );
        var read = await ReadAsync(host, "Attendee name,E-mail,Company\nAda King Lovelace,ada@lab.example,London\n");
        Assert.Equal(("Ada King", "Lovelace"), (read.Lines[0].Row!.Details.GivenName, read.Lines[0].Row!.Details.FamilyName));
        Assert.Equal(
            ["2 Refused Annulée dans le fichier : l’import n’inscrit ni n’annule cette personne."],
            Report(await ReadAsync(host, "name;email;affiliation;status\nAda Lovelace;ada@lab.example;London;cancelled\n"))
        );
    }

    [Fact]
    public async Task Importing_an_export_of_this_site_changes_nobody()
    {
        using var host = await BatchTestHost.OpenAsync(Engine.Sqlite, seats: 1);
        await host.FillAsync(2, seats: 1, areConfirmed: true);
        await host.Database.WithRegistrationsAsync(async service =>
        {
            foreach (var person in await host.Database.AllAsync())
                await service.ApplyAsync(
                    person.Id,
                    new ChangeDetails(
                        person.Details with
                        {
                            GivenName = "=Ada",
                            HalfDays = [new(new(2030, 3, 30), Domain.Programme.HalfDay.Morning, Attendance.InPerson)],
                            Meals = ["coffee"],
                            Diet = "a;b\n\"c\"",
                        }
                    ),
                    RegistrationTestDatabase.Organiser,
                    CancellationToken.None
                );
            return true;
        });
        // A person on the waiting list attends remotely and has no meals.
        const string Export =
            "number;given-name;family-name;email;affiliation;country;position;language;status;place;rank;seat;attendance;"
            + "half-day-2030-03-30-morning;meal-coffee;presents;listed;photos;registered;confirmed;cancelled;diet;access\r\n"
            + "1;'=Ada;Lovelace;p1@lab.example;Laboratory;;postdoc;fr;confirmed;seat;;1;in-person;in-person;yes;;no;no;2030-01-01 13:00;"
            + "2030-01-01 13:00;;\"a;b\n\"\"c\"\"\";\r\n"
            + "2;'=Ada;Lovelace;p2@lab.example;Laboratory;;postdoc;fr;confirmed;waiting-list;1;;in-person;remote;no;;no;no;2030-01-01 "
            + "13:00;2030-01-01 13:00;;\"a;b\n\"\"c\"\"\";\r\n";

        var read = await ReadAsync(host, Export);

        Assert.Equal(["2 Unchanged", "4 Unchanged"], Report(read));
        Assert.DoesNotContain(read.Source.Table.Head.Zip(read.Assignment.Columns).Where(c => c.Second == ImportColumn.Ignored), c =>
            c.First is not ("number" or "place" or "rank" or "seat" or "registered" or "confirmed" or "cancelled")
        );
    }
}
