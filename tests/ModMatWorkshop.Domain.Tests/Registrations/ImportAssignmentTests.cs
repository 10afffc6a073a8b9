using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

public sealed class ImportAssignmentTests
{
    private static readonly Dictionary<string, ImportColumn> Programme = new()
    {
        ["thursday morning"] = ImportColumn.Of(ParticipationFields.HalfDays, "thursday"),
    };

    [Theory]
    [InlineData("E-mail;Attendee name;Attendee email;Company", "none full-name email affiliation")]
    [InlineData("Email;Participant;Courriel du participant", "none full-name email")]
    [InlineData("Name;Email;Attendee name;Attendee email", "none none full-name email")]
    [InlineData("First name;Last name;Attendee name;Email", "none none full-name email")]
    [InlineData("First name;Last name;Email;Buyer first name;Buyer last name;Buyer email", "given-name family-name email none none none")]
    [InlineData(
        "Nom participant;Prénom participant;Email participant;Nom payeur;Prénom payeur;Email payeur",
        "family-name given-name email none none none"
    )]
    [InlineData("Participant - Nom;Participant - Prénom;Participant - Email;Acheteur - Email", "family-name given-name email none")]
    [InlineData("Name;Email;Kontakt E-Mail;Rechnung: Name;Besteller E-Mail", "full-name email none none none")]
    [InlineData("Ticket holder name;Attendee’s e-mail;Booked by (email)", "full-name email none")]
    [InlineData("Nom du titulaire du billet;Email du titulaire du billet;Email de l’acheteur", "full-name email none")]
    [InlineData("Name des Teilnehmers;E-Mail-Adresse des Teilnehmers;E-Mail-Adresse des Bestellers", "full-name email none")]
    [InlineData("Name;Invoice address: Email;Email de facturation;Contact email;Order email", "full-name none none none none")]
    public void A_column_of_the_attendee_wins_and_one_of_the_buyer_never_counts(string head, string expected) =>
        Assert.Equal(expected, Columns(head));

    [Theory]
    // pretix, in English and in French
    [InlineData(
        "Order code;E-mail;Attendee name;Attendee name: Given name;Attendee name: Family name;Attendee email;Company;Country;Status",
        "none none full-name given-name family-name email affiliation country status"
    )]
    [InlineData(
        "Code de commande;E-mail;Nom du participant;Nom du participant: Prénom;Nom du participant: Nom de famille;"
            + "Adresse e-mail du participant",
        "none none full-name given-name family-name email"
    )]
    // Eventbrite
    [InlineData(
        "Order #;First Name;Last Name;Email;Job Title;Company;Attendee Status",
        "none given-name family-name email position affiliation status"
    )]
    // HelloAsso, with the address as a further question
    [InlineData(
        "Statut de la commande;Nom participant;Prénom participant;Email payeur;Raison sociale;Champ complémentaire: Adresse email",
        "status family-name given-name none none email"
    )]
    // Weezevent
    [InlineData(
        "Nom;Prénom;E-mail;Société;Nom acheteur;Email acheteur;Statut",
        "family-name given-name email affiliation none none status"
    )]
    // sciencesconf
    [InlineData("Civilité;Nom;Prénom;Email;Fonction;Laboratoire;Pays", "none family-name given-name email position affiliation country")]
    // Indico
    [InlineData(
        "ID;Name;Email Address;Affiliation;Position;Country;Registration state",
        "none full-name email affiliation position country status"
    )]
    // Surveys
    [InlineData(
        "Horodateur;Votre nom et prénom;Votre adresse e-mail *;Nom de votre laboratoire;Thursday morning",
        "none full-name email affiliation half-days:thursday"
    )]
    [InlineData("Nom;Vorname;Email professionnel;Institution (laboratoire, université)", "family-name given-name email affiliation")]
    public void The_lists_of_other_tools_are_recognised(string head, string expected) => Assert.Equal(expected, Columns(head));

