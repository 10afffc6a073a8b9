using System.Text.Json;
using Microsoft.Playwright;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>The archive of an earlier edition, served by the site, in the browser of an organiser who is signed in.</summary>
[Collection(nameof(SignedIn))]
public sealed class MountedArchiveTests(Chromium chromium) : IDisposable
{
    /// <summary>Tries everything that a page of the site could do, and logs what came of it.</summary>
    private const string Attack = """
        const failure = (e) => `refused: ${e.name}`;
        const text = async (answer) => `got ${(await answer).status}`;
        const frame = () => new Promise((done) => {
          const made = document.createElement('iframe');
          made.onload = () => done(made.contentDocument ? made.contentDocument.title : 'refused: no document');
          made.src = '/admin';
          document.body.append(made);
        });
        const popup = async () => {
          const opened = window.open('/admin');
          for (let tries = 0; tries < 100; tries++) {
            await new Promise((done) => setTimeout(done, 50));
            if (opened.document.title) return opened.document.title;
          }
          return 'refused: no document';
        };
        const form = () => new Promise((done) => {
          document.addEventListener('securitypolicyviolation', (e) => done(`refused: ${e.effectiveDirective}`));
          document.querySelector('#logout').submit();
        });
        const attempts = {
          origin: () => self.origin,
          fetch: () => text(fetch('/admin', { credentials: 'include' })),
          post: () => text(fetch('/admin/logout', { method: 'POST', credentials: 'include', mode: 'no-cors' })),
          cookie: () => document.cookie,
          localStorage: () => localStorage.length,
          sessionStorage: () => sessionStorage.length,
          caches: () => caches.keys(),
          serviceWorker: () => navigator.serviceWorker.register('/2019/worker.js').then(() => 'registered'),
          frame,
          popup,
          form,
        };
        const results = {};
        for (const [name, attempt] of Object.entries(attempts))
          try { results[name] = String(await attempt()); } catch (e) { results[name] = failure(e); }
        console.log(JSON.stringify(results));
        """;

    private readonly DirectoryInfo archives = Directory.CreateTempSubdirectory("modmat-archives-");

    public void Dispose() => archives.Delete(recursive: true);

    [BrowserFact]
    public async Task A_script_in_an_archive_cannot_use_the_site_as_the_organiser_who_reads_it()
    {
        var edition = archives.CreateSubdirectory("2019").FullName;
        await File.WriteAllTextAsync(
            Path.Combine(edition, "index.html"),
            "<!doctype html><title>2019</title><script type=module src=attack.js></script>"
                + "<form id=logout method=post action=/admin/logout></form>"
        );
        await File.WriteAllTextAsync(Path.Combine(edition, "attack.js"), Attack);
        await File.WriteAllTextAsync(Path.Combine(edition, "worker.js"), "");
        await using var site = Start();
        var email = await site.OrganiserAsync();

        await chromium.VisitAsync(
            "/admin/login",
            async page =>
            {
                await page.FillAsync("#email", email);
                await page.FillAsync("#password", OrganiserAccounts.Password);
                await page.ClickAsync("#with-password button");
                await Arrival.WaitForAddressAsync(page, "/admin");
                var log = await page.RunAndWaitForConsoleMessageAsync(
                    () => page.GotoAsync("/2019/"),
                    new() { Predicate = line => line.Text.StartsWith('{') }
                );
                var results = JsonSerializer.Deserialize<Dictionary<string, string>>(log.Text)!;
                Assert.Equal(
                    new()
                    {
                        ["origin"] = "null",
                        ["fetch"] = "refused: TypeError",
                        ["post"] = "refused: TypeError",
                        ["cookie"] = "refused: SecurityError",
                        ["localStorage"] = "refused: SecurityError",
                        ["sessionStorage"] = "refused: SecurityError",
                        ["caches"] = "refused: SecurityError",
                        ["serviceWorker"] = "refused: SecurityError",
                        ["frame"] = "refused: no document",
                        ["popup"] = "refused: SecurityError",
                        ["form"] = "refused: form-action",
                    },
                    results
                );
                await page.GotoAsync("/admin");
                Assert.Equal("/admin", new Uri(page.Url).AbsolutePath);
            },
            Reader.On(Reader.Desktop),
            site: site
        );
    }

