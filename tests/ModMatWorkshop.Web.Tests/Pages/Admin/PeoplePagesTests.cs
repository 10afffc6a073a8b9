using System.Net;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>Organisers correct people in all files at once, in a browser without script.</summary>
public sealed class PeoplePagesTests : IDisposable
{
    private const string People = "/admin/content/people";
    private const string Marinica = People + "/mihai-cosmin-marinica";
    private const string Session = "sessions/session-2.md";

    /// <summary>The files that name the person, with the lines that a new name changes.</summary>
    private static readonly string[] Files =
    [
        "contributions/i4.md",
        "contributions/o13.md",
        "contributions/o14.md",
        "contributions/o16.md",
        Session,
    ];

    private readonly ContentSample _content = new(Repository.Content);
    private readonly SiteFactory _site;

    public PeoplePagesTests()
    {
        _content.Replace(Session, "half_day: morning\n", "half_day: morning\nchair: Mihai-Cosmin Marinica # to be asked\n");
        _site = new SiteFactory { ContentPath = _content.Folder, RehearseFrom = "2021-08-01T12:00:00+02:00" };
    }

    public void Dispose()
    {
        _site.Dispose();
        _content.Dispose();
    }

    [Fact]
    public async Task All_people_are_listed_with_the_editors_of_the_files_that_name_them()
    {
        using var organiser = await OrganiserClient.SignInAsync(_site, Language.English);
        await organiser.OpenAsync("/admin/content");
        await organiser.OpenAsync(organiser.Page.QuerySelector($".content-jump a[href='{People}']")!.GetAttribute("href")!);
        Assert.Equal(
            ["Mihai-Cosmin Marinica Author I4 O13 O14 O16 · Speaker I4 · Chair session-2"],
            organiser.Seen("[data-person=mihai-cosmin-marinica]")
        );
        Assert.Equal(
            ["i4", "o13", "o14", "o16", "i4", "session-2"],
            organiser
                .Page.QuerySelectorAll("[data-person=mihai-cosmin-marinica] [data-place]")
                .Select(a => a.GetAttribute("href")!.Split('/')[^1])
        );
        Assert.Equal([], organiser.Seen("[data-doubtful]"));
    }

    [Fact]
    public async Task A_new_name_is_previewed_saved_in_all_files_as_one_change_and_undone()
    {
        var before = Texts();
        using var organiser = await OrganiserClient.SignInAsync(_site);
        await organiser.OpenAsync(Marinica);
        await organiser.PressAsync("[data-action=preview]", ("name", "Mihai-Cosmin Marinică"));
        Assert.Equal(Files, organiser.Page.QuerySelectorAll("[data-changed-file]").Select(f => f.GetAttribute("data-changed-file")));
        Assert.Equal("live", organiser.Page.QuerySelector("[data-proposed]")!.GetAttribute("data-proposed"));
        Assert.Equal(before, Texts());

        await organiser.PressAsync("[data-action=save]");
        Assert.Equal(Marinica, organiser.Address.Split('?')[0]);
        Assert.Equal(["C’est enregistré, et en ligne."], organiser.Seen("[data-saved] p"));
        var after = Texts();
        Assert.Equal(
            before.ToDictionary(
                f => f.Key,
                f => f.Value.Replace("Mihai-Cosmin Marinica", "Mihai-Cosmin Marinică", StringComparison.Ordinal)
            ),
            after
        );
        var saves = await organiser.DbAsync(db =>
            Task.FromResult(db.ContentFileVersions.Where(v => v.Actor != "folder").Select(v => new { v.Save, v.Name }).ToList())
        );
        Assert.Equal(Files, saves.Select(s => s.Name).Order(StringComparer.Ordinal));
        Assert.Single(saves.DistinctBy(s => s.Save));
        Assert.Equal(Files.Length, await organiser.CountAsync<AuditEntry>(e => e.Action == "edited content"));
        await organiser.OpenAsync("/intervenants/mihai-cosmin-marinica");
        Assert.Equal(["Mihai-Cosmin Marinică"], organiser.Seen("h1"));

        await organiser.OpenAsync(Marinica + "?done=yes&undo=" + await UndoAsync(organiser));
        await organiser.PressAsync("[data-action=undo]");
        Assert.Equal(["C’est annulé : tout est comme avant."], organiser.Seen("[data-saved] p"));
        Assert.Equal(before, Texts());
    }

