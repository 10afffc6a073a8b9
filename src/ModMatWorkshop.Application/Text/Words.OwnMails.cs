namespace ModMatWorkshop.Application.Text;

/// <content>The organisers' own words for mails.</content>
public sealed partial class Words
{
    public string Mails => Say("Courriels", "Emails");

    public string InYourWords => Say("à vos mots", "in your words");

    public string MailIsBuiltIn => Say("Texte d’origine : modifiez-le et enregistrez.", "Built-in text: change it and save.");

    public string PreviewWith => Say("Aperçu pour une personne inscrite", "Preview for a registered person");

    public string PreviewNumber => Say("Numéro d’inscription", "Number of the registration");

    public string PreviewNumberHelp =>
        Say("Vide : une personne inventée. Les liens personnels sont masqués.", "Empty: an invented person. Personal links are masked.");

    public string PreviewOfInvented => Say("Pour une personne inventée.", "For an invented person.");

    public string PreviewOfPerson(string name) => Say($"Pour {name}.", $"For {name}.");

    public string MailPlaceholdersHeading => Say("Les champs de ce courriel", "The placeholders of this email");

    public string MailPlaceholdersHelp =>
        Say(
            "Un champ s’écrit entre accolades. Un paragraphe dont un champ n’a pas de valeur ne paraît pas.",
            "A placeholder is written in braces. A paragraph is left out if one of its placeholders has no value."
        );

    public string BuiltInMail => Say("Le texte d’origine", "The built-in text");

    public string ResetMail => Say("Revenir au texte d’origine", "Go back to the built-in text");

    public string ResetMailMeans => Say("Votre texte reste dans les versions.", "Your text stays among the versions.");
}
