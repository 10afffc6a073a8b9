using System.Net;
using ModMatWorkshop.Content;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Mails;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>Organisers word the mails in the browser.</summary>
public sealed class OwnMailPagesTests : IDisposable
{
    private const string Confirmed = "/admin/content/mails/confirmed";
    private readonly ContentSample _content = new(Repository.Content);
    private readonly SiteFactory _site;

    public OwnMailPagesTests() => _site = new SiteFactory { ContentPath = _content.Folder, RehearseFrom = "2021-09-01T09:00" };

    public void Dispose()
    {
        _site.Dispose();
        _content.Dispose();
    }

    [Fact]
    public async Task Every_mail_is_listed_and_begins_with_its_built_in_text()
    {
        using var organiser = await OrganiserClient.SignInAsync(_site);
        await organiser.OpenAsync("/admin/content");
        var mails = organiser.Page.QuerySelectorAll("[data-group=mails] li").Select(li => li.GetAttribute("data-thing")!).ToList();
        Assert.Equal(MailPlaceholders.Kinds.Select(kind => $"/admin/content/mails/{MailPlaceholders.FileStem(kind)}"), mails);

        foreach (var mail in mails)
        {
            await organiser.OpenAsync(mail);
            Assert.Equal(HttpStatusCode.OK, organiser.Status);
            Assert.NotEqual("", organiser.Page.GetElementById("body")!.TextContent.Trim());
            Assert.NotNull(organiser.Page.QuerySelector("[data-built-in-text]"));
            Assert.Equal(2, organiser.Page.QuerySelectorAll("[data-mail-preview]").Length);
            Assert.Empty(organiser.Page.QuerySelectorAll("#problems, [data-action=delete]"));
            Assert.DoesNotContain("{", organiser.Page.GetElementById("preview")!.TextContent, StringComparison.Ordinal);
        }
        await organiser.OpenAsync("/admin/content/mails/message");
        Assert.Equal(HttpStatusCode.NotFound, organiser.Status);
        await organiser.OpenAsync("/admin/content/mails/new");
        Assert.Equal(HttpStatusCode.NotFound, organiser.Status);
    }

    [Fact]
    public async Task Own_words_are_checked_previewed_for_a_real_person_saved_and_taken_back()
    {
        var helpers = new OrganiserTestHelpers(_site);
        var email = await helpers.ConfirmedAsync();
        var person = (await _site.RegistrationAsync(email))!;
        using var organiser = await OrganiserClient.SignInAsync(_site, Language.English);
        await organiser.OpenAsync(Confirmed);
        await organiser.PressAsync("[data-action=save]", ("body", "Bonjour {prenom}\n\n[Mon inscription]({lien})"));
        Assert.Equal(HttpStatusCode.BadRequest, organiser.Status);
        Assert.Equal(["#body"], organiser.Page.QuerySelectorAll("#problems [data-problem=error] a").Select(a => a.GetAttribute("href")!));
        Assert.False(File.Exists(_content.PathOf("mails/confirmed.md")));

        await organiser.PressAsync(
            "[data-action=preview]",
            ("body", "Bonjour {prénom}\n\n[Mon inscription]({lien})"),
            ("subject.fr", "Bienvenue {nom}"),
            ("preview-person", $"{person.Number}")
        );
        var preview = organiser.Page.QuerySelector("[data-mail-preview=fr]")!;
        Assert.Equal($"Bienvenue {person.Details.Name}", preview.QuerySelector(".preview-title")!.TextContent);
        Assert.EndsWith(
            "/mon-inscription/***",
            preview.QuerySelector("a[href*=inscription]")!.GetAttribute("href"),
            StringComparison.Ordinal
        );
        Assert.NotNull(organiser.Page.QuerySelector("[data-preview-of=real]"));

        await organiser.PressAsync("[data-action=save]");
        Assert.Equal($"{Confirmed}?saved=yes", organiser.Address);
        Assert.Contains("{prénom}", _content.Read("mails/confirmed.md"), StringComparison.Ordinal);
        await organiser.OpenAsync("/admin/content");
        Assert.Contains(
            "in your words",
            organiser.Page.QuerySelector($"[data-thing='{Confirmed}']")!.TextContent,
            StringComparison.Ordinal
        );

        await organiser.OpenAsync(Confirmed);
        await organiser.PressAsync("[data-action=delete]");
        Assert.NotNull(organiser.Page.QuerySelector("[data-built-in-text]"));
        Assert.False(File.Exists(_content.PathOf("mails/confirmed.md")));
    }

    [Fact]
    public async Task Own_words_wait_in_the_shared_draft_and_are_not_sent_until_then()
    {
        using var organiser = await OrganiserClient.SignInAsync(_site);
        await organiser.OpenAsync(Confirmed);
        await organiser.PressAsync("[data-action=keep]", ("subject.fr", "Bienvenue"));

        Assert.Equal($"{Confirmed}?saved=draft", organiser.Address);
        Assert.False(File.Exists(_content.PathOf("mails/confirmed.md")));
        Assert.DoesNotContain(await _site.InDatabaseAsync(db => Task.FromResult(db.LastGoodFiles.Select(f => f.Name).ToList())), name =>
            name.StartsWith(MailReader.Folder, StringComparison.Ordinal)
        );
    }
}
