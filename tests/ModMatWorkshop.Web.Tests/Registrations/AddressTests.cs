using ModMatWorkshop.Application;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Registrations;

public class AddressTests
{
    private static readonly SecretLinks Links = new(new(TestSettings("a secret of the tests, long enough")));

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_address_counts_once_its_owner_confirms_it_and_older_links_are_dead(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        await desk.SeatAsync("ada");
        var old = (await desk.FindAsync("ada"))!;
        Assert.Equal(ChangeResult.Done, await AskForAsync(desk, "ada", "augusta"));
        Assert.Equal("ada seat", await desk.StandingAsync());
        Assert.Equal("ConfirmAddress, Confirmed, ConfirmNewAddress", await desk.MailsAsync("ada"));

        Assert.Equal(ChangeResult.Done, await TakeAsync(desk, "ada"));
        Assert.Equal(ChangeResult.NoChange, await TakeAsync(desk, "augusta"));
        Assert.Equal("augusta seat", await desk.StandingAsync());
        Assert.Equal("ConfirmAddress, Confirmed, ConfirmNewAddress, LinkAgain", await desk.MailsAsync("augusta"));
        var now = (await desk.FindAsync("augusta"))!;
        Assert.Equal((old.Id, old.Generation + 1), (now.Id, now.Generation));
        Assert.NotEqual(Links.Of(old), Links.Of(now));
        Assert.Equal((now.Id, now.Generation), Links.Read(Links.Of(now)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_taken_address_is_refused_without_a_word_and_without_a_mail(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        await desk.SeatAsync("ada", "ben");
        Assert.Equal(ChangeResult.NoChange, await AskForAsync(desk, "ada", "ada"));
        Assert.Equal(ChangeResult.Done, await AskForAsync(desk, "ada", "ben"));
        Assert.Equal("ConfirmAddress, Confirmed", await desk.MailsAsync("ada"));
        Assert.Equal("ConfirmAddress, Confirmed", await desk.MailsAsync("ben"));
        Assert.Equal(ChangeResult.InvalidState, await TakeAsync(desk, "ada"));
        Assert.Equal("ada seat, ben seat", await desk.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_who_ask_for_one_address_the_first_to_confirm_has_it(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        await desk.SeatAsync("ada", "ben");
        await AskForAsync(desk, "ada", "shared");
        await AskForAsync(desk, "ben", "shared");
        Assert.Equal([ChangeResult.Done, ChangeResult.InvalidState], [await TakeAsync(desk, "ben"), await TakeAsync(desk, "ada")]);
        Assert.Equal("ada seat, shared seat", await desk.StandingAsync());
    }

    [Fact]
    public void A_link_that_was_not_made_here_opens_nothing()
    {
        var ada = Registration.New(Guid.NewGuid(), 1, "ticket", RegistrationTestDatabase.AddressOf("ada"));
        var link = Links.Of(ada);
        Assert.Equal((ada.Id, 0), Links.Read(link));
        for (var at = 0; at < link.Length; at++)
            Assert.Null(Links.Read($"{link[..at]}{(link[at] == 'A' ? 'Q' : 'A')}{link[(at + 1)..]}"));
        foreach (
            var other in new[]
            {
                null,
                "",
                link[..^1],
                link + "A",
                link[..^1] + "=",
                link[..^1] + " ",
                link[..^1] + "é",
                Links.OfInvitation(ada.Id),
                Links.OfNewAddress(ada),
                new SecretLinks(new(TestSettings("another secret of the tests, also long"))).Of(ada),
            }
        )
            Assert.Null(Links.Read(other));
        Assert.Null(Links.ReadInvitation(link));
        Assert.False(Links.IsOfNewAddress(Links.OfNewAddress(ada), ada));
    }

    private static Task<ChangeResult> AskForAsync(RegistrationTestDatabase desk, string name, string other) =>
        desk.AskAsync(name, (d, id) =>
            d.ApplyAsync(id, new RequestAddressChange(RegistrationTestDatabase.AddressOf(other)), Actor.Participant, CancellationToken.None)
        );

    private static Task<ChangeResult> TakeAsync(RegistrationTestDatabase desk, string name) =>
        desk.AskAsync(name, (d, id) => d.ApplyAsync(id, new ConfirmNewAddress(), Actor.Participant, CancellationToken.None));

    private static SiteSettings TestSettings(string key) => RegistrationTestDatabase.Settings with { Key = key };
}
