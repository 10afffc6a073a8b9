namespace ModMatWorkshop.Content;

/// <summary>The sentences of <see cref="FrenchProblems"/> about mails.</summary>
internal static class FrenchMailProblems
{
    public static readonly IReadOnlyDictionary<string, string> Sentences = new Dictionary<string, string>
    {
        ["There is no mail `{0}`."] = "Le courriel `{0}` n’existe pas.",
        ["The mails are: {0}."] = "Les courriels sont : {0}.",
        ["It needs at least a `subject`."] = "Il lui faut au moins un objet, `subject`.",
        ["The subject of a mail is one line."] = "L’objet d’un courriel tient sur une ligne.",
        ["Delete the line break."] = "Supprimez le saut de ligne.",
        ["The subject is longer than {0} characters."] = "L’objet dépasse {0} caractères.",
        ["Shorten it."] = "Raccourcissez-le.",
        ["The placeholder {0} has several lines."] = "Le champ {0} fait plusieurs lignes.",
        ["Use it in the text."] = "Employez-le dans le texte.",
        ["The mail has no text."] = "Le courriel n’a pas de texte.",
        ["Delete the file to send the built-in text."] = "Supprimez le fichier pour envoyer le texte d’origine.",
        ["Quotations or lists are nested too deeply."] = "Des citations ou des listes sont imbriquées trop profondément.",
        ["Use fewer levels."] = "Réduisez le nombre de niveaux.",
        ["HTML such as `{0}` is not read in a mail."] = "Le HTML, comme `{0}`, n’est pas lu dans un courriel.",
        ["Use Markdown; write &lt; for the sign."] = "Écrivez en Markdown ; pour le signe lui-même, écrivez &lt;.",
        ["A mail has no pictures."] = "Un courriel n’a pas d’images.",
        ["Attach the file, or link to a page of the site."] = "Joignez le fichier, ou mettez un lien vers une page du site.",
        ["A mail cannot link to `{0}`."] = "Un courriel ne peut pas avoir de lien vers `{0}`.",
        ["Links start with https:, http: or mailto:, or are a placeholder of an address: [text]({link})."] =
            "Un lien commence par https:, http: ou mailto:, ou c’est un champ d’adresse : [texte]({lien}).",
        ["The mail needs the placeholder {link}."] = "Il manque au courriel le champ {lien}.",
        ["Without it, nobody can answer. Write it in a link: [Open my registration]({link})."] =
            "Sans lui, personne ne peut répondre. Mettez-le dans un lien : [Ouvrir mon inscription]({lien}).",
        ["`{0}` is not the name of a sender."] = "`{0}` n’est pas un nom d’expéditeur.",
        ["Write a name alone: the address is a setting of the site."] = "Écrivez un nom seul : l’adresse est un réglage du site.",
        ["Give one address, without a name."] = "Donnez une adresse, sans nom.",
        ["The signature is too long."] = "La signature est trop longue.",
        ["At most {0} lines and {1} characters."] = "Au plus {0} lignes et {1} caractères.",
        ["No mail has this attachment."] = "Aucun courriel n’a cette pièce jointe.",
        ["Name some under `mails`: {0}."] = "Nommez-en sous `mails` : {0}.",
        ["The mail `{0}` cannot have attachments."] = "Le courriel `{0}` ne peut pas avoir de pièces jointes.",
        ["These can: {0}."] = "Ceux-ci le peuvent : {0}.",
        ["The attachments of the mail `{0}` have more than 2 MB."] = "Les pièces jointes du courriel `{0}` dépassent 2 Mo.",
        ["Put the file on a page of the site, and link to it from the mail."] =
            "Mettez le fichier sur une page du site, et un lien dans le courriel.",
        ["The placeholder {0} is unknown in this mail."] = "Le champ {0} n’existe pas dans ce courriel.",
        ["Known placeholders: {0}."] = "Champs possibles : {0}.",
    };
}
