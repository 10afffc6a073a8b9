using System.Globalization;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Options;

/// <summary>
/// Gives the places of the options: <see cref="Apply"/> follows every change of a registration, whatever caused it, and compares what the
/// person asks for with what the person has.
/// </summary>
internal static class OptionRules
{
    /// <summary>Whether a person may have an option: by the attendance that they ask for and by their position.</summary>
    public static bool IsFor(WorkshopOption option, RegistrationState state) =>
        (option.Attendance is not { } attendance || attendance == state.Attendance)
        && (option.Positions.Count == 0 || option.Positions.Contains(PersonFields.Position.Get(state)));

    /// <summary>The places that a person asks for; 0 for none.</summary>
    public static int WishOf(RegistrationDetails details, string key) =>
        details.Answers.Find(WorkshopOption.IdOf(key)) is { } answer
        && int.TryParse(answer.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var places)
            ? Math.Clamp(places, 0, 1 + WorkshopOption.MostCompanions)
            : 0;

    /// <summary>Participants keep what they chose of an option that is closed; organisers may still change it.</summary>
    public static RegistrationDetails KeepClosed(Change change, RegistrationDetails typed, RegistrationDetails? before)
    {
        if (!change.Facts.IsByOwner)
            return typed;
        foreach (var terms in change.Policy.Options.Where(t => !t.IsOpenAt(change.Now)))
        {
            var id = terms.Option.Id;
            typed = typed with
            {
                Answers =
                    before?.Answers.Find(id) is { } kept ? typed.Answers.With(kept)
                    : typed.Answers.Find(id) is null ? typed.Answers
                    : typed.Answers.With(new(id, "")),
            };
        }
        return typed;
    }

    /// <summary>Frees, takes and queues places, so that they agree with the status, the attendance and the answers.</summary>
    public static void Apply(Change change)
    {
        var registration = change.Registration;
        if (change.Policy.Options.Count == 0 && registration.Options.Count == 0)
            return;
        var state = registration.Snapshot();
        var mayHave =
            registration.Status == RegistrationStatus.Confirmed
            || registration is { Status: RegistrationStatus.Pending, HoldUntil: not null };
        foreach (var terms in change.Policy.Options)
            Settle(change, terms, mayHave && IsFor(terms.Option, state) ? WishOf(state.Details, terms.Key) : 0);
        // What has left the content stays with those who chose it and still want it.
        foreach (var place in registration.Options.Where(p => !p.IsKept && change.Policy.Options.All(t => t.Key != p.Key)).ToList())
            if (!mayHave || WishOf(state.Details, place.Key) == 0)
                Replace(change, place.Key, null);
    }

    /// <summary>Gives up everything, without a trace in the answers: the hold of a pending registration has lapsed.</summary>
    public static void Release(Change change)
    {
        change.Registration.SetOptions([]);
        change.Seating.Options.Update(change.Registration);
    }

    public static ChangeResult Accept(Change change, string key)
    {
        if (change.Registration.OptionPlace(key) is not { } place)
            return ChangeResult.TooLate;
        if (!place.IsOffered)
            return place.Missing == 0 ? ChangeResult.NoChange : ChangeResult.TooLate;
        if (place.OfferUntil <= change.Now)
        {
            Lapse(change);
            return ChangeResult.TooLate;
        }
        Replace(change, key, new(key, place.Wanted, place.Wanted));
        change.LogDone(key);
        return ChangeResult.Done;
    }

    /// <summary>Leaves the waiting list of an option, or declines an offer. What is held stays.</summary>
    public static ChangeResult Decline(Change change, string key)
    {
        if (change.Registration.OptionPlace(key) is not { Missing: > 0 } place)
            return ChangeResult.NoChange;
        GiveUpMissing(change, place);
        change.LogDone(key);
        return ChangeResult.Done;
    }

