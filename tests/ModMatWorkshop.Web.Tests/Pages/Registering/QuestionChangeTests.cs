using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Admin;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>Questions that are added, changed and removed while people are registered.</summary>
public sealed class QuestionChangeTests : IDisposable
{
    private const string Committee = "\ncommittee:\n";

    private const string First = """

        questions:
          - { key: size, kind: choice, label: { fr: "Taille", en: "Size" }, choices: [s = petit | small, xl = grand | large] }
          - { key: conduct, kind: consent, label: { fr: "J’accepte la charte.", en: "I agree." },
              short: { fr: "Charte", en: "Charter" }, required: true }
        committee:

        """;

    private readonly ContentCopy _content = new();
    private readonly SiteFactory _site;

    public QuestionChangeTests() => _site = new() { ContentPath = _content.Path, RehearseFrom = OpenSite.Start };

    public void Dispose()
    {
        _site.Dispose();
        _content.Dispose();
    }

    [Fact]
    public async Task Old_answers_stay_for_organisers_and_never_appear_under_another_question()
    {
        // Registered before there was any question
        var before = await new OrganiserTestHelpers(_site).ConfirmedAsync();
        await ChangeAsync(Committee, First);
        using var grace = await OrganiserClient.SignInAsync(_site);

        // Added: the person is asked on the own page, and answers there.
        using var ada = new RegistrationClient(_site);
        await ada.FollowLinkAsync(before);
        Assert.Equal(["Il nous manque une réponse : J’accepte la charte."], ada.Page.SeenAll("[data-missing]"));
        await ada.Fill("size_choice", "xl").Fill("conduct_consent_1", "yes").DoAsync("save");
        Assert.Equal((HttpStatusCode.OK, 0), (ada.Status, ada.Page.SeenAll("[data-missing]").Length));

        // Changed: the key is used again for another kind, and the consent has a new version.
        await ChangeAsync(
            "kind: choice, label: { fr: \"Taille\", en: \"Size\" }, choices: [s = petit | small, xl = grand | large]",
            "kind: text, label: { fr: \"Hauteur en cm\", en: \"Height\" }"
        );
        await ChangeAsync("kind: consent,", "kind: consent, version: 2021-09,");
        await ada.FollowLinkAsync(before);
        Assert.Equal("", ada.Shown("form:has([name=size_text])")["size_text"].Single());
        Assert.Equal(["Il nous manque une réponse : J’accepte la charte."], ada.Page.SeenAll("[data-missing]"));
        Assert.Equal(["Hauteur en cm (facultatif)"], ada.Page.SeenAll("[data-question=size]"));
        Assert.Equal(
            ["size_choice", "conduct_consent_1"],
            ada.Page.QuerySelectorAll("[data-former]").Select(f => f.GetAttribute("data-former"))
        );
        await AssertFactsAsync(
            grace,
            before,
            "Hauteur en cmrien",
            "Chartenon",
            "Ancienne question : Taillegrand",
            "Ancienne question : Charte (1)oui"
        );
        await ada.Fill("size_text", "170").Fill("conduct_consent_2021-09", "yes").DoAsync("save");
        await AssertFactsAsync(
            grace,
            before,
            "Hauteur en cm170",
            "Charteoui",
            "Ancienne question : Taillegrand",
            "Ancienne question : Charte (1)oui"
        );
        var csv = (await CsvAsync(grace)).Split("\r\n");
        Assert.Contains("question-size", csv[0], StringComparison.Ordinal);
        Assert.Contains(";170;", csv[1], StringComparison.Ordinal);
        Assert.DoesNotContain(";xl;", csv[1], StringComparison.Ordinal);

        await RemovedAsync(grace, before);
    }

