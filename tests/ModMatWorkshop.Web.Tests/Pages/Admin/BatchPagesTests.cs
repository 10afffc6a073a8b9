using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

public sealed partial class BatchPagesTests(OpenSite site) : IClassFixture<OpenSite>
{
    private static int last = 1000;

    [Fact]
    public async Task A_batch_previews_the_people_it_changes_and_changes_only_them()
    {
        using var organiser = await OrganiserClient.SignInAsync(site);
        var (first, second) = (await PersonAsync("Ada"), await PersonAsync("Ben", r => r.Confirm(r.CreatedAt)));
        await organiser.OpenAsync($"/admin/attendees/act?do=confirm&ids={first}&ids={second}");

        Assert.Equal(
            [
                $"{first} Ada Lovelace à confirmer, à distance confirmée : à distance",
                $"{second} Ben Lovelace à distance déjà confirmée : aucun changement",
            ],
            organiser.Seen("#preview tbody tr")
        );
        Assert.Equal(["Confirmer 1 personne"], organiser.Seen("#do-it"));
        Assert.Equal(0, await organiser.CountAsync<AuditEntry>(e => e.Registration == first));

        await organiser.PressAsync("#do-it");
        Assert.StartsWith("/admin/batches/", organiser.Address, StringComparison.Ordinal);
        await organiser.WaitForAsync("#progress[data-state=finished]");

        Assert.Equal(["2 sur 2"], organiser.Seen("#progress label"));
        Assert.StartsWith("Commencée par Grace Hopper, ", organiser.Seen("header p").Single(), StringComparison.Ordinal);
        Assert.Equal("1", organiser.Page.QuerySelector("#progress")!.GetAttribute("data-done"));
        Assert.Equal(1, await organiser.CountAsync<AuditEntry>(e => e.Registration == first && e.Action == "confirmed"));
    }

    [Fact]
    public async Task A_batch_on_a_filtered_list_changes_only_the_people_of_the_preview_and_can_be_undone()
    {
        using var organiser = await OrganiserClient.SignInAsync(site, Language.English);
        var first = await PersonAsync("Zoé");
        await organiser.OpenAsync("/admin/attendees/act?do=cancel&all=yes&q=zo%C3%A9");
        Assert.Equal(["Cancel the registration of 1 person"], organiser.Seen("#do-it"));
        var late = await PersonAsync("Zoé");

        await organiser.PressAsync("#do-it");
        await organiser.WaitForAsync("#progress[data-state=finished]");

        var cancelled = await organiser.DbAsync(db =>
            db.Registrations.Where(r => r.Number == first || r.Number == late).OrderBy(r => r.Number).Select(r => r.Status).ToListAsync()
        );
        Assert.Equal([RegistrationStatus.Cancelled, RegistrationStatus.Pending], cancelled);

        await organiser.PressAsync("button[data-action=undo]");
        await organiser.WaitForAsync("#progress[data-state=finished]");
        Assert.Equal(
            2,
            await organiser.CountAsync<Registration>(r => (r.Number == first || r.Number == late) && r.Status == RegistrationStatus.Pending)
        );
    }

    [Fact]
    public async Task A_batch_that_would_change_nobody_cannot_be_started()
    {
        using var organiser = await OrganiserClient.SignInAsync(site);
        var person = await PersonAsync("Carl", r => r.Cancel(r.CreatedAt));
        await organiser.OpenAsync($"/admin/attendees/act?do=offer&ids={person}");
        Assert.Equal(["Cela ne changerait rien pour personne."], organiser.Seen("header + p"));

        await organiser.OpenAsync($"/admin/attendees/act?do=remote&ids={person}&ids=999999");
        Assert.Empty(organiser.Seen("#do-it"));
    }

