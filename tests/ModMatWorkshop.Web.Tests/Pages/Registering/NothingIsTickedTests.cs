using System.Net;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>The form chooses nothing for anybody.</summary>
public sealed class NothingIsTickedTests(OpenSite site) : IClassFixture<OpenSite>
{
    [Theory]
    [InlineData("/inscription")]
    [InlineData("/en/registration")]
    public async Task No_box_is_ticked_and_no_half_day_is_chosen(string address)
    {
        using var ada = await new RegistrationClient(site).OpenAsync(address);

        Assert.Empty(ada.Page.QuerySelectorAll("main :is([type=checkbox], [type=radio])[checked], main select option[selected]"));
        Assert.Equal(
            [""],
            ada.Page.QuerySelectorAll("main [name^=half-day-] option:first-child").Select(o => o.GetAttribute("value")).Distinct()
        );
    }

    /// <summary>What other workshops ask must not make the form of ModMat longer.</summary>
    [Fact]
    public async Task The_form_of_ModMat_asks_what_it_has_always_asked()
    {
        using var ada = await new RegistrationClient(site).OpenAsync("/inscription");

        Assert.Equal(
            [
                "given-name",
                "family-name",
                "email",
                "affiliation",
                "position",
                "country",
                "orcid",
                "attendance",
                "half-days",
                "half-day-2021-09-22-afternoon",
                "half-day-2021-09-23-morning",
                "half-day-2021-09-23-afternoon",
                "half-day-2021-09-24-morning",
                "meals",
                "diet",
                "access",
                "presents",
                "presents-more",
                "listed",
                "photos",
                "button",
            ],
            ada.Page.QuerySelectorAll("main form.form :is(input, select, textarea, button):not([type=hidden])")
                .Select(c => c.GetAttribute("name") ?? c.LocalName)
                .Distinct()
        );
        Assert.Empty(ada.Page.QuerySelectorAll("[data-question], [data-option], [type=file], [data-last-day]"));
    }

    [Theory]
    [InlineData("/inscription", "Dites à quelles demi-journées vous participez : toutes, ou celles que vous choisissez.")]
    [InlineData("/en/registration", "Say which half-days you attend: all of them, or those that you choose.")]
    public async Task The_half_days_need_an_answer_and_the_error_says_so(string address, string sentence)
    {
        using var ada = await new RegistrationClient(site).OpenAsync(address);
        await ada.FillIn($"half-days-{sentence.Length}@example.org").Fill("half-days").PressAsync();

        Assert.Equal((HttpStatusCode.BadRequest, ("invalid", "none")), (ada.Status, ada.StatusAndPlace));
        Assert.Equal([sentence], ada.Faults);
        Assert.Equal("#half-days", ada.Page.QuerySelector(".error-summary a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Some_half_days_are_those_that_are_chosen_and_the_meals_are_only_those_that_are_ticked()
    {
        using var ada = await new RegistrationClient(site).OpenAsync("/inscription");
        await ada.FillIn("some@example.org", "in-person")
            .Fill("half-days", "some")
            .Fill("half-day-2021-09-23-morning", "in-person")
            .Fill("half-day-2021-09-24-morning", "remote")
            .Fill("meals", "buffet")
            .PressAsync();

        var details = (await site.RegistrationAsync("some@example.org"))!.Details;
        Assert.Equal(["2021-09-23-morning=in-person", "2021-09-24-morning=remote"], details.HalfDays.Select(h => h.ToText()));
        Assert.Equal(["buffet"], details.Meals);
    }

    [Theory]
    [InlineData("some")]
    [InlineData("some", "2021-09-23-morning", "remote")]
    public async Task Somebody_who_comes_has_to_choose_a_half_day_in_the_room(string which, params string[] chosen)
    {
        using var ada = await new RegistrationClient(site).OpenAsync("/en/registration");
        ada.FillIn("room@example.org", "in-person").Fill("half-days", which);
        if (chosen is [var half, var how])
            ada.Fill($"half-day-{half}", how);
        await ada.PressAsync();

        Assert.Equal(
            [
                chosen.Length == 0
                    ? "Choose at least one half-day."
                    : "You attend in person: choose at least one half-day in person, or attend remotely.",
            ],
            ada.Faults
        );
    }

    [Fact]
    public async Task All_half_days_and_all_meals_are_one_press_each()
    {
        using var ada = await new RegistrationClient(site).OpenAsync("/inscription");
        await ada.FillIn("everything@example.org", "in-person").Fill("meals", "*").PressAsync();

        var details = (await site.RegistrationAsync("everything@example.org"))!.Details;
        Assert.Equal([Attendance.InPerson], details.HalfDays.Select(h => h.Attendance).Distinct());
        Assert.Equal((4, 5), (details.HalfDays.Count, details.Meals.Count));
    }

    [Fact]
    public async Task A_person_who_ticked_nothing_has_no_meal()
    {
        using var ada = await new RegistrationClient(site).OpenAsync("/inscription");
        await ada.FillIn("no-meal@example.org", "in-person").PressAsync();

        Assert.Equal([], (await site.RegistrationAsync("no-meal@example.org"))!.Details.Meals);
    }

    [Theory]
    [InlineData("/inscription")]
    [InlineData("/en/registration")]
    public async Task The_form_says_what_it_costs_only_if_the_content_does(string address)
    {
        var silent = await site.CreateClient().ReadAsync(address);
        Assert.DoesNotMatch("(?i)gratuit|free of charge|is free", silent.DocumentElement.TextContent + silent.Head!.InnerHtml);
        Assert.Null(silent.QuerySelector("[data-fee]"));
    }

    [Fact]
    public async Task The_fee_of_the_content_is_said_in_both_languages()
    {
        using var content = new ContentCopy();
        content.Edit(
            "workshop.md",
            "fee: { fr: \"à compléter\", en: \"to be completed\" }",
            "fee: { fr: \"L’inscription est gratuite.\", en: \"Registration is free.\" }"
        );
        await using var free = new SiteFactory { RehearseFrom = OpenSite.Start, ContentPath = content.Path };
        Assert.Equal(
            ("L’inscription est gratuite.", "Registration is free."),
            (
                (await free.CreateClient().ReadAsync("/inscription")).Seen("[data-fee]"),
                (await free.CreateClient().ReadAsync("/en/registration")).Seen("[data-fee]")
            )
        );
    }
}
