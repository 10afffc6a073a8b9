using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Application.Text;

// Coming into the organisers' room, and the accounts
public sealed partial class Words
{
    public string SignInWith(string name) => Say($"Se connecter avec {name}", $"Sign in with {name}");

    public string SignInWithPasskey => Say("Se connecter avec une clé d’accès", "Sign in with a passkey");

    public string OrSignInWith => Say("Ou bien", "Or else");

    public string ForgottenPassword => Say("Mot de passe oublié", "Forgotten password");

    public string ForgottenLead => Say("Indiquez l’adresse de votre compte : nous y envoyons un lien pour choisir un nouveau mot de passe.", "Give the address of your account: we send a link there, to choose a new password.");

    public string SendForgotten => Say("Recevoir le lien", "Send me the link");

    public string ForgottenSent => Say("Si cette adresse a un compte, un lien vient d’y être envoyé. Il sert une seule fois, pendant deux heures.", "If this address has an account, a link has just been sent there. It works once, within two hours.");

    public string WaitBeforeTrying(int minutes) => Say(
        $"Trop d’essais. Attendez {(minutes == 1 ? "une minute" : $"{minutes} minutes")} avant le suivant, ou demandez un lien par « Mot de passe oublié ».",
        $"Too many tries. Wait {(minutes == 1 ? "a minute" : $"{minutes} minutes")} before the next, or ask for a link under “Forgotten password”.");

    public string SignedOutNow => Say("Vous êtes déconnecté.", "You are signed out.");

    public string SignInAgain => Say("Pour changer ce avec quoi vous vous connectez, il faut s’être connecté depuis moins d’un quart d’heure.", "To change what you sign in with, you must have signed in within the last quarter of an hour.");

    public string SignInAgainNow => Say("Se connecter à nouveau", "Sign in again");

    public string PasskeyRefused => Say("Cette clé d’accès n’ouvre aucun compte ici.", "This passkey opens no account here.");

    public string PasskeyFailed => Say("La clé d’accès n’a pas répondu. Rien n’a changé : vous pouvez recommencer.", "The passkey did not answer. Nothing has changed: you can try again.");

    public string InstitutionRefused => Say("Votre établissement vous connaît, mais aucun compte ici ne porte votre adresse. Un organisateur peut vous inviter.", "Your institution knows you, but no account here has your address. An organiser can invite you.");

    public string InstitutionAway => Say("L’établissement ne répond pas. Connectez-vous par mot de passe, ou réessayez plus tard.", "The institution does not answer. Sign in with a password, or try again later.");

    // The second step
    public string SecondStep => Say("Second facteur", "Second factor");

    public string SecondStepLead => Say("Le code à six chiffres de votre application, ou l’un de vos codes de secours.", "The six-digit code of your application, or one of your recovery codes.");

    public string SecondStepPasskeyOnly => Say("Utilisez votre clé d’accès, ou l’un de vos codes de secours.", "Use your passkey, or one of your recovery codes.");

    public string CodeLabel => Say("Code", "Code");

    public string UsePasskey => Say("Utiliser une clé d’accès", "Use a passkey");

    public string WrongCode => Say("Ce code n’est pas le bon, ou il a déjà servi.", "This code is not right, or it has been used.");

    public string StartAgain => Say("La première étape remonte à trop longtemps : recommencez.", "The first step was too long ago: begin again.");

    public string LostSecondFactor => Say("Téléphone et codes perdus ? Un autre organisateur peut remettre votre compte en état, depuis la page « Comptes ».", "Telephone and codes lost? Another organiser can mend your account, on the page “Accounts”.");

    // Setting up
    public string SetupTitle => Say("Premier compte", "The first account");

    public string SetupLead(string workshop) => Say($"Vous serez la première personne à organiser {workshop} sur ce site. Vous inviterez les autres.", $"You will be the first to organise {workshop} on this site. You will invite the others.");

    public string SetupIsOver => Say("Ce lien ne sert plus : quelqu’un organise déjà.", "This link is over: there is an organiser already.");

    public string LinkIsOver => Say("Ce lien ne sert plus", "This link is over");

    public string LinkIsOverLead => Say("Il a déjà servi, ou il est trop ancien. Demandez-en un autre ; une invitation, c’est un organisateur qui la renvoie.", "It has been used, or it is too old. Ask for another one; an invitation is sent again by an organiser.");

