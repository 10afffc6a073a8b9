using System.Globalization;

namespace ModMatWorkshop.Domain.Call;

/// <summary>All fields of the form of the call, in its order.</summary>
public static class SubmissionFields
{
    private const string Yes = "yes";

    private static readonly SubmissionSection Work = new("work", new("Votre travail", "Your work"));
    private static readonly SubmissionSection People = new("people", new("Auteurs", "Authors"));
    private static readonly SubmissionSection Words = new("words", new("Résumé", "Abstract"));
    private static readonly SubmissionSection Rest = new("rest", new("Pour finir", "Finally"));

    public static readonly SubmissionField Title = new()
    {
        Key = "title",
        Kind = SubmissionFieldKind.Line,
        Label = new("Titre", "Title"),
        Help = new("Les formules entre dollars : $E = mc^2$.", "Formulas between dollars: $E = mc^2$."),
        Section = Work,
        IsRequired = true,
        MaxLength = 400,
        Get = text => text.Title,
        Set = (text, value) => text with { Title = value },
    };

    public static readonly SubmissionField Kind = new()
    {
        Key = "kind",
        Kind = SubmissionFieldKind.Choice,
        Label = new("Vous souhaitez", "You wish for"),
        Section = Work,
        IsRequired = true,
        MaxLength = 80,
        IsAsked = call => call.Kinds.Count > 1,
        Get = text => text.Kind,
        Set = (text, value) => text with { Kind = value },
    };

    public static readonly SubmissionField Topics = new()
    {
        Key = "topics",
        Kind = SubmissionFieldKind.Topics,
        Label = new("Thèmes", "Topics"),
        Help = new("Un ou plusieurs.", "One or more."),
        Section = Work,
        IsRequired = true,
        MaxLength = 4000,
        IsAsked = call => call.Topics.Count > 0,
        Get = text => string.Join(' ', text.Topics),
        Set = (text, value) =>
            text with
            {
                Topics = [.. value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Order(StringComparer.Ordinal)],
            },
    };

    public static readonly SubmissionField Authors = new()
    {
        Key = "authors",
        Kind = SubmissionFieldKind.People,
        Label = new("Auteurs et laboratoires", "Authors and affiliations"),
        Section = People,
        IsRequired = true,
        MaxLength = 200,
        Get = AuthorsAsText,
    };

    public static readonly SubmissionField Language = new()
    {
        Key = "language",
        Kind = SubmissionFieldKind.Choice,
        Label = new("Langue du résumé", "Language of the abstract"),
        Section = Words,
        IsRequired = true,
        MaxLength = 2,
        IsAsked = call => call.Languages.Count > 1,
        Get = text => text.Language,
        Set = (text, value) => text with { Language = value },
    };

    public static readonly SubmissionField Abstract = new()
    {
        Key = "abstract",
        Kind = SubmissionFieldKind.Text,
        Label = new("Résumé", "Abstract"),
        Help = new(
            "Une ligne vide sépare deux paragraphes ; *italique*, **gras**, H~2~O, formules $x^2$, citations [1]. "
                + "Un texte collé de LaTeX ou de Word est nettoyé.",
            "An empty line separates two paragraphs; *italics*, **bold**, H~2~O, formulas $x^2$, citations [1]. "
                + "Text pasted from LaTeX or Word is cleaned."
        ),
        Section = Words,
        IsRequired = true,
        MaxLength = 40_000,
        Get = text => text.Abstract,
        Set = (text, value) => text with { Abstract = value },
    };

    public static readonly SubmissionField References = new()
    {
        Key = "references",
        Kind = SubmissionFieldKind.Text,
        Label = new("Références", "References"),
        Help = new("Une par ligne, dans l’ordre des citations [1], [2].", "One a line, in the order of the citations [1], [2]."),
        Section = Words,
        MaxLength = 10_000,
        Get = text => text.References,
        Set = (text, value) => text with { References = value },
    };

    public static readonly SubmissionField Keywords = new()
    {
        Key = "keywords",
        Kind = SubmissionFieldKind.Line,
        Label = new("Mots-clés", "Keywords"),
        Help = new("Séparés par des virgules.", "Separated by commas."),
        Section = Words,
        MaxLength = 500,
        Get = text => text.Keywords,
        Set = (text, value) => text with { Keywords = value },
    };

    public static readonly SubmissionField Figures = new()
    {
        Key = "figures",
        Kind = SubmissionFieldKind.Text,
        Label = new("Légendes des figures", "Captions of the figures"),
        Help = new("Une par ligne, dans l’ordre des images.", "One a line, in the order of the pictures."),
        Section = Words,
        MaxLength = 5000,
        IsAsked = call => call.Figures > 0,
        Get = text => text.Figures,
        Set = (text, value) => text with { Figures = value },
    };

    public static readonly SubmissionField Message = new()
    {
        Key = "message",
        Kind = SubmissionFieldKind.Text,
        Label = new("Un mot au comité", "A word to the committee"),
        Help = new("Il n’est pas publié.", "It is not published."),
        Section = Rest,
        MaxLength = 2000,
        Get = text => text.Message,
        Set = (text, value) => text with { Message = value },
    };

    public static readonly SubmissionField DoNotRecord = new()
    {
        Key = "do-not-record",
        Kind = SubmissionFieldKind.YesNo,
        Label = new("L’exposé ne doit pas être enregistré", "The talk must not be recorded"),
        Section = Rest,
        MaxLength = 3,
        Get = text => text.DoNotRecord ? Yes : "",
        Set = (text, value) => text with { DoNotRecord = value == Yes },
    };

    public static readonly SubmissionField Agreed = new()
    {
        Key = "agreed",
        Kind = SubmissionFieldKind.YesNo,
        Label = new(
            "Tous les auteurs sont d’accord ; si ce travail est accepté, titre, noms, laboratoires et résumé seront publiés sur ce site",
            "All authors agree; if this work is accepted, title, names, affiliations and abstract will be published on this site"
        ),
        Section = Rest,
        IsRequired = true,
        MaxLength = 3,
        Get = text => text.IsAgreed ? Yes : "",
        Set = (text, value) => text with { IsAgreed = value == Yes },
    };

    public static readonly IReadOnlyList<SubmissionField> All =
    [
        Title,
        Kind,
        Topics,
        Authors,
        Language,
        Abstract,
        References,
        Keywords,
        Figures,
        Message,
        DoNotRecord,
        Agreed,
    ];

    public static IEnumerable<SubmissionField> AskedBy(CallForAbstracts call) => All.Where(f => f.IsAsked(call));

    private static string AuthorsAsText(SubmissionText text) =>
        text.Authors.Count == 0 && text.Affiliations.Count == 0
            ? ""
            : string.Join(
                '\n',
                [
                    .. text.Authors.Select(author => author.ToText()),
                    .. text.Affiliations.Select((name, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1} {name}")),
                    .. text.Authors.Count > 1 ? [text.Presenter.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
                ]
            );
}
