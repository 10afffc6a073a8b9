using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>The expected result of a command for one registration.</summary>
/// <param name="Place">The person's place after the command.</param>
/// <param name="Rank">The position on the waiting list; null for none.</param>
/// <param name="Refusal">Why a seat cannot be offered; null for other commands.</param>
public sealed record PreviewResult(ChangeResult Result, Place Place, int? Rank = null, OfferRefusal? Refusal = null);

/// <summary>Applies <see cref="RegistrationRules"/> to copies of registrations in memory. Saves nothing.</summary>
public sealed class BatchPreview
{
    private readonly Seating _seating;
    private readonly HashSet<Guid> _invited;
    private readonly Dictionary<Guid, AnswerProposal> _late;
    private readonly Dictionary<Guid, Registration> _copies = [];
    private readonly Dictionary<Guid, SeatOffer> _offered = [];

    private BatchPreview(Seating seating, HashSet<Guid> invited, Dictionary<Guid, AnswerProposal> late) =>
        (_seating, _invited, _late) = (seating, invited, late);

    public static async Task<BatchPreview> ReadAsync(WorkshopDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var context = await RegistrationContext.ReadAsync(db, cancel);
        var invited = await db.Invitations.Where(i => i.UsedBy != null).Select(i => i.UsedBy!.Value).ToListAsync(cancel);
        var late = await db.AnswerProposals.AsNoTracking().Where(p => p.IsLate).ToDictionaryAsync(p => p.RegistrationId, cancel);
        return new(await context.ReadSeatingAsync(db, now), [.. invited], late);
    }

    /// <summary>
    /// Previews a command. Call it in the order of the batch, because a seat that one person gives up is free for the next.
    /// </summary>
    public PreviewResult Of(RegistrationCommand command, Registration registration)
    {
        var copy = CopyOf(registration);
        var refusal = command is OfferSeat ? OfferRefusal.Of(_seating, copy) : null;
        var facts = new RegistrationFacts(_invited.Contains(copy.Id), IsByOrganiser: true)
        {
            LateChange = _late.GetValueOrDefault(copy.Id),
        };
        var decision = RegistrationRules.Decide(_seating, copy, command, facts);
        return End(decision, copy, refusal);
    }

    /// <summary>Previews the import of a person who is not registered yet.</summary>
    public PreviewResult Import(ImportRow row, ImportAs mode)
    {
        if (_seating.Now >= _seating.Policy.End || !EmailAddress.TryParse(row.Email, out var email))
            return new(ChangeResult.TooLate, Place.None);
        var registration = CopyOf(Registration.New(Guid.CreateVersion7(), 0, "", email));
        return End(NewcomerRules.Import(_seating, registration, row, mode), registration, null);
    }

    /// <summary>The copy of a registration, including the effects of earlier commands in this preview.</summary>
    private Registration CopyOf(Registration registration)
    {
        if (_copies.TryGetValue(registration.Id, out var known))
            return known;
        var copy = _copies[registration.Id] = registration.Copy();
        if (_offered.TryGetValue(copy.Id, out var offer))
            copy.OfferSeat(offer.SeatNumber, offer.Until);
        return copy;
    }

    private PreviewResult End(Decision decision, Registration registration, OfferRefusal? refusal)
    {
        foreach (var offer in _seating.OfferFreeSeats())
            if (_copies.TryGetValue(offer.Id, out var copy))
                copy.OfferSeat(offer.SeatNumber, offer.Until);
            else
                _offered.Add(offer.Id, offer);
        return new(decision.Result, registration.Place, _seating.Rank(registration), refusal);
    }
}
