namespace ModMatWorkshop.Application.Text;

// The address of a registration, and what was typed with it
public sealed partial class Words
{
    public string CookieIsMissing =>
        Say(
            "Votre navigateur n’a pas renvoyé le cookie de ce formulaire. Rien n’est perdu : renvoyez. "
                + "Si ce message revient, autorisez les cookies de ce site, puis renvoyez.",
            "Your browser did not return this form’s cookie. Nothing is lost: send it again. "
                + "If this message comes back, allow cookies for this site, then send again."
        );
}
