using System.Net;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>The error pages.</summary>
public sealed class StatusTests(StatusTests.FailingSite site) : IClassFixture<StatusTests.FailingSite>
{
    private const string Fail = "fail";

    /// <summary>A site where every page with <c>?fail</c> in its address throws an exception.</summary>
    public sealed class FailingSite : SiteFactory
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.Configure<MvcOptions>(mvc => mvc.Filters.Add(new Fault())));
        }

        private sealed class Fault : IResourceFilter
        {
            public void OnResourceExecuting(ResourceExecutingContext context)
            {
                if (
                    context.HttpContext.Request.Query.ContainsKey(Fail)
                    && context.HttpContext.Features.Get<IExceptionHandlerFeature>() is null
                )
                    throw new InvalidOperationException("The secret reason of a fault");
            }

            public void OnResourceExecuted(ResourceExecutedContext context) { }
        }
    }

    [Theory]
    [InlineData("/rien")]
    [InlineData("/resumes/o19")]
    [InlineData("/resumes/o0")]
    [InlineData("/resumes/o01")]
    [InlineData("/resumes/x1")]
    [InlineData("/resumes/o1.xyz")]
    [InlineData("/resumes/o1.ics.ics")]
    [InlineData("/resumes/.ics")]
    [InlineData("/resumes/o1%20")]
    [InlineData("/resumes/%F0%9F%98%80")]
    [InlineData("/resumes/%EF%BC%AF1")]
    [InlineData("/resumes/o1;drop")]
    [InlineData("/resumes/o1'--")]
    [InlineData("/resumes/%3Cscript%3E")]
    [InlineData("/resumes/o999999999999")]
    [InlineData("/resumes/o1/auteurs")]
    [InlineData("/intervenants/Julien%20Lam")]
    [InlineData("/programme/2021-13-45.ics")]
    [InlineData("/programme/2021-09-25.ics")]
    [InlineData("/programme/22-09-2021.ics")]
    [InlineData("/de/programme")]
    [InlineData("/fr/abstracts")]
    [InlineData("/abstracts/o1/authors")]
    [InlineData("/status/404")]
    [InlineData("/appsettings.json")]
    [InlineData("/content/workshop.md")]
    public async Task An_unknown_address_gives_a_French_page_with_a_search_box(string address)
    {
        var page = await site.CreateClient().ReadAsync(address, HttpStatusCode.NotFound);

        Assert.Equal(
            ("fr", "404", "Cette page n’existe pas"),
            (page.DocumentElement.GetAttribute("lang"), page.Seen("main header p"), page.Seen("h1"))
        );
        Assert.Equal(
            ("/recherche", "get"),
            (page.QuerySelector("main form")!.GetAttribute("action"), page.QuerySelector("main form")!.GetAttribute("method"))
        );
        Assert.Equal(
            ("q", "noindex"),
            (page.QuerySelector("main form input")!.GetAttribute("name"), page.QuerySelector("meta[name=robots]")!.GetAttribute("content"))
        );
    }

    [Theory]
    [InlineData("/en/nothing")]
    [InlineData("/EN/nothing")]
    [InlineData("/en/abstracts/o19")]
    [InlineData("/en/resumes")]
    [InlineData("/en/resumes/o1")]
    [InlineData("/en/speakers/nobody")]
    [InlineData("/en/status/404")]
    [InlineData("/resumes/o19.ics?lang=en")]
    [InlineData("/resumes/o19.bib?x=1&lang=en")]
    public async Task An_unknown_English_address_gives_an_English_page_with_a_search_box(string address)
    {
        var page = await site.CreateClient().ReadAsync(address, HttpStatusCode.NotFound);

        Assert.Equal(
            ("en", "404", "This page does not exist"),
            (page.DocumentElement.GetAttribute("lang"), page.Seen("main header p"), page.Seen("h1"))
        );
        Assert.Equal("/en/search", page.QuerySelector("main form")!.GetAttribute("action"));
    }

    [Fact]
    public async Task A_very_long_address_is_not_found()
    {
        var reader = site.CreateClient();

        await reader.ReadAsync($"/intervenants/{new string('a', 4_000)}", HttpStatusCode.NotFound);
        await reader.ReadAsync($"/resumes/o{new string('1', 4_000)}", HttpStatusCode.NotFound);
        await reader.ReadAsync("/" + string.Concat(Enumerable.Repeat("a/", 2_000)), HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/resumes/O1", "/resumes/o1")]
    [InlineData("/resumes/P10", "/resumes/p10")]
    [InlineData("/en/abstracts/I4", "/en/abstracts/i4")]
    public async Task A_code_in_capitals_is_redirected_permanently(string address, string location)
    {
        using var answer = await site.CreateClient().GetAsync(address);

        Assert.Equal((HttpStatusCode.MovedPermanently, location), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Theory]
    [InlineData("/programme", "fr", "Le site n’a pas pu répondre")]
    [InlineData("/en/programme", "en", "Something went wrong")]
    [InlineData("/resumes/o1", "fr", "Le site n’a pas pu répondre")]
    [InlineData("/en", "en", "Something went wrong")]
    public async Task A_server_error_gives_a_page_in_the_language_of_the_address_without_details(
        string address,
        string language,
        string heading
    )
    {
        var page = await site.CreateClient().ReadAsync($"{address}?{Fail}", HttpStatusCode.InternalServerError);

        Assert.Equal((language, "500", heading), (page.DocumentElement.GetAttribute("lang"), page.Seen("main header p"), page.Seen("h1")));
        Assert.DoesNotContain("secret", page.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
        Assert.Null(page.QuerySelector("main form"));
    }

    [Theory]
    [InlineData("/programme", "fr", "Le site n’a pas pu répondre")]
    [InlineData("/en/nothing", "en", "Something went wrong")]
    public async Task The_error_page_works_without_the_database(string address, string language, string heading)
    {
        await using var lost = new SiteFactory { Engine = Engine.Sqlite };
        using var reader = lost.CreateClient();
        await using (
            var db = new SqliteWorkshopDb(
                new DbContextOptionsBuilder<SqliteWorkshopDb>()
                    .UseSqlite($"Data Source={Path.Combine(lost.DataPath, "workshop.db")};Pooling=False")
                    .Options
            )
        )
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE Workshops RENAME TO Elsewhere");

        var page = await reader.ReadAsync(address, HttpStatusCode.InternalServerError);

        Assert.Equal((language, heading), (page.DocumentElement.GetAttribute("lang"), page.Seen("h1")));
    }

    [Theory]
    [InlineData("GET", "/programme?fail", 500)]
    [InlineData("GET", "/rien", 404)]
    [InlineData("POST", "/programme", 405)]
    [InlineData("PUT", "/programme.ics", 405)]
    [InlineData("TRACE", "/", 405)]
    [InlineData("GET", "/resumes/O1", 301)]
    [InlineData("HEAD", "/rien", 404)]
    [InlineData("GET", "/css/site.css", 200)]
    [InlineData("GET", "/healthz", 200)]
    public async Task Responses_of_every_status_have_the_security_headers_and_no_cookie(string method, string address, int status)
    {
        using var request = new HttpRequestMessage(new(method), address);
        using var answer = await site.CreateClient().SendAsync(request);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(
            [],
            CrawlTests
                .SecurityHeaders.Where(h => !answer.Headers.TryGetValues(h.Key, out var values) || string.Join(", ", values) != h.Value)
                .Select(h => h.Key)
        );
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("BREW")]
    public async Task A_method_that_is_not_allowed_gives_a_page(string method)
    {
        using var request = new HttpRequestMessage(new(method), "/en/programme");
        using var answer = await site.CreateClient().SendAsync(request);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

        Assert.Equal(
            (HttpStatusCode.MethodNotAllowed, "405", "This request is not valid"),
            (answer.StatusCode, page.Seen("main header p"), page.Seen("h1"))
        );
    }
}
