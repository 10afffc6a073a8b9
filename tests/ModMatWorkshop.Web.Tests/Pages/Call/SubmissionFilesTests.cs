using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;
using SkiaSharp;
using static ModMatWorkshop.Web.Tests.Pages.Call.FilesOfAuthors;

namespace ModMatWorkshop.Web.Tests.Pages.Call;

/// <summary>The pictures of the form, through the door.</summary>
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
        using var submitted = await SubmittedAsync(site, "big@example.org");
        using var http = site.CreateClient(new() { BaseAddress = SiteFactory.BaseUrl, AllowAutoRedirect = false });
        foreach (var address in new[] { "/en/call", await site.SubmissionLinkAsync("big@example.org") })
        {
            var stream = new EndlessStream(200L << 20);
            var content = new StreamContent(stream);
            content.Headers.ContentLength = 200L << 20;
            content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
            using var answer = await http.PostAsync($"{address}?handler=File", content);

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
