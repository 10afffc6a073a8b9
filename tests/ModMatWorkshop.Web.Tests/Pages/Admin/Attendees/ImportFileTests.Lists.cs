using System.Globalization;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Web.Tests.Pages.Admin.Attendees;

/// <summary>The lists of other tools: columns, values and statuses that are not ours.</summary>
public sealed partial class ImportFileTests
{
    private const string NoEmail =
        "Aucune colonne n’est reconnue comme celle des adresses électroniques des participants. "
        + "Choisissez-la dans le tableau, puis vérifiez de nouveau.";

    private const string NoName =
        "Aucune colonne n’est reconnue comme celle des noms des participants. Choisissez-la dans le tableau, puis vérifiez de nouveau.";

    [Fact]
    public async Task The_address_of_the_buyer_is_not_that_of_the_attendees()
    {
        using var host = await BatchTestHost.OpenAsync(Engine.Sqlite);
        var read = await ReadAsync(
            host,
            "E-mail;Attendee name;Attendee email;Company\n"
                + "office@example.net;Ada Lovelace;ada@lab.example;London\noffice@example.net;Ben Lovelace;ben@lab.example;London\n"
        );

        Assert.Equal(["2 New Remote", "3 New Remote"], Report(read));
        Assert.Equal(["ada@lab.example", "ben@lab.example"], read.Lines.Select(l => l.Email));
    }

    [Fact]
    public async Task An_address_that_several_people_share_is_pointed_out()
    {
        using var host = await BatchTestHost.OpenAsync(Engine.Sqlite);
        var read = await ReadAsync(
            host,
            "Name;E-mail;Company\nAda Lovelace;office@example.net;London\nBen Lovelace;office@example.net;London\n"
                + "Ada Lovelace;office@example.net;London\n"
        );

        Assert.Equal(
            ["2 New Remote", "3 Refused Cette adresse est déjà à la ligne 2.", "4 Refused Cette adresse est déjà à la ligne 2."],
            Report(read)
        );
        Assert.Equal(
            ["Lignes qui ont l’adresse d’une autre personne : 1. Si c’est celle de l’acheteur, choisissez une autre colonne."],
            Notes(read)
        );
    }

    [Fact]
    public async Task A_list_of_names_and_addresses_alone_is_imported_and_one_sentence_says_what_is_missing()
    {
        using var host = await BatchTestHost.OpenAsync(Engine.Sqlite);
        var read = await ReadAsync(host, "Name;Email\nAda Lovelace;ada@lab.example\nBen Lovelace;ben@lab.example\n");

        Assert.Equal(["2 New Remote", "3 New Remote"], Report(read));
        Assert.Equal(
            ["Affiliation : le fichier n’a pas cette colonne. Les nouvelles personnes l’indiqueront sur leur propre page."],
            Notes(read)
        );
        await RunAsync(host, read);
        Assert.Equal("", (await host.Database.FindAsync("ada"))!.Details.Affiliation);
    }

    [Fact]
    public async Task A_name_without_a_space_is_a_whole_name()
    {
        using var host = await BatchTestHost.OpenAsync(Engine.Sqlite);
        var read = await ReadAsync(host, "Name;Email;Affiliation\nSuparno;one@lab.example;London\n例小明;two@lab.example;London\n");

        Assert.Equal([("", "Suparno"), ("", "例小明")], read.Lines.Select(l => (l.Row!.Details.GivenName, l.Row.Details.FamilyName)));
    }

    [Theory]
    [InlineData("nom;prénom\nLovelace;Ada", NoEmail)]
    [InlineData("email;prénom\na@b.fr;Ada", NoName)]
    [InlineData("nom;email;mail\nLovelace;a@lab.example;b@lab.example", NoEmail)]
    [InlineData("\0\0\"\"\";;;\n\0", NoEmail)]
    public async Task Without_an_address_or_a_name_the_organiser_has_to_choose_a_column(string file, string sentence)
    {
        using var host = await BatchTestHost.OpenAsync(Engine.Sqlite);
        Assert.Equal([sentence], Report(await ReadAsync(host, file)));
    }

    [Fact]
    public async Task A_title_above_the_headings_is_passed_over_and_headings_may_be_missing()
    {
        using var host = await BatchTestHost.OpenAsync(Engine.Sqlite);

        Assert.Equal(
            ["4 New Remote"],
            Report(await ReadAsync(host, "Participants 2030;;\n\nNom;Prénom;Courriel\nLovelace;Ada;ada@lab.example\n"))
        );
        var bare = await ReadAsync(host, "Ada Lovelace;ada@lab.example\nBen Lovelace;ben@lab.example\n");
        Assert.Equal([NoName], Report(bare));
        Assert.Equal(["Colonne 1", "Colonne 2"], bare.Source.Table.Head.Select(Plain));
        Assert.Equal(
            ["1 New Remote", "2 New Remote"],
            Report(
                await ReadAsync(
                    host,
                    "Ada Lovelace;ada@lab.example\nBen Lovelace;ben@lab.example\n",
                    Chosen with
                    {
                        Columns = ["full-name", "email"],
                    }
                )
            )
        );
    }

