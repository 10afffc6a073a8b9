namespace ModMatWorkshop.Application.Text;

// Signing in to the organisers' area, and accounts
public sealed partial class Words
{
    public string SignInWith(string name) => Say($"Se connecter avec {name}", $"Sign in with {name}");

    public string SignInWithPasskey => Say("Se connecter avec une clé d’accès", "Sign in with a passkey");

    public string OrSignInWith => Say("Ou bien", "Or");

    public string ForgottenPassword => Say("Mot de passe oublié", "Forgotten password");

    public string ForgottenLead =>
        Say(
            "Indiquez l’adresse de votre compte : nous y envoyons un lien pour choisir un nouveau mot de passe.",
            "Enter the email address of your account. We will send it a link to choose a new password."
        );

    public string SendForgotten => Say("Recevoir le lien", "Send me the link");

    public string ForgottenSent =>
        Say(
            "Si cette adresse a un compte, un lien vient d’y être envoyé. Il sert une seule fois, pendant deux heures.",
            "If this address has an account, we have just sent it a link. The link works once, for two hours."
        );

    public string WaitBeforeTrying(int minutes) =>
        Say(
            $"Trop d’essais. Attendez {(minutes == 1 ? "une minute" : $"{minutes} minutes")} "
                + "avant le suivant, ou demandez un lien par « Mot de passe oublié ».",
            $"Too many attempts. Wait {(minutes == 1 ? "a minute" : $"{minutes} minutes")} "
                + "before the next one, or request a link under “Forgotten password”."
        );

    public string SignedOutNow => Say("Vous êtes déconnecté.", "You are signed out.");

    public string SignInAgain =>
        Say(
            "Pour modifier vos moyens de connexion, votre connexion doit dater de moins d’un quart d’heure.",
            "To change how you sign in, you must have signed in within the last 15 minutes."
        );

    public string SignInAgainNow => Say("Se connecter à nouveau", "Sign in again");

    public string PasskeyRefused => Say("Cette clé d’accès n’ouvre aucun compte ici.", "This passkey does not belong to any account here.");

    public string PasskeyFailed =>
        Say(
            "La clé d’accès n’a pas répondu. Rien n’a changé : vous pouvez recommencer.",
            "The passkey did not respond. Nothing has changed; you can try again."
        );

    public string InstitutionRejected =>
        Say(
            "Votre établissement vous a identifié, mais aucun compte ici n’a votre adresse. Un organisateur peut vous inviter.",
            "Your institution has identified you, but no account here has your address. An organiser can invite you."
        );

    public string InstitutionUnavailable =>
        Say(
            "Votre établissement ne répond pas. Connectez-vous avec un mot de passe, ou réessayez plus tard.",
            "Your institution is not responding. Sign in with a password, or try again later."
        );

    // Two-factor authentication at sign-in
    public string SecondStep => Say("Authentification à deux facteurs", "Two-factor authentication");

    public string SecondStepLead =>
        Say(
            "Saisissez le code à six chiffres de votre application, ou l’un de vos codes de secours.",
            "Enter the six-digit code from your authenticator app, or one of your recovery codes."
        );

    public string SecondStepPasskeyOnly =>
        Say("Utilisez votre clé d’accès, ou l’un de vos codes de secours.", "Use your passkey, or one of your recovery codes.");

    public string CodeLabel => Say("Code", "Code");

    public string UsePasskey => Say("Utiliser une clé d’accès", "Use a passkey");

    public string WrongCode => Say("Ce code n’est pas le bon, ou il a déjà servi.", "This code is wrong or has already been used.");

    public string StartAgain => Say("La première étape est trop ancienne : recommencez.", "The first step was too long ago. Start again.");

    public string LostSecondFactor =>
        Say(
            "Téléphone et codes perdus ? Un autre organisateur peut réinitialiser votre second facteur, depuis la page « Comptes ».",
            "Lost your phone and your codes? Another organiser can reset your two-factor authentication on the “Accounts” page."
        );

    // Setup and passwords
    public string SetupTitle => Say("Premier compte", "First account");

    public string SetupLead(string workshop) =>
        Say(
            $"Vous serez la première personne à organiser {workshop} sur ce site. Vous pourrez ensuite inviter les autres.",
            $"You will be the first organiser of {workshop} on this site. You can then invite the others."
        );

    public string SetupOfNewSiteLead =>
        Say(
            "Vous serez la première personne à organiser l’atelier sur ce site. Viennent ensuite quelques questions sur l’atelier.",
            "You will be the first organiser on this site. A few questions about the workshop come next."
        );

    public string SetupIsOver =>
        Say(
            "Ce lien n’est plus valable : un compte d’organisation existe déjà.",
            "This link is no longer valid: there is already an organiser."
        );

    public string LinkIsOver => Say("Ce lien n’est plus valable", "This link is no longer valid");

    public string LinkIsOverLead =>
        Say(
            "Il a déjà servi, ou il est trop ancien. Demandez-en un autre ; "
                + "pour une invitation, demandez à un organisateur de la renvoyer.",
            "It has been used or has expired. Request another one. If it was an invitation, ask an organiser to resend it."
        );

    public string AskForLink => Say("Demander un lien", "Request a link");

    public string FullName => Say("Nom", "Name");

    public string CreateAccount => Say("Créer le compte", "Create account");

    public string ChoosePassword => Say("Choisir un mot de passe", "Choose a password");

    public string NewPassword => Say("Nouveau mot de passe", "New password");

    public string CurrentPassword => Say("Mot de passe actuel", "Current password");

    public string PasswordHint =>
        Say(
            "12 caractères au moins ; une phrase convient. Aucune autre règle.",
            "At least 12 characters. A sentence is fine. There are no other rules."
        );

    public string SetPassword => Say("Enregistrer le mot de passe", "Save password");

    public string PasswordIsTooShort =>
        Say("Ce mot de passe est trop court : 12 caractères au moins.", "This password is too short: at least 12 characters.");

    public string PasswordIsTooLong =>
        Say("Ce mot de passe est trop long : 200 caractères au plus.", "This password is too long: at most 200 characters.");

    public string PasswordIsCommon =>
        Say(
            "Ce mot de passe est de ceux qu’on essaie en premier. Quelques mots sans rapport entre eux valent mieux.",
            "This password is one of the first that attackers try. A few unrelated words are better."
        );

    public string PasswordIsPersonal =>
        Say(
            "Ce mot de passe se devine à partir de votre nom, de votre adresse ou de l’atelier.",
            "This password can be guessed from your name, your address or the workshop."
        );

    public string WrongCurrentPassword => Say("Le mot de passe actuel est incorrect.", "The current password is wrong.");
}