    public string AskForLink => Say("Demander un lien", "Ask for a link");

    public string FullName => Say("Nom", "Name");

    public string CreateAccount => Say("Créer le compte", "Create the account");

    public string ChoosePassword => Say("Choisir un mot de passe", "Choose a password");

    public string NewPassword => Say("Nouveau mot de passe", "New password");

    public string CurrentPassword => Say("Mot de passe actuel", "Current password");

    public string PasswordHint => Say("12 caractères au moins ; une phrase convient. Aucune autre règle.", "At least 12 characters; a sentence will do. No other rule.");

    public string SetPassword => Say("Enregistrer le mot de passe", "Set the password");

    public string PasswordIsTooShort => Say("Ce mot de passe est trop court : 12 caractères au moins.", "This password is too short: at least 12 characters.");

    public string PasswordIsTooLong => Say("Ce mot de passe est trop long : 200 caractères au plus.", "This password is too long: at most 200 characters.");

    public string PasswordIsCommon => Say("Ce mot de passe est de ceux qu’on essaie en premier. Quelques mots sans rapport entre eux valent mieux.", "This password is among those that are tried first. A few words that have nothing to do with each other are better.");

    public string PasswordIsPersonal => Say("Ce mot de passe se devine à partir de votre nom, de votre adresse ou de l’atelier.", "This password can be guessed from your name, your address or the workshop.");

    public string WrongCurrentPassword => Say("Le mot de passe actuel n’est pas celui-là.", "This is not the current password.");

    // The account
    public string LanguageOfMyPages => Say("Langue de mes pages et de mes courriels", "Language of my pages and mails");

    public string ChangePassword => Say("Changer de mot de passe", "Change the password");

    public string MySessions => Say("Sessions ouvertes", "Open sessions");

    public string MySessionsLead => Say("Une session se ferme après deux heures sans rien faire, et en tout cas après douze heures.", "A session ends after two idle hours, and in any case after twelve.");

    public string SessionDevice => Say("Navigateur", "Browser");

    public string SessionNetwork => Say("Réseau", "Network");

    public string SessionSince => Say("Ouverte", "Opened");

    public string LastSeen => Say("Dernière visite", "Last seen");

    public string ThisSession => Say("celle-ci", "this one");

    public string UnknownDevice => Say("Inconnu", "Unknown");

    public string EndSession => Say("Fermer", "End");

    public string EndSessionOf(string device) => Say($"Fermer la session {device}", $"End the session {device}");

    public string EndOtherSessions => Say("Fermer toutes les autres", "End all others");

    public string HowISignIn => Say("Connexion", "Signing in");

    public string SecondFactorIs(bool application, int passkeys) => (application, passkeys) switch
    {
        (false, 0) => Say("Aucun second facteur.", "No second factor."),
        (true, 0) => Say("Second facteur : une application.", "Second factor: an application."),
        (false, 1) => Say("Second facteur : une clé d’accès.", "Second factor: one passkey."),
        (false, _) => Say($"Second facteur : {passkeys} clés d’accès.", $"Second factor: {passkeys} passkeys."),
        (true, 1) => Say("Second facteur : une application et une clé d’accès.", "Second factor: an application and one passkey."),
        _ => Say($"Second facteur : une application et {passkeys} clés d’accès.", $"Second factor: an application and {passkeys} passkeys."),
    };

    public string ChangeSecondFactor => Say("Application, clés d’accès, codes de secours", "Application, passkeys, recovery codes");

    public string AccountDone(string? done) => done switch
    {
        "saved" => Say("Enregistré.", "Saved."),
        "password" => Say("Le mot de passe est changé ; les autres sessions sont fermées.", "The password is changed; other sessions are ended."),
        "ended" => Say("La session est fermée.", "The session is ended."),
        "others" => Say("Les autres sessions sont fermées.", "The other sessions are ended."),
        "removed" => Say("Retiré.", "Removed."),
        "renamed" => Say("Renommé.", "Renamed."),
        "kept" => Say("C’est votre dernier second facteur : mettez-en un autre en place avant de retirer celui-ci.", "This is your last second factor: set up another one before you remove it."),
        "passkey" => Say("La clé d’accès n’a pas pu être ajoutée. Rien n’a changé : vous pouvez recommencer.", "The passkey could not be added. Nothing has changed: you can try again."),
        _ => "",
    };