    [Fact]
    public async Task Another_name_keeps_the_address_and_the_old_one_brings_the_same_bytes_back()
    {
        var before = Texts();
        using var organiser = await OrganiserClient.SignInAsync(_site);
        await organiser.OpenAsync(Marinica);
        await organiser.PressAsync("[data-action=save]", ("name", "Ana Popescu"));
        Assert.Equal(Files, Texts().Where(f => f.Value != before[f.Key]).Select(f => f.Key).Order(StringComparer.Ordinal));
        Assert.Contains("chair: Ana Popescu # to be asked\n", Texts()[Session], StringComparison.Ordinal);
        await organiser.OpenAsync("/intervenants/mihai-cosmin-marinica");
        Assert.Equal(["Ana Popescu"], organiser.Seen("h1"));
        await organiser.OpenAsync(Marinica);
        await organiser.PressAsync("[data-action=save]", ("name", "Mihai-Cosmin Marinica"));
        Assert.Equal(before, Texts());
    }

    [Fact]
    public async Task A_change_goes_into_the_shared_draft_and_readers_see_it_when_that_is_released()
    {
        var before = Texts();
        using var organiser = await OrganiserClient.SignInAsync(_site, Language.English);
        await organiser.OpenAsync(Marinica);
        await organiser.PressAsync("[data-action=keep]", ("orcid", "0000-0002-1825-0097"));
        Assert.Equal(["Kept in the shared draft. Readers see nothing until it is released."], organiser.Seen("[data-saved] p"));
        Assert.Equal("0000-0002-1825-0097", organiser.Page.QuerySelector("#orcid")!.GetAttribute("value"));
        Assert.Equal(before, Texts());
        await organiser.OpenAsync("/admin/content/draft?ask=release");
        Assert.Equal(Files[..4], organiser.Page.QuerySelectorAll("[data-draft-file]").Select(f => f.GetAttribute("data-draft-file")));
        await organiser.PressAsync("[data-action=release]");
        Assert.All(Files[..4], f => Assert.Contains("orcid: \"0000-0002-1825-0097\"", _content.Read(f), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_organisers_who_change_one_person_lose_nothing()
    {
        using var ada = await OrganiserClient.SignInAsync(_site, Language.English);
        using var grace = await OrganiserClient.SignInAsync(_site, Language.English);
        await ada.OpenAsync(Marinica);
        await grace.OpenAsync(Marinica);
        await ada.PressAsync("[data-action=save]", ("name", "Mihai-Cosmin Marinică"));
        await grace.PressAsync("[data-action=save]", ("orcid", "0000-0002-1825-0097"));
        Assert.Equal(["Saved and live."], grace.Seen("[data-saved] p"));
        Assert.Contains(
            "name: \"Mihai-Cosmin Marinică\", orcid: \"0000-0002-1825-0097\", affiliations: [1], printed: \"M.-C. Marinica\"",
            _content.Read("contributions/o16.md"),
            StringComparison.Ordinal
        );

        await ada.OpenAsync(Marinica);
        await grace.OpenAsync(Marinica);
        await ada.PressAsync("[data-action=save]", ("name", "Mihai C. Marinică"));
        var theirs = Texts();
        await grace.PressAsync("[data-action=save]", ("name", "M. C. Marinică"));
        Assert.Equal(HttpStatusCode.Conflict, grace.Status);
        Assert.Equal(theirs, Texts());
        Assert.Equal("M. C. Marinică", grace.Page.QuerySelector("#name")!.GetAttribute("value"));
        Assert.Equal(["Somebody has written meanwhile: Mihai C. Marinică"], grace.Seen("[data-problem=error]"));
        // What was typed is kept, also if the browser is closed now.
        await grace.OpenAsync(Marinica);
        await grace.OpenAsync(grace.Page.QuerySelector("[data-action=continue]")!.GetAttribute("href")!);
        Assert.Equal("M. C. Marinică", grace.Page.QuerySelector("#name")!.GetAttribute("value"));
        await grace.PressAsync("[data-action=save]");
        Assert.Equal(["Saved and live."], grace.Seen("[data-saved] p"));
        Assert.Contains("chair: M. C. Marinică # to be asked\n", _content.Read(Session), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_another_person_has_asks_whether_they_are_one()
    {
        var before = Texts();
        using var organiser = await OrganiserClient.SignInAsync(_site);
        await organiser.OpenAsync(Marinica);
        await organiser.PressAsync("[data-action=save]", ("name", "Clovis Lapointe"));
        Assert.Equal(HttpStatusCode.Conflict, organiser.Status);
        Assert.Equal("clovis-lapointe", organiser.Page.QuerySelector("[data-namesake]")!.GetAttribute("data-namesake"));
        Assert.Equal(before, Texts());
    }

    [Fact]
    public async Task What_the_check_refuses_is_said_and_nothing_is_written()
    {
        var before = Texts();
        using var organiser = await OrganiserClient.SignInAsync(_site, Language.English);
        await organiser.OpenAsync(Marinica);
        await organiser.PressAsync("[data-action=save]", ("orcid", "1234"));
        Assert.Equal(HttpStatusCode.BadRequest, organiser.Status);
        Assert.Equal("`1234` is not an ORCID.", organiser.Seen("[data-problems] a")[0]);
        Assert.Equal("1234", organiser.Page.QuerySelector("#orcid")!.GetAttribute("value"));
        Assert.Equal(before, Texts());
        await organiser.OpenAsync(People + "/nobody-at-all");
        Assert.Equal(HttpStatusCode.NotFound, organiser.Status);
    }

    [Fact]
    public async Task Two_spellings_are_reported_and_one_press_unites_them()
    {
        _content.Replace("contributions/o13.md", "name: \"Mihai-Cosmin Marinica\"", "name: \"Mihai-Cosmin Mariniça\"");
        using var organiser = await OrganiserClient.SignInAsync(_site, Language.English);
        await organiser.OpenAsync(People);
        Assert.Equal("mihai-cosmin-marinica", organiser.Page.QuerySelector("[data-doubtful-person]")!.GetAttribute("data-doubtful-person"));
        Assert.StartsWith(
            "`Mihai-Cosmin Mariniça` is written `Mihai-Cosmin Marinica` elsewhere.",
            organiser.Seen("[data-problem]")[0],
            StringComparison.Ordinal
        );
        await organiser.OpenAsync(Marinica);
        await organiser.PressAsync("[data-action=save]");
        await organiser.OpenAsync(People);
        Assert.Equal([], organiser.Seen("[data-doubtful-person]"));
        Assert.Contains("name: \"Mihai-Cosmin Marinica\"", _content.Read("contributions/o13.md"), StringComparison.Ordinal);
    }

    /// <summary>The versions before and after the last save.</summary>
    private static Task<string> UndoAsync(OrganiserClient organiser) =>
        organiser.DbAsync(db =>
        {
            var saved = db.ContentFileVersions.Where(v => v.Actor != "folder").ToList();
            return Task.FromResult(
                string.Join('.', saved.Select(v => $"{db.ContentFileVersions.First(f => f.Name == v.Name && f.Id < v.Id).Id}-{v.Id}"))
            );
        });

    private Dictionary<string, string> Texts() =>
        Directory
            .EnumerateFiles(_content.Folder, "*.md", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(_content.Folder, f), File.ReadAllText);
}
