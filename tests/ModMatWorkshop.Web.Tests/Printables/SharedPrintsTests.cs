using System.Net;
using AngleSharp.Html.Parser;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Web.Printables;
using ModMatWorkshop.Web.Tests.Pages;
using ModMatWorkshop.Web.Tests.Running;

namespace ModMatWorkshop.Web.Tests.Printables;

/// <summary>Many requests for PDFs with names at once.</summary>
[Trait("Category", "prove")]
public sealed class SharedPrintsTests
{
    [Fact]
    public async Task Forty_requests_for_a_letter_make_it_once_and_do_not_delay_an_organiser()
    {
        var mails = Directory.CreateTempSubdirectory("modmat-letters-");
        await using var renderer = await WaitingRenderer.ServeAsync(
            "--Clock:RehearseFrom=2021-09-01T09:00",
            "--Admin:RequireSecondFactor=false",
            $"--Mail:PickupPath={mails.FullName}"
        );
        using var reader = Client(renderer);
        var link = await reader.RegisterAsync(mails);
        await reader.ConfirmAsync(link);
        var organiser = await reader.SignInAsync(renderer.Site);

        var letters = Enumerable.Range(0, 40).Select(_ => reader.GetAsync($"{link}/confirmation.pdf")).ToList();
        await HtmlReading.EventuallyAsync(() => Task.FromResult(renderer.Made), made => made.Length == 1);
        var badges = Enumerable.Range(0, 5).Select(_ => SendAsync(reader, "/admin/printables/badges.pdf", organiser)).ToList();
        await HtmlReading.EventuallyAsync(() => Task.FromResult(renderer.Made), made => made.Length == 2);

        renderer.LetRendererFinish();
        foreach (var answer in await Task.WhenAll([.. letters, .. badges]))
            Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        Assert.Equal(["made", "made"], renderer.Made);
        mails.Delete(recursive: true);
    }

    [Fact]
    public async Task An_organiser_who_asks_for_too_many_different_PDFs_is_told_so_and_when_to_ask_again()
    {
        await using var renderer = await WaitingRenderer.ServeAsync("--Admin:RequireSecondFactor=false");
        using var reader = Client(renderer);
        var organiser = await reader.SignInAsync(renderer.Site);
        Task<HttpResponseMessage> AskAsync(int blanks, Language language) =>
            SendAsync(reader, $"/admin/printables/badges.pdf?blank={blanks}&lang={language.Tag()}", organiser);

        var asked = Enumerable.Range(1, PrintQueue.MaxPdfsOfOnePerson + 1).Select(blanks => AskAsync(blanks, Language.French)).ToList();
        var refused = await Task.WhenAny(asked);
        await AssertRefusedAsync(await refused, "Beaucoup de PDF sont déjà en préparation. Redemandez le vôtre dans une minute.");
        await AssertRefusedAsync(await AskAsync(1, Language.English), "Many PDFs are already being made. Request yours again in a minute.");

        renderer.LetRendererFinish();
        Assert.All(await Task.WhenAll(asked.Where(a => a != refused)), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    private static async Task AssertRefusedAsync(HttpResponseMessage answer, string sentence)
    {
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, "60", "text/html; charset=utf-8"),
            (answer.StatusCode, answer.Headers.RetryAfter?.ToString(), answer.Content.Headers.ContentType?.ToString())
        );
        Assert.Equal(sentence, new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()).Seen("main .lead"));
    }

    private static HttpClient Client(WaitingRenderer renderer) =>
        new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = renderer.Site.Reader.BaseAddress };

    private static Task<HttpResponseMessage> SendAsync(HttpClient reader, string address, string cookie) =>
        reader.SendAsync(new(HttpMethod.Get, address) { Headers = { { "Cookie", cookie } } });
}
