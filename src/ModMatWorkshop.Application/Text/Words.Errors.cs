namespace ModMatWorkshop.Application.Text;

// The error pages
public sealed partial class Words
{
    public string NotFoundTitle => Say("Cette page n’existe pas", "This page does not exist");

    public string NotFoundLead =>
        Say(
            "L’adresse est peut-être ancienne ou mal recopiée. Cherchez ce que vous vouliez lire :",
            "The address may be out of date or mistyped. Search the site:"
        );

    public string ErrorTitle => Say("Le site n’a pas pu répondre", "Something went wrong");

    public string ErrorLead =>
        Say(
            "L’erreur est de notre fait et elle est enregistrée. Réessayez dans un instant ; le programme reste accessible.",
            "The error is ours and has been logged. Try again in a moment; the programme is still available."
        );

    public string UnavailableTitle => Say("Le site ne peut rien enregistrer en ce moment", "The site cannot save anything right now");

    public string UnavailableLead =>
        Say(
            "Votre envoi n’a pas été enregistré. Cela ne dure d’ordinaire que quelques secondes : "
                + "renvoyez, rien de ce que vous avez écrit n’est perdu.",
            "What you sent has not been saved. This usually lasts only a few seconds. Send it again: nothing you wrote is lost."
        );

    public string UnavailableWithoutFormLead =>
        Say(
            "Votre envoi n’a pas été enregistré. Cela ne dure d’ordinaire "
                + "que quelques secondes : revenez à la page précédente et renvoyez.",
            "What you sent has not been saved. This usually lasts only a few seconds. Go back to the previous page and send it again."
        );

    public string StartingTitle => Say("Le site démarre", "The site is starting");

    public string StartingLead =>
        Say(
            "Cela ne prend d’ordinaire que quelques secondes : rechargez la page.",
            "This usually takes only a few seconds. Reload the page."
        );

    public string BeingSetUpTitle => Say("Ce site est en préparation", "This site is being set up");

    public string BeingSetUpLead => Say("Il ouvrira bientôt : revenez un peu plus tard.", "It will open soon. Please come back later.");

    public string UnavailableReadingLead =>
        Say(
            "Cette page revient d’ordinaire en quelques secondes : rechargez-la. Le programme reste accessible.",
            "This page usually comes back within a few seconds. Reload it. The programme is still available."
        );

    public string DamagedTitle => Say("La base de données du site est endommagée", "The site’s database is damaged");

    public string DamagedLead =>
        Say(
            "Votre envoi n’a pas été enregistré : il faut d’abord restaurer la dernière sauvegarde. "
                + "Gardez cette page ouverte et renvoyez plus tard, rien de ce que vous avez écrit n’est perdu.",
            "What you sent has not been saved: the last backup has to be restored first. "
                + "Keep this page open and send it again later. Nothing you wrote is lost."
        );

    public string DamagedWithoutFormLead =>
        Say(
            "Votre envoi n’a pas été enregistré : il faut d’abord restaurer la dernière sauvegarde. "
                + "Revenez à la page précédente et renvoyez plus tard.",
            "What you sent has not been saved: the last backup has to be restored first. "
                + "Go back to the previous page and send it again later."
        );

    public string DamagedReadingLead =>
        Say(
            "Cette page reviendra quand la dernière sauvegarde aura été restaurée. Le programme reste accessible.",
            "This page will be back once the last backup has been restored. The programme is still available."
        );

    public string SendAgain => Say("Renvoyer", "Send again");

    public string ConflictTitle => Say("Quelqu’un a été plus rapide", "Somebody else saved first");

    public string ConflictLead =>
        Say(
            "Ce que vous modifiiez a changé au même moment. Votre envoi n’a pas été enregistré : revenez à la page, relisez, recommencez.",
            "What you were editing changed at the same moment. What you sent "
                + "has not been saved. Go back to the page, check it and try again."
        );

    public string BadRequestTitle => Say("Cette demande n’est pas valable", "This request is not valid");

    public string BadRequestLead =>
        Say(
            "Quelque chose n’est pas valable dans l’adresse ou dans le formulaire. Reprenez depuis l’accueil, ou cherchez :",
            "Something in the address or in the form is not valid. Start again from the home page, or search:"
        );
}