    [Theory]
    [InlineData("Nom;Email", "full-name email")]
    [InlineData("Nom;Prénom;Email", "family-name given-name email")]
    [InlineData("Name;First name;Email", "family-name given-name email")]
    [InlineData("Name;First name;Last name;Email", "full-name given-name family-name email")]
    public void A_bare_name_is_a_family_name_only_beside_a_given_name(string head, string expected) =>
        Assert.Equal(expected, Columns(head));

    [Fact]
    public void Two_columns_that_are_equally_plausible_are_left_to_the_organiser()
    {
        var read = Read("Nom;Email;Mail", ["Ada", "ada@lab.example", "ada@home.example"]);

        Assert.Equal("full-name none none", Text(read));
        Assert.Equal("email 1 2", Text(read.Doubts));
    }

    [Fact]
    public void Two_columns_with_the_same_values_are_one() =>
        Assert.Equal("full-name email none", Text(Read("Nom;Email;Mail", ["Ada", "ada@lab.example", "ada@lab.example"])));

    [Fact]
    public void An_empty_column_is_no_rival() =>
        Assert.Equal("full-name none email", Text(Read("Nom;Email;Mail", ["Ada", "", "ada@lab.example"])));

    [Fact]
    public void The_name_of_a_field_is_more_plausible_than_a_synonym() =>
        Assert.Equal("none affiliation", Text(Read("Company;Affiliation", ["Analytical Engines", "London"])));

    [Theory]
    [InlineData("Doctorante", "position")]
    [InlineData("payé", "status")]
    [InlineData("17b", "status")]
    public void A_status_may_be_a_position(string value, string expected) => Assert.Equal(expected, Text(Read("Statut", [value])));

    [Theory]
    [InlineData("NY", "none")]
    [InlineData("confirmed", "status")]
    public void A_state_without_any_known_word_is_a_part_of_an_address(string value, string expected) =>
        Assert.Equal(expected, Text(Read("State", [value])));

    [Fact]
    public void Several_columns_of_a_status_all_count() =>
        Assert.Equal("status status", Text(Read("Order status;Attendee status", ["paid", "attending"])));

    [Fact]
    public void Addresses_below_an_unknown_heading_are_recognised()
    {
        Assert.Equal("full-name email", Text(Read("Nom;Où vous écrire", ["Ada", "ada@lab.example"], ["Ben", "ben@lab.example"])));
        Assert.Equal("full-name none", Text(Read("Nom;Où vous écrire", ["Ada", "ada@lab.example"], ["Ben", "rue du Lac"])));
        Assert.Equal("full-name none", Text(Read("Nom;Acheteur", ["Ada", "ada@lab.example"])));
    }

    [Fact]
    public void A_meaning_that_is_chosen_twice_is_in_doubt()
    {
        var chosen = ImportAssignment.ByHand([ImportColumn.Email, ImportColumn.Email, ImportColumn.Status, ImportColumn.Status]);

        Assert.Equal("none none status status", Text(chosen));
        Assert.Equal("email 0 1", Text(chosen.Doubts));
    }

    private static string Columns(string head) => Text(Read(head));

    /// <summary>Without rows, each column has one value of its own, so that no column is empty; statuses have a known one.</summary>
    private static ImportAssignment Read(string head, params string[][] rows)
    {
        var headings = head.Split(';');
        string[][] values =
            rows.Length > 0
                ? rows
                :
                [
                    [.. headings.Select((h, i) => Folding.Fold(h).Contains("stat", StringComparison.Ordinal) ? "paid" : $"{i}")],
                ];
        return ImportAssignment.Recognise(headings, values, Programme);
    }

    private static string Text(ImportAssignment assignment) => string.Join(' ', assignment.Columns);

    private static string Text(IEnumerable<ImportDoubt> doubts) =>
        string.Join(", ", doubts.Select(d => $"{d.Meaning} {string.Join(' ', d.Columns)}"));
}
