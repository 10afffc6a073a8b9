using ModMatWorkshop.Domain.Organisers;

namespace ModMatWorkshop.Application.Text;

// The roles of the accounts
public sealed partial class Words
{
    public string RoleNames(OrganiserRoles roles) =>
        string.Join(", ", OrganiserRights.All.Where(role => roles.HasFlag(role)).Select(RoleName));

    public string RoleName(OrganiserRoles role) =>
        role switch
        {
            OrganiserRoles.Organiser => Say("organisation", "organiser"),
            OrganiserRoles.Programme => Say("programme", "programme"),
            OrganiserRoles.Registration => Say("inscriptions", "registration"),
            OrganiserRoles.Chair => Say("présidence de l’appel", "chair of the call"),
            OrganiserRoles.Reviewer => Say("relecture", "reviewer"),
            OrganiserRoles.Helper => Say("accueil", "helper"),
            _ => Say("lecture", "reader"),
        };

    public string RolesLabel => Say("Rôles", "Roles");

    public string RoleMeans(OrganiserRoles role) =>
        role switch
        {
            OrganiserRoles.Organiser => Say("Tout, et les comptes des autres.", "Everything, and the accounts of the others."),
            OrganiserRoles.Programme => Say(
                "Le programme et les autres contenus, et prévenir les personnes concernées par un changement.",
                "The programme and all other content, and telling people what has changed."
            ),
            OrganiserRoles.Registration => Say(
                "Les participants : liste, places, messages, impressions, accueil. Voit les contenus.",
                "The participants: list, seats, messages, printing, check-in. Sees the content."
            ),
            OrganiserRoles.Chair => Say(
                "L’appel à contributions : répartir, décider, écrire aux auteurs. Voit les contenus.",
                "The call: assigning submissions, deciding, writing to authors. Sees the content."
            ),
            OrganiserRoles.Reviewer => Say(
                "Lire et noter les soumissions confiées.",
                "Reading and marking the submissions assigned to them."
            ),
            OrganiserRoles.Helper => Say("L’accueil le jour même, rien d’autre.", "Checking people in, nothing else."),
            _ => Say(
                "Voir les chiffres et les contenus, aucun nom de participant, sans rien changer.",
                "Seeing figures and content, no names of participants, changing nothing."
            ),
        };

    public string OnlySees =>
        Say("Vos rôles permettent de voir cette page, pas de la modifier.", "Your roles let you see this page, but not change it.");

    public string ChooseRoles => Say("Choisissez au moins un rôle.", "Choose at least one role.");

    public string SaveRoles => Say("Enregistrer les rôles", "Save roles");
}