    private async Task RemovedAsync(OrganiserClient grace, string before)
    {
        // An organiser who saves the page keeps the answers, and an undo does not lose them.
        _content.Edit("workshop.md", "  - { key: size, kind: text,", "  - { key: other, kind: date,");
        await ImportAsync();
        var page = $"/admin/attendees/{(await _site.RegistrationAsync(before))!.Number}";
        await grace.OpenAsync($"{page}/edit");
        await grace.PressAsync("[data-action=save]", ("affiliation", "CEMES"), ("other_date", "2021-09-22"));
        await grace.OpenAsync(page);
        await grace.PressAsync("[data-action=undo]");
        await AssertFactsAsync(
            grace,
            before,
            "Charteoui",
            "Hauteur en cmrien",
            "Ancienne question : Taillegrand",
            "Ancienne question : Charte (1)oui",
            "Ancienne question : Hauteur en cm170"
        );
        Assert.DoesNotContain("question-size", (await CsvAsync(grace)).Split("\r\n")[0], StringComparison.Ordinal);

        // Its owner takes one back.
        using var ada = new RegistrationClient(_site);
        await ada.FollowLinkAsync(before);
        await ada.Fill("size_choice").DoAsync("save");
        Assert.Equal(
            ["size_text", "conduct_consent_2021-09", "conduct_consent_1"],
            (await _site.RegistrationAsync(before))!.Details.Answers.Select(a => a.Id).OrderDescending(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_question_is_added_and_removed_in_the_browser_without_script()
    {
        using var grace = await OrganiserClient.SignInAsync(_site);
        await grace.OpenAsync("/admin/content/workshop");
        await grace.PressAsync(
            "[data-action=save]",
            ("questions.0.key", "size"),
            ("questions.0.kind", "choice"),
            ("questions.0.label.fr", "Taille"),
            ("questions.0.label.en", "Size"),
            ("questions.0.choices", "s = petit | small\nxl = grand | large"),
            ("questions.0.when.attendance", "in-person"),
            ("questions.0.required", "true")
        );
        Assert.Equal("/admin/content/workshop?saved=yes", grace.Address);
        var text = await File.ReadAllTextAsync(Path.Combine(_content.Path, "workshop.md"));
        Assert.Contains("key: \"size\"", text.Replace("key: size", "key: \"size\"", StringComparison.Ordinal), StringComparison.Ordinal);
        using var ada = await new RegistrationClient(_site).OpenAsync("/en/registration");
        Assert.Equal(["…", "small", "large"], ada.Page.SeenAll("#size_choice option"));

        // A mistake stands beside its field, and nothing is lost.
        await grace.OpenAsync("/admin/content/workshop");
        await grace.PressAsync("[data-action=save]", ("questions.0.kind", "number"));
        Assert.Equal(
            (HttpStatusCode.BadRequest, "s = petit | small\nxl = grand | large"),
            (grace.Status, grace.Page.QuerySelector("[name='questions.0.choices']")!.TextContent.Trim())
        );
        Assert.NotEmpty(grace.Seen("[id^='questions.0.choices'][id$='-problem']"));

        await grace.OpenAsync("/admin/content/workshop");
        await grace.PressAsync("[data-action=save]", ("questions.0:remove", "true"));
        await ada.OpenAsync("/en/registration");
        Assert.Empty(ada.Page.QuerySelectorAll("[data-question], script[src*=questions]"));
    }

    private async Task ChangeAsync(string old, string now)
    {
        _content.Edit("workshop.md", old, now);
        await ImportAsync();
    }

    private async Task ImportAsync()
    {
        await _site.Services.GetRequiredService<ContentImporter>().ImportAsync(CancellationToken.None);
        using var anybody = _site.CreateClient();
        await anybody.GetAsync("/inscription");
    }

    private static Task<string> CsvAsync(OrganiserClient grace) => grace.TextAsync("/admin/attendees/export.csv");

    private async Task AssertFactsAsync(OrganiserClient grace, string email, params string[] expected)
    {
        await grace.OpenAsync($"/admin/attendees/{(await _site.RegistrationAsync(email))!.Number}");
        Assert.Equal(expected.Order(), grace.Seen("[data-fact*='_']").Order());
    }
}
