using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Content;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Pages;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>A site that starts without content, until an organiser has set it up in a browser.</summary>
public sealed class FirstRunTests : IDisposable
{
    private static readonly (string Key, string Value)[] Answers =
    [
        ("acronym", "MATML"),
        ("title", "Apprentissage et « matériaux »"),
        ("place", "Maison des sciences, Grenoble, FR"),
        ("start", "2027-06-08"),
        ("end", "2027-06-10"),
        ("contact", "matml@example.org"),
    ];

    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("modmat-first-");

    private string Folder => Path.Combine(parent.FullName, "content");

    [Theory, OnSqlite, OnPostgres]
    public async Task From_no_content_to_a_site_of_one_s_own_without_a_file_and_without_a_shell(Engine engine)
    {
        await using var site = Site(engine);
        using var reader = site.CreateClient();
        foreach (var address in new[] { "/", "/programme", "/schedule.json", "/verification/1", "/nowhere" })
            await AssertIsBeingSetUpAsync(reader, address, "Ce site est en préparation", "This site is being set up");
        await AssertIsBeingSetUpAsync(reader, "/en/programme", "This site is being set up", "Ce site est en préparation");
        Assert.Equal("""{"ready":false}""", await (await reader.GetAsync("/readyz")).Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/healthz")).StatusCode);

        using var grace = await new RegistrationClient(site).OpenAsync(site.Services.GetRequiredService<OrganiserLinks>().SetupPath());
        Assert.Equal((HttpStatusCode.OK, "Premier compte"), (grace.Status, grace.Page.Seen("h1")));
        await grace
            .Fill("name", "Grace Hopper")
            .Fill("email", "grace@example.org")
            .Fill("password", "quatre oxydes et un gel")
            .PressAsync();
        Assert.Equal((FirstRun.StartPage, "Votre atelier"), (grace.Address, grace.Page.Seen("h1")));
        foreach (var address in new[] { "/admin", "/admin/attendees", "/admin/content", "/admin/help", "/check-in" })
            Assert.Equal(FirstRun.StartPage, (await grace.OpenAsync(address)).Address);
        Assert.Equal(HttpStatusCode.OK, (await grace.OpenAsync("/admin/account")).Status);
        Assert.Equal(HttpStatusCode.OK, (await grace.OpenAsync("/admin/account/second-factor")).Status);

        await AnswerAsync(await grace.OpenAsync(FirstRun.StartPage), ("end", "2027-06-01"), ("place", "Grenoble"));
        Assert.Equal(HttpStatusCode.BadRequest, grace.Status);
        Assert.Equal(
            [
                "Il faut le lieu, la ville et le pays, séparés par des virgules : Maison des sciences, Grenoble, FR",
                "L’atelier finit avant de commencer.",
            ],
            grace.Page.SeenAll("main .field-error")
        );
        Assert.Equal(
            ["MATML", "Apprentissage et « matériaux »", "Grenoble", "2027-06-08", "2027-06-01", "Europe/Paris", "50", "matml@example.org"],
            grace.Page.AttributeOfAll("main .field input", "value")
        );
        Assert.False(Directory.Exists(Folder));

        await AnswerAsync(grace);
        Assert.Equal((FirstRun.StartPage, "Votre site est en ligne"), (grace.Address, grace.Page.Seen("h1")));
        foreach (var next in grace.Page.AttributeOfAll("[data-next] a", "href"))
            Assert.Equal((next, HttpStatusCode.OK), (next, (await grace.Http.GetAsync(next)).StatusCode));
        Assert.Equal("M MATML 2027, Accueil", (await reader.ReadAsync("/")).Seen(".site-name"));
        Assert.Equal("""{"ready":true}""", await reader.GetStringAsync("/readyz"));
        Assert.Equal([], ContentFolder.Read(Folder).Problems);
        Assert.Equal("organiser 1: set up the site", (await site.LogAsync())[^1]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_organisers_who_answer_at_once_one_wins_and_the_other_is_told(Engine engine)
    {
        await using var site = Site(engine);
        using var grace = new RegistrationClient(site, await site.SignedInAsync());
        using var ada = new RegistrationClient(site, await site.SignedInAsync());
        await Task.WhenAll(grace.OpenAsync(FirstRun.StartPage), ada.OpenAsync(FirstRun.StartPage));

        await Task.WhenAll(AnswerAsync(grace, ("acronym", "GRACE")), AnswerAsync(ada, ("acronym", "ADA")));

        using var reader = site.CreateClient();
        Assert.Single(await site.LogAsync(), line => line.EndsWith(": set up the site", StringComparison.Ordinal));
        var name = (await reader.ReadAsync("/")).Seen(".site-name");
        var (winner, late) = name.Contains("GRACE 2027", StringComparison.Ordinal) ? (grace, ada) : (ada, grace);
        Assert.Equal([], winner.Page.SeenAll("[data-notice]"));
        Assert.Equal(
            [
                "Entre-temps, quelqu’un d’autre a créé le site ou mis des fichiers dans le dossier. "
                    + "Rien de votre formulaire n’a été écrit.",
            ],
            late.Page.SeenAll("[data-notice]")
        );
        Assert.Equal([], Directory.EnumerateFileSystemEntries(Folder, ".*"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task With_the_content_in_the_database_no_folder_is_written(Engine engine)
    {
        await using var site = Site(engine, new Dictionary<string, string?> { ["Content:Store"] = "database" });
        using var grace = new RegistrationClient(site, await site.SignedInAsync());

        await AnswerAsync(await grace.OpenAsync(FirstRun.StartPage));

        Assert.Equal("Votre site est en ligne", grace.Page.Seen("h1"));
        using var reader = site.CreateClient();
        Assert.Equal("M MATML 2027, Accueil", (await reader.ReadAsync("/")).Seen(".site-name"));
        Assert.False(Directory.Exists(Folder));
        Assert.Contains(
            "créé workshop.md",
            (await grace.OpenAsync("/admin/content/history?file=workshop.md")).Page.SeenAll("[data-version]")
        );
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_refuses_with_a_sentence_and_nothing_typed_is_lost()
    {
        await File.WriteAllTextAsync(Folder, "a file in the way");
        await using var site = Site(Engine.Sqlite);
        using var grace = new RegistrationClient(site, await site.SignedInAsync());
        await AnswerAsync(await grace.OpenAsync(FirstRun.StartPage));

        Assert.Equal(HttpStatusCode.Conflict, grace.Status);
        Assert.Equal(
            [
                $"Le dossier {Folder} ne peut pas être écrit. Donnez au programme le droit d’y écrire, puis renvoyez : vos réponses "
                    + "sont toujours là.",
            ],
            grace.Page.SeenAll("[data-notice]")
        );
        Assert.Equal(["matml@example.org"], grace.Page.AttributeOfAll("#contact", "value"));
        Assert.Equal("a file in the way", await File.ReadAllTextAsync(Folder));

        File.Delete(Folder);
        await AnswerAsync(grace);
        Assert.Equal("Votre site est en ligne", grace.Page.Seen("h1"));
    }

    [Fact]
    public async Task Files_that_somebody_puts_into_the_folder_open_the_site_or_say_what_is_wrong_with_them()
    {
        await using var site = Site(Engine.Sqlite);
        using var grace = new RegistrationClient(site, await site.SignedInAsync());
        await grace.OpenAsync(FirstRun.StartPage);
        Directory.CreateDirectory(Folder);
        var workshop = Path.Combine(Folder, "workshop.md");
        await File.WriteAllTextAsync(workshop, "---\nslug: nano\n---\n");

        await AnswerAsync(grace);
        Assert.Equal(HttpStatusCode.Conflict, grace.Status);
        await HtmlReading.EventuallyAsync(
            () => grace.Http.ReadAsync(FirstRun.StartPage),
            page => page.QuerySelectorAll("[data-problem]").Length > 0
        );
        Assert.Equal(["workshop.md"], Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName));

        foreach (var file in Directory.EnumerateFiles(Repository.Minimal, "*.md", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(Repository.Minimal, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
        await HtmlReading.EventuallyAsync(
            () => grace.Http.ReadAsync(FirstRun.StartPage),
            page => page.QuerySelector("[data-next]") is not null
        );
    }

    [Theory, OnPostgres]
    public async Task A_second_instance_sees_the_new_site_by_itself(Engine engine)
    {
        var database = new Dictionary<string, string?>
        {
            ["ConnectionStrings:Workshop"] = DatabaseTemplates.WithTables(engine, parent.FullName),
            ["Site:Key"] = "a key that two instances of one site share",
        };
        await using var first = Site(engine, database);
        await using var second = Site(engine, database);
        using var reader = second.CreateClient();
        await AssertIsBeingSetUpAsync(reader, "/", "Ce site est en préparation", "This site is being set up");
        using var grace = new RegistrationClient(first, await first.SignedInAsync());

        await AnswerAsync(await grace.OpenAsync(FirstRun.StartPage));

        for (var waited = 0; (await reader.GetAsync("/")).StatusCode != HttpStatusCode.OK; waited++)
        {
            Assert.True(waited < 600, "The second instance stays closed.");
            await Task.Delay(50);
        }
        Assert.Equal("M MATML 2027, Accueil", (await reader.ReadAsync("/programme")).Seen(".site-name"));
    }

    [Fact]
    public async Task A_command_that_needs_content_says_that_there_is_none()
    {
        var outcome = await SiteProcess.RunAsync([
            "registration",
            "dates",
            "--Site:BaseUrl=https://modmat.test",
            $"--Site:ContentPath={Folder}",
            $"--Site:DataPath={Path.Combine(parent.FullName, "data")}",
        ]);

        Assert.Equal(
            (
                1,
                $"There is no content in {Folder}. Start the site and open the link that it prints, or write a folder with `content new`.\n"
            ),
            (outcome.ExitCode, outcome.Errors)
        );
    }

    public void Dispose() => parent.Delete(recursive: true);

    private SiteFactory Site(Engine engine, IReadOnlyDictionary<string, string?>? more = null) =>
        new()
        {
            Engine = engine,
            ContentPath = Folder,
            More = more ?? new Dictionary<string, string?>(),
        };

    private static async Task AnswerAsync(RegistrationClient client, params (string Key, string Value)[] others)
    {
        foreach (var (key, value) in Answers.Concat(others))
            client.Fill(key, value);
        await client.PressAsync();
    }

    private static async Task AssertIsBeingSetUpAsync(HttpClient reader, string address, params string[] titles)
    {
        using var answer = await reader.GetAsync(address);
        Assert.Equal(
            (address, HttpStatusCode.ServiceUnavailable, TimeSpan.FromMinutes(1)),
            (address, answer.StatusCode, answer.Headers.RetryAfter?.Delta)
        );
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        Assert.Equal(titles, page.SeenAll("h1, h2"));
    }
}
