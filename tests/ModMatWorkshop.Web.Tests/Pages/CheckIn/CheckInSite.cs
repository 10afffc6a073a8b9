using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Admin;
using static ModMatWorkshop.Tests.Shared.People;

namespace ModMatWorkshop.Web.Tests.Pages.CheckIn;

/// <summary>
/// A site with seven registrations of different status. The site time is Wednesday of the workshop, 12:45, before the first half-day.
/// </summary>
public abstract class CheckInSite : IDisposable
{
    protected const string BeforeTheFirstTalk = "2021-09-22T12:45";
    protected const string Afternoon = "2021-09-22-afternoon";
    protected const string Thursday = "2021-09-23-morning";

    protected IReadOnlyList<Registration> Everybody { get; } =
    [
        Person(
            1,
            Details("Ada", "Lovelace") with
            {
                Meals = ["coffee-wednesday", "coffee-friday"],
                Diet = "secret diet",
                AccessNeeds = "secret need",
            },
            Seat(1),
            Confirmed
        ),
        Person(2, Details("Émilie", "du Châtelet") with { Affiliation = "Cirey" }, Seat(2), Confirmed),
        Person(3, Details("Sophie", "Germain"), Seat(3), r => r.HoldPlaceUntil(new(2021, 9, 30, 0, 0, 0, TimeSpan.Zero))),
        Person(4, Details("Emmy", "Noether"), Offer(4), Confirmed, r => r.OfferSeat(4, new(2021, 9, 30, 0, 0, 0, TimeSpan.Zero))),
        Person(5, Details("Grace", "Hopper"), Remote, Confirmed),
        Person(6, Details("Lise", "Meitner"), Seat(6), Confirmed, Cancelled),
        Person(
            7,
            Details("Maryam", "Mirzakhani") with
            {
                HalfDays = [new(People.Thursday, Domain.Programme.HalfDay.Morning, Attendance.InPerson)],
            },
            Seat(7),
            Confirmed
        ),
    ];

    private protected SiteFactory Site { get; } = new() { RehearseFrom = BeforeTheFirstTalk };

    public void Dispose()
    {
        Site.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected async Task<CheckInClient> OpenAsync()
    {
        await Site.InDatabaseAsync(PutInAsync);
        return await CheckInClient.OpenAsync(Site);
    }

    private protected async Task<bool> PutInAsync(WorkshopDb db)
    {
        await db.PutInAsync(Everybody);
        var state = await db.WorkshopStates.SingleAsync();
        state.LastNumber = Everybody.Count;
        await db.SaveChangesAsync();
        return true;
    }

    /// <summary>The lines of the audit log without the sign-ins.</summary>
    private protected async Task<IEnumerable<string>> LogAsync() =>
        (await Site.OrganiserLogAsync()).Where(line => !line.StartsWith("signed in", StringComparison.Ordinal));
}
