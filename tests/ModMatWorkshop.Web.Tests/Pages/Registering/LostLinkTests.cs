using System.Diagnostics;
using System.Net;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>The form that sends a lost link by mail. It does not reveal who is registered.</summary>
public sealed class LostLinkTests(OpenSite site) : IClassFixture<OpenSite>
{
    [Theory]
    [InlineData("/lien-perdu")]
    [InlineData("/en/lost-link")]
    public async Task The_answer_is_the_same_for_known_and_unknown_addresses(string address)
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

    /// <summary>Longer than the work takes, so that its time tells nothing.</summary>
    [Fact]
    public async Task Every_answer_to_an_address_takes_a_tenth_of_a_second_at_least()
    {
        using var ada = await new RegistrationClient(site).OpenAsync("/en/registration");
        Assert.InRange(await TimeAsync(() => ada.FillIn("timed@example.org").PressAsync()), 95, 60_000);
        foreach (var email in new[] { "timed@example.org", "nobody@example.org" })
        {
            await ada.OpenAsync("/en/lost-link");
            Assert.InRange(await TimeAsync(() => ada.Fill("email", email).PressAsync()), 95, 60_000);
        }
        await (await ada.FollowLinkAsync("timed@example.org")).DoAsync("confirm");
        Assert.InRange(await TimeAsync(() => ada.Fill("email", "other@example.org").DoAsync("address")), 95, 60_000);

        static async Task<double> TimeAsync(Func<Task> send)
        {
            var started = Stopwatch.GetTimestamp();
            await send();
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }
    }

    [Theory]
    [InlineData("/lien-perdu", "Indiquez une seule adresse électronique valable, comme nom@laboratoire.fr.")]
    [InlineData("/en/lost-link", "Enter one valid email address, like name@laboratory.org.")]
    public async Task The_form_accepts_exactly_one_valid_address(string address, string sentence)
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
