using System.Globalization;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// The results in the audit log
public sealed partial class Words
{
    /// <summary>The result of an action, in words. Parts between commas are independent; an unknown part is unchanged.</summary>
    public string ActionResult(string? result) => result is null ? "" : string.Join(", ", result.Split(", ").Select(ResultPart));

    private string ResultPart(string part) =>
        ResultWords.TryGetValue(part, out var words) ? Say(words.French, words.English)
        : Enum.TryParse<MailKind>(part, out var mail) && mail.ToString() == part ? MailKindName(mail)
        : HalfDayId.FromKey(part) is { } half ? ShortHalfDay(half)
        : RegistrationFields.BuiltIn.Withdrawable.FirstOrDefault(f => f.Key == part) is { } field ? NameOf(field)
        : IsQuestion(part) ? Say($"question « {QuestionAnswer.KeyIn(part)} »", $"question “{QuestionAnswer.KeyIn(part)}”")
        : part.Split(' ') is [var first, var second] ? ResultPair(part, first, second)
        : part.EndsWith(PresenceService.AsRecorded, StringComparison.Ordinal)
        && HalfDayId.FromKey(part[..^(PresenceService.AsRecorded.Length + 1)]) is { } at
            ? $"{ShortHalfDay(at)} {LowerFirst(Correction(null))}"
        : part;

    private static bool IsQuestion(string part) =>
        part.Split('_') is [var key, var kind, ..] && Slug.IsValid(key) && Question.Kinds.ContainsKey(kind);

    private string ResultPair(string part, string first, string second)
    {
        if (HalfDayId.FromKey(first) is { } half && Enum.TryParse<PresenceCorrection>(second, out var correction))
            return $"{ShortHalfDay(half)} {LowerFirst(Correction(correction))}";
        if (Enum.TryParse<Attendance>(first, out _) && Enum.TryParse<Place>(second, out _))
            return ResultPart(second);
        if (Enum.TryParse<RegistrationStatus>(first, out var status) && Enum.TryParse<Place>(second, out _))
            return $"{Status(status)} {ResultPart(second)}";
        if (first == "made" && DateOnly.TryParseExact(second, "yyyy-MM-dd", out var day))
            return Say($"créée le {ShortDate(day)}", $"made on {ShortDate(day)}");
        if (int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return second switch
            {
                "rows" or "lines" => Lines(count),
                "mails" => MailsCount(count),
                _ => part,
            };
        return first switch
        {
            "account" => Say($"compte {second}", part),
            "session" => Say($"session {second}", part),
            "version" => Say($"version {second}", part),
            _ => part,
        };
    }

    private static readonly Dictionary<string, (string French, string English)> ResultWords = new()
    {
        [nameof(Domain.Registrations.Place.Seat)] = ("en salle", "in person"),
        [nameof(Domain.Registrations.Place.Remote)] = ("à distance", "remote"),
        [nameof(Domain.Registrations.Place.WaitingList)] = ("liste d’attente", "waiting list"),
        [nameof(Domain.Registrations.Place.Offer)] = ("place proposée", "seat offered"),
        [nameof(Domain.Registrations.Place.None)] = ("sans place", "no place"),
        [nameof(ChangeResult.Done)] = ("fait", "done"),
        [nameof(ChangeResult.IdentityIsFixed)] = ("sauf nom et rôle, fixés", "except name and role, which are fixed"),
        [Part.Committee] = ("comité d’organisation", "organising committee"),
        [nameof(ChangeResult.NoChange)] = ("c’était déjà fait", "already done"),
        [nameof(ChangeResult.NotFound)] = ("inconnu", "unknown"),
        [nameof(ChangeResult.TooLate)] = ("trop tard", "too late"),
        [nameof(ChangeResult.InvalidState)] = ("impossible dans cet état", "not possible in this state"),
        [nameof(ChangeResult.Queued)] = ("sur la liste d’attente", "on the waiting list"),
        [nameof(ChangeResult.AddressTaken)] = ("adresse déjà prise", "address taken"),
        [nameof(ChangeResult.OthersFirst)] = ("d’autres sont avant", "others come first"),
        [nameof(ChangeResult.Full)] = ("aucune place libre", "no seat is free"),
        [nameof(ChangeResult.NotAccepted)] = ("candidature non acceptée", "not accepted"),
        [nameof(RegistrationStatus.Applied)] = ("candidature à décider", "applied"),
        [nameof(RegistrationStatus.Declined)] = ("candidature refusée", "declined"),
        [nameof(Domain.Registrations.Attendance.InPerson)] = ("en salle", "in person"),
        ["Accept"] = ("accepter", "accept"),
        ["Decline"] = ("refuser", "decline"),
        [nameof(ChangeResult.AwaitsApproval)] = ("attend l’accord des organisateurs", "waiting for the organisers"),
        ["ApproveChange"] = ("accepter des changements", "approve changes"),
        ["RefuseChange"] = ("refuser des changements", "refuse changes"),
        ["DeclineWithStream"] = ("refuser, avec le direct", "decline, with the stream"),
        [nameof(ChangeResult.Kept)] = ("place gardée dix minutes", "seat kept for ten minutes"),
        [nameof(ChangeResult.Conflict)] = ("changé entre-temps", "changed in the meantime"),
        // Kinds of batches
        ["Confirm"] = ("confirmer", "confirm"),
        ["Cancel"] = ("annuler", "cancel"),
        ["Link"] = ("renvoyer le lien", "resend the link"),
        ["Message"] = ("message", "message"),
        ["Import"] = ("importer", "import"),
        ["Undo"] = ("défaire", "undo"),
        ["Presence"] = ("corriger des présences", "correct attendance"),
        // Settings and content
        ["as in the content"] = ("comme dans le fichier", "as in the file"),
        ["open"] = ("ouvertes", "open"),
        ["closed"] = ("fermées", "closed"),
        ["off"] = ("supprimé", "removed"),
        ["none"] = ("aucune", "none"),
        ["errors"] = ("erreurs", "errors"),
        ["by mail"] = ("par courriel", "by email"),
        // Accounts
        ["nobody's account"] = ("aucun compte", "nobody’s account"),
        ["password"] = ("mot de passe", "password"),
        ["passkey"] = ("clé d’accès", "passkey"),
        ["code"] = ("code", "code"),
        ["institution"] = ("établissement", "institution"),
        ["disabled"] = ("désactivé", "disabled"),
        ["too often"] = ("trop d’essais", "too often"),
        ["code too often"] = ("trop d’essais du code", "code too often"),
        ["link"] = ("lien", "link"),
        ["setup"] = ("première ouverture", "first setup"),
        ["not invited"] = ("pas d’invitation", "not invited"),
        ["its second factor"] = ("second facteur de l’établissement", "its second factor"),
        ["no answer that holds"] = ("réponse non valable", "no valid answer"),
        ["application"] = ("application", "authenticator app"),
        ["recovery code"] = ("code de secours", "recovery code"),
        ["organiser"] = ("organisateur", "organiser"),
        ["helper"] = ("aide à l’accueil", "helper"),
    };
}
