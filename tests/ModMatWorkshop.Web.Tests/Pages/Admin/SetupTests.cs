using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>The account of the first organiser, created with the link that the program prints or from the command line.</summary>
public sealed class SetupTests
{
    private const string Password = "quatre oxydes et un gel";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_setup_link_used_by_several_people_at_once_creates_one_organiser(Engine engine)
    {
        await using var site = new SiteFactory { Engine = engine };
        var link = site.Services.GetRequiredService<OrganiserLinks>().SetupPath();
        var clients = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(async i =>
                    (await new RegistrationClient(site).OpenAsync(link))
                        .Fill("name", $"Organiser {i}")
                        .Fill("email", $"organiser{i}@example.org")
                        .Fill("password", Password)
                )
        );
        Assert.All(clients, client => Assert.Equal(HttpStatusCode.OK, client.Status));
        await Task.WhenAll(clients.Select(client => client.PressAsync()));

        Assert.Single(clients, client => client.Address == "/admin");
        Assert.Equal(
            3,
            clients.Count(client => client.Status == HttpStatusCode.NotFound && client.Page.Seen("h1") == "Ce lien n’est plus valable")
        );
        Assert.Equal(1, await site.InDbAsync(db => db.Organisers.CountAsync()));
        // Afterwards, the link is invalid for everybody.
        using var late = await new RegistrationClient(site).OpenAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, late.Status);
        foreach (var client in clients)
            client.Dispose();
    }

    [Fact]
    public async Task A_forged_setup_link_is_refused_and_a_refused_form_keeps_its_values()
    {
        await using var site = new SiteFactory();
        foreach (var token in new[] { "", "x", new string('A', 22), "é", new string('A', 5000) })
        {
            using var forger = await new RegistrationClient(site).OpenAsync($"/admin/setup?token={Uri.EscapeDataString(token)}");
            Assert.Equal((HttpStatusCode.NotFound, 0), (forger.Status, forger.Page.QuerySelectorAll("main form").Length));
        }

        using var grace = await new RegistrationClient(site).OpenAsync(site.Services.GetRequiredService<OrganiserLinks>().SetupPath());
        Assert.True(grace.Answer.Headers.CacheControl!.NoStore);
        await grace.Fill("name", "<b>Grace").Fill("email", "grace@").Fill("password", "short").PressAsync();
        Assert.Equal(HttpStatusCode.BadRequest, grace.Status);
        Assert.Equal(
            [
                "Nom : ni « < », ni « > », ni adresse web, ni caractère invisible.",
                "Indiquez une seule adresse électronique valable, comme nom@laboratoire.fr.",
            ],
            grace.Page.SeenAll("main [id$='-fault']")
        );
        Assert.Equal(["<b>Grace", "grace@", ""], grace.Page.AttributeOfAll("main div:has(> label) > input", "value"));
        await grace.Fill("name", "Grace Hopper").Fill("email", "Grace@Example.org").Fill("password", "Grace Hopper 2021").PressAsync();
        Assert.Equal(
            ["Ce mot de passe se devine à partir de votre nom, de votre adresse ou de l’atelier."],
            grace.Page.SeenAll("main [id$='-fault']")
        );
        await grace.Fill("password", Password).PressAsync();

        var account = await site.AccountAsync("grace@example.org");
        Assert.Equal(("/admin", 1, "Grace Hopper", OrganiserRoles.Organiser), (grace.Address, account.Number, account.Name, account.Roles));
        Assert.Equal(["stranger: first organiser, account 1", "organiser 1: signed in, setup"], await site.LogAsync());
    }

    [Trait("Category", "prove")]
    [Fact]
    public async Task The_program_prints_the_setup_link_until_an_organiser_exists()
    {
        var data = Directory.CreateTempSubdirectory("modmat-setup-");
        try
        {
            string[] arguments = [$"--Site:DataPath={data.FullName}"];
            await using (var program = await SiteProcess.ServeAsync(arguments))
            {
                var line = Assert.Single(program.AllOutput.Split('\n'), line =>
                    line.Contains("/admin/setup?token=", StringComparison.Ordinal)
                );
                var link = line[line.IndexOf("https://modmat.test/", StringComparison.Ordinal)..];
                Assert.Equal(HttpStatusCode.OK, (await LocalAsync(program, link)).StatusCode);

                var made = await SiteProcess.RunAsync([
                    "admin",
                    "create",
                    "Grace@Example.org",
                    "--name",
                    "Grace Hopper",
                    "--Site:BaseUrl=https://modmat.test",
                    .. arguments,
                ]);
                Assert.Equal((0, ""), (made.ExitCode, made.Errors));
                Assert.Matches("^https://modmat\\.test/admin/password\\?token=[A-Za-z0-9_-]{48}\n$", made.Output);
                Assert.Equal(HttpStatusCode.OK, (await LocalAsync(program, made.Output.Trim())).StatusCode);
                Assert.Equal(HttpStatusCode.NotFound, (await LocalAsync(program, link)).StatusCode);
            }
            var again = await SiteProcess.RunAsync([
                "admin",
                "create",
                "grace@example.org",
                "--Site:BaseUrl=https://modmat.test",
                .. arguments,
            ]);
            Assert.Equal(
                new SiteProcess.Outcome(
                    1,
                    "",
                    "grace@example.org already has an account. `admin reset grace@example.org` prints a new link.\n"
                ),
                again
            );
            await using var later = await SiteProcess.ServeAsync(arguments);
            Assert.DoesNotContain("/admin/setup", later.AllOutput, StringComparison.Ordinal);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    // Requests as they arrive through a proxy that terminates TLS.
    private static async Task<HttpResponseMessage> LocalAsync(SiteProcess program, string link)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(link).PathAndQuery)
        {
            Headers = { { "X-Forwarded-Proto", "https" }, { "X-Forwarded-For", "192.0.2.1" } },
        };
        return await program.Reader.SendAsync(request);
    }

    [Trait("Category", "prove")]
    [Theory]
    [InlineData("'grace' is not an email address.\n", "admin", "create", "grace")]
    [InlineData(
        "nobody@example.org has no account. `admin create nobody@example.org` creates one.\n",
        "admin",
        "reset",
        "nobody@example.org"
    )]
    public async Task A_command_that_fails_states_the_reason(string sentence, params string[] command)
    {
        var outcome = await SiteProcess.RunAsync([
            .. command,
            "--Site:BaseUrl=https://modmat.test",
            $"--Site:DataPath={Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())}",
        ]);

        Assert.Equal((1, sentence), (outcome.ExitCode, outcome.Errors));
    }
}
