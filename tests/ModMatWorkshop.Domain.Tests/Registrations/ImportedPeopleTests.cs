using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

/// <summary>New people from an imported list, and what the list leaves open.</summary>
public sealed class ImportedPeopleTests
{
    [Theory]
    [InlineData(false, false, ImportAs.ConfirmedWithMail, "seat", "Confirmed")]
    [InlineData(false, false, ImportAs.ConfirmedWithoutMail, "seat", "")]
    [InlineData(false, false, ImportAs.ToBeConfirmed, "pending seat", "ConfirmAddress")]
    [InlineData(false, true, ImportAs.ConfirmedWithMail, "pending seat", "ConfirmAddress")]
    [InlineData(false, true, ImportAs.ConfirmedWithoutMail, "pending seat", "ConfirmAddress")]
    [InlineData(true, false, ImportAs.ConfirmedWithMail, "waiting list 1", "WaitingList")]
    [InlineData(true, true, ImportAs.ConfirmedWithMail, "pending waiting list 1", "ConfirmAddress")]
    public void Who_waits_takes_no_free_seat_and_who_has_not_paid_is_not_confirmed(
        bool isWaiting,
        bool isUnconfirmed,
        ImportAs mode,
        string standing,
        string mails
    )
    {
        var sample = new SeatingSample();
        var (person, decision) = Import(sample, Attendance.InPerson, isWaiting, isUnconfirmed, mode);

        Assert.Equal((standing, mails), (sample.StandingOf(person), string.Join(' ', decision.Mails.Select(m => m.Kind))));
    }

    [Fact]
    public void Who_attends_remotely_does_not_wait()
    {
        var sample = new SeatingSample();
        var (person, _) = Import(sample, Attendance.Remote, isWaiting: true, isUnconfirmed: false, ImportAs.ConfirmedWithMail);

        Assert.Equal("remote", sample.StandingOf(person));
    }

    [Fact]
    public void An_import_may_leave_the_affiliation_open_and_nothing_else()
    {
        Assert.Equal(["affiliation"], RegistrationFields.BuiltIn.All.Where(f => f.MayBeLeftOpen).Select(f => f.Key));

        var sample = new SeatingSample();
        sample.Register("ada");
        var known = sample["ada"].Snapshot();
        Assert.Equal([], RegistrationFields.BuiltIn.OpenIn(known));
        Assert.Equal(
            [PersonFields.Affiliation],
            RegistrationFields.BuiltIn.OpenIn(known with { Details = known.Details with { Affiliation = "", Country = null } })
        );
    }

    private static (Registration Person, Decision Decision) Import(
        SeatingSample sample,
        Attendance attendance,
        bool isWaiting,
        bool isUnconfirmed,
        ImportAs mode
    )
    {
        var person = Registration.New(Guid.NewGuid(), 1, "ticket", SeatingSample.AddressOf("ada"));
        var row = new ImportRow(person.Email, SeatingSample.DetailsOf("ada"), attendance, [])
        {
            IsWaiting = isWaiting,
            IsUnconfirmed = isUnconfirmed,
        };
        return (person, NewcomerRules.Import(sample.Seating, person, row, mode));
    }
}