    [BrowserFact]
    public async Task An_old_page_still_has_its_styles_images_fonts_scripts_search_links_and_downloads()
    {
        var edition = archives.CreateSubdirectory("2019").FullName;
        await WriteOldPagesAsync(edition);
        await using var site = Start();

        await chromium.VisitAsync(
            "/2019/",
            async page =>
            {
                Assert.Equal("rgb(1, 2, 3)", await page.Locator("p").First.EvaluateAsync<string>("p => getComputedStyle(p).color"));
                Assert.Equal(7, await page.Locator("img").EvaluateAsync<int>("async i => { await i.decode(); return i.naturalWidth; }"));
                Assert.True(await page.EvaluateAsync<bool>("async () => (await document.fonts.load('1em Old')).length === 1"));
                await Assertions.Expect(page.Locator("#by-script")).ToHaveTextAsync("a script and a module");
                var calendar = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("#calendar"));
                Assert.Equal("programme.ics", calendar.SuggestedFilename);
                // The site's own pages open outside the sandbox.
                var programme = await page.RunAndWaitForPopupAsync(() => page.ClickAsync("#programme"));
                Assert.NotEqual("null", await programme.EvaluateAsync<string>("() => self.origin"));
                await page.FillAsync("input", "zinc");
                await page.PressAsync("input", "Enter");
                await Arrival.WaitForAddressAsync(page, "/2019/found.html?q=zinc");
            },
            Reader.On(Reader.Desktop),
            site: site
        );
    }

    [Trait("Category", "prove")]
    [BrowserFact]
    public async Task An_archive_that_this_program_wrote_is_styled_and_searched_as_on_a_disk()
    {
        var outcome = await SiteProcess.RunAsync([
            "archive",
            Path.Combine(archives.FullName, "2021"),
            "--Site:BaseUrl=https://modmat.test",
            $"--Site:DataPath={archives.CreateSubdirectory("data").FullName}",
        ]);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        await using var site = Start();
        List<string> faults = [];

        await chromium.VisitAsync(
            "/robots.txt",
            async page =>
            {
                page.Console += (_, line) => faults.Add(line.Text);
                page.RequestFailed += (_, request) => faults.Add($"{request.Url}: {request.Failure}");
                await page.GotoAsync("/2021/");
                await Chromium.SaveScreenshotAsync(page, "archive-mounted");
                Assert.NotEqual("none", await page.Locator("main").EvaluateAsync<string>("main => getComputedStyle(main).maxWidth"));
                await page.ClickAsync("header a[href$='recherche.html']");
                await Arrival.WaitForAddressAsync(page, "/2021/recherche.html");
                await page.FillAsync("input[name=q]", "zinc");
                await page.PressAsync("input[name=q]", "Enter");
                await Arrival.WaitForAddressAsync(page, "/2021/recherche.html?q=zinc");
                var results = page.Locator("#results a");
                Assert.NotEqual(0, await results.CountAsync());
                await results.First.ClickAsync();
                await Arrival.WaitForOtherAddressAsync(page, "/2021/recherche.html?q=zinc");
                Assert.StartsWith("/2021/resumes/", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
            },
            Reader.On(Reader.Desktop),
            site: site
        );
        Faults.None(faults);
    }

    private static async Task WriteOldPagesAsync(string edition)
    {
        var font = Directory.EnumerateFiles("/usr/share/fonts", "*.ttf", SearchOption.AllDirectories).First();
        File.Copy(font, Path.Combine(edition, "old.ttf"));
        foreach (
            var (name, text) in new[]
            {
                (
                    "index.html",
                    """
                    <!doctype html><title>2019</title><link rel=stylesheet href=style.css>
                    <script src=script.js defer></script><script type=module src=module.js></script>
                    <p>Old</p><p id=by-script></p><img src=image.svg alt="">
                    <a id=calendar href=programme.ics>Calendar</a> <a id=programme href=/programme target=_blank>Programme</a>
                    <form action=found.html><input name=q></form>
                    """
                ),
                ("found.html", "<!doctype html><title>Found</title>"),
                ("style.css", "@font-face { font-family: Old; src: url(old.ttf); } p { color: rgb(1, 2, 3); }"),
                ("script.js", "document.querySelector('#by-script').textContent = 'a script';"),
                ("module.js", "document.querySelector('#by-script').textContent += ' and a module';"),
                ("image.svg", """<svg xmlns="http://www.w3.org/2000/svg" width="7" height="7"/>"""),
                ("programme.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
            }
        )
            await File.WriteAllTextAsync(Path.Combine(edition, name), text);
    }

    private SiteFactory Start()
    {
        var site = new SiteFactory
        {
            RehearseFrom = Chromium.BeforeTheWorkshop,
            More = new Dictionary<string, string?> { ["Archives:Path"] = archives.FullName },
        };
        site.UseKestrel(0);
        site.StartServer();
        return site;
    }
}
