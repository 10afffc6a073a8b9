using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Admin;
using static ModMatWorkshop.Web.Tests.Pages.Call.FilesOfAuthors;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>Files that answer questions of the workshop: the proof anybody may send, the passport for one role and until a day.</summary>
public sealed class AnswerFileTests : IDisposable
{
    private const string Proof = "proof_file";
    private const string Passport = "passport_file";

    private const string Questions = """

        questions:
          - { key: proof, kind: file, label: { fr: "Justificatif", en: "Proof" }, required: true, megabytes: 1, shown: [list, export] }
          - { key: passport, kind: file, label: { fr: "Passeport", en: "Passport" }, only: organiser, erased: 2030-01-01 }
        committee:

        """;

    private readonly ContentCopy _content = new();
    private readonly SiteFactory _site;

    public AnswerFileTests()
    {
        _content.Edit("workshop.md", "\ncommittee:\n", Questions);
        _site = new() { ContentPath = _content.Path, RehearseFrom = OpenSite.Start };
    }

    public static TheoryData<string, string, string> Hostile =>
        new()
        {
            { "empty", "Ce fichier est vide", "This file is empty" },
            { "html", "Ce n’est pas un PDF", "This is no PDF" },
            { "script", "Ce fichier contient un programme", "This file contains a program" },
            { "password", "Ce PDF est chiffré", "This PDF is encrypted" },
            { "half", "Ce fichier ne s’ouvre pas", "This file cannot be opened" },
            { "large", "Ce fichier dépasse 1 Mo", "This file is larger than 1 MB" },
        };

    [Theory, MemberData(nameof(Hostile))]
    public async Task A_hostile_file_is_refused_in_both_languages_and_nothing_is_written(string what, string french, string english)
    {
        foreach (var (address, sentence) in new[] { ("/inscription", french), ("/en/registration", english) })
        {
            using var ada = await new RegistrationClient(_site).OpenAsync(address);
            await ada.FillIn("hostile@example.org").Attach(Proof, "../../etc/passwd.pdf", Bytes(what)).PressAsync();

            Assert.Equal(HttpStatusCode.BadRequest, ada.Status);
            Assert.StartsWith(sentence, Assert.Single(ada.Faults), StringComparison.Ordinal);
            Assert.Equal("Lovelace", ada.Shown()["family-name"].Single());
            Assert.Equal(0, await CountAsync());
        }
        Assert.Null(await _site.RegistrationAsync("hostile@example.org"));
    }

