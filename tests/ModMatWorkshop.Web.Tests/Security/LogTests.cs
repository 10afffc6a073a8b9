using System.Data.Common;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Security;

/// <summary>What the log of the server says when something fails on a page whose address is a secret.</summary>
public sealed class LogTests
{
    [Fact]
    public async Task A_fault_on_a_page_behind_a_secret_link_is_logged_by_the_name_of_the_page_and_nowhere_by_the_link()
    {
        await using var site = new Breaking();
        using (var ada = await new RegistrationClient(site).OpenAsync("/inscription"))
            await ada.FillIn("ada@example.org").PressAsync();
        using var reader = site.CreateClient();
        var links = new[] { await site.LinkAsync("ada@example.org"), "/verification/AAAA-BBBB-CCCC-DDDD-EEEE" };
        site.Fault.IsPresent = true;
        foreach (var link in links)
        {
            using var answer = await reader.GetAsync(link);
            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        }

        // A line is written when the answer has gone.
        var log = await HtmlReading.EventuallyAsync(
            () => Task.FromResult(site.Log()),
            said => said.Count(l => l.StartsWith("GET", StringComparison.Ordinal)) == links.Length
        );
        Assert.Equal(
            ["GET /MyRegistration answered 500", "GET /Verification answered 500"],
            log.Where(l => l.StartsWith("GET", StringComparison.Ordinal)).Select(l => l.Split(" in ")[0]).Order(StringComparer.Ordinal)
        );
        Assert.Contains(log, l => l.Contains("RequestId", StringComparison.Ordinal));
        Assert.Equal([], log.Where(l => links.Any(link => l.Contains(link.Split('/')[^1], StringComparison.OrdinalIgnoreCase))));
    }

    private sealed class Breaking : SiteFactory
    {
        public Breaking() => RehearseFrom = OpenSite.Hour;

        public OfOurs Fault { get; } = new();

        /// <summary>Everything that any format could show.</summary>
        public string[] Log()
        {
            using var reader = new StreamReader(
                new FileStream(Path.Combine(DataPath, "test.log"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite)
            );
            return reader.ReadToEnd().Split('\n');
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureAppConfiguration(app =>
                app.AddInMemoryCollection(
                    new Dictionary<string, string?>
                    {
                        ["Serilog:WriteTo:0:Args:outputTemplate"] = "{Message:lj}{NewLine}{Properties:j}{NewLine}{Exception}",
                    }
                )
            );
            builder.ConfigureServices(services => services.ConfigureDbContext<SqliteWorkshopDb>(db => db.AddInterceptors(Fault)));
        }
    }

    /// <summary>No certificate and no registration can be read.</summary>
    private sealed class OfOurs : DbCommandInterceptor
    {
        public bool IsPresent { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        ) =>
            IsPresent
            && (
                command.CommandText.Contains("\"Generation\" = @", StringComparison.Ordinal)
                || command.CommandText.Contains("\"NumberHash\" = @", StringComparison.Ordinal)
            )
                ? throw new InvalidOperationException("A fault of the test.")
                : ValueTask.FromResult(result);
    }
}
