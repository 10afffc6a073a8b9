using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

public sealed partial class Words
{
    public string Registration => IsOnApplication ? Say("Candidature", "Application") : Say("Inscription", "Registration");

    public string Register => IsOnApplication ? Say("Candidater", "Apply") : Say("S’inscrire", "Register");

    // Above the form
    public string RegistrationIsQuick =>
        IsOnApplication
            ? Say("Candidater prend moins d’une minute.", "Applying takes less than a minute.")
            : Say("L’inscription prend moins d’une minute.", "Registration takes less than a minute.");

    /// <param name="guest">The name; empty once it is erased.</param>
    public string GuestGreeting(string guest, string workshop) =>
        guest.Length == 0
            ? Say($"Le comité d’organisation vous invite à {workshop}.", $"The organising committee invites you to {workshop}.")
            : Say(
                $"Bonjour {guest}, le comité d’organisation vous invite à {workshop}.",
                $"Welcome, {guest}. The organising committee invites you to {workshop}."
            );

    public string SeatIsKept(string lastDay) =>
        Say(
            $"Une place en salle vous est gardée jusqu’au {lastDay} : elle est à vous dès que vous vous inscrivez ici.",
            $"We keep a seat for you until {lastDay}: it is yours as soon as you register here."
        );

    public string InvitationIsUsed => Say("Cette invitation a déjà servi.", "This invitation has already been used.");

    public string RegisteredAlready =>
        IsOnApplication
            ? Say("Déjà candidat ou candidate ?", "Already applied?")
            : Say("Déjà inscrit ou inscrite ?", "Already registered?");

    public string OpensOn(string when) =>
        IsOnApplication
            ? Say($"Les candidatures ouvriront le {when}.", $"Applications open on {when}.")
            : Say($"Les inscriptions ouvriront le {when}.", $"Registration opens on {when}.");

    public string ClosedOn(string when) =>
        IsOnApplication
            ? Say($"Les candidatures sont closes depuis le {when}.", $"Applications closed on {when}.")
            : Say($"Les inscriptions sont closes depuis le {when}.", $"Registration closed on {when}.");

    public string RegistrationIsClosed =>
        IsOnApplication
            ? Say("Les candidatures sont closes.", "Applications are closed.")
            : Say("Les inscriptions sont closes.", "Registration is closed.");

    public string ClosedNow =>
        IsOnApplication
            ? Say("Les candidatures sont closes pour le moment.", "Applications are currently closed.")
            : Say("Les inscriptions sont closes pour le moment.", "Registration is currently closed.");

    public string AvailabilityNow(SeatsLeft left, AttendanceOffer offer) =>
        left switch
        {
            _ when !offer.HasRoom() => Say(
                "Tout se suit à distance, sans limite de places.",
                "Everything is online; places are unlimited."
            ),
            SeatsLeft.Many => Say("Il reste plus de dix places en salle.", "More than ten seats are left."),
            SeatsLeft.Few => Say("Les dernières places en salle.", "Only a few seats are left."),
            _ when !offer.HasStream() => Say(
                "La salle est complète ; la liste d’attente reste ouverte.",
                "The room is full; the waiting list is still open."
            ),
            _ => Say(
                "La salle est complète ; l’inscription à distance reste ouverte.",
                "The room is full; remote registration is still open."
            ),
        };

    public string OverCapacityHint(int seats, AttendanceOffer offer) =>
        offer.HasStream()
            ? Say(
                $"La salle a {SeatsCount(seats)}. Au-delà, personne n’est refusé : "
                    + "vous suivez à distance, et vous êtes sur liste d’attente pour la première place qui se libère.",
                $"The room has {SeatsCount(seats)}. After that, nobody is turned away: "
                    + "you attend remotely and join the waiting list for the next free seat."
            )
            : Say(
                $"La salle a {SeatsCount(seats)}. Au-delà, vous êtes sur liste d’attente pour la première place qui se libère.",
                $"The room has {SeatsCount(seats)}. After that, you join the waiting list for the next free seat."
            );

    // The form
    public string GivenName => Of(PersonFields.GivenName.Label);

    public string FamilyName => Of(PersonFields.FamilyName.Label);

    public string Email => Of(PersonFields.Email.Label);

    public string Affiliation => Of(PersonFields.Affiliation.Label);

    public string Country => Of(PersonFields.Country.Label);

    public string Optional => Say("facultatif", "optional");

    public string NotSpecified => Of(PersonFields.Country.NoAnswer!);

    public string PositionLabel => Of(PersonFields.Position.Label);

    public string PositionName(Position position) => OptionOf(PersonFields.Position, position.ToString());

    /// <summary>The label of an option; the value itself if there is no such option.</summary>
    public string OptionOf(RegistrationField field, string value) =>
        field.Options.FirstOrDefault(o => o.Value == value) is { } option ? Of(option.Label) : value;

    /// <summary>The label of a registration field on the organisers' pages.</summary>
    public string NameOf(RegistrationField field) => Of(field.ShortLabel ?? field.Label);

    public string? HelpOf(RegistrationField field, Workshop workshop) =>
        field.Help is { } help ? Of(help).Replace("{end}", Date(workshop.End), StringComparison.Ordinal) : null;

    /// <summary>Before the name of a question that an import has left open.</summary>
    public string StillMissing => Say("Il nous manque une réponse :", "One answer is still missing:");

    public string HowYouAttend => Of(ParticipationFields.Attendance.Label);

