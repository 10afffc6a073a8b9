using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Pages;
using ModMatWorkshop.Web.Printables;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Admin;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <content>Where questions and answers appear, and to whom.</content>
public sealed partial class QuestionTests
{
    [Fact]
    public async Task The_form_shows_help_conditions_and_optional_questions_and_its_notice_says_what_for_and_until_when()
    {
        using var ada = new RegistrationClient(site);
        await ada.OpenAsync("/en/registration");
        var page = ada.Page;

        Assert.Equal(
            [
                "Other questions",
                "Name for the badge (optional)",
                "What you expect (optional)",
                "In a few lines.",
                "T-shirt size",
                "Only if you attend in person:",
                "Dishes (optional)",
                "First time (optional)",
                "Only if you answer “No” to “First time”:",
                "Years of research (optional)",
                "Arrival (optional)",
                "Country of your passport (optional)",
                "Proof (optional)",
                "A PDF of at most 1 MB.",
            ],
            page.SeenAll(
                "fieldset:has(> [data-question=size]) > legend, "
                    + "fieldset:has(> [data-question=size]) [data-question] :is(label:not(.option), .hint, legend)"
            )
        );
        Assert.Equal("[[\"first-time_yes-no\",[\"no\"]]]", page.QuerySelector("[data-question=years]")!.GetAttribute("data-when"));
        Assert.NotNull(page.QuerySelector("script[src*='js/questions']"));
        var notice = page.SeenAll(".privacy-notice [data-fields]");
        Assert.Contains("Dishes to organise the workshop; erased after 24 September 2021", notice);
        Assert.Contains("Country of your passport the letter for your visa; erased on 1 October 2021", notice);
        await ada.OpenAsync("/inscription");
        Assert.Equal(["Professeur", "Postdoctorant ou postdoctorante", "Autre"], ada.Page.SeenAll("#position option")[1..]);
    }

    [Fact]
    public async Task An_answer_to_a_question_that_is_not_asked_is_neither_required_nor_kept()
    {
        var email = await RegisteredAsync("remote");
        Assert.Equal(QuestionSite.Stored.Where(a => a.Id != "dishes_choices"), await StoredAsync(site, email));

        using var ada = new RegistrationClient(site);
        await ada.FollowLinkAsync(email);
        await ada.Fill("first-time_yes-no", "yes").Fill("years_number", "not a number").DoAsync("save");
        Assert.Equal(HttpStatusCode.OK, ada.Status);
        Assert.Null((await site.RegistrationAsync(email))!.Details.Answers.Find("years_number"));
    }

    [Fact]
    public async Task Answers_appear_where_the_content_says()
    {
        var email = await RegisteredAsync();
        using var grace = await OrganiserClient.SignInAsync(site);
        await grace.OpenAsync($"/admin/attendees?q={Uri.EscapeDataString(email)}");
        Assert.Equal(["Ada “the first” 😀", "très grand", QuestionSite.FileName], grace.Seen("#attendees tbody [data-question]"));
        Assert.Equal(
            ["Nom pour le badge", "Taille du tee-shirt", "Justificatif"],
            grace.Seen("#attendees thead th").Where(h => h is "Nom pour le badge" or "Taille du tee-shirt" or "Justificatif")
        );
        foreach (var (answer, found) in new[] { ("size_choice:xl", true), ("size_choice:s", false), ("conduct_consent_1:yes", true) })
        {
            await grace.OpenAsync($"/admin/attendees?answer={answer}");
            Assert.Equal(found, grace.Page.Body!.TextContent.Contains(email, StringComparison.Ordinal));
        }
        await grace.OpenAsync("/admin/attendees?answer=%22%7B%25&answer=__:_");
        Assert.Equal(HttpStatusCode.OK, grace.Status);

        await grace.OpenAsync("/admin/reports/caterer");
        Assert.Equal(["fromage", "poisson"], grace.Seen("[data-question=dishes] tbody th").Order());
        Assert.Empty(grace.Seen("[data-question=size]"));
        await grace.OpenAsync($"/check-in/{(await site.RegistrationAsync(email))!.Ticket}");
        Assert.Equal(["Taille du tee-shirt : très grand"], grace.Seen(".check-in-notes [data-question]"));

        var fields = (await grace.DbAsync(RegistrationChoices.ReadAsync)).Fields;
        var number = (await site.RegistrationAsync(email))!.Number;
        var badge = Assert.Single(await grace.DbAsync(db => Badge.ReadAsync(db, fields, new Words(Language.French), number, default)));
        Assert.Equal(["Ada “the first” 😀"], badge.Answers);
    }

