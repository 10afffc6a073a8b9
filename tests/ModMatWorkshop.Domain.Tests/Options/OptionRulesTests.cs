using ModMatWorkshop.Domain.Options;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Options;

/// <summary>Who has places of an option, who is offered some and who waits.</summary>
public sealed class OptionRulesTests
{
    [Fact]
    public void A_person_and_the_companions_take_a_place_each()
    {
        var sample = new OptionSample();
        sample.Confirmed("ada dinner 3", "ben dinner 1");

        Assert.Equal("ada 3, ben 1", sample.Standing());
        Assert.Equal(new OptionTotals(4, 0, 0, 0), sample.Totals());
    }

    [Fact]
    public void A_party_that_does_not_fit_waits_as_a_whole()
    {
        var sample = new OptionSample();
        sample.Confirmed("ada dinner 3", "ben dinner 2", "cat dinner 2");

        Assert.Equal("ada 3, ben waiting 2 (1), cat waiting 2 (2)", sample.Standing());
    }

    [Fact]
    public void A_smaller_party_takes_the_places_for_which_a_larger_one_ahead_is_too_large()
    {
        var sample = new OptionSample();
        sample.Confirmed("ada dinner 3", "ben dinner 2", "cat dinner 1");

        Assert.Equal("ada 3, ben waiting 2 (1), cat 1", sample.Standing());
    }

    [Fact]
    public void Freed_places_are_offered_to_the_first_in_order_whose_party_fits()
    {
        var sample = new OptionSample();
        sample.Confirmed("ada dinner 2", "bob dinner 2", "cat dinner 3", "dan dinner 1", "eve dinner 2", "fay dinner 1");
        sample.Apply("ada", new Cancel());

        Assert.Equal("ada -, bob 2, cat waiting 3 (1), dan offered 1, eve waiting 2 (2), fay offered 1", sample.Standing());
        Assert.Equal(["dan OptionOffer", "fay OptionOffer"], sample.Mails);
    }

    [Fact]
    public void An_offer_is_kept_as_long_as_that_of_a_seat_and_never_after_the_option_closes()
    {
        var sample = new OptionSample(places: 1);
        sample.Confirmed("ada dinner 1", "ben dinner 1", "cat dinner 1");
        sample.Apply("ada", new Cancel());
        var early = sample["ben"].FirstOptionDeadline;
        sample.Now = OptionSample.ClosesAt.AddHours(-6);
        sample.Apply("ben", new DeclineOption("dinner"));

        Assert.Equal((OptionSample.Noon.AddHours(48), OptionSample.ClosesAt), (early, sample["cat"].FirstOptionDeadline));
    }

    [Fact]
    public void An_accepted_offer_is_held()
    {
        var sample = new OptionSample(places: 2);
        sample.Confirmed("ada dinner 2", "ben dinner 2");
        sample.Apply("ada", new Cancel());

        Assert.Equal(ChangeResult.Done, sample.Apply("ben", new AcceptOption("dinner")));
        Assert.Equal("ada -, ben 2", sample.Standing());
        Assert.Equal(ChangeResult.NoChange, sample.Apply("ben", new AcceptOption("dinner")));
        Assert.Equal(ChangeResult.TooLate, sample.Apply("ada", new AcceptOption("dinner")));
    }

    [Fact]
    public void A_declined_offer_leaves_the_line_and_goes_to_the_next()
    {
        var sample = new OptionSample(places: 1);
        sample.Confirmed("ada dinner 1", "ben dinner 1", "cat dinner 1");
        sample.Apply("ada", new Cancel());
        sample.Apply("ben", new DeclineOption("dinner"));

        Assert.Equal("ada -, ben -, cat offered 1", sample.Standing());
        Assert.Equal(("", "1"), (sample.WishOf("ben"), sample.WishOf("cat")));
    }

    [Fact]
    public void A_lapsed_offer_leaves_the_line_and_goes_to_the_next_with_a_mail_to_both()
    {
        var sample = new OptionSample(places: 1);
        sample.Confirmed("ada dinner 1", "ben dinner 1", "cat dinner 1");
        sample.Apply("ada", new Cancel());
        sample.Now += TimeSpan.FromHours(48);
        sample.Apply("ben", new LapseOptions(), new());

        Assert.Equal("ada -, ben -, cat offered 1", sample.Standing());
        Assert.Equal(["ben OptionOffer", "ben OptionOfferLapsed", "cat OptionOffer"], sample.Mails);
        Assert.Equal("", sample.WishOf("ben"));
    }