    // The second factor
    public string SecondFactorOwed => Say("Avant tout le reste, mettez en place un second facteur : le mot de passe seul n’ouvre pas l’organisation.", "Before anything else, set up a second factor: the password alone does not open the organisers’ room.");

    public string SecondFactorLead => Say("Ce que l’on vous demande en plus du mot de passe.", "What you are asked for besides the password.");

    public string AuthenticatorApp => Say("Application", "Application");

    public string AuthenticatorIsSet => Say("Une application donne vos codes.", "An application gives your codes.");

    public string ScanIt => Say("Ouvrez votre application d’authentification (Aegis, 2FAS, Google Authenticator, votre gestionnaire de mots de passe…) et scannez ce code, ou tapez-y la clé.", "Open your authenticator application (Aegis, 2FAS, Google Authenticator, your password manager…) and scan this code, or type the key.");

    public string TheKey => Say("Clé", "Key");

    public string CodeItShows => Say("Le code qu’elle affiche", "The code that it shows");

    public string Enable => Say("Activer", "Turn on");

    public string ReplaceApp => Say("Changer d’application ou de téléphone", "Change application or telephone");

    public string RemoveApp => Say("Retirer l’application", "Remove the application");

    public string Passkeys => Say("Clés d’accès", "Passkeys");

    public string PasskeysLead => Say("Le doigt, le visage ou le code de votre appareil, ou une clé de sécurité : une clé d’accès remplace mot de passe et second facteur.", "The finger, face or PIN of your device, or a security key: a passkey stands for password and second factor at once.");

    public string PasskeysNeedScript => Say("Ajouter une clé d’accès demande un navigateur récent, avec JavaScript.", "To add a passkey you need a recent browser, with JavaScript.");

    public string PasskeyName => Say("Nom de la clé d’accès", "Name of the passkey");

    public string PasskeyNameHint => Say("Par exemple : téléphone, clé bleue.", "For example: telephone, blue key.");

    public string UnnamedPasskey(string day) => Say($"Clé du {day}", $"Passkey of {day}");

    public string AddPasskey => Say("Ajouter une clé d’accès", "Add a passkey");

    public string Rename => Say("Renommer", "Rename");

    public string RemoveIt => Say("Retirer", "Remove");

    public string RemoveNamed(string name) => Say($"Retirer {name}", $"Remove {name}");

    public string RenameNamed(string name) => Say($"Nouveau nom de {name}", $"New name of {name}");

    public string AddedOn(string day) => Say($"ajoutée le {day}", $"added on {day}");

    public string RecoveryTitle => Say("Codes de secours", "Recovery codes");

    public string RecoveryLeft(int left) => left switch
    {
        0 => Say("Il ne vous en reste aucun.", "You have none left."),
        1 => Say("Il vous en reste un.", "You have one left."),
        _ => Say($"Il vous en reste {left} sur 10.", $"You have {left} of 10 left."),
    };

    public string RecoveryLead => Say("Pour le jour où le téléphone est perdu. Chacun sert une fois.", "For the day on which the telephone is lost. Each works once.");

    public string NewRecovery => Say("En faire dix nouveaux", "Make ten new ones");

    public string NewRecoveryMeans => Say("Les anciens ne serviront plus.", "The old ones will work no more.");

    public string RecoveryShown => Say("Gardez-les hors de ce téléphone, sur papier par exemple : cette page est la seule à les montrer, et une seule fois.", "Keep them away from this telephone, on paper for example: this page alone shows them, and once only.");

    public string DownloadRecovery => Say("Les télécharger (texte)", "Download them (text)");

    public string IKeptThem => Say("Je les ai gardés, continuer", "I have kept them, go on");

    // The accounts
    public string RoleName(OrganiserRole role) => role == OrganiserRole.Organiser ? Say("organisateur", "organiser") : Say("aide à l’accueil", "helper");

    public string RoleLabel => Say("Rôle", "Role");

