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

/// <summary>The server log of an error on a page whose address is secret.</summary>
public sealed class LogTests
{
    [Fact]
    public async Task An_error_on_a_page_with_a_secret_link_is_logged_with_the_page_name_and_without_the_link()
    {
        await using var site = new FailingSite();
        using (var ada = await new RegistrationClient(site).OpenAsync("/inscription"))
            await ada.FillIn("ada@example.org").PressAsync();
        using var reader = site.CreateClient();
        var links = new[] { await site.LinkAsync("ada@example.org"), "/verification/AAAA-BBBB-CCCC-DDDD-EEEE" };
        site.Failure.IsActive = true;
        foreach (var link in links)
        {
            using var response = await reader.GetAsync(link);
            Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        }

        // The line is written after the response.
        var log = await HtmlReading.EventuallyAsync(
            () => Task.FromResult(site.Log()),
            lines => lines.Count(l => l.StartsWith("GET", StringComparison.Ordinal)) == links.Length
        );
        Assert.Equal(
            ["GET /MyRegistration answered 500", "GET /Verification answered 500"],
            log.Where(l => l.StartsWith("GET", StringComparison.Ordinal)).Select(l => l.Split(" in ")[0]).Order(StringComparer.Ordinal)
        );
        Assert.Contains(log, l => l.Contains("RequestId", StringComparison.Ordinal));
        Assert.Equal([], log.Where(l => links.Any(link => l.Contains(link.Split('/')[^1], StringComparison.OrdinalIgnoreCase))));
    }

    private sealed class FailingSite : SiteFactory
    {
        public FailingSite() => RehearseFrom = OpenSite.Start;

        public FailingReads Failure { get; } = new();

        /// <summary>The log file, with message, all properties and exceptions.</summary>
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
            builder.ConfigureServices(services => services.ConfigureDbContext<SqliteWorkshopDb>(db => db.AddInterceptors(Failure)));
        }
    }

    /// <summary>Makes queries for certificates and registrations fail.</summary>
    private sealed class FailingReads : DbCommandInterceptor
    {
        public bool IsActive { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        ) =>
            IsActive
            && (
                command.CommandText.Contains("\"Generation\" = @", StringComparison.Ordinal)
                || command.CommandText.Contains("\"NumberHash\" = @", StringComparison.Ordinal)
            )
                ? throw new InvalidOperationException("Failure made by the test.")
                : ValueTask.FromResult(result);
    }
}
