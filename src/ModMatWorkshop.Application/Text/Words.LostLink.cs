namespace ModMatWorkshop.Application.Text;

// A lost link
public sealed partial class Words
{
    public string LostLink => Say("Retrouver mon lien", "Recover my link");

    public string LostLinkLead =>
        IsOnApplication
            ? Say(
                "Donnez l’adresse de votre candidature : si elle est connue, le lien y est envoyé.",
                "Enter the email address of your application. If we know it, we will send the link to it."
            )
            : Say(
                "Donnez l’adresse de votre inscription : si elle est connue, le lien y est envoyé.",
                "Enter the email address of your registration. If we know it, we will send the link to it."
            );

    public string LostLinkSent =>
        IsOnApplication
            ? Say(
                "Si une candidature existe à cette adresse, son lien vient d’y être envoyé.",
                "If an application exists for this address, we have just sent it the link."
            )
            : Say(
                "Si une inscription existe à cette adresse, son lien vient d’y être envoyé.",
                "If a registration exists for this address, we have just sent it the link."
            );

    public string SendLink => Say("Envoyer le lien", "Send the link");
}