    public string RoleMeans(OrganiserRole role) => role == OrganiserRole.Organiser
        ? Say("Tout : inscrits, courriels, réglages, comptes.", "Everything: attendees, mail, settings, accounts.")
        : Say("L’accueil seulement.", "Check-in only.");

    public string AccountState(bool isDisabled, bool isInvited) => isDisabled ? Say("désactivé", "disabled") : isInvited ? Say("invité", "invited") : Say("actif", "active");

    public string AccountStateLabel => Say("État", "State");

    public string AccountNumber => Say("N°", "No.");

    public string SecondFactorColumn => Say("Second facteur", "Second factor");

    public string SecondFactorShort(bool application, bool passkey) => (application, passkey) switch
    {
        (true, true) => Say("application, clé d’accès", "application, passkey"),
        (true, false) => Say("application", "application"),
        (false, true) => Say("clé d’accès", "passkey"),
        _ => Say("aucun", "none"),
    };

    public string NeverSeen => Say("jamais", "never");

    public string AccountsCaption => Say("Les comptes de l’organisation", "The accounts of the organisers");

    public string InviteSomebody => Say("Inviter quelqu’un", "Invite somebody");

    public string InviteLead => Say("Un courriel part avec un lien personnel, valable sept jours, sous lequel la personne choisit son mot de passe.", "A mail goes out with a personal link, good for seven days, under which the person chooses a password.");

    public string SendInvitation => Say("Envoyer l’invitation", "Send the invitation");

    public string LanguageOfTheMail => Say("Langue du courriel et des pages", "Language of the mail and the pages");

    public string AddressHasAccount => Say("Cette adresse a déjà un compte.", "This address has an account already.");

    public string SendInvitationAgain => Say("Renvoyer l’invitation", "Send the invitation again");

    public string SendPasswordLink => Say("Envoyer un lien de mot de passe", "Send a password link");

    public string SendLinkMeans => Say("Le lien précédent ne servira plus.", "The link before will work no more.");

    public string MakeRole(OrganiserRole role) => role == OrganiserRole.Organiser ? Say("En faire un organisateur", "Make an organiser") : Say("En faire une aide à l’accueil", "Make a helper");

    public string ForgetSecondFactor => Say("Oublier le second facteur", "Forget the second factor");

    public string ForgetSecondFactorMeans => Say("Pour qui a perdu téléphone et codes, une fois que vous lui avez parlé : il en sera demandé un nouveau à la prochaine connexion.", "For who has lost telephone and codes, once you have spoken to them: a new one will be asked for at the next sign-in.");

    public string DisableAccount => Say("Désactiver le compte", "Disable the account");

    public string DisableMeans => Say("Plus de connexion, et les sessions ouvertes se ferment. Rien n’est effacé.", "No more sign-in, and open sessions end. Nothing is erased.");

    public string EnableAccount => Say("Réactiver le compte", "Enable the account");

    public string DeleteAccount => Say("Supprimer le compte", "Delete the account");

    public string DeleteAccountMeans(int number) => Say($"Nom et adresse sont effacés ; le journal garde « organisateur {number} ».", $"Name and address are erased; the log keeps “organiser {number}”.");

    public string YesDelete => Say("Oui, supprimer", "Yes, delete");

    public string YourOwnAccount => Say("C’est votre compte.", "This is your account.");

    public string AccountsDone(string? done) => done switch
    {
        "invited" => Say("L’invitation part par courriel.", "The invitation is on its way by mail."),
        "mailed" => Say("Le lien part par courriel.", "The link is on its way by mail."),
        "role" => Say("Le rôle est changé ; la personne se reconnectera.", "The role is changed; the person will sign in again."),
        "disabled" => Say("Le compte est désactivé.", "The account is disabled."),
        "enabled" => Say("Le compte est réactivé.", "The account is enabled."),
        "deleted" => Say("Le compte est supprimé.", "The account is deleted."),
        "forgotten" => Say("Le second facteur est oublié.", "The second factor is forgotten."),
        "last" => Say("C’est le dernier compte qui puisse organiser : invitez d’abord quelqu’un d’autre.", "This is the last account that can organise: invite somebody else first."),
        "unknown" => Say("Ce compte n’existe plus.", "This account is there no more."),
        "tick" => Say("Cochez la case pour supprimer le compte.", "Tick the box to delete the account."),
        _ => "",
    };
}
