using ModMatWorkshop.Domain.Registrations;
using static ModMatWorkshop.Domain.Mails.PlaceholderUse;

namespace ModMatWorkshop.Domain.Mails;

/// <summary>
/// The placeholders of each mail. A mail that may reach an address nobody has confirmed has none with what a person typed: anybody could
/// type any text, and the site would send it to a stranger.
/// </summary>
public static partial class MailPlaceholders
{
    public const string Link = "link";

    /// <summary>The paragraphs about the day, the ticket and the calendar.</summary>
    public const string Practical = "practical";

    private static readonly MailPlaceholder SecretLink = Of(
        Link,
        Address,
        "Le lien personnel ; il doit figurer dans le courriel",
        "The personal link; the email must have it",
        "https://example.org/***"
    );

    private static readonly MailPlaceholder[] Common =
    [
        Of("workshop", Text, "Le nom de l’atelier", "The name of the workshop", ""),
        Of("dates", Text, "Les dates de l’atelier", "The dates of the workshop", ""),
        Of("where", Text, "Le lieu et la ville", "The venue and the town", ""),
        Of("contact", Text, "L’adresse de contact", "The contact address", ""),
        Of("fee", Lines, "Ce que coûte la participation", "What taking part costs", ""),
        Of("site", Address, "L’accueil du site", "The home page of the site", ""),
    ];

    private static readonly MailPlaceholder[] Person =
    [
        Of("name", Text, "Le prénom et le nom", "The full name", "Camille Durand"),
        Of("given-name", Text, "Le prénom", "The given name", "Camille"),
        Of("family-name", Text, "Le nom de famille", "The family name", "Durand"),
        Of("affiliation", Text, "Le laboratoire", "The affiliation", "Laboratoire de physique"),
    ];

    private static readonly MailPlaceholder[] Participation =
    [
        Of("place", Text, "La place de la personne", "The place of the person", "une place dans la salle", "a seat"),
        Of("until", Text, "Le délai pour répondre", "The deadline to answer", "jeudi 2 septembre à 18 h", "Thursday 2 September at 18:00"),
        Of("waiting", Text, "La liste d’attente, en quelques mots", "The waiting list, in a few words", "sur liste d’attente", "waiting"),
        Of(
            "start",
            Text,
            "Le début de l’atelier",
            "When the workshop starts",
            "mercredi 22 septembre à 9 h",
            "Wednesday 22 September at 9:00"
        ),
        Of("address", Text, "L’adresse du lieu", "The address of the venue", "1, rue des Essais"),
        Of("room", Text, "La salle", "The room", "Amphithéâtre 25", "Lecture hall 25"),
        Of("directions", Text, "Comment venir", "How to get there", "Le site décrit le chemin.", "The website describes the way."),
        new("directions-only", Text, new("Comment venir, sans page pratique", "How to get there, without a page on it"), null),
        Of("live", Address, "La page du direct", "The live page", "https://example.org/direct"),
        Of("info", Address, "La page des informations pratiques", "The page with practical information", "https://example.org/infos"),
        Of("register", Address, "Le formulaire d’inscription", "The registration form", "https://example.org/inscription"),
        Of("programme", Address, "Le programme", "The programme", "https://example.org/programme"),
        If("seated", true, "si la personne a une place dans la salle", "if the person has a seat"),
        If("remote", false, "si la personne suit l’atelier à distance", "if the person attends remotely"),
        If("stream", true, "si l’atelier est diffusé", "if the workshop is streamed"),
        If("no-stream", false, "si l’atelier n’est pas diffusé", "if the workshop is not streamed"),
        If("switch", true, "si l’on peut passer de la salle à distance", "if one may switch between seat and remote"),
        If("no-switch", false, "si l’on ne peut pas en changer", "if one may not switch"),
    ];

