using ModMatWorkshop.Domain.Options;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Options;

/// <summary>What registrations, deadlines, organisers and the content do to the places of options.</summary>
public sealed class OptionHoldTests
{
    [Fact]
    public void An_unconfirmed_registration_holds_its_places_and_frees_them_when_the_hold_lapses()
    {
        var sample = new OptionSample(places: 2);
        sample.Register("ada", "dinner 2");
        sample.Confirmed("ben dinner 1");
        Assert.Equal("ada 2, ben waiting 1 (1)", sample.Standing());

        sample.Now += TimeSpan.FromHours(2);
        sample.Apply("ada", new LapseHold(), new());
        Assert.Equal(("ada -, ben offered 1", "2"), (sample.Standing(), sample.WishOf("ada")));
    }

    [Fact]
    public void A_late_confirmation_asks_for_the_places_again()
    {
        var sample = new OptionSample(places: 2);
        sample.Register("ada", "dinner 1");
        sample.Register("ben", "dinner 2");
        sample.Now += TimeSpan.FromHours(2);
        sample.Apply("ada", new LapseHold(), new());
        sample.Apply("ben", new Confirm());
        sample.Apply("ada", new Confirm());

        Assert.Equal("ada waiting 1 (1), ben 2", sample.Standing());
    }

    [Fact]
    public void A_remote_registration_holds_options_for_a_while_and_keeps_its_remote_place()
    {
        var sample = new OptionSample();
        sample.Register("ada", "dinner 1", Attendance.Remote);
        sample.Register("ben", "", Attendance.Remote);
        Assert.Equal((OptionSample.Noon.AddHours(2), null), (sample["ada"].HoldUntil, sample["ben"].HoldUntil));

        sample.Now += TimeSpan.FromHours(2);
        sample.Apply("ada", new LapseHold(), new());
        Assert.Equal(("ada -, ben -", Place.Remote), (sample.Standing(), sample["ada"].Place));

        sample.Apply("ada", new Confirm());
        Assert.Equal(("ada 1, ben -", Place.Remote), (sample.Standing(), sample["ada"].Place));
    }

    [Fact]
    public void An_unconfirmed_person_waits_but_gets_no_offer()
    {
        var sample = new OptionSample(places: 1);
        sample.Confirmed("ada dinner 1");
        sample.Register("ben", "dinner 1");
        sample.Confirmed("cat dinner 1");
        sample.Apply("ada", new Cancel());

        Assert.Equal("ada -, ben waiting 1 (1), cat offered 1", sample.Standing());
    }

    [Fact]
    public void A_newcomer_does_not_overtake_an_unconfirmed_person_whose_party_fits()
    {
        var sample = new OptionSample(places: 1);
        sample.Confirmed("ada dinner 1");
        sample.Register("ben", "dinner 1");
        sample.Apply("ada", new Cancel());
        sample.Register("cat", "dinner 1");
        Assert.Equal("ada -, ben waiting 1 (1), cat waiting 1 (2)", sample.Standing());

        sample.Apply("ben", new Confirm());
        Assert.Equal("ada -, ben 1, cat waiting 1 (1)", sample.Standing());
    }

    [Fact]
    public void A_form_that_is_sent_again_changes_the_wish()
    {
        var sample = new OptionSample();
        sample.Register("ada", "dinner 1");
        sample.Register("ada", "dinner 3");

        Assert.Equal("ada 3", sample.Standing());
    }

    [Fact]
    public void Somebody_who_is_no_longer_entitled_frees_the_places_once_and_keeps_the_wish()
    {
        var sample = new OptionSample(places: 2, dinner: o => o with { Attendance = Attendance.InPerson });
        sample.Confirmed("ada dinner 2", "ben dinner 2", "cat dinner 2");
        sample.Apply("ada", new FollowRemotely());
        Assert.Equal("ada -, ben offered 2, cat waiting 2 (1)", sample.Standing());
        Assert.Equal(["ben OptionOffer"], sample.Mails);

        sample.Apply("ada", new RequestSeat());
        Assert.Equal("ada waiting 2 (2), ben offered 2, cat waiting 2 (1)", sample.Standing());
    }

