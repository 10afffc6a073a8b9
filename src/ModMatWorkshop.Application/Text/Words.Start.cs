namespace ModMatWorkshop.Application.Text;

// The first run
public sealed partial class Words
{
    public string StartTitle => Say("Votre atelier", "Your workshop");

    public string StartLead =>
        Say(
            "Répondez à ces questions et le site est prêt. Tout pourra être changé ensuite.",
            "Answer these questions and the site is ready. You can change everything later."
        );

    public string StartButton => Say("Créer le site", "Create the site");

    public string StartPlaceHint =>
        Say(
            "Séparés par des virgules ; le pays en deux lettres, par exemple FR.",
            "With commas between them; the country as two letters, for example CA."
        );

    public string StartZoneHint => Say("Par exemple Europe/Paris ou America/Montreal.", "For example Europe/Paris or America/Montreal.");

    public string StartContactHint => Say("Les visiteurs la voient sur le site.", "Readers see it on the site.");

    /// <summary>The languages of a workshop, the main one first: <c>fr en</c>.</summary>
    public string StartLanguages(string tags) =>
        tags switch
        {
            "fr en" => Say("français, puis anglais", "French, then English"),
            "en fr" => Say("anglais, puis français", "English, then French"),
            "fr" => Say("français seulement", "French only"),
            _ => Say("anglais seulement", "English only"),
        };

    public string StartRefused(string folder) =>
        Say(
            $"Le dossier {folder} ne peut pas être écrit. Donnez au programme le droit d’y écrire, puis renvoyez : vos réponses sont "
                + "toujours là.",
            $"The folder {folder} cannot be written. Let the program write to it, then send this again: your answers are still here."
        );

    public string StartNotEmpty =>
        Say(
            "Entre-temps, quelqu’un d’autre a créé le site ou mis des fichiers dans le dossier. Rien de votre formulaire n’a été écrit.",
            "In the meantime, somebody else has created the site or put files into the folder. Nothing of your form was written."
        );

    public string StartHasErrors =>
        Say(
            "Le dossier contient déjà des fichiers, mais ils ont des erreurs. Le site ouvre de lui-même dès qu’elles sont corrigées.",
            "The folder already has files, but they have errors. The site opens by itself once these are corrected."
        );

    public string StartedTitle => Say("Votre site est en ligne", "Your site is live");

    public string StartedLead =>
        Say("Voici ce qu’il reste à faire, dans l’ordre que vous voulez.", "This is what comes next, in any order.");

    public string StartedSee => Say("Regarder le site", "Look at the site");

    public string StartedSeeHint =>
        Say("Il a un exemple de session et d’exposé, à remplacer.", "It has a sample session and talk, to be replaced.");

    public string StartedContent => Say("Compléter le contenu", "Complete the content");

    public string StartedContentHint =>
        Say(
            "Programme, résumés, pages ; la liste de ce qui manque encore y est aussi.",
            "Programme, abstracts and pages, with a list of what is still missing."
        );

    public string StartedSettingsHint =>
        Say("Dates d’inscription, nombre de places, diffusion.", "Registration dates, number of seats, stream.");

    public string StartedOrganisersHint => Say("Inviter les autres organisateurs.", "Invite the other organisers.");

    public string StartedPreviewHint => Say("Voir le site comme il sera à un autre moment.", "See the site as it will be at another time.");

    public string StartedHelpHint => Say("Tout un atelier, du début à la fin.", "A whole workshop, from beginning to end.");
}
