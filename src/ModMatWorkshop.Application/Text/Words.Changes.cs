using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application.Text;

// What has changed in the programme
public sealed partial class Words
{
    public string ChangesTitle => Say("Ce qui a changé", "What has changed");

    public string ChangesLead =>
        Say(
            "Les changements du programme, les derniers d’abord. Les corrections de frappe n’y sont pas.",
            "Changes of the programme, latest first. Corrected typos are not listed."
        );

    public string NoChanges =>
        Say("Le programme est tel qu’il a été publié : rien n’a changé.", "The programme is as it was published: nothing has changed.");

    public string ProgrammeVersion(int number) => Say($"Programme, version {number}", $"Programme, version {number}");

    public string ProgrammeChangedToday(int changes) =>
        Say(
            $"Le programme a changé aujourd’hui ({Some(changes, "changement", "changements", "", "")}).",
            $"The programme has changed today ({Some(changes, "", "", "change", "changes")})."
        );

    public string NewSinceLastVisit =>
        Say("Ce qui est nouveau depuis votre dernière visite est marqué.", "What is new since your last visit is marked.");

    /// <summary>A change in one sentence without a full stop: "O7 moved from 10:10 to 11:00, Room B".</summary>
    public string Sentence(ProgrammeDifference difference, TimeZoneInfo zone) =>
        difference.Session is { } session ? Sentence(difference.Kind, session, zone) : Sentence(difference.Kind, difference.Item!, zone);

    /// <summary>The sentence, and in brackets the day and the title that it does not name.</summary>
    public string LineOf(ProgrammeDifference difference, TimeZoneInfo zone)
    {
        var context = ContextOf(difference);
        return Sentence(difference, zone) + (context.Length == 0 ? "" : $" ({context})");
    }

    /// <summary>The day, title and speakers, as far as the sentence does not name them.</summary>
    public string ContextOf(ProgrammeDifference difference)
    {
        var isMoved = difference.Kind is DifferenceKind.Moved or DifferenceKind.SessionMoved;
        var place = difference.Place;
        var old = difference.Item?.Before?.Place ?? difference.Session?.Before.Place;
        var namesDay =
            difference.Kind is DifferenceKind.Added or DifferenceKind.Scheduled or DifferenceKind.Unscheduled
            || isMoved && old?.Date != place?.Date;
        var item = difference.Item;
        string?[] parts =
        [
            place is null || namesDay ? null : Day(place.Date),
            item is { Now.IsContribution: true } && difference.Kind != DifferenceKind.TitleChanged ? Quoted(TitleOf(item.Now)) : null,
            item is { Now.IsContribution: true } && difference.Kind != DifferenceKind.SpeakersChanged
                ? string.Join(", ", item.Now.Speakers)
                : null,
        ];
        return string.Join(Say(" ; ", "; "), parts.Where(part => part is { Length: > 0 }));
    }

    /// <summary>What is no longer true, to be struck; null for none.</summary>
    public string? StruckOf(ProgrammeDifference difference, TimeZoneInfo zone)
    {
        var (before, session) = (difference.Item?.Before, difference.Session?.Before);
        return difference.Kind switch
        {
            DifferenceKind.Moved or DifferenceKind.Cancelled or DifferenceKind.Removed or DifferenceKind.Unscheduled => before!.Place
                is { } place
                ? PlaceText(place, zone)
                : TitleOf(before),
            DifferenceKind.SessionMoved => PlaceText(session!.Place!, zone),
            DifferenceKind.TitleChanged => TitleOf(before!),
            DifferenceKind.SpeakersChanged when before!.Speakers.Count > 0 => string.Join(", ", before.Speakers),
            DifferenceKind.ChairsChanged when before!.Chairs.Count > 0 => string.Join(", ", before.Chairs),
            DifferenceKind.SessionTitleChanged => session!.Title!.In(language),
            DifferenceKind.SessionChairsChanged when session!.Chairs.Count > 0 => string.Join(", ", session.Chairs),
            _ => null,
        };
    }

    private string Sentence(DifferenceKind kind, SessionChange session, TimeZoneInfo zone)
    {
        var name = Say($"La session {session.After.Number}", $"Session {session.After.Number}");
        return kind switch
        {
            DifferenceKind.SessionMoved => Moved(name, session.Before.Place!, session.After.Place!, zone),
            DifferenceKind.SessionTitleChanged => Say(
                $"{name} s’intitule maintenant {Quoted(session.After.Title!.In(language))}",
                $"{name} is now called {Quoted(session.After.Title!.In(language))}"
            ),
            _ => ChairsChanged(Say($"la session {session.After.Number}", name), session.Before.Chairs, session.After.Chairs),
        };
    }

