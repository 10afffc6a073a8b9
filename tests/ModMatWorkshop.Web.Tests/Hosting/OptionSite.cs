namespace ModMatWorkshop.Web.Tests.Hosting;

/// <summary>ModMat with ten questions and four options, while registration is open.</summary>
public sealed class OptionSite : IDisposable
{
    public const string Dinner = "dinner_option";

    private const string Options = """
        options:
          - key: dinner
            name: { fr: "Dîner de gala", en: "Gala dinner" }
            date: 2021-09-23
            start: "19:30"
            end: "00:30"
            where: { fr: "Au bord du canal", en: "By the canal" }
            places: 4
            companions: 2
            price: { fr: "40 € par personne, payés sur place", en: "€40 each, paid there" }
            until: 2021-09-15
            for: { attendance: in-person }
            caterer: { fr: "Sans fruits à coque", en: "No nuts" }
          - { key: tour, name: { fr: "Visite de la soufflerie", en: "Tour of the wind tunnel" }, date: 2021-09-24, places: 12 }
          - { key: tutorial, name: { fr: "Tutoriel : LAMMPS", en: "Tutorial: LAMMPS" }, for: { position: phd-student } }
          - { key: walk, name: { fr: "Balade à pied", en: "Walk" }, companions: 4 }

        """;

    private const string Questions = """
        questions:
          - { key: badge-name, kind: text, label: { fr: "Nom pour le badge", en: "Name for the badge" } }
          - { key: expectations, kind: long-text, label: { fr: "Vos attentes", en: "What you expect" } }
          - { key: size, kind: choice, label: { fr: "Taille du tee-shirt", en: "T-shirt size" },
              choices: [s = petit | small, xl = grand | large] }
          - { key: dishes, kind: choices, label: { fr: "Plats", en: "Dishes" }, choices: [fish = poisson | fish, vegan = végane | vegan],
              when: { option: dinner } }
          - { key: first-time, kind: yes-no, label: { fr: "Première participation", en: "First time" } }
          - { key: years, kind: number, label: { fr: "Années de recherche", en: "Years of research" } }
          - { key: arrival, kind: date, label: { fr: "Arrivée", en: "Arrival" } }
          - { key: passport, kind: country, label: { fr: "Pays du passeport", en: "Country of your passport" } }
          - { key: hotel, kind: text, label: { fr: "Hôtel", en: "Hotel" } }
          - { key: conduct, kind: consent, label: { fr: "J’accepte la charte de conduite.", en: "I agree to the code of conduct." },
              required: true }

        """;

    private SiteFactory? _site;

    public OptionSite() => Content.Edit("workshop.md", "\ncommittee:\n", $"\n{Questions}{Options}committee:\n");

    public ContentCopy Content { get; } = new();

    public SiteFactory Open => _site ??= New();

    /// <summary>Another site with the same content and nobody registered.</summary>
    public SiteFactory New(string start = "2021-09-01T09:00") => new() { ContentPath = Content.Path, RehearseFrom = start };

    public void Dispose()
    {
        _site?.Dispose();
        Content.Dispose();
    }
}
