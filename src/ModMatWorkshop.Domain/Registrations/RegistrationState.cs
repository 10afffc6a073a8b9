using ModMatWorkshop.Domain.Options;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>
/// The values of a registration at one moment, for its history and for undo. <see cref="Registration"/> describes the properties.
/// </summary>
public sealed record RegistrationState
{
    public required RegistrationDetails Details { get; init; }

    public required int Revision { get; init; }

    public IReadOnlyList<RoleDecision> RoleDecisions { get; init; } = [];

    public required string Email { get; init; }

    public string? NewEmail { get; init; }

    public required Attendance Attendance { get; init; }

    public required RegistrationStatus Status { get; init; }

    public required Place Place { get; init; }

    public int? SeatNumber { get; init; }

    public long? LineNumber { get; init; }

    public bool FromReserve { get; init; }

    public DateTimeOffset? OfferUntil { get; init; }

    /// <summary>What the person has of the options.</summary>
    public IReadOnlyList<OptionPlace> Options { get; init; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }

    public DateTimeOffset? CancelledAt { get; init; }

    public DateTimeOffset? ListedSince { get; init; }

    public DateTimeOffset? PhotographedSince { get; init; }

    public Selection Selection { get; init; }

    public string? SelectionReason { get; init; }

    public DateTimeOffset? SelectedAt { get; init; }

    public TravelSupportDecision TravelSupport { get; init; }

    public string? TravelSupportWords { get; init; }

    public DateTimeOffset? TravelSupportAt { get; init; }

    /// <summary>
    /// The keys of the fields whose answer in this state was withdrawn or replaced later and is not kept, each with the revision that no
    /// longer had it. States with the same erased answer have the same revision here.
    /// </summary>
    public IReadOnlyDictionary<string, int> Erased { get; init; } = new Dictionary<string, int>();

    public bool ContainsNeeds() =>
        RegistrationFields.BuiltIn.Needs.Any(need => need.Get(this).Length > 0)
        || Details.Answers.Any(a => a.Retention == FieldRetention.UntilWorkshopEnds);

    public RegistrationState WithoutNeeds() => this with { Details = Details.WithoutNeeds() };

    /// <summary>The needs, consents and questions with an erasure date whose answer the later state does not have any more.</summary>
    public IReadOnlyList<RegistrationField> WithdrawnIn(RegistrationState later) =>
        [
            .. RegistrationFields
                .BuiltIn.Withdrawable.Concat(
                    Details.Answers.Where(a => a.Retention != FieldRetention.WithRegistration).Select(a => RegistrationFields.Of(a.Id))
                )
                .Where(f => f.Get(this) is { Length: > 0 } answer && answer != f.Get(later)),
        ];

    /// <summary>This state without the answers that the later state does not have any more: it keeps only that there was one.</summary>
    public RegistrationState WithoutWithdrawn(RegistrationState later)
    {
        var withdrawn = WithdrawnIn(later);
        if (withdrawn.Count == 0)
            return this;
        var details = Details.Without(withdrawn);
        return this with
        {
            Details = details,
            ListedSince = details.MayBeListed ? ListedSince : null,
            PhotographedSince = details.MayBePhotographed ? PhotographedSince : null,
            Erased = new Dictionary<string, int>(Erased.Concat(withdrawn.Select(f => KeyValuePair.Create(f.Key, later.Revision)))),
        };
    }

    /// <summary>The answers to restore: those of this state, but the current ones where this state's are erased.</summary>
    public RegistrationDetails DetailsOver(RegistrationState now) =>
        Erased.Keys.Select(RegistrationFields.Of).Aggregate(Details, (details, field) => field.Copy(now, details));
}
