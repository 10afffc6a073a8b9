using ModMatWorkshop.Content.Editing;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Fees;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Content.Tests;

/// <summary>The fees in <c>workshop.md</c>.</summary>
public sealed class FeeTests
{
    private const string Before = "contact: \"atelier@example.org\"\n";

    [Fact]
    public void A_workshop_without_fees_records_none() => Assert.Null(Read("").Workshop!.Fees);

    [Fact]
    public void Every_key_is_read()
    {
        var content = Read(
            """
            questions:
              - { key: dinner, kind: yes-no, label: { fr: "Dîner", en: "Dinner" } }
            fees:
              currency: CHF
              categories:
                - { key: student, name: { fr: "Doctorat", en: "PhD student" }, amount: 49.50,
                    when: { position: phd-student, attendance: in-person } }
                - { key: full, name: { fr: "Plein tarif", en: "Full fee" }, amount: 200, until: 2021-05-01, then: 250 }
              supplements:
                - { key: dinner, name: { fr: "Dîner", en: "Dinner" }, words: { fr: "selon le menu", en: "by the menu" },
                    when: { question: dinner, answer: "yes" } }
              transfer: { fr: "IBAN FR76", en: "IBAN FR76" }
              order_form: { fr: "à l’adresse", en: "to the address" }
              page: "https://pay.example.org/?ref={reference}"
              payee: { fr: "CNRS", en: "CNRS" }
              vat: { fr: "TVA non applicable", en: "No VAT" }
              remind_after: 30
              reminders: 2
              kept_until: 2031-12-31
            """
        );
        var fees = content.Workshop!.Fees!;
        var (student, full, dinner) = (fees.Categories[0], fees.Categories[1], fees.Supplements[0]);

        Assert.Equal([], content.Problems.Where(p => p.Line > 2 && p.Severity == Severity.Error));
        Assert.Equal(
            ("CHF", "IBAN FR76", "to the address", "https://pay.example.org/?ref={reference}", "CNRS", "No VAT", 30, 2),
            (
                fees.Currency,
                fees.Transfer!.En,
                fees.OrderForm!.En,
                fees.Page,
                fees.Payee!.En,
                fees.Vat!.En,
                fees.RemindAfterDays,
                fees.Reminders
            )
        );
        Assert.Equal(new DateOnly(2031, 12, 31), fees.KeptUntil);
        Assert.Equal(
            ("student", "PhD student", 49.5m, Attendance.InPerson, "PhdStudent"),
            (student.Key, student.Name.En, student.Amount, student.When!.Attendance, Assert.Single(student.When.Positions))
        );
        Assert.Equal((200m, new DateOnly(2021, 5, 1), 250m, null), (full.Amount, full.Until, full.Then, full.When));
        Assert.Equal(("by the menu", "dinner", "yes"), (dinner.Words!.En, dinner.When!.Question, Assert.Single(dinner.When.Answers)));
    }

