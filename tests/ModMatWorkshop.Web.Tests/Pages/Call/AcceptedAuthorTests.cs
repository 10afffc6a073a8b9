using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;
using static ModMatWorkshop.Web.Tests.Pages.Call.FilesOfAuthors;

namespace ModMatWorkshop.Web.Tests.Pages.Call;

/// <summary>What an author sends and corrects after the acceptance, and what organisers do with it, through the door.</summary>
public sealed class AcceptedAuthorTests : IDisposable
{
    private readonly CallSite sites = new();

    [Theory, OnSqlite, OnPostgres]
    public async Task A_poster_reaches_the_gallery_and_the_author_sees_that_it_is_public(Engine engine)
    {
        var site = sites.At("2021-09-11T09:00", engine);
        using var author = await AcceptedAsync(site, 1, "poster", "P1");
        using var chair = new RegistrationClient(site, await site.SignedInAsync(OrganiserRoles.Organiser, Language.English));
        await chair.OpenAsync("/admin/call/files");
        Assert.Equal("Poster", chair.Page.QuerySelector("[data-missing]")!.GetAttribute("data-missing"));
        await chair.DoAsync("ask");
        await chair.DoAsync("ask");
        Assert.Equal(1, await CountAsync(site, db => db.Outbox.CountAsync(m => m.Kind == MailKind.FilesMissing)));

        await SendAsync(author, "[data-action=send-file-poster-0]", ("file-poster-0", Encoding.ASCII.GetBytes("<html>")));
        Assert.Equal(HttpStatusCode.BadRequest, author.Status);
        Assert.NotNull(author.Page.QuerySelector("#file-poster-0-fault"));
        await SendAsync(author, "[data-action=send-file-poster-0]", ("file-poster-0", Pdf()));
        Assert.Equal("received", author.Page.QuerySelector("#files [data-state]")!.GetAttribute("data-state"));
        await author
            .Fill("recording", "https://tube.example.org/1")
            .Fill("pronunciation", "LUV-lace")
            .Fill("do-not-record", "yes")
            .DoAsync("keep-presentation");
        var kept = (await site.SubmissionAsync("author1@example.org"))!;
        Assert.Equal(("LUV-lace", true, false), (kept.Pronunciation, kept.IsNotRecorded, kept.Read.DoNotRecord));

        await chair.OpenAsync("/admin/call/files");
        Assert.Equal("", chair.Page.QuerySelector("[data-missing]")!.GetAttribute("data-missing"));
        await chair.DoAsync("publish-1");
        Assert.Contains("public", chair.Page.QuerySelector("[data-notice]")!.TextContent, StringComparison.Ordinal);
        await author.OpenAsync(await site.SubmissionLinkAsync("author1@example.org"));
        Assert.Equal("public", author.Page.QuerySelector("#files [data-state]")!.GetAttribute("data-state"));

        using var reader = await new RegistrationClient(site).OpenAsync("/en/posters");
        var item = reader.Page.QuerySelector("#p1")!;
        Assert.Equal(
            ["/materials/p1-poster.pdf", "https://tube.example.org/1"],
            item.QuerySelectorAll(".poster-files a").Select(a => a.GetAttribute("href")).Take(2)
        );
        using var file = await reader.Http.GetAsync("/materials/p1-poster.pdf");
        Assert.Equal(("application/pdf", HttpStatusCode.OK), (file.Content.Headers.ContentType!.MediaType, file.StatusCode));
        if (ExternalTools.Find("pdftoppm") is not null)
        {
            var picture = item.QuerySelector(".poster-page img")!;
            Assert.Equal("lazy", picture.GetAttribute("loading"));
            Assert.Equal(HttpStatusCode.OK, (await reader.Http.GetAsync(picture.GetAttribute("src"))).StatusCode);
        }
        // A stranger opens no file of a submission.
        Assert.Equal("/admin/login", (await reader.OpenAsync("/admin/call/1/file/Poster/0")).Address.Split('?')[0]);
    }

