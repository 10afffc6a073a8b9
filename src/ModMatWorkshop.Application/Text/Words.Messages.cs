using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Application.Text;

// Messages to many participants
public sealed partial class Words
{
    public string NewMessage => Say("Nouveau message", "New message");

    public string NoMessageYet => Say("Aucun message pour le moment.", "No message yet.");

    public string MessagesLead =>
        Say(
            "Pour écrire à certains, filtrez la liste des inscrits, puis choisissez « Écrire un message ».",
            "To write to some of them, filter the attendee list, then choose “Write a message”."
        );

    public string Subject(Language of) =>
        of == Language.French ? Say("Objet, en français", "Subject in French") : Say("Objet, en anglais", "Subject in English");

    public string Body(Language of) =>
        of == Language.French ? Say("Texte, en français", "Text in French") : Say("Texte, en anglais", "Text in English");

    public string InLanguage(Language of) => of == Language.French ? Say("En français", "In French") : Say("En anglais", "In English");

    public string MarkdownHint =>
        Say(
            "En Markdown : une ligne vide entre les paragraphes, **gras**, - liste, [texte](https://…).",
            "In Markdown: a blank line between paragraphs, **bold**, - list, [text](https://…)."
        );

    public string PlaceholdersHint =>
        Say("Champs remplacés pour chaque personne, entre accolades :", "Placeholders in braces, replaced for each person:");

    public string PlaceholderMeans(string name) =>
        name switch
        {
            "given-name" => GivenName.ToLower(Culture),
            "family-name" => FamilyName.ToLower(Culture),
            "name" => Say("prénom et nom", "full name"),
            "affiliation" => Affiliation.ToLower(Culture),
            "place" => Say("ce que la personne a : place en salle, à distance…", "what the person has: a seat, a remote place…"),
            "link" => Say("son lien personnel", "their personal link"),
            "live" => Say("la page du direct", "the live page"),
            "programme" => Say("la page du programme", "the programme page"),
            "info" => Say("la page des infos pratiques", "the practical information page"),
            "site" => Say("l’accueil du site", "the home page"),
            "workshop" => Say("le nom de l’atelier", "the name of the workshop"),
            "dates" => Say("ses dates", "its dates"),
            "where" => Say("le lieu et la ville", "the venue and the town"),
            _ => Say("la salle", "the room"),
        };

    public string SaveAndPreview => Say("Enregistrer et relire", "Save and preview");

    public string Draft => Say("brouillon", "draft");

    public string DraftSaved => Say("Brouillon enregistré. Rien n’est envoyé.", "Draft saved. Nothing has been sent.");

    public string DeleteDraft => Say("Supprimer ce brouillon", "Delete this draft");

    public string DraftDeleted => Say("Brouillon supprimé.", "Draft deleted.");

    public string TestSent(string address) => Say($"Un essai part à {address}.", $"A test is on its way to {address}.");

    public string MessageMoved =>
        Say(
            "Le brouillon ou la liste a changé entre-temps. Relisez, puis envoyez.",
            "The draft or the list has changed in the meantime. Read it again, then send."
        );

    public string MessageTooLong(int subject, int body) =>
        Say(
            $"Un objet a {Count(subject)} caractères au plus, un texte {Count(body)}.",
            $"A subject may have at most {Count(subject)} characters, a text {Count(body)}."
        );

    public string DraftChangedMeanwhile =>
        Say(
            "Quelqu’un a changé ce brouillon entre-temps. Ce que vous avez tapé est ci-dessous ; enregistrer encore remplace le sien.",
            "Somebody changed this draft in the meantime. Your text is below; saving it again replaces theirs."
        );

    public string MessageIsGone => Say("Ce message est déjà parti.", "This message has already been sent.");

    public string WriteOneLanguage =>
        Say("Écrivez l’objet et le texte dans une langue au moins.", "Write a subject and a text in at least one language.");

    public string OtherLanguageMissing(Language missing, int readers) =>
        missing == Language.English
            ? Say(
                $"Rien en anglais : le texte français irait à {People(readers)} dont la langue est l’anglais.",
                $"There is no English text: the French text would go to {People(readers)} whose language is English."
            )
            : Say(
                $"Rien en français : le texte anglais irait à {People(readers)} dont la langue est le français.",
                $"There is no French text: the English text would go to {People(readers)} whose language is French."
            );