    [Fact]
    public void An_offer_cannot_be_accepted_at_its_deadline()
    {
        var sample = new OptionSample(places: 1);
        sample.Confirmed("ada dinner 1", "ben dinner 1");
        sample.Apply("ada", new Cancel());
        sample.Now += TimeSpan.FromHours(48);

        Assert.Equal(ChangeResult.TooLate, sample.Apply("ben", new AcceptOption("dinner")));
        Assert.Equal("ada -, ben -", sample.Standing());
    }

    [Fact]
    public void More_companions_keep_what_is_held_and_wait_for_the_rest()
    {
        var sample = new OptionSample();
        sample.Confirmed("ada dinner 2", "ben dinner 2");
        sample.Ask("ada", "dinner 3");
        Assert.Equal("ada 2 + waiting 1 (1), ben 2", sample.Standing());

        sample.Apply("ben", new Cancel());
        Assert.Equal("ada 2 + offered 1, ben -", sample.Standing());

        sample.Apply("ada", new DeclineOption("dinner"));
        Assert.Equal(("ada 2, ben -", "2"), (sample.Standing(), sample.WishOf("ada")));
    }

    [Fact]
    public void Fewer_companions_free_their_places()
    {
        var sample = new OptionSample();
        sample.Confirmed("ada dinner 4", "ben dinner 2");
        sample.Ask("ada", "dinner 1");

        Assert.Equal("ada 1, ben offered 2", sample.Standing());
    }

    [Fact]
    public void Fewer_companions_on_the_waiting_list_keep_the_position()
    {
        var sample = new OptionSample(places: 2);
        sample.Confirmed("ada dinner 1", "ben dinner 3", "cat dinner 2");
        sample.Ask("ben", "dinner 1");

        Assert.Equal("ada 1, ben 1, cat waiting 2 (1)", sample.Standing());
    }

    [Fact]
    public void A_larger_wish_waits_until_the_offer_is_answered()
    {
        var sample = new OptionSample(places: 2);
        sample.Confirmed("ada dinner 2", "ben dinner 2");
        sample.Apply("ada", new Cancel());
        sample.Ask("ben", "dinner 3");
        Assert.Equal("ada -, ben offered 2", sample.Standing());

        sample.Apply("ben", new AcceptOption("dinner"));
        Assert.Equal("ada -, ben 2 + waiting 1 (1)", sample.Standing());
    }

    [Fact]
    public void Without_a_limit_nobody_waits()
    {
        var sample = new OptionSample(places: null);
        sample.Confirmed("ada dinner 5", "ben dinner 5, tour 2");

        Assert.Equal(("ada 5, ben 5", "ada -, ben 2"), (sample.Standing(), sample.Standing("tour")));
    }

    [Fact]
    public void Each_option_has_its_own_line()
    {
        var sample = new OptionSample(places: 1);
        sample.Change(o => o.Key == "tour" ? o with { Places = 1 } : o);
        sample.Confirmed("ada dinner 1", "ben dinner 1, tour 1", "cat tour 1");
        sample.Apply("ada", new Cancel());

        Assert.Equal(("ada -, ben offered 1, cat -", "ada -, ben 1, cat waiting 1 (1)"), (sample.Standing(), sample.Standing("tour")));
    }

    [Fact]
    public void A_smaller_wish_shrinks_an_offer_and_does_not_accept_it()
    {
        var sample = new OptionSample(places: 3);
        sample.Confirmed("ada dinner 3", "ben dinner 3");
        sample.Apply("ada", new Cancel());
        sample.Ask("ben", "dinner 2");

        Assert.Equal("ada -, ben offered 2", sample.Standing());
        Assert.Equal(["ben OptionOffer"], sample.Mails);
    }

    [Fact]
    public void When_the_last_person_gives_up_nobody_is_left_in_the_lines()
    {
        var sample = new OptionSample();
        sample.Confirmed("ada dinner 1");
        sample.Ask("ada", "");

        Assert.True(sample.Seating.Options.IsEmpty);
    }
}