    private string Sentence(DifferenceKind kind, ItemChange change, TimeZoneInfo zone)
    {
        var (name, now) = (NameOf(change.Now), change.Now);
        var place = now.Place is { } at ? WhenAndWhere(at, zone) : null;
        return kind switch
        {
            DifferenceKind.Added => Say($"Nouveau au programme : {name}", $"New in the programme: {name}")
                + (place is null ? "" : $", {place}"),
            DifferenceKind.Removed => Say($"{name} ne figure plus au programme", $"{name} is no longer in the programme"),
            DifferenceKind.Cancelled => Say($"{name} n’aura pas lieu", $"{name} is cancelled"),
            DifferenceKind.Restored => Say($"{name} aura finalement lieu", $"{name} takes place after all"),
            DifferenceKind.Scheduled => Say($"{name} a maintenant un horaire : {place}", $"{name} now has a time: {place}"),
            DifferenceKind.Unscheduled => Say($"{name} n’a plus d’horaire", $"{name} no longer has a time"),
            DifferenceKind.Moved => Moved(name, change.Before!.Place!, now.Place!, zone),
            DifferenceKind.CodeChanged => Say($"{NameOf(change.Before!)} devient {name}", $"{NameOf(change.Before!)} is now {name}"),
            DifferenceKind.KindChanged => Say(
                $"{name} : {Kind(now.Kind!.Value).ToLower(Culture)} au lieu de {Kind(change.Before!.Kind!.Value).ToLower(Culture)}",
                $"{name}: {Kind(now.Kind!.Value).ToLower(Culture)} instead of {Kind(change.Before!.Kind!.Value).ToLower(Culture)}"
            ),
            DifferenceKind.TitleChanged when now.IsContribution => Say(
                $"{name} a un nouveau titre : {Quoted(TitleOf(now))}",
                $"{name} has a new title: {Quoted(TitleOf(now))}"
            ),
            DifferenceKind.TitleChanged => Say($"{NameOf(change.Before!)} devient {name}", $"{NameOf(change.Before!)} is now {name}"),
            DifferenceKind.SpeakersChanged => SpeakersChanged(name, change.Before!.Speakers, now.Speakers),
            DifferenceKind.ChairsChanged => ChairsChanged(name, change.Before!.Chairs, now.Chairs),
            DifferenceKind.AbstractChanged => Say($"{name} a un nouveau résumé", $"{name} has a new abstract"),
            DifferenceKind.Confirmed => Say($"{name} : c’est confirmé", $"{name} is confirmed"),
            _ => Say($"{name} : à confirmer", $"{name} is to be confirmed"),
        };
    }

    private string Moved(string name, ProgrammePlace old, ProgrammePlace now, TimeZoneInfo zone)
    {
        var room = now.HasOtherRoomThan(old) ? $", {now.RoomName!.In(language)}" : "";
        if (old.Date != now.Date)
            return Say(
                $"{name} passe du {When(old, zone)}, au {When(now, zone)}{room}",
                $"{name} moved from {When(old, zone)}, to {When(now, zone)}{room}"
            );
        if (old.Start != now.Start)
            return Say(
                $"{name} passe de {HourOf(old.Start, zone)} à {HourOf(now.Start, zone)}{room}",
                $"{name} moved from {HourOf(old.Start, zone)} to {HourOf(now.Start, zone)}{room}"
            );
        return old.End != now.End
            ? Say(
                $"{name} finit à {HourOf(now.End, zone)} au lieu de {HourOf(old.End, zone)}{room}",
                $"{name} ends at {HourOf(now.End, zone)} instead of {HourOf(old.End, zone)}{room}"
            )
            : Say(
                $"{name} change de salle : {now.RoomName!.In(language)} au lieu de {old.RoomName!.In(language)}",
                $"{name} moved from {old.RoomName!.In(language)} to {now.RoomName!.In(language)}"
            );
    }

    private string SpeakersChanged(string name, IReadOnlyList<string> old, IReadOnlyList<string> now) =>
        now.Count == 0 ? Say($"{name} n’a plus d’intervenant annoncé", $"{name} has no speaker announced any more")
        : HasOthersOnly(old, now)
            ? Say(
                $"{Everyone(now)} {(now.Count > 1 ? "remplacent" : "remplace")} {Everyone(old)} pour présenter {name}",
                $"{Everyone(now)} {(now.Count > 1 ? "present" : "presents")} {name} instead of {Everyone(old)}"
            )
        : Say(
            $"{Everyone(now)} {(now.Count > 1 ? "présentent" : "présente")} {name}",
            $"{Everyone(now)} {(now.Count > 1 ? "present" : "presents")} {name}"
        );

    private string ChairsChanged(string name, IReadOnlyList<string> old, IReadOnlyList<string> now) =>
        now.Count == 0 ? Say($"Personne n’est encore annoncé pour présider {name}", $"No chair is announced for {name} any more")
        : HasOthersOnly(old, now)
            ? Say(
                $"{Everyone(now)} {(now.Count > 1 ? "remplacent" : "remplace")} {Everyone(old)} pour présider {name}",
                $"{Everyone(now)} {(now.Count > 1 ? "chair" : "chairs")} {name} instead of {Everyone(old)}"
            )
        : Say(
            $"{Everyone(now)} {(now.Count > 1 ? "président" : "préside")} {name}",
            $"{Everyone(now)} {(now.Count > 1 ? "chair" : "chairs")} {name}"
        );

    private static bool HasOthersOnly(IReadOnlyList<string> old, IReadOnlyList<string> now) => old.Count > 0 && !old.Intersect(now).Any();

    private string Everyone(IReadOnlyList<string> names) =>
        names.Count < 2 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} {Say("et", "and")} {names[^1]}";

    /// <summary>The code of a contribution, or the title of another row.</summary>
    private string NameOf(ProgrammeItem item) => item.IsContribution ? item.Key.ToUpperInvariant() : Quoted(TitleOf(item));

    private string TitleOf(ProgrammeItem item) => item.Title.In(language);

    private string Quoted(string text) => Say($"« {text} »", $"“{text}”");

    private string PlaceText(ProgrammePlace place, TimeZoneInfo zone) =>
        $"{Day(place.Date)}, {HourOf(place.Start, zone)}–{HourOf(place.End, zone)}"
        + (place.RoomName is { } room ? $", {room.In(language)}" : "");

    private string WhenAndWhere(ProgrammePlace place, TimeZoneInfo zone) =>
        When(place, zone) + (place.RoomName is { } room ? $", {room.In(language)}" : "");

    private string When(ProgrammePlace place, TimeZoneInfo zone) => $"{Day(place.Date)}, {HourOf(place.Start, zone)}";
}