    [Fact]
    public async Task A_correction_is_accepted_in_one_press_and_writes_only_what_differs()
    {
        var site = sites.At("2021-09-11T09:00");
        using var author = await AcceptedAsync(site, 1, "oral", "O3");
        using var chair = new RegistrationClient(site, await site.SignedInAsync(OrganiserRoles.Organiser, Language.English));
        var path = Path.Combine(site.ContentPath!, "contributions/o3.md");
        var before = await File.ReadAllTextAsync(path);

        await author.Fill("correct-title", "Another title of ours").DoAsync("propose-correction");
        Assert.Equal("waiting", author.Page.QuerySelector("[data-correction]")!.GetAttribute("data-correction"));
        Assert.Equal(before, await File.ReadAllTextAsync(path));

        await chair.OpenAsync("/admin/call/corrections");
        Assert.Equal(1, chair.Page.QuerySelectorAll("[data-difference]").Length);
        await chair.DoAsync("accept-1");
        var after = await File.ReadAllLinesAsync(path);
        Assert.Equal(["title: \"Another title of ours\""], after.Except(before.Split('\n')).Select(line => line.Trim()));
        Assert.Contains("Another title of ours", (await author.OpenAsync("/en/abstracts/o3")).Page.Title, StringComparison.Ordinal);
        await author.OpenAsync(await site.SubmissionLinkAsync("author1@example.org"));
        Assert.Equal("accepted", author.Page.QuerySelector("[data-correction]")!.GetAttribute("data-correction"));

        // Somebody changes the same line before the next one is accepted.
        await author.Fill("correct-title", "A third title").DoAsync("propose-correction");
        var text = await File.ReadAllTextAsync(path);
        await File.WriteAllTextAsync(path, text.Replace("Another title of ours", "By hand", StringComparison.Ordinal));
        await chair.OpenAsync("/admin/call/corrections");
        await chair.DoAsync("accept-1");
        Assert.Equal(HttpStatusCode.Conflict, chair.Status);
        Assert.Contains("By hand", await File.ReadAllTextAsync(path), StringComparison.Ordinal);
        await chair.DoAsync("decline-1");
        Assert.Equal(2, await CountAsync(site, db => db.Outbox.CountAsync(m => m.Kind == MailKind.CorrectionDecided)));
    }

    [Fact]
    public async Task A_call_may_make_slides_and_typos_public_at_once()
    {
        using var content = new ContentCopy();
        content.Edit("workshop.md", "\ncommittee:\n", $"\n{CallSite.Call}  publish-files: at-once\n  typos: at-once\ncommittee:\n");
        await using var site = new SiteFactory { ContentPath = content.Path, RehearseFrom = "2021-09-11T09:00" };
        using var author = await AcceptedAsync(site, 1, "oral", "O3");

        await SendAsync(author, "[data-action=send-file-slides-0]", ("file-slides-0", Pdf()));
        Assert.Equal("public", author.Page.QuerySelector("#files [data-state]")!.GetAttribute("data-state"));
        Assert.Equal(HttpStatusCode.OK, (await author.Http.GetAsync("/materials/o3-slides.pdf")).StatusCode);

        var title = author.Shown("#correct form")["correct-title"].Single();
        await author.Fill("correct-title", title.Replace("localized", "localised", StringComparison.Ordinal)).DoAsync("propose-correction");
        Assert.Equal("accepted", author.Page.QuerySelector("[data-correction]")!.GetAttribute("data-correction"));
        await author.Fill("correct-title", "Another work").DoAsync("propose-correction");
        Assert.Equal("waiting", author.Page.QuerySelector("[data-correction]")!.GetAttribute("data-correction"));
        Assert.Contains("localised", (await author.OpenAsync("/en/abstracts/o3")).Page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_in_the_programme_is_in_the_data_of_the_author_once_the_letter_has_told_it()
    {
        var site = sites.At("2021-09-11T09:00");
        using var told = await AcceptedAsync(site, 1, "oral", "O71");
        using var untold = await AcceptedAsync(site, 2, null, "O72");
        var (first, second) = (
            await told.Http.GetStringAsync($"{await site.SubmissionLinkAsync("author1@example.org")}?handler=Data"),
            await untold.Http.GetStringAsync($"{await site.SubmissionLinkAsync("author2@example.org")}?handler=Data")
        );

        using var data = JsonDocument.Parse(first);
        Assert.Equal("O71", data.RootElement.GetProperty("decision").GetProperty("Code").GetString());
        Assert.DoesNotContain("O72", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_in_the_data_of_the_author_and_go_with_the_submission()
    {
        var site = sites.At("2021-09-11T09:00");
        using var author = await AcceptedAsync(site, 1, "poster", "P1");
        await SendAsync(author, "[data-action=send-file-poster-0]", ("file-poster-0", Pdf()));
        var link = await site.SubmissionLinkAsync("author1@example.org");
        using var data = JsonDocument.Parse(await author.Http.GetStringAsync($"{link}?handler=Data"));
        var file = data.RootElement.GetProperty("files")[0];
        using var same = await author.Http.GetAsync(file.GetProperty("Link").GetString());

        Assert.Equal(
            ("Poster", "pdf", "poster-1.pdf"),
            (
                file.GetProperty("Use").GetString(),
                file.GetProperty("Extension").GetString(),
                same.Content.Headers.ContentDisposition!.FileName
            )
        );
        await author.OpenAsync(link);
        await author.DoAsync("erase");
        Assert.Equal(0, await CountAsync(site, db => db.SubmissionFiles.CountAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await author.Http.GetAsync(file.GetProperty("Link").GetString())).StatusCode);
    }

    public void Dispose() => sites.Dispose();
}
