using ModMatWorkshop.Domain.Mails;

namespace ModMatWorkshop.Application.Text;

/// <content>The delivery of mails: the check, the test mail, and what comes back.</content>
public sealed partial class Words
{
    public string DeliveryCheck => Say("Vos courriels arrivent-ils ?", "Do your emails arrive?");

    public string DeliveryLead =>
        Say(
            "Un courriel arrive si le domaine de l’expéditeur dit, dans le DNS, qui peut écrire en son nom.",
            "An email arrives if the domain of the sender says, in the DNS, who may send in its name."
        );

    public string SenderLabel => Say("Expéditeur", "Sender");

    public string MailServerLabel => Say("Serveur de courriel", "Mail server");

    public string NoMailServer => Say("aucun : les courriels vont dans un dossier", "none: emails go into a folder");

    public string SignatureLabel => Say("Signature DKIM", "DKIM signature");

    public string NotSigned => Say("le site ne signe pas", "the site does not sign");

    public string BounceMailboxLabel => Say("Boîte des retours", "Mailbox for returned mail");

    public string NoBounceMailbox => Say("aucune n’est lue", "none is read");

    public string MailboxReadAt(string instant) => Say($"lue le {instant}", $"read on {instant}");

    public string MailboxFailed(string reason) => Say($"illisible : {reason}", $"cannot be read: {reason}");

    public string MailboxNotYet => Say("pas encore lue", "not read yet");

    public string AskTheDns => Say("Interroger le DNS", "Look up the DNS");

    public string AskTheDnsHelp =>
        Say(
            "Le site interroge alors le DNS pour ce domaine. Rien d’autre ne part.",
            "The site then asks the DNS about this domain. Nothing else is sent."
        );

    public string FindingName(FindingLevel level) =>
        level switch
        {
            FindingLevel.Good => Say("bien", "good"),
            FindingLevel.Advice => Say("à voir", "look"),
            _ => Say("à corriger", "to correct"),
        };

    public string RecordLabel => Say("Enregistrement", "Record");

    public string NoRecord => Say("aucun", "none");

    public string RecordToWrite(string name) =>
        Say($"Écrivez dans le DNS, sous {name}, de type TXT :", $"Write into the DNS, at {name}, of type TXT:");

    public string TestMailHeading => Say("Un courriel d’essai", "A test email");

    public string TestMailLead =>
        Say(
            "Envoyez-en un à une adresse que vous pouvez lire, de préférence chez un grand fournisseur.",
            "Send one to an address that you can read, preferably at a large provider."
        );

    public string TestMailTo => Say("À l’adresse", "To the address");

    public string SendTestMail => Say("Envoyer l’essai", "Send the test");

    public string TestMailGone(string address) =>
        Say($"Le serveur a pris le courriel pour {address}.", $"The server has taken the email for {address}.");

    public string TestMailInFolder =>
        Say(
            "Sans serveur, ou en répétition, le courriel est dans le dossier des courriels.",
            "Without a server, or in a rehearsal, the email is in the folder for emails."
        );

    public string TestMailRefused(string reason) => Say($"Le courriel n’est pas parti. {reason}", $"The email was not sent. {reason}");

    public string TestMailAddressIsWrong =>
        Say("Écrivez une adresse, comme nom@exemple.fr.", "Write an address, such as name@example.org.");

    public string TestMailSubject(string workshop) => Say($"{workshop} : essai", $"{workshop}: test");

    public string TestMailText(string workshop) =>
        Say(
            $"Bonjour,\n\nCe courriel du site de {workshop} vérifie que les messages arrivent.\n\nAffichez sa source, copiez-la,"
                + " et collez-la dans la page d’où vous l’avez envoyé.\n",
            $"Hello,\n\nThis email of the site of {workshop} checks that messages arrive.\n\nShow its source, copy it, and paste it into"
                + " the page from which you sent it.\n"
        );

    public string PasteHeading => Say("Ce que le destinataire a vu", "What the receiver saw");

    public string PasteLabel => Say("La source du courriel reçu", "The source of the received email");

    public string PasteHelp =>
        Say(
            "Dans Gmail : « Afficher l’original » ; dans Thunderbird : « Code source du message ». Rien n’en est gardé.",
            "In Gmail: “Show original”; in Thunderbird: “Message source”. Nothing of it is kept."
        );

    public string ReadTheSource => Say("Lire la source", "Read the source");

    public string NoResultsInSource =>
        Say(
            "Cette source n’a pas de ligne « Authentication-Results » lisible : copiez-la en entier, depuis la première ligne.",
            "This source has no readable line “Authentication-Results”: copy all of it, from its first line."
        );

    public string ReceiverSays(string server) => Say($"Le serveur {server} dit :", $"The server {server} says:");

    public string ResultOf(string? result) =>
        result?.ToLowerInvariant() switch
        {
            null => Say("rien", "nothing"),
            "pass" => Say("réussi", "passed"),
            "none" => Say("absent", "absent"),
            "fail" or "softfail" or "permerror" or "policy" => Say($"échoué ({result})", $"failed ({result})"),
            "temperror" => Say("le DNS n’a pas répondu", "the DNS did not answer"),
            _ => result!,
        };

    public string SignedBy(string domain) => Say($"signé par {domain}", $"signed by {domain}");

    public string BounceName(BounceKind kind) =>
        kind switch
        {
            BounceKind.Address => Say("adresse refusée", "address refused"),
            BounceKind.Refused => Say("message refusé", "email refused"),
            _ => Say("retardé ou non remis", "late or not delivered"),
        };

    public string MailCameBack(BounceKind kind, string when) =>
        Say($"Revenu le {when} : {BounceName(kind)}.", $"Came back on {when}: {BounceName(kind)}.");

    public string AddressBounces =>
        Say("Les courriels à cette adresse reviennent : demandez-en une autre.", "Emails to this address come back: ask for another one.");

    public string AddressBouncesAtDoor =>
        Say(
            "Nos courriels à cette personne reviennent : demandez-lui une autre adresse et notez-la pour l’organisation.",
            "Our emails to this person come back: ask for another address, and note it for the organisers."
        );

    public string Bounced => Say("revenus", "came back");

    public string BouncingPeople => Say("adresses à redemander", "addresses to ask for again");

    public string ListBounces => Say("Adresse", "Address");

    public string ListBouncing => Say("courriels revenus", "emails came back");
}