    [Fact]
    public async Task Only_its_role_sees_a_secret_answer_and_saving_without_it_keeps_it()
    {
        var email = await RegisteredAsync();
        var number = (await site.RegistrationAsync(email))!.Number;
        using var rosa = new RegistrationClient(site, await site.SignedInAsync(OrganiserRoles.Registration));

        await rosa.OpenAsync($"/admin/attendees/{number}");
        Assert.Contains("très grand", rosa.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("passeport", rosa.Page.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        await rosa.OpenAsync($"/admin/attendees/{number}/edit");
        Assert.Null(rosa.Page.QuerySelector("[name=passport_country]"));
        await rosa.Fill("size_choice", "s").Forge("passport_country", "FR").DoAsync("save");
        Assert.Equal(
            ("GB", "s"),
            (await site.RegistrationAsync(email))!.Details.Answers is var answers
                ? (answers.Find("passport_country")!.Value, answers.Find("size_choice")!.Value)
                : default
        );
        var csv = await rosa.Http.GetStringAsync("/admin/attendees/export.csv?with=needs");
        Assert.DoesNotContain("question-passport", csv, StringComparison.Ordinal);
        Assert.Contains("question-size", csv, StringComparison.Ordinal);
        using var grace = await site.SignedInAsync();
        Assert.Contains("passeport", await grace.GetStringAsync($"/admin/attendees/{number}"), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("badge-name_text", "a\u202Eb", "Nom pour le badge : un caractère invisible s’y est glissé.")]
    [InlineData("badge-name_text", "a\0b", "Nom pour le badge : un caractère invisible s’y est glissé.")]
    [InlineData("size_choice", "", "Taille du tee-shirt : choisissez une réponse.")]
    [InlineData("size_choice", "xl\0", "Taille du tee-shirt : choisissez une réponse.")]
    [InlineData("dishes_choices", "pork", "Plats : choisissez une réponse.")]
    [InlineData("first-time_yes-no", "true", "Première participation : choisissez une réponse.")]
    [InlineData("years_number", "NaN", "Années de recherche : indiquez un nombre, comme 12 ou 1,5.")]
    [InlineData("years_number", "-1", "Années de recherche : indiquez un nombre de 0 à 80.")]
    [InlineData("arrival_date", "2021-13-01", "Arrivée : indiquez une date, comme 2021-09-23 ou 23/09/2021.")]
    [InlineData("passport_country", "ZZ", "Pays du passeport : choisissez une réponse.")]
    [InlineData("conduct_consent_1", "no", "Votre accord est nécessaire : J’accepte la charte de conduite.")]
    public async Task A_wrong_answer_is_refused_with_a_sentence_and_loses_nothing(string name, string value, string sentence)
    {
        using var ada = new RegistrationClient(site);
        await ada.OpenAsync("/inscription");
        ada.FillIn("wrong@example.org", "in-person");
        foreach (var (other, values) in QuestionSite.Answers)
            ada.Fill(other, other == name ? [value] : values);
        await ada.PressAsync();

        Assert.Equal(HttpStatusCode.BadRequest, ada.Status);
        Assert.Equal([sentence], ada.Faults);
        Assert.NotNull(ada.Page.GetElementById(ada.Page.QuerySelector("main [role=alert] a")!.GetAttribute("href")![1..]));
        Assert.Equal("xl", name == "size_choice" ? "xl" : ada.Shown()["size_choice"].Single());
        Assert.Null(await site.RegistrationAsync("wrong@example.org"));
    }

    [Fact]
    public async Task Hostile_answers_of_every_kind_never_break_a_page_or_an_export()
    {
        string[] hostile =
        [
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "=cmd|' /C calc'!A0",
            "@SUM(1+1)",
            "\uFF1D1+1",
            "'; DROP TABLE Registrations; --",
            "{{7*7}} ${7*7} %s %n",
            "\"Retention\":2,\"ErasedOn\":\"2000-01-01\"",
            new('x', 100_000),
            string.Concat(Enumerable.Repeat("e\u0301", 3000)),
            "🏳️‍🌈 كتاب עברית 日本語",
            "../../etc/passwd",
            "1e309",
            "-0",
            "0x10",
            "२०२१",
        ];
        foreach (var value in hostile)
        {
            var email = OrganiserTestHelpers.NewAddress("hostile");
            using var ada = new RegistrationClient(site);
            await ada.OpenAsync("/inscription");
            ada.FillIn(email, "in-person");
            foreach (var (name, values) in QuestionSite.Answers)
                ada.Forge(name, name.EndsWith("_text", StringComparison.Ordinal) ? [value] : [value, .. values]);
            ada.Forge(QuestionSite.FileInput, value).Forge("unknown_choice", value).Forge("size_", value).Forge("_", value);
            await ada.PressAsync();
            Assert.Equal((HttpStatusCode.BadRequest, 0), (ada.Status, ada.Page.QuerySelectorAll("main img, main script").Length));
            // Valid where only the text is hostile
            foreach (var (name, values) in QuestionSite.Answers)
                ada.Fill(name, values);
            if (value.Length <= 200)
                ada.Fill("badge-name_text", value).Fill("expectations_long-text", value);
            await ada.PressAsync();
            Assert.Equal(HttpStatusCode.OK, ada.Status);
            Assert.NotNull(await site.RegistrationAsync(email));
        }
        using var grace = await site.SignedInAsync();
        foreach (var address in new[] { "", "/export.csv?with=needs", "/export.xlsx?with=needs" })
            Assert.Equal(HttpStatusCode.OK, (await grace.GetAsync($"/admin/attendees{address}")).StatusCode);
        var csv = await grace.GetStringAsync("/admin/attendees/export.csv");
        Assert.Contains(";'=cmd|' /C calc'!A0;", csv, StringComparison.Ordinal);
        Assert.Contains(";'@SUM(1+1);", csv, StringComparison.Ordinal);
    }
}