    public static TheoryData<string, string, string> Mistakes =>
        new()
        {
            { "categories: [{ name: A, amount: 1 }]", "The key `key` is missing.", "Il manque la clé `key`." },
            { "categories: [{ key: A b, name: A, amount: 1 }]", "`A b` is not a slug.", "`A b` ne convient pas comme nom (`slug`)." },
            {
                "categories: [{ key: a, name: A, amount: -1 }]",
                "`amount` is not an amount with at most two decimals.",
                "`amount` n’est pas un montant à deux décimales au plus."
            },
            {
                "categories: [{ key: a, name: A, amount: 1.234 }]",
                "`amount` is not an amount with at most two decimals.",
                "`amount` n’est pas un montant à deux décimales au plus."
            },
            {
                "categories: [{ key: a, name: A }]",
                "A fee has an amount in numbers or in words.",
                "Un tarif a un montant en chiffres ou en mots."
            },
            {
                "categories: [{ key: a, name: A, amount: 1, until: 2021-05-01 }]",
                "`until` and `then` belong together.",
                "`until` et `then` vont ensemble."
            },
            {
                "categories: [{ key: a, name: A, words: B, until: 2021-05-01, then: 2 }]",
                "Words have no amount that changes.",
                "Un montant en mots ne change pas de lui-même."
            },
            {
                "categories: [{ key: a, name: A, amount: 1 }], supplements: [{ key: a, name: B, amount: 1 }]",
                "Two fees have the key `a`.",
                "Deux tarifs ont la clé `a`."
            },
            {
                "categories: [{ key: a, name: A, amount: 1, when: { question: none } }]",
                "No earlier question has the key `none`.",
                "Aucune question précédente n’a la clé `none`."
            },
            { "currency: euro", "`euro` is not a currency.", "`euro` n’est pas une monnaie." },
            {
                "page: \"http://pay.example.org/{reference}\"",
                "`http://pay.example.org/{reference}` is not a payment page.",
                "`http://pay.example.org/{reference}` n’est pas une page de paiement."
            },
            {
                "page: \"javascript:alert({reference})\"",
                "`javascript:alert({reference})` is not a payment page.",
                "`javascript:alert({reference})` n’est pas une page de paiement."
            },
            {
                "page: \"https://{reference}.example.org/\"",
                "The only placeholder of a payment page is `{reference}`.",
                "Une page de paiement n’a qu’un emplacement : `{reference}`."
            },
            {
                "page: \"https://pay.example.org/{name}{reference}\"",
                "The only placeholder of a payment page is `{reference}`.",
                "Une page de paiement n’a qu’un emplacement : `{reference}`."
            },
            {
                "page: \"https://pay.example.org/\"",
                "The only placeholder of a payment page is `{reference}`.",
                "Une page de paiement n’a qu’un emplacement : `{reference}`."
            },
            { "reminders: 2", "Nobody is reminded without `remind_after`.", "Sans `remind_after`, personne ne reçoit de rappel." },
            { "remind_after: 0", "`remind_after` is not a number from 1 to 365.", "`remind_after` n’est pas un nombre entre 1 et 365." },
            { "colour: red", "The key `colour` is unknown here.", "La clé `colour` est inconnue ici." },
        };

    [Theory, MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_in_both_languages_and_at_its_line(string fees, string english, string french)
    {
        var problem = Assert.Single(Read($"fees: {{ {fees} }}").Problems, p => p.Severity == Severity.Error);

        Assert.Equal(
            (english, french),
            (problem.Message.In(Language.English), problem.Message.In(Language.French).Replace('\u00A0', ' ').Replace('\u202F', ' '))
        );
        Assert.Equal(("workshop.md", true), (problem.File, problem.Line > 2));
    }

    [Fact]
    public void The_check_warns_if_nobody_is_told_how_to_pay() =>
        Assert.Equal(
            "Nobody is told how to pay.",
            Assert
                .Single(Read("fees: { categories: [{ key: a, name: { fr: A, en: A }, amount: 1 }] }").Problems, p =>
                    p.Message.ToString().Contains("pay", StringComparison.Ordinal)
                )
                .Message.ToString()
        );

    [Fact]
    public void Nothing_more_than_an_empty_list_says_that_nobody_pays() =>
        Assert.Equal([], Read("fees: { categories: [] }").Workshop!.Fees!.Categories);

    [Fact]
    public void The_amount_is_that_of_the_day_of_registration()
    {
        var fee = new FeeCategory("a", new("A"))
        {
            Amount = 200,
            Until = new(2021, 5, 1),
            Then = 250,
        };

        Assert.Equal([200m, 200m, 250m], new[] { 4, 5, 6 }.Select(m => fee.AmountOn(new(2021, m, m == 6 ? 2 : 1))));
        Assert.Equal(200m, (fee with { Until = null, Then = null }).AmountOn(new(2099, 1, 1)));
    }

    [Fact]
    public void The_editor_writes_the_keys_of_a_fee_in_their_order()
    {
        var edit = new FileEdit("---\nacronym: A\nvenue: { name: B }\nfees:\n  categories:\n    - key: full\n---\n");
        edit.Set("fees.categories.0.when.attendance", "remote");
        edit.Set("fees.categories.0.words.fr", "Deux");
        edit.Set("fees.categories.0.name.fr", "Un");

        Assert.Equal(
            "---\nacronym: A\nvenue: { name: B }\nfees:\n  categories:\n    - key: full\n      name: { fr: \"Un\" }\n"
                + "      words: { fr: \"Deux\" }\n      when: { attendance: remote }\n---\n",
            edit.Text
        );
    }

    private static WorkshopContent Read(string fees)
    {
        using var content = new ContentSample();
        content.Replace("workshop.md", Before, $"{Before}{fees}\n");
        return ContentFolder.Read(content.Folder);
    }
}