    private static readonly MailPlaceholder[] TheDay =
    [
        Of(Practical, Lines, "L’horaire, le billet, l’agenda", "Hours, ticket and calendar", "…"),
        If("in-room", true, "si la personne vient dans la salle", "if the person comes to the room"),
        Of("map", Address, "Le lieu sur une carte", "The venue on a map", "https://www.openstreetmap.org/"),
        Of(
            "half-days",
            Lines,
            "Les demi-journées choisies",
            "The chosen half-days",
            "jeudi 23 septembre, matin",
            "Thursday 23 September, morning"
        ),
        Of("meals", Lines, "Les repas choisis", "The chosen meals", "Buffet (jeu. 23)", "Buffet (Thu 23)"),
        If("no-meals", false, "si la personne n’a choisi aucun repas", "if the person has chosen no meals"),
        If("ticket", true, "si la personne a un billet", "if the person has a ticket"),
        Of("code", Text, "Le numéro du billet", "The number of the ticket", "12 34 56"),
        Of("calendar", Address, "L’agenda personnel", "The personal calendar", "https://example.org/***.ics"),
    ];

    private static readonly MailPlaceholder[] Submitted =
    [
        Of("call", Address, "L’appel à contributions", "The call for abstracts", "https://example.org/appel"),
        Of("number", Text, "Le numéro de la soumission", "The number of the submission", "17"),
        Of("deadline", Text, "La date limite", "The deadline", "vendredi 4 juin à minuit", "Friday 4 June at midnight"),
        If("closed", false, "si l’appel est clos", "if the call is closed"),
        Of("answers", Text, "Le jour de la réponse", "The day of the answer", "jeudi 1er juillet", "Thursday 1 July"),
        Of("erased", Text, "Le jour de l’effacement", "The day of erasure", "mercredi 22 décembre", "Wednesday 22 December"),
        If("confirm", true, "si l’adresse n’est pas encore confirmée", "if the address is not confirmed yet"),
        Of("title", Text, "Le titre", "The title", "Défauts ponctuels", "Point defects"),
        Of("authors", Text, "Les auteurs", "The authors", "Camille Durand"),
        Of("wish", Text, "Oral ou poster", "Talk or poster", "oral", "talk"),
        Of("abstract", Lines, "Le texte du résumé", "The text of the abstract", "…"),
    ];

    private static readonly MailPlaceholder AcceptedAs = Of(
        "accepted-as",
        Text,
        "Ce que le comité a retenu : oral, poster",
        "What it is accepted as: talk, poster",
        "oral",
        "talk"
    );

    private static readonly MailPlaceholder[] OfReviewers =
    [
        Of(
            "reviewers",
            Lines,
            "Ce que les relecteurs écrivent aux auteurs",
            "What the reviewers write to the authors",
            "Un travail clair, qui gagnerait à une seconde mesure.",
            "A clear piece of work, which a second measurement would support."
        ),
        If("reviewed", true, "si la lettre a un mot des relecteurs", "if the letter has words of the reviewers"),
    ];

    private static readonly MailPlaceholder[] OfFiles =
    [
        Of("missing", Text, "Les fichiers attendus", "The files that are missing", "support, affiche", "slides, poster"),
        Of("slides-by", Text, "Le dernier jour pour les envoyer", "The last day to send them", "lundi 20 septembre", "Monday 20 September"),
        If("any-day", false, "s’il n’y a pas de dernier jour", "if there is no last day"),
    ];

    private static readonly MailPlaceholder[] OfCorrection =
    [
        If("accepted", true, "si la correction est acceptée", "if the correction is accepted"),
        If("declined", false, "si la correction n’est pas reprise", "if the correction is declined"),
    ];

    private static readonly MailPlaceholder[] Guest =
    [
        Of("guest", Text, "La personne invitée", "The guest", "Camille Durand"),
        Of("inviter", Text, "Qui invite", "Who invites", "Le comité d’organisation", "The organising committee"),
        Of("invited-as", Lines, "À quel titre", "In which role", "Vous présentez un exposé.", "You give a talk."),
        Of("until", Text, "Jusqu’à quand la place est gardée", "How long the seat is kept", "jeudi 2 septembre", "Thursday 2 September"),
    ];