    [Theory]
    [InlineData("/admin/attendees/act")]
    [InlineData("/admin/attendees/act?do=explode&ids=1")]
    [InlineData("/admin/attendees/act?do=confirm")]
    [InlineData("/admin/attendees/act?do=confirm&ids=abc&ids=-1&ids=99999999999999")]
    [InlineData("/admin/attendees/act?do=confirm&all=yes&q=%00%EF%BF%BE&status=nonsense&half-day=1")]
    public async Task A_forged_address_still_gives_a_page(string address)
    {
        using var organiser = await OrganiserClient.SignInAsync(site);
        await organiser.OpenAsync(address);

        Assert.True(organiser.Status is HttpStatusCode.BadRequest or HttpStatusCode.OK, $"{organiser.Status}");
        Assert.NotEmpty(organiser.Seen("h1"));
    }

    [Theory]
    [InlineData("/admin/batches/999999")]
    [InlineData("/admin/messages/999999")]
    public async Task An_unknown_batch_or_message_is_not_found(string address)
    {
        using var organiser = await OrganiserClient.SignInAsync(site);
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.OpenAsync(address)).Status);
    }

    [Fact]
    public async Task A_message_is_checked_previewed_tested_and_sent()
    {
        using var organiser = await OrganiserClient.SignInAsync(site);
        var (french, english, cancelled) = (
            await PersonAsync("Irène", r => r.Confirm(r.CreatedAt)),
            await PersonAsync("Irene", r => r.Confirm(r.CreatedAt), Language.English),
            await PersonAsync("Irena", r => r.Cancel(r.CreatedAt))
        );
        await organiser.OpenAsync($"/admin/attendees/act?do=message&ids={french}&ids={english}&ids={cancelled}");
        Assert.Equal($"/admin/messages/new?ids={french}&ids={english}&ids={cancelled}", organiser.Address);
        Assert.Equal(["À 2 personnes"], organiser.Seen("header p"));

        var draft = await SaveWithUnknownFieldAsync(organiser);
        await CorrectAndPreviewAsync(organiser, draft, french);

        await organiser.PressAsync("button[data-action=test]");
        Assert.Matches("Un essai part à grace[0-9]+@example.org.", organiser.Seen("#notice").Single());
        await organiser.PressAsync("#send");
        Assert.Equal(draft, organiser.Address);
        await organiser.WaitForAsync("#progress[data-state=sent]");
        Assert.Equal("2", organiser.Page.QuerySelector("#progress")!.GetAttribute("data-sent"));

        var addresses = await organiser.DbAsync(db =>
            db.Registrations.Where(r => r.Number == french || r.Number == english).Select(r => r.Email).ToListAsync()
        );
        AssertMailsAreSent(addresses);
    }

    /// <summary>A draft with an unknown field cannot be sent, and its text is kept.</summary>
    /// <returns>The address of the draft.</returns>
    private static async Task<string> SaveWithUnknownFieldAsync(OrganiserClient organiser)
    {
        await organiser.PressAsync(
            "button[data-action=save]",
            ("subject-fr", "Nouvelle salle"),
            ("body-fr", "Bonjour {prenom},\n\nVoici **la salle** : {link}")
        );
        var draft = organiser.Address.Split('?')[0];
        Assert.Matches("^/admin/messages/[0-9]+$", draft);
        Assert.Contains("Écrit par Grace Hopper, ", organiser.Seen("header p").Single(), StringComparison.Ordinal);
        Assert.StartsWith(
            "{prenom} n’est pas un champ connu. Champs connus : ",
            organiser.Seen("#faults li").Single(),
            StringComparison.Ordinal
        );
        Assert.Empty(organiser.Seen("#send"));
        Assert.Equal("Bonjour {prenom},\n\nVoici **la salle** : {link}", organiser.Page.QuerySelector("#body-fr")!.TextContent);
        return draft;
    }

    private static async Task CorrectAndPreviewAsync(OrganiserClient organiser, string draft, int reader)
    {
        await organiser.PressAsync("button[data-action=save]", ("body-fr", "Bonjour {given-name},\n\nVoici **la salle** : {link}"));
        Assert.Equal(
            [
                "Rien en anglais : le texte français irait à 1 personne dont la langue est l’anglais.",
                "1 inscription annulée est laissée de côté.",
            ],
            organiser.Seen("#warnings li")
        );
        Assert.Equal(["Irene Lovelace", "Irène Lovelace"], organiser.Seen("#names li").Order(StringComparer.Ordinal));
        await organiser.OpenAsync($"{draft}?as={reader}");
        Assert.Contains("Bonjour Irène,", organiser.Seen("#as-html").Single(), StringComparison.Ordinal);
        Assert.Contains("/mon-inscription/***", organiser.Seen("#as-text").Single(), StringComparison.Ordinal);
        Assert.Equal(0, await organiser.CountAsync<OutboxMessage>(m => m.Kind == MailKind.Message));
    }

    private void AssertMailsAreSent(List<string> addresses)
    {
        var mails = Directory
            .EnumerateFiles(Path.Combine(site.DataPath, "mail"), "*.eml")
            .Select(f => MimeMessage.Load(f))
            .Where(m => m.Subject?.Contains("Nouvelle salle", StringComparison.Ordinal) == true)
            .ToList();
        Assert.Equal(addresses.Order(), mails.Where(m => addresses.Contains(m.To.ToString())).Select(m => m.To.ToString()).Order());
        Assert.All(mails.Where(m => addresses.Contains(m.To.ToString())), m =>
            Assert.Matches("/mon-inscription/[A-Za-z0-9_-]{46}", m.TextBody)
        );
        Assert.Equal(
            "[Essai] Nouvelle salle",
            Assert.Single(mails, m => m.To.ToString().StartsWith("grace", StringComparison.Ordinal)).Subject
        );
    }

    [Fact]
    public async Task Two_organisers_who_edit_the_same_draft_lose_nothing()
    {
        using var first = await OrganiserClient.SignInAsync(site);
        using var second = await OrganiserClient.SignInAsync(site);
        await first.OpenAsync("/admin/messages/new?q=nobody");
        await first.PressAsync("button[data-action=save]", ("subject-fr", "Un"), ("body-fr", "Premier"));
        var draft = first.Address.Split('?')[0];
        await second.OpenAsync(draft);
        await first.PressAsync("button[data-action=save]", ("body-fr", "Premier, corrigé"));

        await second.PressAsync("button[data-action=save]", ("body-fr", "Second"));
        Assert.Equal((HttpStatusCode.Conflict, "Second"), (second.Status, second.Page.QuerySelector("#body-fr")!.TextContent));
        Assert.Equal(1, await second.CountAsync<Message>(m => m.BodyFr == "Premier, corrigé"));

        await second.PressAsync("button[data-action=save]");
        Assert.Equal(1, await second.CountAsync<Message>(m => m.BodyFr == "Second"));
        await second.PressAsync("button[data-action=delete]");
        Assert.Equal(0, await second.CountAsync<Message>(m => m.BodyFr == "Second"));
    }

    [Fact]
    public async Task Saving_a_new_draft_several_times_at_once_creates_one_draft()
    {
        const string Address = "/admin/messages/new?q=nobody";
        using var organiser = await site.SignedInAsync();
        var form = (await organiser.ReadAsync(Address))
            .QuerySelectorAll("main form[method=post] [name]")
            .DistinctBy(f => f.GetAttribute("name"))
            .ToDictionary(
                f => f.GetAttribute("name")!,
                f => f.GetAttribute("name") == "subject-fr" ? "Deux fois" : f.GetAttribute("value") ?? ""
            );

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => organiser.PostAsync(Address, new FormUrlEncodedContent(form))));

        Assert.Equal([HttpStatusCode.Redirect], answers.Select(a => a.StatusCode).Distinct());
        Assert.Single(answers.Select(a => a.Headers.Location!.OriginalString).Distinct());
        Assert.Equal(1, await site.InDbAsync(db => db.Messages.CountAsync(m => m.SubjectFr == "Deux fois")));
    }
}
