using static ModMatWorkshop.Domain.Mails.PlaceholderUse;

namespace ModMatWorkshop.Domain.Mails;

/// <content>Applications and travel support.</content>
public static partial class MailPlaceholders
{
    private static readonly MailPlaceholder AnswersBy = Of(
        "answers",
        Text,
        "Le jour de la réponse aux candidatures",
        "The day by which applications are answered",
        "jeudi 1er juillet",
        "Thursday 1 July"
    );

    private static readonly MailPlaceholder[] OfSelection =
    [
        Of("reason", Lines, "Le mot des organisateurs", "What the organisers say about it", "Bienvenue !", "Welcome!"),
        If("in-line", false, "si la personne est sur la liste d’attente", "if the person is on the waiting list"),
        If("follows", false, "si la personne a une place à distance", "if the person has a remote place"),
    ];

    private static readonly MailPlaceholder Support = Of("support", Text, "L’aide, ou le motif", "The support, or why none", "300 €");
}
