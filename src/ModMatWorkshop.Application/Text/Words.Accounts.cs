namespace ModMatWorkshop.Application.Text;

// The accounts of the organisers' area and their second factor
public sealed partial class Words
{
    // My account
    public string LanguageOfMyPages => Say("Langue de mes pages et de mes courriels", "Language of my pages and emails");

    public string ChangePassword => Say("Changer de mot de passe", "Change password");

    public string MySessions => Say("Sessions ouvertes", "Open sessions");

    public string AccountDataLead =>
        Say(
            "Votre compte, vos connexions, ce que vous avez noté et écrit en relisant, et vos lignes du journal, en JSON.",
            "Your account, your sessions, what you have marked and written as a reviewer, and your lines of the log, as JSON."
        );

    public string MySessionsLead =>
        Say(
            "Une session se ferme après deux heures d’inactivité, et dans tous les cas après douze heures.",
            "A session ends after two hours of inactivity, and always after twelve hours."
        );

    public string SessionDevice => Say("Navigateur", "Browser");

    public string SessionNetwork => Say("Réseau", "Network");

    public string SessionSince => Say("Ouverte", "Started");

    public string LastSeen => Say("Dernière visite", "Last seen");

    public string ThisSession => Say("celle-ci", "this session");

    public string UnknownDevice => Say("Inconnu", "Unknown");

    public string EndSession => Say("Fermer", "End");

    public string EndSessionOf(string device) => Say($"Fermer la session {device}", $"End session: {device}");

    public string EndOtherSessions => Say("Fermer toutes les autres", "End all other sessions");

    public string HowISignIn => Say("Connexion", "Sign-in");

    public string SecondFactorIs(bool application, int passkeys) =>
        (application, passkeys) switch
        {
            (false, 0) => Say("Aucun second facteur.", "Two-factor authentication is off."),
            (true, 0) => Say("Second facteur : une application.", "Two-factor authentication: an authenticator app."),
            (false, 1) => Say("Second facteur : une clé d’accès.", "Two-factor authentication: one passkey."),
            (false, _) => Say($"Second facteur : {passkeys} clés d’accès.", $"Two-factor authentication: {passkeys} passkeys."),
            (true, 1) => Say(
                "Second facteur : une application et une clé d’accès.",
                "Two-factor authentication: an authenticator app and one passkey."
            ),
            _ => Say(
                $"Second facteur : une application et {passkeys} clés d’accès.",
                $"Two-factor authentication: an authenticator app and {passkeys} passkeys."
            ),
        };

    public string ChangeSecondFactor => Say("Application, clés d’accès, codes de secours", "Authenticator app, passkeys, recovery codes");

    public string AccountDone(string? done) =>
        done switch
        {
            "saved" => Say("Enregistré.", "Saved."),
            "password" => Say(
                "Le mot de passe est changé ; les autres sessions sont fermées.",
                "The password has been changed and your other sessions have ended."
            ),
            "ended" => Say("La session est fermée.", "The session has ended."),
            "others" => Say("Les autres sessions sont fermées.", "The other sessions have ended."),
            "removed" => Say("Retiré.", "Removed."),
            "renamed" => Say("Renommé.", "Renamed."),
            "kept" => Say(
                "C’est votre dernier second facteur : mettez-en un autre en place avant de retirer celui-ci.",
                "This is your last second factor. Set up another one before you remove it."
            ),
            "passkey" => Say(
                "La clé d’accès n’a pas pu être ajoutée. Rien n’a changé : vous pouvez recommencer.",
                "The passkey could not be added. Nothing has changed; you can try again."
            ),
            _ => "",
        };

    // Two-factor authentication settings
    public string SecondFactorOwed =>
        Say(
            "Mettez d’abord en place un second facteur : le mot de passe seul ne donne pas accès à l’organisation.",
            "Set up two-factor authentication first: a password alone does not open the organisers’ area."
        );