    /// <summary>What is due: offers that were not accepted leave the line, and freed places are no longer kept.</summary>
    public static ChangeResult Lapse(Change change)
    {
        var lapsed = change.Registration.Options.Where(p => p.OfferUntil <= change.Now).ToList();
        foreach (var place in lapsed)
        {
            GiveUpMissing(change, place);
            change.Mail(MailKind.OptionOfferLapsed, LapseOptions.CauseOf(place));
            change.Log(LapseOptions.OfferLapsed, place.Key, bySite: true);
        }
        change.Registration.ForgetKeptOptions(change.Now);
        change.Seating.Options.Update(change.Registration);
        return ChangeResult.Done;
    }

    /// <summary>Undo: gives back what the person had, if the places are still there.</summary>
    public static void Restore(Change change, RegistrationState before)
    {
        var (registration, lines) = (change.Registration, change.Seating.Options);
        foreach (var earlier in before.Options.Where(p => !p.IsKept))
        {
            if (earlier.OfferUntil <= change.Now)
                continue;
            var own = registration.Options.Where(p => p.Key == earlier.Key && !(p.KeptUntil <= change.Now)).Sum(p => p.Taken);
            var terms = lines.Terms.FirstOrDefault(t => t.Key == earlier.Key);
            if (terms is not null && !lines.Fits(terms, registration.Id, null, earlier.Taken, own, change.Now))
                continue;
            Replace(change, earlier.Key, earlier);
        }
    }

    private static void Settle(Change change, OptionTerms terms, int wish)
    {
        var (registration, lines, key) = (change.Registration, change.Seating.Options, terms.Key);
        var place = registration.OptionPlace(key);
        if (wish == 0)
        {
            if (place is not null)
                Free(change, place, null);
            return;
        }
        // A larger wish waits until the person has answered the offer.
        if (place is { IsOffered: true } && wish >= place.Wanted || place?.Held == wish && place.Missing == 0)
            return;
        var held = place?.Held ?? 0;
        if (wish <= held)
        {
            Free(change, place!, new(key, wish, wish));
            return;
        }
        if (place is { IsOffered: true })
        {
            Free(change, place, place with { Wanted = wish });
            return;
        }
        var kept = registration.Options.Where(p => p.Key == key && p.KeptUntil > change.Now).Sum(p => p.Held);
        Replace(
            change,
            key,
            lines.Fits(terms, registration.Id, place?.Line, wish - held, kept, change.Now)
                ? new(key, wish, wish)
                : new(key, wish, held) { Line = place?.Line ?? change.Seating.NextLineNumber() }
        );
    }

    /// <summary>Keeps places that an organiser frees for a while, so that an undo finds them.</summary>
    private static void Free(Change change, OptionPlace before, OptionPlace? after)
    {
        Replace(change, before.Key, after);
        var freed = before.Taken - (after?.Taken ?? 0);
        if (!change.Facts.IsByOrganiser || freed <= 0 || before.OfferUntil <= change.Now)
            return;
        var registration = change.Registration;
        registration.SetOptions([.. registration.Options, new(before.Key, 0, freed) { KeptUntil = change.Now + KeptSeat.Time }]);
        change.Seating.Options.Update(registration);
    }

    /// <summary>The answer follows, so that the person does not ask again for what they have declined.</summary>
    private static void GiveUpMissing(Change change, OptionPlace place)
    {
        var (registration, id) = (change.Registration, WorkshopOption.IdOf(place.Key));
        var answers = registration.Details.Answers;
        var held = place.Held.ToString(CultureInfo.InvariantCulture);
        var option = change.Policy.Options.FirstOrDefault(t => t.Key == place.Key)?.Option;
        var answer = answers.Find(id);
        registration.ChangeAnswers(
            place.Held == 0 || answer is null ? answers.Without(id)
            : option is null ? answers.With(answer with { Value = held, Text = OptionFields.PartyOf(place.Held) })
            : OptionFields.Of(option).Set!(registration.Details, held).Answers
        );
        Replace(change, place.Key, place.Held == 0 ? null : new(place.Key, place.Held, place.Held));
    }

    /// <summary>Replaces what the person has of an option, and what is kept of it, which then has no purpose.</summary>
    private static void Replace(Change change, string key, OptionPlace? place)
    {
        var registration = change.Registration;
        var others = registration.Options.Where(p => p.Key != key);
        registration.SetOptions(place is null ? [.. others] : [.. others, place]);
        change.Seating.Options.Update(registration);
    }
}