    [Fact]
    public async Task Columns_that_an_organiser_chooses_replace_the_recognised_ones()
    {
        using var host = await BatchTestHost.OpenAsync(Engine.Sqlite);
        const string List = "Qui;Buyer email;Note\nAda Lovelace;ada@lab.example;London\n";

        Assert.Equal([NoEmail], Report(await ReadAsync(host, List)));
        var read = await ReadAsync(host, List, Chosen with { Columns = ["full-name", "email", "affiliation"] });
        Assert.Equal(["2 New Remote"], Report(read));
        Assert.Equal(
            ("Ada", "Lovelace", "London"),
            (read.Lines[0].Row!.Details.GivenName, read.Lines[0].Row!.Details.FamilyName, read.Lines[0].Row!.Details.Affiliation)
        );
        // Choices for another list do not count.
        Assert.Equal([NoEmail], Report(await ReadAsync(host, List, Chosen with { Columns = ["full-name", "email"] })));
    }

    [Fact]
    public async Task An_unknown_value_never_loses_a_line_and_is_listed_once()
    {
        using var host = await BatchTestHost.OpenAsync(Engine.Sqlite, seats: 5);
        await host.Database.SeatAsync("ada");
        const string List =
            "name;email;affiliation;position;attendance;language;country;presents;half-day-2030-03-30-morning;orcid;status\n"
            + "Ada Lovelace;ada@lab.example;Laboratory;Postdoc researcher;hybrid;Deutsch;Atlantis;my talk;hybrid;1234;17b\n"
            + "Ben Lovelace;ben@lab.example;Laboratory;postdoc  researcher;hybrid;;;;;;\n"
            + "Cat Lovelace;cat@lab.example;Laboratory;Engineer;in person;;;;;;\n";
        var read = await ReadAsync(host, List, Chosen with { Position = Position.PhdStudent });

        Assert.Equal(["2 Changed given-name", "3 New Remote", "4 New Seat"], Report(read));
        Assert.Equal(
            [
                "country=atlantis 1",
                "position=postdoc researcher 2",
                "position=engineer 1",
                "language=deutsch 1",
                "orcid=1234 1",
                "attendance=hybrid 2",
                "half-days=hybrid 1",
                "presents=my talk 1",
                "status=17b 1",
            ],
            read.Unknown.Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Key} {v.Lines}"))
        );
        // New people have another position; those who are known keep theirs.
        Assert.Equal([Position.Postdoc, Position.Other, Position.Other], read.Lines.Select(l => l.Row!.Details.Position));
    }

    [Fact]
    public async Task A_meaning_that_an_organiser_chooses_counts_for_all_lines()
    {
        using var host = await BatchTestHost.OpenAsync(Engine.Sqlite, seats: 5);
        var read = await ReadAsync(
            host,
            "name;email;affiliation;position;attendance;status\n"
                + "Ada Lovelace;ada@lab.example;London;Fellow;hybrid;17a\nBen Lovelace;ben@lab.example;London;FELLOW;hybrid;17b\n",
            Chosen with
            {
                Values = new Dictionary<string, string>
                {
                    ["position=fellow"] = "Postdoc",
                    ["attendance=hybrid"] = "in-person",
                    ["status=17b"] = "Cancelled",
                    ["country=atlantis"] = "FR",
                },
            }
        );

        Assert.Equal(["2 New Seat", "3 Refused Annulée dans le fichier : l’import n’inscrit ni n’annule cette personne."], Report(read));
        Assert.Equal(Position.Postdoc, read.Lines[0].Row!.Details.Position);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Waiting_people_come_after_the_others_and_unpaid_ones_confirm_themselves(Engine engine)
    {
        using var host = await BatchTestHost.OpenAsync(engine, seats: 2);
        const string List =
            "Nom;Prénom;Email;Affiliation;Participation;Statut\n"
            + "Lovelace;Ada;ada@lab.example;London;;liste d’attente\n"
            + "Lovelace;Ben;ben@lab.example;London;en salle;payé\n"
            + "Lovelace;Cat;cat@lab.example;London;en salle;en attente de paiement\n"
            + "Lovelace;Dan;dan@lab.example;London;en salle;remboursé\n"
            + "Lovelace;Dan;dan@lab.example;London;à distance;payé\n";
        var read = await ReadAsync(host, List);

        Assert.Equal(
            [
                "2 New WaitingList 1",
                "3 New Seat",
                "4 New Seat",
                "5 Refused Annulée dans le fichier : l’import n’inscrit ni n’annule cette personne.",
                "6 New Remote",
            ],
            Report(read)
        );
        Assert.Equal(
            [
                "Sur liste d’attente dans le fichier : 1. L’import les inscrit après tous les autres et les met en liste d’attente ; "
                    + "une place libre leur est proposée dans l’ordre.",
                "Pas encore payées ou confirmées dans le fichier : 1. Ces personnes reçoivent leur lien et confirment elles-mêmes.",
            ],
            Notes(read)
        );
        await RunAsync(host, read);
        Assert.Equal("ben seat, cat pending seat, dan remote, ada waiting list 1", await host.Database.StandingAsync());
        Assert.Equal(("WaitingList", "ConfirmAddress"), (await host.Database.MailsAsync("ada"), await host.Database.MailsAsync("cat")));
    }
}