    public string SecondFactorLead =>
        Say("Ce qui vous est demandé en plus du mot de passe.", "What we ask for in addition to your password.");

    public string AuthenticatorApp => Say("Application d’authentification", "Authenticator app");

    public string AuthenticatorIsSet => Say("Une application d’authentification est configurée.", "An authenticator app is set up.");

    public string ScanIt =>
        Say(
            "Ouvrez votre application d’authentification (Aegis, 2FAS, Google Authenticator, "
                + "votre gestionnaire de mots de passe…) et scannez ce code, ou tapez-y la clé.",
            "Open your authenticator app (Aegis, 2FAS, Google Authenticator, your password manager…) and scan this code, or type the key."
        );

    public string TheKey => Say("Clé", "Key");

    public string CodeItShows => Say("Code affiché par l’application", "Code shown in the app");

    public string Enable => Say("Activer", "Turn on");

    public string ReplaceApp => Say("Changer d’application ou de téléphone", "Change app or phone");

    public string RemoveApp => Say("Retirer l’application", "Remove the app");

    public string Passkeys => Say("Clés d’accès", "Passkeys");

    public string PasskeysLead =>
        Say(
            "L’empreinte, le visage ou le code de votre appareil, ou une clé de sécurité : "
                + "une clé d’accès remplace mot de passe et second facteur.",
            "Use the fingerprint, face or PIN of your device, or a security key. A passkey replaces both password and second factor."
        );

    public string PasskeysNeedScript =>
        Say(
            "Ajouter une clé d’accès demande un navigateur récent, avec JavaScript.",
            "To add a passkey, you need a recent browser with JavaScript."
        );

    public string PasskeyName => Say("Nom de la clé d’accès", "Passkey name");

    public string PasskeyNameHint => Say("Par exemple : téléphone, clé bleue.", "For example: phone, blue key.");

    public string UnnamedPasskey(string day) => Say($"Clé du {day}", $"Passkey of {day}");

    public string AddPasskey => Say("Ajouter une clé d’accès", "Add a passkey");

    public string Rename => Say("Renommer", "Rename");

    public string RemoveIt => Say("Retirer", "Remove");

    public string RemoveNamed(string name) => Say($"Retirer {name}", $"Remove {name}");

    public string RenameNamed(string name) => Say($"Nouveau nom de {name}", $"New name for {name}");

    public string AddedOn(string day) => Say($"ajoutée le {day}", $"added on {day}");

    public string RecoveryTitle => Say("Codes de secours", "Recovery codes");

    public string RecoveryLeft(int left) =>
        left switch
        {
            0 => Say("Il ne vous en reste aucun.", "You have none left."),
            1 => Say("Il vous en reste un.", "You have one left."),
            _ => Say($"Il vous en reste {left} sur 10.", $"You have {left} of 10 left."),
        };

    public string RecoveryLead =>
        Say("Au cas où vous perdriez votre téléphone. Chaque code sert une fois.", "In case you lose your phone. Each code works once.");

    public string NewRecovery => Say("Générer dix nouveaux codes", "Generate ten new codes");

    public string NewRecoveryMeans => Say("Les anciens ne serviront plus.", "The old codes will stop working.");

    public string RecoveryShown =>
        Say(
            "Gardez-les hors de ce téléphone, sur papier par exemple : cette page ne les montre qu’une seule fois.",
            "Keep them somewhere other than this phone, on paper for example. This page shows them only once."
        );

    public string DownloadRecovery => Say("Les télécharger (texte)", "Download (text)");

    public string IKeptThem => Say("Je les ai conservés, continuer", "I have saved them, continue");

    // All accounts
    public string AccountState(bool isDisabled, bool isInvited) =>
        isDisabled ? Say("désactivé", "disabled")
        : isInvited ? Say("invité", "invited")
        : Say("actif", "active");

    public string AccountStateLabel => Say("État", "State");

