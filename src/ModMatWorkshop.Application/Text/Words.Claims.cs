using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// Roles and claims: on the participant's own page and for organisers
public sealed partial class Words
{
    public string Claims => Say("Rôles à confirmer", "Roles to confirm");

    public string ClaimsLead =>
        Say(
            "Ce que disent un nom ou un choix dans le formulaire n’est qu’une déclaration. Un rôle ne figure sur les badges, les lettres, "
                + "les listes et les attestations qu’après votre accord.",
            "A name or a choice in the form is only a claim. A role appears on badges, letters, lists and certificates once you confirm it."
        );

    public string NoClaims => Say("Aucun rôle n’attend votre accord.", "No role is waiting for you.");

    public string ClaimsTable(int count) => Some(count, "rôle à confirmer", "rôles à confirmer", "role to confirm", "roles to confirm");

    public string ConfirmObvious(int count) =>
        count == 1
            ? Say("Confirmer le seul évident", "Confirm the obvious one")
            : Say($"Confirmer les {count} évidents", $"Confirm the {count} obvious ones");

    public string ObviousMeans =>
        Say(
            "Évident : l’adresse est confirmée, le programme nomme cette personne, personne d’autre ne revendique ce rôle, "
                + "et le nom n’a pas changé depuis l’inscription.",
            "Obvious: the address is confirmed, the programme names this person, nobody else claims the role, "
                + "and the name has not changed since registration."
        );

    public string PersonColumn => Say("Personne", "Person");

    public string ClaimedRole => Say("Rôle", "Role");

    public string InTheProgramme => Say("Au programme", "In the programme");

    public string ClaimCheck => Say("À vérifier", "Check");

    public string ClaimAnswer => Say("Votre réponse", "Your answer");

    public string ConfirmRole => Say("Confirmer", "Confirm");

    public string RefuseRole => Say("Refuser", "Refuse");

    public string WithdrawRole => Say("Retirer", "Withdraw");

    public string AnswerFor(string answer, string part, string person) =>
        Say($"{answer} : {part}, {person}", $"{answer}: {part}, {person}");

    /// <summary>How the person came to claim it.</summary>
    public string ClaimedBy(RoleStanding role) =>
        (role.IsChosen, role.FitsName) switch
        {
            (true, true) => Say("choisi dans le formulaire, et par le nom", "chosen in the form, and by name"),
            (true, false) => Say("choisi dans le formulaire", "chosen in the form"),
            (false, true) => Say("par le nom", "by name"),
            _ when role.IsPresenter => Say("par la réponse à l’acceptation", "by the answer to the acceptance"),
            _ => Say("par une invitation", "by an invitation"),
        };

    public string ObviousClaim => Say("évident", "obvious");

    public string Doubt(ClaimDoubts doubt) =>
        doubt switch
        {
            ClaimDoubts.Unconfirmed => Say(
                "L’adresse n’est pas confirmée ; le rôle pourra l’être ensuite.",
                "The address is not confirmed; the role can be confirmed after that."
            ),
            ClaimDoubts.OtherName => Say("Le programme nomme quelqu’un d’autre.", "The programme names somebody else."),
            ClaimDoubts.Contested => Say("Aussi revendiqué ou tenu par :", "Also claimed or held by:"),
            _ => Say(
                "Le nom a changé depuis l’inscription, l’invitation ou l’accord.",
                "The name has changed since the registration, the invitation or the confirmation."
            ),
        };

    /// <summary>Follows the names of some of those who claim a part too.</summary>
    public string MoreClaimants(int others) =>
        others == 1
            ? Say("et une autre personne", "and one other person")
            : Say($"et {Count(others)} autres", $"and {Count(others)} others");

    /// <summary>"O1 – Title" for a contribution.</summary>
    public string PartName(Part part) =>
        part.Key == Part.Committee ? Committee
        : ContributionCode.TryParse(part.Key, out var code) ? $"{code.Printed} – {part.Title}"
        : part.Title ?? part.Key;

    /// <summary>The code of a contribution, or a word.</summary>
    public string PartShort(Part part) =>
        part.Key == Part.Committee ? Committee
        : ContributionCode.TryParse(part.Key, out var code) ? code.Printed
        : RoleName(part.Role);

    public string RoleStateName(RoleState state) =>
        state switch
        {
            RoleState.Confirmed => Say("confirmé", "confirmed"),
            RoleState.Claimed => Say("à confirmer", "to be confirmed"),
            _ => Say("refusé", "refused"),
        };

    /// <summary>"O1 confirmé, comité refusé", for the history.</summary>
    public string RolesDecided(IReadOnlyList<RoleDecision> decisions) =>
        decisions.Count == 0
            ? Nothing
            : string.Join(
                ", ",
                decisions.Select(d =>
                    $"{(d.Part == Part.Committee ? Committee : ContributionCode.TryParse(d.Part, out var code) ? code.Printed : d.Part)} "
                    + RoleStateName(d.IsConfirmed ? RoleState.Confirmed : RoleState.Refused)
                )
            );

