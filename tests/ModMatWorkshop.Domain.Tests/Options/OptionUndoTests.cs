using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Options;

/// <summary>What an organiser frees stays for ten minutes, so that an undo restores it exactly.</summary>
public sealed class OptionUndoTests
{
    [Fact]
    public void Places_that_an_organiser_frees_are_kept_ten_minutes_and_then_offered()
    {
        var sample = new OptionSample(places: 2);
        sample.Confirmed("ada dinner 2", "ben dinner 2", "cat tour 1");
        sample.Apply("ada", new Cancel(), OptionSample.ByOrganiser);
        Assert.Equal(
            ("ada kept 2, ben waiting 2 (1), cat -", OptionSample.Noon.AddMinutes(10)),
            (sample.Standing(), sample["ada"].OptionsDueAt)
        );

        sample.Now += KeptSeat.Time;
        sample.Apply("cat", new SendLink());
        Assert.Equal("ada -, ben offered 2, cat -", sample.Standing());
    }

    [Fact]
    public void An_undo_restores_the_places_that_are_kept()
    {
        var sample = new OptionSample(places: 2);
        sample.Confirmed("ada dinner 2", "ben dinner 2");
        sample.Apply("ada", new Cancel(), OptionSample.ByOrganiser);
        sample.UndoLast("ada");

        Assert.Equal("ada 2, ben waiting 2 (1)", sample.Standing());
    }

    [Fact]
    public void An_undo_restores_the_position_on_the_waiting_list()
    {
        var sample = new OptionSample(places: 1);
        sample.Confirmed("ada dinner 1", "ben dinner 1", "cat dinner 1");
        sample.Ask("ben", "", OptionSample.ByOrganiser);
        Assert.Equal("ada 1, ben -, cat waiting 1 (1)", sample.Standing());

        sample.UndoLast("ben");
        Assert.Equal("ada 1, ben waiting 1 (1), cat waiting 1 (2)", sample.Standing());
    }

    [Fact]
    public void An_undo_restores_a_larger_party_whose_places_are_kept()
    {
        var sample = new OptionSample(places: 3);
        sample.Confirmed("ada dinner 3", "ben dinner 1");
        sample.Ask("ada", "dinner 1", OptionSample.ByOrganiser);
        Assert.Equal("ada 1 + kept 2, ben waiting 1 (1)", sample.Standing());

        sample.UndoLast("ada");
        Assert.Equal("ada 3, ben waiting 1 (1)", sample.Standing());
    }

    [Fact]
    public void An_undo_restores_an_offer_that_has_not_lapsed()
    {
        var sample = new OptionSample(places: 1);
        sample.Confirmed("ada dinner 1", "ben dinner 1", "cat dinner 1");
        sample.Apply("ada", new Cancel());
        sample.Ask("ben", "", OptionSample.ByOrganiser);
        Assert.Equal("ada -, ben kept 1, cat waiting 1 (1)", sample.Standing());

        sample.UndoLast("ben");
        Assert.Equal("ada -, ben offered 1, cat waiting 1 (1)", sample.Standing());
    }

    [Fact]
    public void After_the_places_are_gone_an_undo_joins_the_end_of_the_line()
    {
        var sample = new OptionSample(places: 2);
        sample.Confirmed("ada dinner 2", "ben dinner 2", "cat dinner 1");
        sample.Apply("ada", new Cancel(), OptionSample.ByOrganiser);
        sample.Now += KeptSeat.Time;
        sample.Apply("cat", new SendLink());
        sample.UndoLast("ada");

        Assert.Equal("ada waiting 2 (2), ben offered 2, cat waiting 1 (1)", sample.Standing());
    }

    [Fact]
    public void What_an_organiser_chooses_again_comes_from_what_is_kept()
    {
        var sample = new OptionSample(places: 1);
        sample.Confirmed("ada dinner 1", "ben dinner 1");
        sample.Ask("ada", "", OptionSample.ByOrganiser);
        sample.Ask("ada", "dinner 1", OptionSample.ByOrganiser);

        Assert.Equal("ada 1, ben waiting 1 (1)", sample.Standing());
    }

    [Fact]
    public void What_a_person_gives_up_is_offered_at_once()
    {
        var sample = new OptionSample(places: 1);
        sample.Confirmed("ada dinner 1", "ben dinner 1");
        sample.Ask("ada", "");

        Assert.Equal("ada -, ben offered 1", sample.Standing());
    }

    [Fact]
    public void The_undo_of_a_freed_offer_does_not_bring_it_back_after_its_deadline()
    {
        var sample = new OptionSample(places: 1);
        sample.Confirmed("ada dinner 1", "ben dinner 1");
        sample.Apply("ada", new Cancel());
        sample.Now += TimeSpan.FromMinutes((48 * 60) - 5);
        sample.Ask("ben", "", OptionSample.ByOrganiser);
        sample.Now += TimeSpan.FromMinutes(5);
        sample.UndoLast("ben");

        Assert.Equal("ada -, ben 1", sample.Standing());
    }
}