    [Fact]
    public void A_position_that_may_not_choose_the_option_gets_no_place()
    {
        var sample = new OptionSample(dinner: o => o with { Positions = [nameof(Position.PhdStudent)] });
        sample.Confirmed("ada dinner 1");
        Assert.Equal("ada -", sample.Standing());

        sample.Apply("ada", new ChangeDetails(sample["ada"].Details with { Position = Position.PhdStudent }));
        Assert.Equal("ada 1", sample.Standing());
    }

    [Fact]
    public void After_the_deadline_participants_neither_choose_nor_give_up_but_organisers_do()
    {
        var sample = new OptionSample();
        sample.Confirmed("ada dinner 2", "ben tour 1");
        sample.Now = OptionSample.ClosesAt;
        sample.Ask("ada", "");
        sample.Ask("ben", "dinner 1, tour 2");
        sample.Register("cat", "dinner 1");
        Assert.Equal(("ada 2, ben -, cat -", "ada -, ben 1, cat -"), (sample.Standing(), sample.Standing("tour")));

        sample.Ask("ben", "dinner 1", OptionSample.ByOrganiser);
        sample.Apply("ada", new Cancel());
        Assert.Equal("ada -, ben 1, cat -", sample.Standing());
    }

    [Fact]
    public void After_the_deadline_nothing_is_offered()
    {
        var sample = new OptionSample(places: 1);
        sample.Confirmed("ada dinner 1", "ben dinner 1");
        sample.Now = OptionSample.ClosesAt;
        sample.Apply("ada", new Cancel());

        Assert.Equal("ada -, ben waiting 1 (1)", sample.Standing());
    }

    [Fact]
    public void With_fewer_places_nobody_loses_one_and_nothing_is_offered_until_places_are_free()
    {
        var sample = new OptionSample(places: 4);
        sample.Confirmed("ada dinner 2", "ben dinner 2", "cat dinner 1");
        sample.Change(o => o.Key == "dinner" ? o with { Places = 2 } : o);
        sample.Apply("ada", new Cancel());
        Assert.Equal("ada -, ben 2, cat waiting 1 (1)", sample.Standing());
        Assert.Equal((0, 2), (sample.Totals().AboveLimit(2), new OptionTotals(3, 1, 5, 0).AboveLimit(2)));

        sample.Change(o => o.Key == "dinner" ? o with { Places = 3 } : o);
        Assert.Equal("ada -, ben 2, cat offered 1", sample.Standing());
    }

    [Fact]
    public void An_option_that_leaves_the_content_stays_with_those_who_chose_it_until_they_give_it_up()
    {
        var sample = new OptionSample();
        sample.Confirmed("ada dinner 2", "ben dinner 1");
        sample.Change(o => o.Key == "dinner" ? null : o);
        sample.Ask("ada", "tour 1");
        Assert.Equal(("ada 2, ben 1", "2"), (sample.Standing(), sample.WishOf("ada")));

        sample.Apply("ada", new Cancel());
        sample.Apply("ben", new ChangeDetails(sample["ben"].Details with { Answers = [new("dinner_option", "")] }));
        Assert.Equal("ada -, ben -", sample.Standing());
    }

    [Fact]
    public void An_organiser_who_adds_or_imports_a_person_asks_for_the_places_too()
    {
        var sample = new OptionSample(places: 1);
        sample.Confirmed("ada dinner 1");
        sample.Ask("ada", "dinner 1, tour 1", OptionSample.ByOrganiser);

        Assert.Equal(("ada 1", "ada 1"), (sample.Standing(), sample.Standing("tour")));
    }

    [Fact]
    public void An_option_that_is_new_in_a_second_form_starts_a_hold()
    {
        var sample = new OptionSample();
        sample.Register("ada", "", Attendance.Remote);
        sample.Register("ada", "dinner 1", Attendance.Remote);

        Assert.Equal((OptionSample.Noon.AddHours(2), "ada 1"), (sample["ada"].HoldUntil, sample.Standing()));
    }
}
