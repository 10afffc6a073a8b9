using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

/// <summary>A registration refuses a state that cannot be, whatever rule asked for it.</summary>
public sealed class ImpossibleStateTests
{
    private static readonly DateTimeOffset Now = SeatingSample.Noon;

    [Fact]
    public void A_cancelled_registration_takes_no_seat() =>
        Refuses("a cancelled registration has no place", cancelled: true, person => person.AssignSeat(1, fromReserve: false));

    [Fact]
    public void A_cancelled_registration_joins_no_waiting_list() =>
        Refuses("a cancelled registration has no place", cancelled: true, person => person.JoinWaitingList(1));

    [Fact]
    public void A_cancelled_registration_is_offered_nothing() =>
        Refuses("a cancelled registration has no place", cancelled: true, person => person.OfferSeat(1, Now));

    [Fact]
    public void There_is_no_seat_number_0() =>
        Refuses("a seat or an offer has a seat number, and nothing else has", cancelled: false, person =>
            person.AssignSeat(0, fromReserve: false)
        );

    [Fact]
    public void Nobody_accepts_an_offer_that_was_not_made() =>
        Refuses("a seat or an offer has a seat number, and nothing else has", cancelled: false, person => person.Accept());

    [Fact]
    public void A_confirmed_registration_is_not_held()
    {
        var person = Person();
        person.AssignSeat(1, fromReserve: false);
        person.Confirm(Now);
        var refused = Assert.Throws<InvalidOperationException>(() => person.HoldPlaceUntil(Now));
        Assert.Equal("Registration 7 would be impossible: only a pending registration is held.", refused.Message);
    }

    private static void Refuses(string why, bool cancelled, Action<Registration> change)
    {
        var person = Person();
        if (cancelled)
            person.Cancel(Now);
        var refused = Assert.Throws<InvalidOperationException>(() => change(person));
        Assert.Equal($"Registration 7 would be impossible: {why}.", refused.Message);
    }

    private static Registration Person()
    {
        var person = Registration.New(Guid.NewGuid(), 7, "ticket", SeatingSample.AddressOf("ada"));
        person.Begin(SeatingSample.DetailsOf("ada"), Attendance.InPerson, "form", Now);
        return person;
    }
}
