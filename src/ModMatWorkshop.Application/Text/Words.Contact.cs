namespace ModMatWorkshop.Application.Text;

// Sentences that end with the contact address. The partial view _WriteToUs leaves them out while the address is unknown.
public sealed partial class Words
{
    public string WriteToUs => Say("Écrivez-nous :", "Write to us:");

    public string IfMistakenWriteToUs => Say("Si c’est une erreur, écrivez-nous :", "If this is a mistake, write to us:");

    public string ToCorrectIdentityWriteToUs =>
        Say("Pour corriger votre nom ou ce que vous présentez, écrivez-nous :", "To correct your name or what you present, write to us:");
}
