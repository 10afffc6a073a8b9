using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Call;

/// <summary>An author changes the address of a submission, without script.</summary>
public sealed class AuthorAddressTests(CallSite sites) : IClassFixture<CallSite>
{
    private readonly SiteFactory site = sites.Open;

    private SecretLinks Links => site.Services.GetRequiredService<SecretLinks>();

    [Fact]
    public async Task The_new_address_confirms_and_the_previous_one_takes_the_submission_back()
    {
        using var author = await ConfirmedAsync("ada@old.example");
        await author.Fill("email", "ada@new.example").DoAsync("address");
        Assert.Contains("We are sending a message to the new address", author.Page.Seen("main"), StringComparison.Ordinal);
        var asked = (await site.SubmissionAsync("ada@old.example"))!;

        using var reader = await new RegistrationClient(site).OpenAsync(Own(Links.OfNewAddress(asked)));
        Assert.Equal(["confirm-address"], reader.Page.AttributeOfAll("main button", "data-action"));
        Assert.DoesNotContain("heat", reader.Page.Seen("main"), StringComparison.Ordinal);
        await reader.DoAsync("confirm-address");
        var moved = (await site.SubmissionAsync("ada@new.example"))!;
        Assert.Equal(
            (Own(Links.Of(moved)), "ada@old.example", HttpStatusCode.NotFound),
            (reader.Address.Split('?')[0], moved.PreviousEmail, (await author.OpenAsync(Own(Links.Of(asked)))).Status)
        );

        using var owner = await new RegistrationClient(site).OpenAsync(Own(Links.OfPreviousAddress(moved)));
        Assert.Equal(["keep-address"], owner.Page.AttributeOfAll("main button", "data-action"));
        Assert.DoesNotContain("ada@new", owner.Page.Seen("main"), StringComparison.Ordinal);
        await owner.DoAsync("keep-address");
        var kept = (await site.SubmissionAsync("ada@old.example"))!;
        Assert.Equal(
            (Own(Links.Of(kept)), null, HttpStatusCode.NotFound),
            (owner.Address.Split('?')[0], kept.PreviousEmail, (await reader.OpenAsync(Own(Links.Of(moved)))).Status)
        );
    }

    [Theory]
    [InlineData("OfNewAddress", "KeepAddress")]
    [InlineData("OfNewAddress", "Withdraw")]
    [InlineData("OfNewAddress", "Erase")]
    [InlineData("OfNewAddress", "Address")]
    [InlineData("Of", "ConfirmAddress")]
    [InlineData("Of", "KeepAddress")]
    public async Task Each_link_does_only_what_it_was_sent_for(string link, string handler)
    {
        var email = $"{link}-{handler}@lab.example".ToLowerInvariant();
        using var author = await ConfirmedAsync(email);
        await author.Fill("email", $"new-{email}").DoAsync("address");
        var before = (await site.SubmissionAsync(email))!;
        var address = Own(link == "Of" ? Links.Of(before) : Links.OfNewAddress(before));

        await author.OpenAsync(address);
        var form = (IHtmlFormElement)author.Page.QuerySelector("main form[method=post]")!;
        await author.PostAsync($"{address}?handler={handler}", new FormUrlEncodedContent(author.Fields(form)));

        var after = (await site.SubmissionAsync(email))!;
        Assert.Equal((before.Version, before.State, before.NewEmail), (after.Version, after.State, after.NewEmail));
    }

    [Fact]
    public async Task What_is_no_address_is_shown_again_with_a_sentence()
    {
        using var author = await ConfirmedAsync("typo@lab.example");
        await author.Fill("email", "no address").DoAsync("address");

        Assert.Equal(
            (HttpStatusCode.BadRequest, "no address", true),
            (
                author.Status,
                author.Page.QuerySelector("#new-email")!.GetAttribute("value"),
                author.Page.QuerySelector("#new-email-fault") is not null
            )
        );
    }

    private static string Own(string token) => $"/en/my-submission/{token}";

    private async Task<RegistrationClient> ConfirmedAsync(string email)
    {
        var client = await new RegistrationClient(site).OpenAsync("/en/call");
        await (await client.FillInAbstractAsync(email)).DoAsync("submit");
        await client.OpenAsync(await site.SubmissionLinkAsync(email));
        return await client.DoAsync("confirm");
    }
}
