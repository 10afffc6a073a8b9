using System.Text.Json.Serialization;
using ModMatWorkshop.Domain.Options;

namespace ModMatWorkshop.Domain.Registrations;

/// <content>The places that the person has of the options. What they ask for is among the answers.</content>
public sealed partial class Registration
{
    /// <summary>Null for a person without any, so that a query finds the others.</summary>
    public IReadOnlyList<OptionPlace>? OptionPlaces { get; private set; }

    /// <summary>When the first offer lapses or the first freed place is no longer kept; null for never.</summary>
    public DateTimeOffset? OptionsDueAt { get; private set; }

    [JsonIgnore]
    public IReadOnlyList<OptionPlace> Options => OptionPlaces ?? [];

    /// <summary>What the person has of an option, or waits for; null for nothing.</summary>
    public OptionPlace? OptionPlace(string key) => Options.FirstOrDefault(p => p.Key == key && !p.IsKept);

    /// <summary>Whether the person asks for options, whose places are held like a seat.</summary>
    [JsonIgnore]
    public bool WantsOptions => Details.Answers.Any(a => WorkshopOption.KeyIn(a.Id) is not null);

    public void SetOptions(IReadOnlyList<OptionPlace> places)
    {
        OptionPlaces = places.Count == 0 ? null : [.. places.OrderBy(p => p.Key, StringComparer.Ordinal).ThenBy(p => p.IsKept)];
        OptionsDueAt = places.Min(p => p.DueAt);
        if (
            places.FirstOrDefault(p => p.Held < 0 || p.Held > p.Wanted && !p.IsKept || p.IsOffered && (p.IsWaiting || p.Missing == 0)) is
            { } wrong
        )
            throw new InvalidOperationException($"Registration {Number} would be impossible: {wrong}.");
    }

    /// <summary>When the first offer of places lapses; null without an offer.</summary>
    [JsonIgnore]
    public DateTimeOffset? FirstOptionDeadline => Options.Min(p => p.OfferUntil);

    /// <summary>Offers the missing places of an option to somebody on its waiting list.</summary>
    public void OfferOption(string key, DateTimeOffset until) =>
        SetOptions([.. Options.Select(p => p.Key == key && p.IsWaiting ? p with { Line = null, OfferUntil = until } : p)]);

    /// <summary>Forgets what was kept for an undo until now.</summary>
    public void ForgetKeptOptions(DateTimeOffset now) => SetOptions([.. Options.Where(p => !(p.KeptUntil <= now))]);

    /// <summary>Replaces the answers about options when a place is given up.</summary>
    public void ChangeAnswers(IReadOnlyList<QuestionAnswer> answers) => SetDetails(Details with { Answers = answers });
}