    [Fact]
    public async Task A_file_stays_when_another_answer_is_wrong_and_is_replaced_and_removed()
    {
        using var ada = await new RegistrationClient(_site).OpenAsync("/en/registration");
        await ada.FillIn("no address").Attach(Proof, "C:\\fakepath\\student <card>.PDF", Pdf()).PressAsync();
        Assert.Equal(HttpStatusCode.BadRequest, ada.Status);
        Assert.Equal(1, ada.Page.QuerySelectorAll("[data-file=proof]").Length);

        await ada.Fill("email", "ada@example.org").PressAsync();
        Assert.Equal("student card.pdf", (await AnswerAsync("ada@example.org"))?.Name);

        await ada.FollowLinkAsync("ada@example.org");
        await ada.DoAsync("confirm");
        byte[] other = [.. Pdf(), (byte)'\n'];
        await ada.Attach(Proof, "..", other).DoAsync("save");
        Assert.Equal(
            ("document.pdf", other.Length),
            (await AnswerAsync("ada@example.org")) is { } kept ? (kept.Name, kept.Length) : default
        );
        Assert.Equal(1, await CountAsync());
        Assert.DoesNotContain("student card", await HistoryAsync(), StringComparison.Ordinal);

        // A wrong file in its place loses nothing; taking the only one away is refused, because the answer is required.
        await ada.Attach(Proof, "a.pdf", Bytes("script")).DoAsync("save");
        Assert.Equal((HttpStatusCode.BadRequest, other.Length), (ada.Status, (await AnswerAsync("ada@example.org"))!.Length));
        await ada.FollowLinkAsync("ada@example.org");
        await ada.Fill($"{Proof}-remove", "yes").DoAsync("save");
        Assert.Equal((HttpStatusCode.BadRequest, 1), (ada.Status, await CountAsync()));

        await ada.FollowLinkAsync("ada@example.org");
        await ada.Attach(Passport, "p.pdf", Pdf()).DoAsync("save");
        Assert.Equal(2, await CountAsync());
        await ada.Fill($"{Passport}-remove", "yes").DoAsync("save");
        Assert.Equal((HttpStatusCode.OK, 1), (ada.Status, await CountAsync()));
        Assert.DoesNotContain("p.pdf", await HistoryAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_takes_the_file_of_somebody_else()
    {
        await RegisterAsync("ada@example.org");
        var theirs = (await AnswerAsync("ada@example.org"))!.ToString();
        using var eve = await new RegistrationClient(_site).OpenAsync("/en/registration");
        await eve.FillIn("eve@example.org").Forge(Proof, theirs).PressAsync();

        Assert.Equal(["Proof: choose the file once more."], eve.Faults);
        Assert.Null(await _site.RegistrationAsync("eve@example.org"));
        foreach (var hostile in new[] { "?", $"{Guid.NewGuid():N} 12 a.pdf", "../../etc/passwd", "%00" })
            Assert.Equal(HttpStatusCode.BadRequest, (await eve.Forge(Proof, hostile).PressAsync()).Status);
        await RegisterAsync("eve@example.org");
        await eve.FollowLinkAsync("eve@example.org");
        await eve.Forge(Proof, theirs).DoAsync("save");
        Assert.Equal(HttpStatusCode.BadRequest, eve.Status);
        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task A_file_follows_the_corrected_address_and_waits_with_the_other_answers_of_a_known_one()
    {
        using var ada = await new RegistrationClient(_site).OpenAsync("/en/registration");
        await ada.FillIn("adda@example.org").Attach(Proof, "first.pdf", Pdf()).PressAsync();
        await ada.PressAsync("button[name=correct]");
        await ada.Fill("email", "ada@example.org").PressAsync();
        Assert.Equal(
            (null, "first.pdf"),
            (await _site.RegistrationAsync("adda@example.org"), (await AnswerAsync("ada@example.org"))?.Name)
        );
        await ConfirmAsync("ada@example.org");

        // Somebody sends the form with the known address: the file waits for the owner, who discards it.
        using var again = await new RegistrationClient(_site).OpenAsync("/en/registration");
        await again.FillIn("ada@example.org").Attach(Proof, "second.pdf", Pdf()).PressAsync();
        Assert.Equal(("first.pdf", 2), ((await AnswerAsync("ada@example.org"))!.Name, await CountAsync()));
        await again.FollowLinkAsync("ada@example.org");
        await again.DoAsync("discard-answers");
        Assert.Equal(("first.pdf", 1), ((await AnswerAsync("ada@example.org"))!.Name, await CountAsync()));

        using var third = await new RegistrationClient(_site).OpenAsync("/en/registration");
        await third.FillIn("ada@example.org").Attach(Proof, "third.pdf", Pdf()).PressAsync();
        await third.FollowLinkAsync("ada@example.org");
        await third.DoAsync("use-answers");
        Assert.Equal(("third.pdf", 1), ((await AnswerAsync("ada@example.org"))!.Name, await CountAsync()));
        Assert.Equal(
            Pdf(),
            await third.Http.GetByteArrayAsync($"{await _site.LinkAsync("ada@example.org")}?handler=File&question={Proof}")
        );
    }

    [Fact]
    public async Task Strangers_fill_no_disk_and_what_nobody_saves_is_gone_the_next_day()
    {
        using var ada = await new RegistrationClient(_site).OpenAsync("/en/registration");
        await ada.FillIn("no address").Attach(Proof, "a.pdf", Pdf()).PressAsync();
        Assert.Equal(1, await CountAsync());
        await InDatabaseAsync(db => db.AnswerFiles.ExecuteUpdateAsync(f => f.SetProperty(x => x.Length, 256 << 20)));

        // Full: the form goes through without the required file, and the person's own page asks for it.
        using var ben = await new RegistrationClient(_site).OpenAsync("/en/registration");
        Assert.Empty(ben.Page.QuerySelectorAll("[type=file]"));
        await ben.FillIn("ben@example.org").PressAsync();
        await ben.FollowLinkAsync("ben@example.org");
        await ben.DoAsync("confirm");
        Assert.NotNull(ben.Page.QuerySelector($"[data-missing={Proof}]"));
        await ben.Attach(Proof, "b.pdf", Pdf()).DoAsync("save");
        Assert.Equal("b.pdf", (await AnswerAsync("ben@example.org"))?.Name);

        var yesterday = DateTimeOffset.UtcNow - AnswerFileRules.Waits - TimeSpan.FromMinutes(1);
        await InDatabaseAsync(db => db.AnswerFiles.ExecuteUpdateAsync(f => f.SetProperty(x => x.At, yesterday)));
        await using (var scope = _site.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<RetentionService>().DeleteOldDraftsAsync(CancellationToken.None);
        Assert.Equal(["b.pdf"], await InDatabaseAsync(db => db.AnswerFiles.Select(f => f.Name).ToListAsync()));
    }

    [Fact]
    public async Task Organisers_who_see_a_question_download_its_files_and_each_download_is_logged()
    {
        await RegisterAsync("ada@example.org", "ada.pdf");
        await RegisterAsync("ben@example.org", "=ben.pdf");
        var number = (await _site.RegistrationAsync("ada@example.org"))!.Number;
        using var grace = await OrganiserClient.SignInAsync(_site, Language.English);
        await grace.OpenAsync($"/admin/attendees/{number}");
        var address = grace.Page.QuerySelector("[data-fact=proof_file] a[data-file]")!.GetAttribute("href")!;
        using var http = await _site.SignedInAsync(language: Language.English);
        using var answer = await http.GetAsync(address);
        Assert.Equal(
            ("application/pdf", "attachment", "ada.pdf", "no-store", "nosniff"),
            (
                answer.Content.Headers.ContentType!.MediaType,
                answer.Content.Headers.ContentDisposition!.DispositionType,
                answer.Content.Headers.ContentDisposition.FileName,
                answer.Headers.CacheControl!.ToString(),
                answer.Headers.GetValues("X-Content-Type-Options").Single()
            )
        );
        Assert.Contains("default-src", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(Pdf(), await answer.Content.ReadAsByteArrayAsync());

        await grace.OpenAsync("/admin/attendees");
        Assert.Equal(["ada.pdf", "=ben.pdf"], grace.Seen("#attendees td[data-question=proof] a"));
        var all = await http.GetByteArrayAsync(grace.Page.QuerySelector("[data-files=proof]")!.GetAttribute("href"));
        using var zip = new ZipArchive(new MemoryStream(all));
        Assert.Equal([$"{number:0000} ada.pdf", $"{number + 1:0000} =ben.pdf"], zip.Entries.Select(e => e.FullName).Order());
        var csv = await http.GetStringAsync("/admin/attendees/export.csv");
        Assert.Contains("'=ben.pdf", csv, StringComparison.Ordinal);

        // Another role sees the proof and not the passport; nobody else sees anything.
        using var rosa = await _site.SignedInAsync(OrganiserRoles.Registration);
        foreach (
            var (client, path, status) in new[]
            {
                (rosa, $"{number}/file/{Proof}", HttpStatusCode.OK),
                (rosa, $"{number}/file/{Passport}", HttpStatusCode.NotFound),
                (rosa, $"files/{Passport}.zip", HttpStatusCode.NotFound),
                (http, $"{number}/file/{Passport}", HttpStatusCode.NotFound),
                (http, $"{number}/file/size_choice", HttpStatusCode.NotFound),
                (http, $"999/file/{Proof}", HttpStatusCode.NotFound),
            }
        )
            Assert.Equal((path, status), (path, (await client.GetAsync($"/admin/attendees/{path}")).StatusCode));
        var lines = await InDatabaseAsync(db =>
            db.AuditLog.Where(e => e.Action.Contains("file")).OrderBy(e => e.Id).Select(e => e.Action + ": " + e.Result).ToListAsync()
        );
        Assert.Equal(
            ["downloaded a file: proof_file", "exported the files of a question: proof_file, 2 files", "downloaded a file: proof_file"],
            lines
        );
    }

    [Fact]
    public async Task The_files_of_a_person_are_erased_with_the_registration()
    {
        await RegisterAsync("ada@example.org");
        using var ada = new RegistrationClient(_site);
        await ada.FollowLinkAsync("ada@example.org");
        await ada.Attach(Passport, "p.pdf", Pdf()).DoAsync("save");
        Assert.Equal(2, await CountAsync());

        await ada.FollowLinkAsync("ada@example.org");
        await ada.DoAsync("erase");
        Assert.Equal(0, await CountAsync());
    }

    public void Dispose()
    {
        _site.Dispose();
        _content.Dispose();
    }

    private static byte[] Bytes(string what) =>
        what switch
        {
            "empty" => [],
            "html" => Encoding.ASCII.GetBytes("<!doctype html><script>alert(1)</script>"),
            "script" => Encoding.ASCII.GetBytes("%PDF-1.7\n<< /S /JavaScript /JS (app.alert(1)) >>\n%%EOF\n"),
            "password" => Encoding.ASCII.GetBytes("%PDF-1.7\ntrailer << /Encrypt 5 0 R >>\n%%EOF\n"),
            "half" => Pdf()[..40],
            _ => [.. Pdf(), .. new byte[1 << 20]],
        };

    private async Task RegisterAsync(string email, string file = "proof.pdf")
    {
        using var person = await new RegistrationClient(_site).OpenAsync("/en/registration");
        await person.FillIn(email).Attach(Proof, file, Pdf()).PressAsync();
        Assert.Equal([], person.Faults);
        await ConfirmAsync(email);
    }

    private async Task ConfirmAsync(string email)
    {
        using var person = new RegistrationClient(_site);
        await person.FollowLinkAsync(email);
        await person.DoAsync("confirm");
    }

    private async Task<FileAnswer?> AnswerAsync(string email) =>
        FileAnswer.Of((await _site.RegistrationAsync(email))!.Details.Answers.Find(Proof)?.Value ?? "");

    private Task<int> CountAsync() => InDatabaseAsync(db => db.AnswerFiles.CountAsync());

    private async Task<string> HistoryAsync() =>
        string.Join(
            '\n',
            (await InDatabaseAsync(db => db.RegistrationChanges.AsNoTracking().ToListAsync())).SelectMany(c =>
                c.Before.Details.Answers.Select(a => $"{a.Id} {a.Value} {a.Text?.En}")
            )
        );

    private async Task<T> InDatabaseAsync<T>(Func<WorkshopDb, Task<T>> ask)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<WorkshopDb>());
    }
}
