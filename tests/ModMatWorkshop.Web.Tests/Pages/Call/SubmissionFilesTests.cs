using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;
using SkiaSharp;

namespace ModMatWorkshop.Web.Tests.Pages.Call;

/// <summary>Files of authors through the door: figures with the form, slides and posters after the acceptance.</summary>
public sealed class SubmissionFilesTests : IDisposable
{
    private static readonly byte[] Png = Photographs.TwoHalves(60, 40, SKEncodedImageFormat.Png);
    private static readonly byte[] Photograph = Photographs.FromCamera(600, 400, 1);

    private readonly CallSite sites = new();

    [Fact]
    public async Task A_picture_that_has_arrived_stays_whatever_becomes_of_the_form()
    {
        var site = sites.Open;
        using var client = await new RegistrationClient(site).OpenAsync("/en/call");
        await client.Fill("email", "fig@example.org").Fill("title", "Half").DoAsync("save");
        await SendAsync(client, "button[data-action=submit]", ("figure-1", Png));

        Assert.Equal(HttpStatusCode.BadRequest, client.Status);
        Assert.NotNull(client.Page.QuerySelector("[data-figure='1']"));
        Assert.Equal([("Figure", 1, "png", 60)], await FilesAsync(site, "fig@example.org"));

        // Without script, a button that adds a row sends the file too.
        await SendAsync(client, "button[value=author-add]", ("figure-1", Photograph));
        Assert.Equal([("Figure", 1, "jpg", 600)], await FilesAsync(site, "fig@example.org"));

        await client.OpenAsync(await site.SubmissionLinkAsync("fig@example.org"));
        var picture = (IHtmlImageElement)client.Page.QuerySelector("#preview figure img")!;
        using var answer = await client.Http.GetAsync(picture.GetAttribute("src"));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(
            ("image/jpeg", "attachment", "figure-1.jpg", "no-store", "nosniff"),
            (
                answer.Content.Headers.ContentType!.MediaType,
                answer.Content.Headers.ContentDisposition!.DispositionType,
                answer.Content.Headers.ContentDisposition.FileName,
                answer.Headers.CacheControl!.ToString(),
                answer.Headers.GetValues("X-Content-Type-Options").Single()
            )
        );
        Assert.DoesNotContain(Photographs.Place, Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);

        await client.Fill("figure-remove-1", "yes").DoAsync("save");
        Assert.Empty(await FilesAsync(site, "fig@example.org"));
    }

    [Fact]
    public async Task A_refused_picture_leaves_the_text_and_nothing_else()
    {
        var site = sites.Open;
        using var client = await new RegistrationClient(site).OpenAsync("/en/call");
        // Nothing is kept yet, so the page asks for the file again.
        await SendAsync(client, "button[data-action=preview]", ("figure-1", Png));
        Assert.Contains("choose this file once more", client.Faults.Single(), StringComparison.Ordinal);

        await client.Fill("email", "bad@example.org").Fill("title", "Kept").DoAsync("save");
        foreach (var (name, bytes) in new[] { ("../../x.png", Encoding.ASCII.GetBytes("<svg onload='alert(1)'/>")), ("a.png", []) })
        {
            await SendAsync(client.Fill("title", $"With {name.Length}"), "button[data-action=save]", ("figure-1", bytes));
            Assert.Equal(
                (HttpStatusCode.BadRequest, $"With {name.Length}"),
                (client.Status, (await site.SubmissionAsync("bad@example.org"))!.Draft.Title)
            );
        }
        await SendAsync(client, "button[data-action=save]", ("figure-2", Png));
        Assert.Empty(await FilesAsync(site, "bad@example.org"));
    }