    private static readonly MailPlaceholder[] Account =
    [
        Of("roles", Text, "Les droits du compte", "The roles of the account", "organisation", "organiser"),
        Of("when", Text, "L’heure de l’événement", "When it happened", "jeudi 2 septembre à 18 h", "Thursday 2 September at 18:00"),
        Of("account", Address, "La page du compte", "The account page", "https://example.org/admin/account"),
        Of("forgotten", Address, "Le mot de passe oublié", "The forgotten password", "https://example.org/admin/login/forgotten"),
    ];

    private static readonly MailPlaceholder Until = Participation.Single(p => p.Name == "until");

    private static readonly MailPlaceholder[] OfChange =
    [
        Of("changes", Lines, "Ce qui change pour la personne", "What changes for the person", "…"),
        If("check", true, "si la personne doit vérifier ses réponses", "if the person must check the answers"),
        If("told", false, "s’il n’y a rien à vérifier", "if there is nothing to check"),
    ];

    private static readonly MailPlaceholder[] OfSession =
    [
        Of(
            "session",
            Text,
            "La séance",
            "The session",
            "Session 2, jeudi 23 septembre, matin",
            "Session 2, Thursday 23 September, morning"
        ),
        Of("session-link", Address, "Le lien secret de la séance", "The secret link of the session", "https://example.org/***"),
    ];

    private static readonly MailPlaceholder[] OfLine =
    [
        If("desk", false, "si les places sont données à l’accueil", "if seats are given out at the desk"),
        If("offers", true, "si les places sont proposées par courriel", "if seats are offered by email"),
    ];

    private static readonly MailPlaceholder[] OfFee =
    [
        Of("amount", Text, "Ce qui reste à payer", "What is still to be paid", "200 EUR"),
        Of("reference", Text, "La référence à indiquer", "The reference to give", "K7QM-3XPA-R"),
    ];

    private static readonly MailPlaceholder[] OfOptions =
    [
        Of("option", Text, "Les options dont parle le courriel", "The options that the mail is about", "Dîner", "Dinner"),
        Of(
            "option-lines",
            Lines,
            "Ce que la personne a de chaque option",
            "What the person has of each option",
            "Dîner : 2 places",
            "Dinner: 2 places"
        ),
    ];

    private static readonly MailPlaceholder Proposal = If(
        "proposal",
        true,
        "si de nouvelles réponses attendent un accord",
        "if new answers wait for an agreement"
    );

    /// <summary>The mails that organisers may word. A message of the organisers has their words anyway.</summary>
    public static IReadOnlyList<MailKind> Kinds { get; } = [.. Enum.GetValues<MailKind>().Where(kind => kind != MailKind.Message)];

