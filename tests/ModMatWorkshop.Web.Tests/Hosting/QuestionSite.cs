namespace ModMatWorkshop.Web.Tests.Hosting;

/// <summary>ModMat with a question of every kind and two positions of its own, while registration is open.</summary>
public sealed class QuestionSite : IDisposable
{
    private const string Questions = """
        positions:
          - { key: professor, name: { fr: "Professeur", en: "Professor" } }
          - { key: postdoc, name: { fr: "Postdoctorant ou postdoctorante", en: "Postdoc" } }
        questions:
          - key: badge-name
            kind: text
            label: { fr: "Nom pour le badge", en: "Name for the badge" }
            shown: [badge, list, export]
          - key: expectations
            kind: long-text
            label: { fr: "Vos attentes", en: "What you expect" }
            help: { fr: "En quelques lignes.", en: "In a few lines." }
          - key: size
            kind: choice
            label: { fr: "Taille du tee-shirt", en: "T-shirt size" }
            required: true
            choices: [s = petit | small, xl = très grand | extra large]
            shown: [list, export, door]
          - key: dishes
            kind: choices
            label: { fr: "Plats", en: "Dishes" }
            choices: [fish = poisson | fish, vegan = végane | vegan, cheese = fromage | cheese]
            when: { attendance: in-person }
            shown: [caterer, export]
            erased: after-workshop
          - key: first-time
            kind: yes-no
            label: { fr: "Première participation", en: "First time" }
          - key: years
            kind: number
            label: { fr: "Années de recherche", en: "Years of research" }
            least: 0
            most: 80
            when: { question: first-time, answer: "no" }
          - key: arrival
            kind: date
            label: { fr: "Arrivée", en: "Arrival" }
          - key: passport
            kind: country
            label: { fr: "Pays du passeport", en: "Country of your passport" }
            purpose: { fr: "la lettre pour le visa", en: "the letter for your visa" }
            erased: 2021-10-01
            only: organiser
          - key: proof
            kind: file
            label: { fr: "Justificatif", en: "Proof" }
            megabytes: 1
            shown: [list, export]
          - key: conduct
            kind: consent
            label: { fr: "J’accepte la charte de conduite.", en: "I agree to the code of conduct." }
            short: { fr: "Charte de conduite", en: "Code of conduct" }
            required: true

        """;

    private readonly List<SiteFactory> sites = [];

    public QuestionSite() => Content.Edit("workshop.md", "\ncommittee:\n", $"\n{Questions}committee:\n");

    /// <summary>The answers to all questions, by the names of their controls.</summary>
    public static IReadOnlyDictionary<string, string[]> Answers { get; } =
        new Dictionary<string, string[]>
        {
            ["badge-name_text"] = ["Ada “the first” 😀"],
            ["expectations_long-text"] = ["=1+1\n@SUM(A1)"],
            ["size_choice"] = ["xl"],
            ["dishes_choices"] = ["cheese", "fish"],
            ["first-time_yes-no"] = ["no"],
            ["years_number"] = ["12,5"],
            ["arrival_date"] = ["2021-09-21"],
            ["passport_country"] = ["GB"],
            ["conduct_consent_1"] = ["yes"],
        };

    /// <summary>The control of the question for a file, and the name of the file that answers it.</summary>
    public const string FileInput = "proof_file";

    public const string FileName = "carte d’étudiante.pdf";

    /// <summary>
    /// The stored values of <see cref="Answers"/>, in the order of the questions, with the file that answers one of them: that one by its
    /// name.
    /// </summary>
    public static IReadOnlyList<(string Id, string Value)> Stored { get; } =
    [
        ("badge-name_text", "Ada “the first” 😀"),
        ("expectations_long-text", "=1+1\n@SUM(A1)"),
        ("size_choice", "xl"),
        ("dishes_choices", "fish cheese"),
        ("first-time_yes-no", "no"),
        ("years_number", "12.5"),
        ("arrival_date", "2021-09-21"),
        ("passport_country", "GB"),
        (FileInput, FileName),
        ("conduct_consent_1", "yes"),
    ];

    public ContentCopy Content { get; } = new();

    public SiteFactory Open => field ??= New();

    /// <summary>Another site with the same content and nobody registered.</summary>
    public SiteFactory New(string start = "2021-09-01T09:00")
    {
        sites.Add(new() { ContentPath = Content.Path, RehearseFrom = start });
        return sites[^1];
    }

    public void Dispose()
    {
        foreach (var site in sites)
            site.Dispose();
        Content.Dispose();
    }
}
