using System.Net;
using System.Text;
using System.Text.Json;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Admin;
using static ModMatWorkshop.Web.Tests.Pages.Call.FilesOfAuthors;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>The questions of a workshop, of every kind, on all their ways.</summary>
public sealed partial class QuestionTests(QuestionSite sites) : IClassFixture<QuestionSite>
{
    private readonly SiteFactory site = sites.Open;

    [Fact]
    public async Task Every_kind_goes_through_form_merge_undo_export_import_data_and_erasure()
    {
        // The form without script
        var email = await RegisteredAsync();
        Assert.Equal(QuestionSite.Stored, await StoredAsync(site, email));

        // Two people edit at once: each changes another answer, and both changes stay.
        using var ada = new RegistrationClient(site);
        await ada.FollowLinkAsync(email);
        Assert.Equal(
            QuestionSite.Stored,
            ada.Shown("form:has([name=size_choice])")
                .Where(g => g.Key.Contains('_'))
                .Select(g => (g.Key, Named(g.Key, string.Join(' ', g))))
        );
        using var grace = await OrganiserClient.SignInAsync(site);
        var person = $"/admin/attendees/{(await site.RegistrationAsync(email))!.Number}";
        await grace.OpenAsync($"{person}/edit");
        await grace.PressAsync("[data-action=save]", ("size_choice", "s"), ("years_number", ""));
        await ada.Fill("arrival_date", "22/09/2021").Fill("badge-name_text", "").DoAsync("save");
        Assert.Equal(HttpStatusCode.Conflict, ada.Status);
        Assert.Equal(["Taille du tee-shirt", "Années de recherche"], ada.Page.SeenAll("[data-conflict] li b"));
        await ada.DoAsync("save");
        var both = QuestionSite
            .Stored.Select(a =>
                a.Id == "size_choice" ? (a.Id, "s")
                : a.Id == "arrival_date" ? (a.Id, "2021-09-22")
                : a
            )
            .Where(a => a.Item1 is not ("years_number" or "badge-name_text"))
            .ToList();
        Assert.Equal(both, await StoredAsync(site, email));

        // Undo, twice: to the answers of the form
        for (var i = 0; i < 2; i++)
        {
            await grace.OpenAsync(person);
            await grace.PressAsync("[data-action=undo]");
        }
        await grace.OpenAsync(person);
        Assert.Contains("Taille du tee-shirt", string.Join(' ', grace.Seen("#history li, .history li")), StringComparison.Ordinal);

        await ExportsAndImportsAsync(grace, email);
        await IsInTheDataAsync(email);
        await ErasesAsync(email);
    }

    private async Task ExportsAndImportsAsync(OrganiserClient grace, string email)
    {
        var before = await StoredAsync(site, email);
        Assert.NotEmpty(before);
        using var http = await site.SignedInAsync(language: Language.English);
        foreach (var format in new[] { "csv", "xlsx" })
        {
            var file = await http.GetByteArrayAsync($"/admin/attendees/export.{format}?q={Uri.EscapeDataString(email)}&with=needs");
            var other = sites.New();
            using var ben = await OrganiserClient.SignInAsync(other);
            await ben.OpenAsync("/admin/attendees/import");
            await ben.UploadAsync(file, ("how", "ConfirmedWithoutMail"), ("action", "check"));
            Assert.Equal([], ben.Seen("#unknown tbody tr"));
            await ben.PressAsync("#run");
            await ben.WaitForAsync("#progress[data-state=finished]");
            // A table has the name of a file alone.
            Assert.Equal(before.Where(a => a.Id != QuestionSite.FileInput).Order(), (await StoredAsync(other, email)).Order());
            Assert.Contains(
                QuestionSite.FileName,
                format == "csv" ? Encoding.UTF8.GetString(file) : QuestionSite.FileName,
                StringComparison.Ordinal
            );

            // The same file once more changes nothing.
            await grace.OpenAsync("/admin/attendees/import");
            await grace.UploadAsync(file, ("how", "ConfirmedWithoutMail"), ("action", "check"));
            Assert.Equal(1, grace.Seen("#lines tbody tr").Count(line => line.EndsWith("inchangée", StringComparison.Ordinal)));
        }
    }

    private async Task IsInTheDataAsync(string email)
    {
        using var ada = new RegistrationClient(site);
        var json = await ada.Http.GetStringAsync($"{await site.LinkAsync(email)}?handler=Data");
        using var data = JsonDocument.Parse(json);
        var answers = data.RootElement.GetProperty("registration").GetProperty("Details").GetProperty("Answers");
        Assert.Equal(
            await StoredAsync(site, email),
            answers
                .EnumerateArray()
                .Select(a => (a.GetProperty("Id").GetString()!, a.GetProperty("Value").GetString()!))
                .Select(a => (a.Item1, Named(a.Item1, a.Item2)))
        );
        var held = Assert.Single(data.RootElement.GetProperty("files").EnumerateArray());
        Assert.Equal((QuestionSite.FileName, true), (held.GetProperty("Name").GetString(), held.GetProperty("IsAnswer").GetBoolean()));
        Assert.Equal(
            Pdf(),
            await ada.Http.GetByteArrayAsync($"{await site.LinkAsync(email)}?handler=File&question={QuestionSite.FileInput}")
        );
        Assert.Equal(
            "Taille du tee-shirt",
            answers
                .EnumerateArray()
                .Single(a => a.GetProperty("Id").GetString() == "size_choice")
                .GetProperty("Label")
                .GetProperty("Fr")
                .GetString()
        );
    }

    private async Task ErasesAsync(string email)
    {
        var id = (await site.RegistrationAsync(email))!.Id;
        using var ada = new RegistrationClient(site);
        await ada.FollowLinkAsync(email);
        await ada.DoAsync("erase");
        Assert.Null(await site.RegistrationAsync(email));
        using var grace = await OrganiserClient.SignInAsync(site);
        Assert.Equal(0, await grace.CountAsync<Application.Data.RegistrationChange>(c => c.RegistrationId == id));
        Assert.Equal(0, await grace.CountAsync<AnswerFile>(f => f.RegistrationId == id));
    }

    private Task<string> RegisteredAsync(string attendance = "in-person") => RegisteredAsync(site, attendance);

    private static async Task<string> RegisteredAsync(SiteFactory site, string attendance = "in-person")
    {
        var email = OrganiserTestHelpers.NewAddress("ada.question");
        using var ada = new RegistrationClient(site);
        await ada.OpenAsync("/inscription");
        ada.FillIn(email, attendance);
        foreach (var (name, values) in QuestionSite.Answers)
            ada.Fill(name, values);
        await ada.Attach(QuestionSite.FileInput, QuestionSite.FileName, Pdf()).PressAsync();
        Assert.Equal([], ada.Faults);
        await ada.FollowLinkAsync(email);
        await ada.DoAsync("confirm");
        return email;
    }

    private static async Task<IReadOnlyList<(string Id, string Value)>> StoredAsync(SiteFactory site, string email) =>
        [.. (await site.RegistrationAsync(email))!.Details.Answers.Select(a => (a.Id, Named(a.Id, a.Value)))];

    /// <summary>A file by its name, every other answer as it is.</summary>
    private static string Named(string id, string value) => id == QuestionSite.FileInput ? FileAnswer.Of(value)!.Name : value;
}
