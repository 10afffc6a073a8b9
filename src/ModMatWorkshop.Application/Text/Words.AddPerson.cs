namespace ModMatWorkshop.Application.Text;

// Adding a person by hand, and walk-ins
public sealed partial class Words
{
    public string AddPerson => Say("Ajouter une personne", "Add a person");

    public string AddPersonLead =>
        Say(
            "Les règles habituelles s’appliquent : une place s’il en reste, sinon à "
                + "distance et en liste d’attente. Les dates d’inscription ne comptent pas.",
            "The usual rules apply: a seat if one is free, otherwise remote and on the waiting list. The registration dates do not apply."
        );

    public string HowToConfirm => Say("Confirmation", "Confirmation");

    public string ConfirmByMail => Say("La personne confirme par le lien d’un message", "The person confirms with the link in an email");

    public string ConfirmAtOnce => Say("Confirmée tout de suite : je réponds de l’adresse", "Confirmed at once: I vouch for the address");

    public string AddThem => Say("Inscrire cette personne", "Register this person");

    public string WalkIn => Say("Arrivée sur place", "Walk-in");

    public string WalkInLead =>
        Say(
            "Pour une personne qui se présente à l’accueil sans inscription. Confirmée tout de suite ; le lien part par courriel.",
            "For a person who arrives without a registration. Confirmed at once; the link goes out by email."
        );

    public string WalkInEmailHint =>
        Say(
            "Nécessaire : sans adresse, ni lien, ni direct, ni attestation.",
            "Required: without an address there is no link, no stream and no certificate."
        );

    /// <param name="atDesk">On the day: the helper calls the waiting list, then gives the seat.</param>
    public string SeatsFreeNow(int free, int waiting, bool atDesk) =>
        free == 0
            ? Say(
                "La salle est pleine : la personne suivra à distance, en liste d’attente.",
                "The room is full: the person will attend remotely and join the waiting list."
            )
        : free <= waiting && atDesk
            ? Say(
                $"{Some(free, "place libre", "places libres", "", "")}, {People(waiting)} en liste d’attente : une fois la personne "
                    + "inscrite, demandez si les autres sont là, puis donnez-lui la place.",
                $"{Some(free, "", "", "free seat", "free seats")}, {People(waiting)} on the waiting list: once this person is registered, "
                    + "ask whether the others are here, then give the seat."
            )
        : free <= waiting
            ? Say(
                "Les places libres reviennent à la liste d’attente : la personne suivra à distance, en liste d’attente.",
                "The free seats go to the waiting list first: the person will attend remotely and join the waiting list."
            )
        : Say(
            free - waiting == 1 ? "Il reste une place libre." : $"Il reste {free - waiting} places libres.",
            free - waiting == 1 ? "One seat is free." : $"{free - waiting} seats are free."
        );
}