    public string AccountNumber => Say("N°", "No.");

    public string SecondFactorColumn => Say("Second facteur", "Two-factor authentication");

    public string SecondFactorShort(bool application, bool passkey) =>
        (application, passkey) switch
        {
            (true, true) => Say("application, clé d’accès", "app, passkey"),
            (true, false) => Say("application", "app"),
            (false, true) => Say("clé d’accès", "passkey"),
            _ => Say("aucun", "none"),
        };

    public string NeverSeen => Say("jamais", "never");

    public string AccountsCaption => Say("Les comptes de l’organisation", "Organiser accounts");

    public string InviteSomebody => Say("Inviter quelqu’un", "Invite somebody");

    public string InviteLead =>
        Say(
            "La personne reçoit par courriel un lien personnel, valable sept jours, pour choisir son mot de passe.",
            "The person receives a personal link by email, valid for seven days, to choose a password."
        );

    public string SendInvitation => Say("Envoyer l’invitation", "Send invitation");

    public string LanguageOfTheMail => Say("Langue du courriel et des pages", "Language of the email and the pages");

    public string AddressHasAccount => Say("Cette adresse a déjà un compte.", "This address already has an account.");

    public string SendInvitationAgain => Say("Renvoyer l’invitation", "Resend invitation");

    public string SendPasswordLink => Say("Envoyer un lien de mot de passe", "Send a password link");

    public string SendLinkMeans => Say("Le lien précédent ne servira plus.", "The previous link will stop working.");

    public string ForgetSecondFactor => Say("Réinitialiser le second facteur", "Reset two-factor authentication");

    public string ForgetSecondFactorMeans =>
        Say(
            "Pour une personne qui a perdu téléphone et codes, après lui avoir parlé : "
                + "elle en configurera un nouveau à la prochaine connexion.",
            "For a person who has lost phone and codes. Speak to them first. They will set it up again at the next sign-in."
        );

    public string DisableAccount => Say("Désactiver le compte", "Disable account");

    public string DisableMeans =>
        Say(
            "La personne ne peut plus se connecter et ses sessions se ferment. Rien n’est effacé.",
            "The person can no longer sign in, and open sessions end. Nothing is erased."
        );

    public string EnableAccount => Say("Réactiver le compte", "Enable account");

    public string DeleteAccount => Say("Supprimer le compte", "Delete account");

    public string DeleteAccountMeans(int number) =>
        Say(
            $"Nom et adresse sont effacés ; le journal garde « organisateur {number} ».",
            $"The name and address are erased; the audit log keeps “organiser {number}”."
        );

    public string YesDelete => Say("Oui, supprimer", "Yes, delete");

    public string YourOwnAccount => Say("C’est votre compte.", "This is your account.");

    public string AccountsDone(string? done) =>
        done switch
        {
            "invited" => Say("L’invitation part par courriel.", "The invitation is on its way by email."),
            "mailed" => Say("Le lien part par courriel.", "The link is on its way by email."),
            "roles" => Say(
                "Les rôles sont enregistrés ; la personne devra se reconnecter.",
                "The roles are saved. The person must sign in again."
            ),
            "roleless" => ChooseRoles,
            "disabled" => Say("Le compte est désactivé.", "The account is disabled."),
            "enabled" => Say("Le compte est réactivé.", "The account is enabled."),
            "deleted" => Say("Le compte est supprimé.", "The account is deleted."),
            "forgotten" => Say("Le second facteur est réinitialisé.", "Two-factor authentication has been reset."),
            "last" => Say(
                "C’est le dernier compte d’organisation : invitez d’abord quelqu’un d’autre.",
                "This is the last organiser account. Invite another organiser first."
            ),
            "unknown" => Say("Ce compte n’existe plus.", "This account no longer exists."),
            "tick" => Say("Cochez la case pour supprimer le compte.", "Tick the box to delete the account."),
            _ => "",
        };
}