    [Fact]
    public async Task Two_hundred_megabytes_are_refused_before_they_are_read()
    {
        var site = sites.Open;
        using var client = await SubmittedAsync(site, "big@example.org");
        foreach (var address in new[] { "/en/call", await site.SubmissionLinkAsync("big@example.org") })
        {
            var stream = new EndlessStream(200L << 20);
            var content = new StreamContent(stream);
            content.Headers.ContentLength = 200L << 20;
            content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
            using var answer = await client.Http.PostAsync($"{address}?handler=File", content);

            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
            Assert.Contains("too large", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task After_the_deadline_no_figure_changes_and_before_the_acceptance_there_are_no_slides()
    {
        var site = sites.At("2021-09-11T09:00");
        using var client = await AcceptedAsync(site, 1, kind: null);
        await PostAsync(client, "Figure", 1, Png);
        await PostAsync(client, "Slides", 0, Pdf());

        Assert.Null(client.Page.QuerySelector("#files"));
        Assert.Empty(await FilesAsync(site, "author1@example.org"));
    }

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
        Assert.Null((await site.SubmissionAsync("author1@example.org"))!.Draft.DoNotRecord ? "draft" : null);

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
        Assert.NotEqual(HttpStatusCode.OK, (await reader.Http.GetAsync("/admin/call/1/file/Poster/0")).StatusCode);
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
        Assert.Equal(
            ["title: \"Another title of ours\""],
            after.Except(before.Split('\n')).Select(line => line.Trim())
        );
        Assert.Contains("Another title of ours", (await author.OpenAsync("/en/abstracts/o3")).Page.Title, StringComparison.Ordinal);
        await author.OpenAsync(await site.SubmissionLinkAsync("author1@example.org"));
        Assert.Equal("accepted", author.Page.QuerySelector("[data-correction]")!.GetAttribute("data-correction"));

        // Somebody changes the same line before the next one is accepted.
        await author.Fill("correct-title", "A third title").DoAsync("propose-correction");
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace("Another title of ours", "By hand", StringComparison.Ordinal));
        await chair.OpenAsync("/admin/call/corrections");
        await chair.DoAsync("accept-1");
        Assert.Equal(HttpStatusCode.Conflict, chair.Status);
        Assert.Contains("By hand", await File.ReadAllTextAsync(path), StringComparison.Ordinal);
        await chair.DoAsync("decline-1");
        Assert.Equal(2, await CountAsync(site, db => db.Outbox.CountAsync(m => m.Kind == MailKind.CorrectionDecided)));
    }

    [Fact]
    public async Task A_reviewer_sees_the_figure_of_their_own_submission_alone()
    {
        var site = sites.Open;
        using var first = await SubmittedAsync(site, "one@example.org", Photograph);
        using var second = await SubmittedAsync(site, "two@example.org", Photograph);
        using var reader = new RegistrationClient(site, await site.SignedInAsync(OrganiserRoles.Reviewer, Language.English));
        using var chair = new RegistrationClient(site, await site.SignedInAsync(OrganiserRoles.Chair, Language.English));
        await chair.OpenAsync("/admin/call/1");
        await chair.Fill("reviewer", "1").PressAsync("#assign button");

        await reader.OpenAsync("/admin/call/review/1");
        var address = reader.Page.QuerySelector("figure img")!.GetAttribute("src")!;
        var bytes = await reader.Http.GetByteArrayAsync(address);
        Assert.DoesNotContain(Photographs.Place, Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        foreach (var foreign in new[] { "/admin/call/review/2/figure/1", "/admin/call/review/1/figure/2", "/admin/call/1/file/Figure/1" })
            Assert.NotEqual(HttpStatusCode.OK, (await reader.Http.GetAsync(foreign)).StatusCode);
    }

    private static byte[] Pdf() =>
        Encoding.ASCII.GetBytes(
            "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
                + "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] >>\nendobj\n"
                + "trailer\n<< /Root 1 0 R /Size 4 >>\nstartxref\n0\n%%EOF\n"
        );

    /// <summary>Presses a button of a form with files, as a browser without script.</summary>
    private static async Task SendAsync(RegistrationClient client, string selector, params (string Input, byte[] Bytes)[] files)
    {
        var button = (IHtmlButtonElement)client.Page.QuerySelector($"main {selector}")!;
        var fields = client.Fields(button.Form!, button).Where(f => files.All(file => file.Input != f.Key));
        var content = RegistrationClient.InParts(fields);
        foreach (var (input, bytes) in files)
            content.Add(new ByteArrayContent(bytes), input, "../Ada Lovelace.png");
        await client.PostAsync(button.Target(), content);
    }

    private static async Task PostAsync(RegistrationClient client, string use, int number, byte[] bytes)
    {
        var form = (IHtmlFormElement)client.Page.QuerySelector("main form[method=post]")!;
        var content = RegistrationClient.InParts([.. client.Fields(form), new("use", use), new("n", $"{number}")]);
        content.Add(new ByteArrayContent(bytes), $"file-{use.ToLowerInvariant()}-{number}", "a");
        await client.PostAsync($"{client.Address.Split('?')[0]}?handler=File", content);
    }

    private static async Task<RegistrationClient> SubmittedAsync(SiteFactory site, string email, byte[]? figure = null)
    {
        var client = await new RegistrationClient(site).OpenAsync("/en/call");
        await client.FillInAbstractAsync(email);
        await SendAsync(client, "[data-action=submit]", figure is null ? [] : [("figure-1", figure)]);
        return client;
    }

    /// <summary>The page behind the link of an accepted submission, whose author knows it.</summary>
    /// <param name="kind">Null for one that is not decided.</param>
    private static async Task<RegistrationClient> AcceptedAsync(SiteFactory site, int number, string? kind, string? code = null)
    {
        var email = string.Create(CultureInfo.InvariantCulture, $"author{number}@example.org");
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
            var now = new DateTimeOffset(2021, 9, 1, 0, 0, number, TimeSpan.Zero);
            Assert.True(EmailAddress.TryParse(email, out var address));
            var submission = Submission.New(Guid.NewGuid(), number, address!, now);
            submission.Keep(
                new()
                {
                    Title = "The heat",
                    Kind = "oral",
                    Language = "en",
                    Authors = [new("Ada", "Lovelace", [1])],
                    Affiliations = ["LAAS-CNRS"],
                    Abstract = "We measure.",
                    IsAgreed = true,
                },
                Language.English,
                now
            );
            submission.Submit(now);
            submission.Confirm(now);
            db.Submissions.Add(submission);
            if (kind is not null)
            {
                var assessment = new Assessment { SubmissionId = submission.Id, ToldAt = now };
                assessment.Decide(CallDecision.Accepted(kind), now);
                db.Assessments.Add(assessment);
            }
            if (code is not null)
                submission.EnterProgramme(code);
            await db.SaveChangesAsync();
        }
        return await new RegistrationClient(site).OpenAsync(await site.SubmissionLinkAsync(email));
    }

    private static async Task<List<(string, int, string, int)>> FilesAsync(SiteFactory site, string email)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        return (
            await db
                .SubmissionFiles.Where(f => db.Submissions.Any(s => s.Id == f.SubmissionId && s.Email == email))
                .Select(f => new
                {
                    f.Use,
                    f.Number,
                    f.Extension,
                    f.Width,
                })
                .ToListAsync()
        ).ConvertAll(f => (f.Use.ToString(), f.Number, f.Extension, f.Width));
    }

    private static async Task<int> CountAsync(SiteFactory site, Func<WorkshopDb, Task<int>> count)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await count(scope.ServiceProvider.GetRequiredService<WorkshopDb>());
    }

    public void Dispose() => sites.Dispose();

    /// <summary>Zeros without end, which nobody may read to the end.</summary>
    private sealed class EndlessStream(long length) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => length;
        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Assert.True(Position < 80 << 20, "The body was read.");
            var read = (int)Math.Min(count, length - Position);
            Array.Clear(buffer, offset, read);
            Position += read;
            return read;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
