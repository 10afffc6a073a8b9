using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Backups;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;
using static ModMatWorkshop.Web.Tests.Pages.Call.FilesOfAuthors;

namespace ModMatWorkshop.Web.Tests.Pages.Call;

/// <summary>The author answers an acceptance through the secret link; the chair reads the letters.</summary>
public sealed class AnswerPagesTests : IDisposable
{
    private const string Email = "author1@example.org";
    private readonly CallSite sites = new();

    [Theory, OnSqlite, OnPostgres]
    public async Task One_press_registers_the_presenter_and_says_what_is_still_wanted(Engine engine)
    {
        var site = sites.At("2021-09-11T09:00", engine);
        using var author = await AcceptedAsync(site, 1, "oral", "O3");
        Assert.Equal("none", Of(author, "data-answer"));
        var old = await new RegistrationClient(site).OpenAsync(author.Address);
        await author.DoAsync("come");

        Assert.Equal(("confirmed", "seat"), (Of(author, "data-answer"), Of(author, "data-presenter")));
        Assert.Equal(
            ["attendance", "check", "file-slides-0"],
            author.Page.QuerySelectorAll("[data-wanted] [data-wants]").Select(item => item.GetAttribute("data-wants"))
        );
        Assert.NotNull(author.Page.QuerySelector("#file-slides-0"));
        var registration = (await site.RegistrationAsync(Email))!;
        Assert.Equal(
            ("Ada Lovelace", "LAAS-CNRS", RegistrationStatus.Confirmed, Place.Seat),
            (registration.Details.Name, registration.Details.Affiliation, registration.Status, registration.Place)
        );
        // The link opens the registration, where the person can change everything.
        using var person = await new RegistrationClient(site).OpenAsync(
            author.Page.QuerySelector("[data-registration]")!.GetAttribute("href")!
        );
        Assert.Equal(("confirmed", "seat"), person.StatusAndPlace);
        Assert.Equal(1, await CountAsync(site, db => db.Outbox.CountAsync(m => m.Kind == MailKind.Confirmed)));

        // Another window still has the button.
        await old.DoAsync("come-remotely");
        Assert.Contains("nothing has changed", old.Page.QuerySelector("[data-said]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("confirmed", "seat"), (Of(old, "data-answer"), Of(old, "data-presenter")));

        await author.DoAsync("notcome");
        Assert.Equal(("declined", ""), (Of(author, "data-answer"), Of(author, "data-presenter")));
        Assert.Contains("the place is free", author.Page.QuerySelector("[data-said]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(RegistrationStatus.Cancelled, (await site.RegistrationAsync(Email))!.Status);
        old.Dispose();
    }

    [Fact]
    public async Task Who_withdraws_gives_the_seat_back()
    {
        var site = sites.At("2021-09-11T09:00");
        using var author = await AcceptedAsync(site, 1, "poster");
        await author.DoAsync("come");
        await author.DoAsync("withdraw");
        Assert.Equal(RegistrationStatus.Cancelled, (await site.RegistrationAsync(Email))!.Status);
        await author.DoAsync("restore");
        Assert.Equal("declined", Of(author, "data-answer"));
    }

    [Fact]
    public async Task Closed_registration_is_said_with_the_address_and_the_press_registers_once_it_is_open()
    {
        var site = sites.At("2021-09-11T09:00");
        using var author = await AcceptedAsync(site, 1, "oral");
        await SetOpenAsync(site, false);
        await author.DoAsync("come");
        Assert.Equal("confirmed", Of(author, "data-answer"));
        Assert.Equal("closed", author.Page.QuerySelector("[data-refusal]")!.GetAttribute("data-refusal"));
        Assert.Null(await site.RegistrationAsync(Email));

        await SetOpenAsync(site, null);
        await author.OpenAsync(await site.SubmissionLinkAsync(Email));
        await author.DoAsync("come-remotely");
        Assert.Equal("remote", Of(author, "data-presenter"));
    }

    [Fact]
    public async Task Chair_reads_the_words_for_the_authors_leaves_one_out_and_authors_read_the_others()
    {
        var site = sites.At("2021-09-11T09:00");
        using var author = await AcceptedAsync(site, 1, null);
        using var reader = new RegistrationClient(site, await site.SignedInAsync(OrganiserRoles.Reviewer, Language.English));
        using var chair = new RegistrationClient(site, await site.SignedInAsync(OrganiserRoles.Chair, Language.English));
        await chair.OpenAsync("/admin/call/1");
        await chair.Fill("reviewer", "1").PressAsync("#assign button");
        await reader.OpenAsync("/admin/call/review/1");
        await reader.Fill("word", "To the chair.").Fill("for-authors", "To **you**.").PressAsync("button[value=A]");
        await reader.OpenAsync("/admin/call/review/1");
        Assert.Equal("To **you**.", reader.Page.QuerySelector("#for-authors")!.TextContent.Trim());
        await site.InDatabaseAsync(async db =>
        {
            var review = new Review
            {
                SubmissionId = (await db.Submissions.SingleAsync()).Id,
                Reviewer = 99,
                AssignedAt = default,
            };
            review.Give(Mark.C, new("", "Too harsh."), default);
            db.Reviews.Add(review);
            return await db.SaveChangesAsync();
        });
        await chair.OpenAsync("/admin/call");
        await chair.Fill("n", "1").Fill("decision", "oral").PressAsync("#decide button");
        await chair.DoAsync("decide");

        await chair.OpenAsync("/admin/call/letters?letter=accepted");
        Assert.DoesNotContain("To **you**.", chair.Page.QuerySelector("[data-preview=en]")!.TextContent, StringComparison.Ordinal);
        await chair.OpenAsync(chair.Page.QuerySelector("[data-toggle]")!.GetAttribute("href")!);
        Assert.Contains("Too harsh.", chair.Page.QuerySelector("[data-preview=en]")!.TextContent, StringComparison.Ordinal);
        await chair.DoAsync("withhold-99");
        Assert.Equal("yes", chair.Page.QuerySelector("[data-of='99']")!.GetAttribute("data-withheld"));
        var letter = chair.Page.QuerySelector("[data-preview=en]")!.TextContent;
        Assert.Contains("To **you**.", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("Too harsh.", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("To the chair.", letter, StringComparison.Ordinal);
        await chair.DoAsync("send");

        await author.OpenAsync(await site.SubmissionLinkAsync(Email));
        Assert.Equal(["To **you**."], author.Page.QuerySelectorAll("[data-reviewer-word]").Select(word => word.TextContent));
        var data = await author.Http.GetStringAsync($"{await site.SubmissionLinkAsync(Email)}?handler=Data");
        Assert.Contains("To **you**.", data, StringComparison.Ordinal);
        Assert.DoesNotContain("Too harsh.", data, StringComparison.Ordinal);
        Assert.DoesNotContain("To the chair.", data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_letters_go_to_the_organiser_who_asks()
    {
        var site = sites.At("2021-09-11T09:00");
        using var author = await AcceptedAsync(site, 1, null);
        using var chair = new RegistrationClient(site, await site.SignedInAsync(OrganiserRoles.Chair, Language.English));
        await chair.OpenAsync("/admin/call/letters");
        await chair.DoAsync("test");
        Assert.Contains("8 test letters", chair.Page.QuerySelector("[data-notice]")!.TextContent, StringComparison.Ordinal);
        var to = await site.InDatabaseAsync(db => db.Outbox.Where(m => m.To != null).Select(m => m.To).Distinct().ToListAsync());
        Assert.Equal(await site.InDatabaseAsync(db => db.Organisers.Select(o => o.Email).ToListAsync()), to);
        Assert.Equal(HttpStatusCode.OK, (await chair.OpenAsync("/admin/call/letters")).Status);
    }

    private static string Of(RegistrationClient client, string attribute) =>
        client.Page.QuerySelector("[data-told]")!.GetAttribute(attribute) ?? "";

    private static Task<int> SetOpenAsync(SiteFactory site, bool? open) =>
        site.InDatabaseAsync(async db =>
        {
            (await db.WorkshopStates.SingleAsync()).Open = open;
            return await db.SaveChangesAsync();
        });

    public void Dispose() => sites.Dispose();
}