    public string CancelledLeftOut(int people) =>
        people == 1
            ? Say("1 inscription annulée est laissée de côté.", "1 cancelled registration is left out.")
            : Say(
                $"{Count(people)} inscriptions annulées sont laissées de côté.",
                $"{Count(people)} cancelled registrations are left out."
            );

    public string ToCancelledOnes =>
        Say(
            "Ce message va à des personnes dont l’inscription est annulée : le filtre le demande.",
            "This message goes to people whose registration is cancelled, because the filter includes them."
        );

    public string PendingAmong(int people) =>
        Say(
            $"{People(people)} à l’adresse non confirmée : "
                + "les paragraphes qui nomment la personne y sont omis, car un inconnu a pu taper ce nom.",
            $"{People(people)} with an unconfirmed address: "
                + "paragraphs that name the person are left out, because a stranger may have typed that name."
        );

    /// <param name="fault">The kind of error, by name.</param>
    public string MessageError(string fault, string what, IEnumerable<string> known) =>
        fault switch
        {
            "UnknownName" => Say(
                $"{what} n’est pas un champ connu. Champs connus : {string.Join(", ", known.Select(k => $"{{{k}}}"))}.",
                $"{what} is not a known placeholder. Known placeholders: {string.Join(", ", known.Select(k => $"{{{k}}}"))}."
            ),
            "Link" => Say(
                $"Le lien « {what} » n’est pas permis : https:, http:, mailto:, ou une adresse du site comme {{link}}.",
                $"The link “{what}” is not allowed. Use https:, http:, mailto:, or an address of the site such as {{link}}."
            ),
            "Image" => Say("Un message ne peut pas contenir d’images.", "A message cannot contain images."),
            _ => Say("Le texte est trop imbriqué.", "The text is nested too deeply."),
        };

    public string Recipients(int people) =>
        people == 0 ? Say("Personne à qui écrire", "Nobody to write to") : Say($"À {People(people)}", $"To {People(people)}");

    public string RecipientNames => Say("Les noms", "Names");

    public string PreviewAs => Say("Lire comme", "Preview as");

    public string Look => Say("Lire", "Preview");

    public string AsRecipientReads(string name) => Say($"Comme le lira {name}", $"As {name} will read it");

    public string MaskedLink =>
        Say("Le lien personnel est masqué : il n’ouvre rien ici.", "The personal link is masked and does not work here.");

    public string AsText => Say("En texte seul", "As plain text");

    public string AsHtml => Say("Mis en forme", "Formatted");

    public string TestToMyself => Say("M’envoyer un essai", "Send me a test");

    public string TestOf(string subject) => Say($"[Essai] {subject}", $"[Test] {subject}");

    public string ToThoseWhoCame =>
        Say("Aux personnes qui sont venues, sur place ou sur le direct.", "To those who came, in the room or on the stream.");

    public string WriteToEverybody => Say("Écrire à tous les inscrits", "Write to everybody who registered");

    public string SendTo(int people) => Say($"Envoyer à {People(people)}", $"Send to {People(people)}");

    public string MessageStateName(string state) =>
        state switch
        {
            "Draft" => Draft,
            "Sending" => Say("envoi en cours", "being sent"),
            "Paused" => Say("en pause", "paused"),
            _ => Say("envoyé", "sent"),
        };

    public string WrittenBy(string who, string when) => Say($"Écrit par {who}, {when}", $"Written by {who}, {when}");

    public string SentCount => Say("envoyés", "sent");

    public string WaitingCount => Say("en attente", "waiting");

    public string FailedCount => Say("en échec", "failed");

    public string SkippedCount => Say("sans objet", "not needed");

    public string FailedCaption => Say("Ceux qui ne sont pas partis", "Emails not sent");

    public string RetryFailed(int count) =>
        count == 1 ? Say("Réessayer celui-là", "Retry this one") : Say($"Réessayer ces {Count(count)}", $"Retry these {Count(count)}");

    public string WhatWasWritten => Say("Texte du message", "Message text");

    public string ReasonHead => Say("Raison", "Reason");

    public string NoSubject => Say("sans objet", "no subject");

    public string RecipientsHead => Say("Destinataires", "Recipients");
}