    /// <summary>The placeholders of a mail, in the order in which organisers read them; none for a mail with no text of its own.</summary>
    public static IReadOnlyList<MailPlaceholder> For(MailKind kind) =>
        kind switch
        {
            MailKind.Message => [],
            MailKind.ConfirmAddress or MailKind.HoldReminder or MailKind.LinkAgain or MailKind.ConfirmNewAddress => Unconfirmed(),
            MailKind.AddressChanged => Unconfirmed(),
            MailKind.AlreadyRegistered => [.. Unconfirmed(), Proposal],
            MailKind.OptionOffer or MailKind.OptionOfferReminder or MailKind.OptionOfferLapsed => [.. Confirmed(), .. OfOptions],
            MailKind.WaitingList => [.. Confirmed(), .. TheDay, .. OfLine, .. OfOptions],
            MailKind.Confirmed => [.. Confirmed(), .. TheDay, .. OfOptions],
            MailKind.Reminder or MailKind.SwitchedToSeat or MailKind.SwitchedToRemote => [.. Confirmed(), .. TheDay],
            MailKind.ApplicationReceived or MailKind.ApplicationReopened => [.. Confirmed(), AnswersBy],
            MailKind.ApplicationAccepted => [.. Confirmed(), .. TheDay, .. OfSelection],
            MailKind.ChangeApproved => [.. Confirmed(), OfSelection.Single(p => p.Name == "in-line")],
            MailKind.ChangeRefused => [.. Confirmed(), OfSelection.Single(p => p.Name == "reason")],
            MailKind.ApplicationDeclined => [.. Confirmed(), .. OfSelection],
            MailKind.TravelSupportGranted or MailKind.TravelSupportDeclined => [.. Confirmed(), Support],
            MailKind.SessionChair => [.. Confirmed(), .. OfSession],
            MailKind.ProgrammeChanged => [.. Confirmed(), .. OfChange],
            MailKind.FeeReminder => [.. Confirmed(), .. OfFee],
            MailKind.Invitation => [SecretLink, .. Guest, .. Common],
            MailKind.SubmissionDraft
            or MailKind.SubmissionReceived
            or MailKind.SubmissionWithdrawn
            or MailKind.SubmissionLink
            or MailKind.SubmissionReminder => [SecretLink, .. Submitted, .. Common],
            MailKind.SubmissionNewAddress => [SecretLink, .. Submitted, .. Common],
            MailKind.SubmissionAddressChanged => [SecretLink, Until, .. Submitted, .. Common],
            MailKind.DecisionReserve or MailKind.DecisionRejected => [SecretLink, .. Submitted, .. OfReviewers, .. Common],
            MailKind.DecisionAccepted => [SecretLink, .. Submitted, AcceptedAs, .. OfReviewers, .. Common],
            MailKind.AnswerReminder => [SecretLink, .. Submitted, AcceptedAs, .. Common],
            MailKind.FilesMissing => [SecretLink, .. Submitted, .. OfFiles, .. Common],
            MailKind.CorrectionDecided => [SecretLink, .. Submitted, .. OfCorrection, .. Common],
            MailKind.OrganiserInvitation or MailKind.PasswordReset => [SecretLink, Until, .. Account, .. Common],
            MailKind.PasswordChanged or MailKind.SecondFactorChanged or MailKind.NewSignIn => [.. Account, .. Common],
            _ => Confirmed(),
        };

    /// <summary>Whether the mail is of no use without the personal link.</summary>
    public static bool NeedsLink(MailKind kind) => For(kind).Contains(SecretLink);

    /// <summary>
    /// Whether it goes to confirmed addresses only. Others get no attachments, because anybody can have typed the address.
    /// </summary>
    public static bool MayHaveAttachments(MailKind kind) => kind == MailKind.Invitation || For(kind).Contains(Person[0]);

    /// <summary><c>confirm-address</c>, the name of the file with the organisers' words.</summary>
    public static string FileStem(MailKind kind) =>
        string.Concat(kind.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : $"{c}"));

    /// <summary>The mail of a file; null for a name that no mail has.</summary>
    public static MailKind? OfFileStem(string stem) =>
        Kinds.Where(kind => FileStem(kind) == stem).Select(kind => (MailKind?)kind).FirstOrDefault();

    private static MailPlaceholder[] Unconfirmed() => [SecretLink, .. Participation, .. Common];

    private static MailPlaceholder[] Confirmed() => [SecretLink, .. Person, .. Participation, .. Common];

    private static MailPlaceholder Of(string name, PlaceholderUse use, string fr, string en, string example, string? inEnglish = null) =>
        new(name, use, new(fr, en), new(example, inEnglish ?? example));

    private static MailPlaceholder If(string name, bool holds, string fr, string en) =>
        new(
            name,
            Condition,
            new($"Le paragraphe ne paraît que {fr}", $"The paragraph appears only {en}"),
            holds ? Localized.Same("") : null
        );
}
