using CsCheck;
using ModMatWorkshop.Domain.Options;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Options;

/// <summary>Any story of any people keeps the places within the limit and loses nobody.</summary>
public sealed class OptionPropertyTests
{
    private const int Places = 6;

    [Fact]
    public void Whatever_happens_at_most_the_places_are_taken_and_whoever_asks_has_or_waits() =>
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 9], Gen.Int[0, 5])
            .Array[1, 60]
            .Sample(story =>
            {
                var sample = new OptionSample(Places);
                foreach (var (who, what, places) in story)
                {
                    Step(sample, $"p{who}", what, places);
                    Check(sample);
                }
            });

    private static void Step(OptionSample sample, string name, int what, int places)
    {
        var isKnown = sample.Standing().Contains($"{name} ", StringComparison.Ordinal);
        if (!isKnown)
        {
            sample.Register(name, $"dinner {Math.Max(1, places)}");
            return;
        }
        switch (what)
        {
            case 0:
                sample.Apply(name, new Cancel(), places > 2 ? OptionSample.ByOrganiser : OptionSample.ByOwner);
                break;
            case 1 or 2 or 3:
                sample.Apply(name, new Confirm());
                break;
            case 4:
                sample.Apply(name, new AcceptOption("dinner"));
                break;
            case 5:
                sample.Apply(name, new DeclineOption("dinner"));
                break;
            case 6:
                sample.Apply(name, new Reinstate(), OptionSample.ByOrganiser);
                break;
            case 7:
                sample.Now += TimeSpan.FromMinutes(7);
                sample.Apply(name, new SendLink());
                break;
            default:
                sample.Ask(name, places == 0 ? "" : $"dinner {places}", places > 3 ? OptionSample.ByOrganiser : OptionSample.ByOwner);
                break;
        }
    }

    private static void Check(OptionSample sample)
    {
        var names = sample.Standing().Split(", ").Select(s => s.Split(' ')[0]).ToList();
        var places = names.SelectMany(n => sample[n].Options).Where(p => !(p.KeptUntil <= sample.Now)).ToList();
        Assert.True(places.Sum(p => p.Taken) <= Places, sample.Standing());
        foreach (var person in names.Select(n => sample[n]))
        {
            var wish = sample.WishOf(person.Details.GivenName);
            var holds =
                person.Status == RegistrationStatus.Confirmed || person is { Status: RegistrationStatus.Pending, HoldUntil: not null };
            Assert.Equal(holds && wish.Length > 0, person.OptionPlace("dinner") is not null);
        }
        // Nobody confirmed waits while the whole party fits.
        Assert.Empty(sample.Seating.Options.OfferFree(sample.Seating.Policy, sample.Now));
    }
}