    public string ListRoleState => Say("Rôle", "Role");

    public string RolesOfPerson => Say("Rôles", "Roles");

    public string NoRoles => Say("Aucun : participation.", "None: participant.");

    public string GiveRole => Say("Donner un rôle", "Give a role");

    public string GiveRoleMeans =>
        Say(
            "Pour quelqu’un que le programme nomme autrement, ou qui présente à la place d’un autre.",
            "For somebody whom the programme names differently, or who presents in somebody’s place."
        );

    /// <summary>Why somebody has a role that no organiser has confirmed.</summary>
    public string HasAnsweredToCome => Say("l’acceptation et la réponse « je viens »", "accepted, and answered “I come”");

    public string DecidedBy(string who, string when) => Say($"par {who}, le {when}", $"by {who} on {when}");

    /// <summary>The result of an answer to a claim; null for an unknown key.</summary>
    public string? ClaimResult(string? key) =>
        key switch
        {
            "confirmed" => Say("Le rôle est confirmé.", "The role is confirmed."),
            "refused" => Say("Le rôle est refusé : il ne figurera nulle part.", "The role is refused and will not appear anywhere."),
            "conflict" => Say(
                "Le nom a changé entre-temps : rien n’a été fait. Relisez la ligne.",
                "The name has changed in the meantime, so nothing was done. Check the row again."
            ),
            "invalidstate" => Say(
                "L’adresse de cette personne n’est pas confirmée, ou son inscription est annulée.",
                "This person’s address is not confirmed, or their registration is cancelled."
            ),
            "notfound" => Say("Le programme n’a plus ce rôle.", "The programme no longer has this role."),
            _ => PersonResult(key),
        };

    public string ObviousConfirmed(int done, int asked) =>
        done == asked
            ? Some(done, "rôle confirmé.", "rôles confirmés.", "role confirmed.", "roles confirmed.")
            : Say(
                $"{done} sur {asked} confirmés ; pour les autres, quelque chose a changé entre-temps.",
                $"{done} of {asked} confirmed; something has changed in the meantime for the others."
            );

    public string ItsPage(int number) => Say($"Inscription {number} : la page, et annuler", $"Registration {number}: their page, and undo");

    // The participant's own page
    public string YourRoles => Say("Votre rôle dans l’atelier", "Your part in the workshop");

    public string YouHaveRole(Role role) =>
        role switch
        {
            Role.Organiser => Say("Vous êtes membre du comité d’organisation.", "You are a member of the organising committee."),
            Role.Poster => Say("Vous présentez un poster :", "You are presenting a poster:"),
            _ => Say("Vous donnez un exposé :", "You are giving a talk:"),
        };

    public string YouClaim(RoleStanding role) =>
        role.Part.Key == Part.Committee ? Say("Votre nom est celui d’un membre du comité :", "Your name is that of a committee member:")
        : role.IsChosen ? Say("Vous nous avez dit présenter :", "You told us that you present:")
        : Say("Le programme annonce sous votre nom :", "The programme announces under your name:");

    public string OrganisersConfirmIt =>
        Say(
            "Les organisateurs doivent encore le confirmer ; d’ici là, les lettres, le badge et l’attestation n’en disent rien.",
            "The organisers still have to confirm it. Until then, your letters, badge and certificate do not mention it."
        );

    public string OrganisersRefusedIt => Say("Les organisateurs ne l’ont pas confirmé.", "The organisers did not confirm it.");

    public string IdentityIsFixed =>
        Say(
            "Votre nom et ce que vous présentez ne changent plus : votre présence est enregistrée, ou l’atelier est terminé. "
                + "Le reste se modifie ici.",
            "Your name and what you present no longer change: your attendance is recorded, or the workshop is over. "
                + "You can change everything else here."
        );

    public string IdentityStayed =>
        Say(
            "C’est enregistré, sauf votre nom et ce que vous présentez : seuls les organisateurs les changent désormais.",
            "Saved, except your name and what you present: only the organisers can change these now."
        );

    // The form
    public string AnotherContribution => Say("J’en présente plusieurs", "I present several");

    public string ContributionLabel(int number) => Say($"Contribution {number}", $"Contribution {number}");

    // Invitations
    public string InvitedFor => Say("Rôle dans l’atelier", "Role in the workshop");

    public string InvitedForHint =>
        Say(
            "Il est confirmé dès que la personne s’inscrit sous ce nom ; sous un autre nom, il vous sera soumis.",
            "It is confirmed as soon as the guest registers under this name; under another name, you decide."
        );

    public string NoRoleInvited => Say("aucun", "none");
}
