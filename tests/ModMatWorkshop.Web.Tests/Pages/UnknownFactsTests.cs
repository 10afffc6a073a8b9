using ModMatWorkshop.Domain;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>Readers see no placeholder; organisers see which facts are missing.</summary>
[Collection(nameof(Archive))]
public sealed class UnknownFactsTests(SiteFactory site)
{
    [Theory]
    [InlineData("/contact")]
    [InlineData("/en/contact")]
    [InlineData("/mentions-legales")]
    [InlineData("/en/legal-notice")]
    [InlineData("/confidentialite")]
    [InlineData("/en/privacy")]
    [InlineData("/accessibilite")]
    [InlineData("/en/accessibility")]
    [InlineData("/infos-pratiques")]
    [InlineData("/en/practical-info")]
    public async Task A_reader_sees_no_placeholder(string address)
    {
        var text = (await site.CreateClient().ReadAsync(address)).Seen("main");

        foreach (var placeholder in new[] { "à compléter", "to be completed", "à préciser", "to be announced" })
            Assert.DoesNotContain(placeholder, text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_heading_with_nothing_known_below_it_is_not_shown() =>
        Assert.Equal(
            ["Éditeur", "Propriété intellectuelle", "Corrections", "Aucun tiers", "Données personnelles"],
            (await site.CreateClient().ReadAsync("/mentions-legales")).SeenAll("main h2")
        );

    [Theory]
    [InlineData(Language.French, "16 informations ne sont pas encore connues : les visiteurs n’en voient rien.")]
    [InlineData(Language.English, "16 facts are not known yet: visitors see nothing of this.")]
    public async Task The_dashboard_says_how_many_facts_are_not_known_yet_and_links_to_them(Language language, string line)
    {
        using var organiser = await site.SignedInAsync(language: language);
        var dashboard = await organiser.ReadAsync("/admin");
        var link = dashboard.QuerySelector("[data-unknown-facts] a")!.GetAttribute("href")!;
        var content = await organiser.ReadAsync(link.Split('#')[0]);

        Assert.Equal(line, dashboard.Seen("[data-unknown-facts]"));
        Assert.Equal("16", content.QuerySelector($"section:has(#{link.Split('#')[1]})")!.GetAttribute("data-unknown"));
    }

    [Fact]
    public async Task Organisers_see_which_facts_are_not_known_yet()
    {
        using var organiser = await site.SignedInAsync();

        Assert.Equal(
            [
                "pages/accessibility.md Schéma pluriannuel et plan d’action, Date, Courriel",
                "pages/contact.md Courriel",
                "pages/legal-notice.md Établissement responsable, Téléphone et courriel, Directeur ou directrice de la publication, "
                    + "Nom, adresse et téléphone",
                "pages/privacy.md Responsable, Contact, Délégué à la protection des données, Durée de conservation",
                "workshop.md salle, frais, adresse de contact, signataire des lettres et attestations",
            ],
            (await organiser.ReadAsync("/admin/content"))
                .QuerySelectorAll("[data-unknown] dt")
                .Select(file => $"{file.Seen()} {file.NextElementSibling.Seen()}")
        );
    }
}
