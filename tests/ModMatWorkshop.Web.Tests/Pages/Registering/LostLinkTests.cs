using System.Net;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>Who lost the link gets another by mail, and nobody learns from the page who is registered.</summary>
public sealed class LostLinkTests(OpenSite site) : IClassFixture<OpenSite>
{
    [Theory]
    [InlineData("/lien-perdu")]
    [InlineData("/en/lost-link")]
    public async Task A_lost_link_gets_one_answer_whether_the_address_is_known_or_not(string address)
    {
        using var ada = await new RegistrationClient(site).OpenAsync("/en/registration");
        await ada.FillIn("lost@example.org").PressAsync();
        var answers = new List<string>();
        foreach (var email in new[] { "lost@example.org", "none@example.org" })
        {
            await ada.OpenAsync(address);
            await ada.Fill("email", email).PressAsync();
            Assert.Equal((HttpStatusCode.OK, true), (ada.Status, ada.Answer.Headers.CacheControl!.NoStore));
            answers.Add(ada.Page.QuerySelector("main")!.InnerHtml.Replace(email, "", StringComparison.Ordinal));
        }

        Assert.Equal(answers[0], answers[1]);
    }

    [Theory]
    [InlineData("/lien-perdu", "Indiquez une seule adresse électronique valable, comme nom@laboratoire.fr.")]
    [InlineData("/en/lost-link", "Enter one valid email address, like name@laboratory.org.")]
    public async Task A_lost_link_goes_to_one_address_only(string address, string sentence)
    {
        using var ada = new RegistrationClient(site);
        foreach (
            string[] emails in new string[][]
            {
                [""],
                ["ada"],
                ["a@example.org,b@example.org"],
                ["a@example.org", "b@example.org"],
                ["a@example.org\r\nBcc: b@example.org"],
                [new('a', 10_000)],
                ["<script>@example.org"],
            }
        )
        {
            await ada.OpenAsync(address);
            await ada.Fill("email", emails).PressAsync();
            Assert.Equal(
                (HttpStatusCode.BadRequest, sentence, string.Join(',', emails).ReplaceLineEndings("")),
                (ada.Status, ada.Page.Seen("#email-fault"), ada.Page.QuerySelector("#email")!.GetAttribute("value")!.ReplaceLineEndings(""))
            );
        }
    }
}
