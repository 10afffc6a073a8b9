using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

/// <summary>The instants at which registration, the reserve and the desk change.</summary>
public sealed class RegistrationPolicyTests
{
    private static readonly RegistrationPolicy Policy = new SeatingSample(seats: 2, reserved: 1).Policy;

    [Fact]
    public void Registration_opens_and_closes_to_the_second()
    {
        Assert.Equal([false, true], Around(Policy.Opens).Select(Policy.IsOpenAt));
        Assert.Equal([true, false], Around(Policy.Closes).Select(Policy.IsOpenAt));
    }

    [Fact]
    public void An_organiser_opens_it_until_the_workshop_is_over_and_closes_it_at_any_time()
    {
        var (open, closed) = (Policy with { Open = true }, Policy with { Open = false });
        Assert.True(open.IsOpenAt(Policy.Opens.AddDays(-1)));
        Assert.Equal([true, false], Around(Policy.End).Select(open.IsOpenAt));
        Assert.False(closed.IsOpenAt(Policy.Opens));
    }

    [Fact]
    public void A_form_that_comes_too_late_registers_nobody()
    {
        var sample = new SeatingSample();
        sample.Seating.Now = sample.Policy.Closes;
        var decision = sample.Register("ada");
        Assert.Equal((null, null, null), (decision.Place, decision.Registration, decision.Decision));
    }

    [Fact]
    public void The_reserve_ends_to_the_second() =>
        Assert.Equal([1, 0], Around(Policy.ReservedUntil).Select(now => Policy.SeatsAt(now, held: 0, heldFromReserve: 0).UnusedReserve));

    [Fact]
    public void The_desk_gives_seats_from_the_end_of_the_offers_to_the_end_of_the_workshop() =>
        Assert.Equal([false, true, true, false], Around(Policy.OffersUntil, Policy.End).Select(Policy.DeskGivesSeatsAt));

    private static IEnumerable<DateTimeOffset> Around(params DateTimeOffset[] instants) =>
        instants.SelectMany(instant => new[] { instant.AddSeconds(-1), instant });
}
