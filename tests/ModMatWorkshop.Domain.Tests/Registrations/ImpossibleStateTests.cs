using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

/// <summary>A registration throws when a rule asks for an impossible state.</summary>
public sealed class ImpossibleStateTests
{
    private static readonly DateTimeOffset Now = SeatingSample.Noon;

    [Fact]
    public void A_cancelled_registration_cannot_take_a_seat() =>
        Refuses("a cancelled registration has no place", cancelled: true, person => person.AssignSeat(1, fromReserve: false));

    [Fact]
    public void A_cancelled_registration_cannot_join_the_waiting_list() =>
        Refuses("a cancelled registration has no place", cancelled: true, person => person.JoinWaitingList(1));

    [Fact]
    public void A_cancelled_registration_cannot_be_offered_a_seat() =>
        Refuses("a cancelled registration has no place", cancelled: true, person => person.OfferSeat(1, Now));

    [Fact]
    public void Seat_number_0_is_impossible() =>
        Refuses("a seat or an offer has a seat number, and nothing else has", cancelled: false, person =>
            person.AssignSeat(0, fromReserve: false)
        );

    [Fact]
    public void A_person_without_an_offer_cannot_accept_one() =>
        Refuses("a seat or an offer has a seat number, and nothing else has", cancelled: false, person => person.Accept());

    [Fact]
    public void A_confirmed_registration_cannot_be_held()
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
