namespace ModMatWorkshop.Application.Text;

// The mail about what has changed in the programme
public sealed partial class Words
{
    public string ProgrammeNewsTitle => Say("Prévenir des changements", "Tell people of the changes");

    public string ProgrammeNewsSubject => Say("Le programme a changé", "The programme has changed");

    public string ProgrammeNewsLead =>
        Say(
            "Un seul courriel réunit tout ce qui a changé depuis le précédent. Chacun y lit d’abord ce qui le concerne.",
            "One email joins everything that has changed since the last one. Each person reads first what concerns them."
        );

    public string NothingToTell => Say("Il n’y a rien de nouveau à annoncer.", "There is nothing new to tell.");

    public string NobodyConcerned =>
        Say(
            "Ces changements ne concernent aucune personne inscrite : aucun courriel ne part.",
            "These changes concern nobody who is registered, so no email is sent."
        );

    public string UntoldChanges(int count) =>
        Say(
            $"Programme : {Some(count, "changement n’a", "changements n’ont", "", "")} pas encore été annoncé par courriel.",
            $"Programme: {Some(count, "", "", "change has", "changes have")} not been emailed yet."
        );

    public string TellNow => Say("Prévenir", "Tell people");

    public string WhatHasChanged(int count) => Some(count, "changement", "changements", "change", "changes");

    public string PeopleConcerned(int count) =>
        Some(count, "personne concernée", "personnes concernées", "person concerned", "people concerned");

    public string PeopleConcernedHint =>
        Say(
            "Inscrites à la demi-journée, dans la salle ou à distance, ou bien présentent ou président.",
            "They attend the half-day, in the room or online, or they present or chair."
        );

    public string NotReachedByMail(int count) =>
        Some(
            count,
            "personne ne recevra pas ce message",
            "personnes ne recevront pas ce message",
            "person will not get this email",
            "people will not get this email"
        );

    public string NotReachedByMailHint =>
        Say(
            "Ces personnes présentent ou président ce qui a changé, mais n’ont pas d’inscription confirmée. Prévenez-les vous-même.",
            "They present or chair what has changed, but have no confirmed registration. Please tell them yourself."
        );

    public string SendProgrammeNews(int people) =>
        Say(
            $"Envoyer à {Some(people, "personne", "personnes", "", "")} dans un quart d’heure",
            $"Send to {Some(people, "", "", "person", "people")} in a quarter of an hour"
        );

    public string SendProgrammeNewsHint => Say("D’ici là, vous pouvez l’arrêter ici.", "Until then you can stop it here.");

    public string ProgrammeNewsWaits(int people, string hour) =>
        Say(
            $"Le courriel à {Some(people, "personne", "personnes", "", "")} part à {hour}.",
            $"The email to {Some(people, "", "", "person", "people")} leaves at {hour}."
        );

    public string ProgrammeNewsLeft(string when) => Say($"Dernier courriel : {when}.", $"Last email: {when}.");

    public string StopProgrammeNews => Say("Arrêter le courriel", "Stop the email");

    public string ProgrammeNewsStopped =>
        Say("Le courriel est arrêté. Personne n’a rien reçu.", "The email is stopped. Nobody has received anything.");

    public string ProgrammeNewsHasLeft => Say("Trop tard : le courriel est parti.", "Too late: the email has left.");

    public string ProgrammeNewsMoved =>
        Say(
            "Le programme a changé entre-temps, ou quelqu’un d’autre a déjà envoyé ce courriel. Regardez de nouveau.",
            "The programme has changed in the meantime, or somebody else has already sent this email. Please look again."
        );

    public string SeeProgress => Say("Voir l’avancement", "See the progress");
}
