using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using MimeKit;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages;

namespace ModMatWorkshop.Web.Tests.Running;

/// <summary>Registers and signs in at a site that runs as a process, with a client that keeps no cookies.</summary>
internal static partial class Visits
{
    /// <summary>Registers Ada Lovelace, who claims to present O1.</summary>
    /// <param name="mails">The folder into which the site writes its mails.</param>
    /// <returns>The secret link of the new registration.</returns>
    public static async Task<string> RegisterAsync(this HttpClient reader, DirectoryInfo mails)
    {
        var form = await OpenForm.ReadAsync(reader);
        (await reader.SendAsync(form.Of("ada@example.org", presents: "o1"))).Dispose();
        var link = await HtmlReading.EventuallyAsync(
            async () =>
                (await Task.WhenAll(mails.GetFiles("*.eml").Select(mail => MimeMessage.LoadAsync(mail.FullName))))
                    .Select(mail => SecretLink().Match(mail.TextBody!).Value)
                    .FirstOrDefault(found => found.Length > 0),
            found => found is not null
        );
        return link!;
    }

    /// <summary>Presses the button that confirms a registration.</summary>
    public static async Task ConfirmAsync(this HttpClient reader, string link)
    {
        using var answer = await reader.PostFormAsync(link, $"{link}?handler=Confirm", []);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    /// <summary>Creates the first account with the link that a new site prints.</summary>
    /// <returns>The session cookies.</returns>
    public static async Task<string> SignInAsync(this HttpClient reader, SiteProcess site)
    {
        var link = SetupLink().Match(site.AllOutput).Value;
        using var signedIn = await reader.PostFormAsync(
            link,
            link,
            new()
            {
                ["name"] = "Grace Hopper",
                ["email"] = "grace@example.org",
                ["password"] = "un atome et ses voisins",
            }
        );
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        return string.Join("; ", signedIn.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]).Where(c => !c.EndsWith('=')));
    }

    /// <summary>Sends these fields with the form token and the cookies of a page.</summary>
    private static async Task<HttpResponseMessage> PostFormAsync(
        this HttpClient reader,
        string page,
        string address,
        Dictionary<string, string> fields
    )
    {
        using var form = await reader.GetAsync(page);
        var document = new HtmlParser().ParseDocument(await form.Content.ReadAsStringAsync());
        fields["form-token"] = document.QuerySelector("main input[name=form-token]")!.GetAttribute("value")!;
        using var submission = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(fields),
            Headers = { { "Cookie", string.Join("; ", form.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0])) } },
        };
        return await reader.SendAsync(submission);
    }

    [GeneratedRegex("/mon-inscription/[A-Za-z0-9_-]+")]
    private static partial Regex SecretLink();

    [GeneratedRegex(@"/admin/setup\?token=[A-Za-z0-9_-]+")]
    private static partial Regex SetupLink();
}
