using System.Globalization;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Call;

/// <summary>Submissions with files, accepted or not.</summary>
internal static class FilesOfAuthors
{
    public static byte[] Pdf() =>
        Encoding.ASCII.GetBytes(
            "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
                + "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] >>\nendobj\n"
                + "trailer\n<< /Root 1 0 R /Size 4 >>\nstartxref\n0\n%%EOF\n"
        );

    /// <summary>Presses a button of a form with files, as a browser without script.</summary>
    public static async Task SendAsync(RegistrationClient client, string selector, params (string Input, byte[] Bytes)[] files)
    {
        var button = (IHtmlButtonElement)client.Page.QuerySelector($"main {selector}")!;
        var fields = client.Fields(button.Form!, button).Where(f => files.All(file => file.Input != f.Key));
        var content = RegistrationClient.InParts(fields);
        foreach (var (input, bytes) in files)
            content.Add(new ByteArrayContent(bytes), input, "../Ada Lovelace.png");
        await client.PostAsync(button.Target(), content);
    }

    public static async Task PostAsync(RegistrationClient client, string use, int number, byte[] bytes)
    {
        var form = (IHtmlFormElement)client.Page.QuerySelector("main form[method=post]")!;
        var content = RegistrationClient.InParts([.. client.Fields(form), new("use", use), new("n", $"{number}")]);
        content.Add(new ByteArrayContent(bytes), $"file-{use.ToLowerInvariant()}-{number}", "a");
        await client.PostAsync($"{client.Address.Split('?')[0]}?handler=File", content);
    }

    public static async Task<RegistrationClient> SubmittedAsync(SiteFactory site, string email, byte[]? figure = null)
    {
        var client = await new RegistrationClient(site).OpenAsync("/en/call");
        await client.FillInAbstractAsync(email);
        await SendAsync(client, "[data-action=submit]", figure is null ? [] : [("figure-1", figure)]);
        return client;
    }

    /// <summary>The page behind the link of an accepted submission, whose author knows it.</summary>
    /// <param name="kind">Null for one that is not decided.</param>
    public static async Task<RegistrationClient> AcceptedAsync(SiteFactory site, int number, string? kind, string? code = null)
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
                var assessment = new Assessment { SubmissionId = submission.Id };
                assessment.Decide(CallDecision.Accepted(kind), now);
                assessment.Tell(now);
                db.Assessments.Add(assessment);
            }
            if (code is not null)
                submission.EnterProgramme(code);
            await db.SaveChangesAsync();
        }
        return await new RegistrationClient(site).OpenAsync(await site.SubmissionLinkAsync(email));
    }

    public static async Task<List<(string, int, string, int)>> FilesAsync(SiteFactory site, string email)
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

    public static async Task<int> CountAsync(SiteFactory site, Func<WorkshopDb, Task<int>> count)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await count(scope.ServiceProvider.GetRequiredService<WorkshopDb>());
    }
}