    public string AttendanceName(Attendance attendance) => OptionOf(ParticipationFields.Attendance, attendance.Word());

    /// <summary>How a person wishes to take part, in a sentence: <c>Votre participation : en salle</c>.</summary>
    public string Wish(Attendance attendance) => ListChip(HowYouAttend, AttendanceName(attendance).ToLower(Culture));

    public string InPersonMeans(SeatsLeft left) =>
        IsOnApplication ? Say("Une place en salle, si vous êtes retenu ou retenue.", "A seat, if you are accepted.")
        : left == SeatsLeft.None
            ? Say(
                "Complet : vous suivez à distance et vous rejoignez la liste d’attente.",
                "Full: you attend remotely and join the waiting list."
            )
        : Say("Une place vous est gardée dans la salle.", "A seat is reserved for you in the room.");

    public string RemoteMeans =>
        IsOnApplication
            ? Say(
                "Le direct, si vous êtes retenu ou retenue. Sans limite de places.",
                "The stream, if you are accepted. There is no limit on remote places."
            )
            : Say(
                "Le direct s’ouvre depuis votre lien personnel. Sans limite de places.",
                "Your personal link opens the stream. There is no limit on remote places."
            );

    public string WhichHalfDays => Of(ParticipationFields.HalfDays.Label);

    public string HalfDayName(DateOnly date, HalfDay half) => Say($"{Day(date)}, {Half(half)}", $"{Day(date)}, {Half(half)}");

    public string AllHalfDays => Say("Toutes les demi-journées", "All half-days");

    public string SomeHalfDays => Say("Je choisis lesquelles", "Let me choose");

    public string AllMeals => Say("Tout", "Everything");

    public string Absent => Say("Absent", "Absent");

    public string Meals => Of(ParticipationFields.Meals.Label);

    public string Send =>
        IsOnApplication ? Say("Envoyer ma candidature", "Submit my application") : Say("Envoyer mon inscription", "Submit my registration");

    public string Save => Say("Enregistrer", "Save");

    // Validation errors
    public string PutRight(int faults) =>
        faults == 1
            ? Say("Un point est à corriger", "There is 1 error")
            : Say($"{faults} points sont à corriger", $"There are {faults} errors");

    public string TellUs(string what) => Of(FieldErrors.Missing(Localized.Same(what)));

    public string TooLong(string what, int most) => Of(FieldErrors.TooLong(Localized.Same(what), most));

    public string NotInAName(string what) => Of(FieldErrors.NotInAName(Localized.Same(what)));

    public string NoInvisible(string what) => Of(FieldErrors.NoInvisible(Localized.Same(what)));

    public string NotAnAddress(string typed) => Of(FieldErrors.OfAddress(typed));

    public string FormIsOld =>
        Say(
            "Ce formulaire était ouvert depuis trop longtemps, ou venait d’ailleurs. Rien n’est perdu : relisez et renvoyez.",
            "This form was open for too long, or came from another site. Nothing is lost: check it and send it again."
        );

    // After submitting
    public string AlmostDone => Say("Une dernière étape", "One more step");

    public string WeWroteTo => Say("Nous venons d’écrire à", "We have just written to");

    public string FollowTheLink(string until) =>
        Say(
            $"Suivez le lien de ce message et appuyez sur « Confirmer ». Voici ce qui vous est gardé jusqu’au {until} :",
            $"Follow the link in that email and press “Confirm”. We hold this for you until {until}:"
        );

    public string FollowTheLinkRemote =>
        Say("Suivez le lien de ce message et appuyez sur « Confirmer ».", "Follow the link in that email and press “Confirm”.");

    public string NotYours => Say("Ce n’est pas votre adresse ?", "Not your address?");

    public string CorrectIt => Say("La corriger", "Correct it");

    public string CorrectAddressHint =>
        Say(
            "Corrigez l’adresse et envoyez de nouveau : ce qui vous est gardé vous suit, et le lien déjà parti ne s’ouvrira plus.",
            "Correct the address and send the form again. You keep what we hold for you, and the link already sent stops working."
        );

    public string Outcome(Place place, AttendanceOffer offer) =>
        place switch
        {
            Domain.Registrations.Place.None when IsOnApplication => Say(
                "Les organisateurs liront votre candidature dès que vous l’aurez confirmée.",
                "The organisers will read your application as soon as you have confirmed it."
            ),
            Domain.Registrations.Place.WaitingList when !offer.HasStream() => Say(
                "Sur la liste d’attente de la salle.",
                "On the waiting list for a seat."
            ),
            Domain.Registrations.Place.Seat => Say("Une place en salle.", "A seat."),
            Domain.Registrations.Place.WaitingList => Say(
                "À distance pour l’instant, et sur la liste d’attente de la salle.",
                "Remote for now, and on the waiting list for a seat."
            ),
            Domain.Registrations.Place.Remote => Say("Une place à distance.", "A remote place."),
            _ => Say("Aucune place n’est gardée.", "No place is held."),
        };

    public string Rank(int rank) =>
        Say(
            rank == 1 ? "au 1er rang" : $"au {rank}e rang",
            (rank % 100) is >= 11 and <= 13
                ? $"{rank}th"
                : (rank % 10) switch
                {
                    1 => $"{rank}st",
                    2 => $"{rank}nd",
                    3 => $"{rank}rd",
                    _ => $"{rank}th",
                }
        );
}
