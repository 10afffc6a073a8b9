using ModMatWorkshop.Domain;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Content.Tests;

/// <summary>Which version of each file counts while some files have errors.</summary>
public sealed class FallbackTests : IDisposable
{
    private const string Overlapping = "  - { start: \"09:50\", end: \"10:30\", contribution: O1 }\n";

    private const string SecondSession = """
        ---
        session: 2
        date: 2030-03-30
        half_day: afternoon
        slots:
          - { start: "14:00", end: "15:00", slug: tea, kind: break, title: { fr: "Thé", en: "Tea" } }
        ---

        """;

    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();
    private readonly ContentSample content = new();
    private IReadOnlyDictionary<string, string> lastGood;

    public FallbackTests()
    {
        content.Write("mails/confirmed.md", "---\nsubject: Bonjour\n---\n[Mon inscription]({link})\n");
        content.Write("mails/confirmed.en.md", "[My registration]({link})\n");
        lastGood = ContentFolder.Read(content.Folder).Texts;
    }

    [Fact]
    public void A_broken_contribution_keeps_its_last_good_version_and_all_that_follows_from_it()
    {
        content.Replace("contributions/o1.md", "code: O1", "code: [O1");
        ChangePoster();
        var read = Read();

        Assert.Equal(["contributions/o1.md Error"], Waiting(read));
        Assert.Equal(["Engines that weave H₂O", "Potentiels appris", "Une affiche"], read.Contributions.Select(c => c.Title));
        Assert.Equal("Une affiche se lit assis.", read.Contributions[^1].BodyText.Trim());
        Assert.Equal(["i1 Ada Lovelace", "coffee ", "o1 Émilie du Châtelet", "visit "], Slots(read));
        Assert.Equal(
            ["ada-lovelace", "emilie-du-chatelet", "grace-hopper"],
            read.Persons.Select(p => p.Slug).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("pages/contact.md", "title: {")]
    [InlineData("pages/contact.en.md", "\u0007")]
    [InlineData("news/2030-01-01-ouverture.md", "Sans date.")]
    [InlineData("news/2030-01-01-ouverture.en.md", "![](x.png)")]
    [InlineData("contributions/p1.md", "---\ncode: P1\n---\n")]
    [InlineData("workshop.en.md", "![](x.png)")]
    [InlineData("mails/confirmed.md", "---\nsubject: x\n---\n{prenom} [x]({link})")]
    [InlineData("mails/confirmed.en.md", "![](x.png)")]
    public void A_broken_file_alone_keeps_its_last_good_version(string file, string text)
    {
        content.Write(file, text);
        content.Write("sessions/session-2.md", SecondSession);
        var read = Read();

        Assert.Equal([$"{file} Error"], Waiting(read));
        Assert.Equal(lastGood.Keys.Append("sessions/session-2.md").Order(), read.Texts.Keys.Order());
        Assert.Equal(lastGood[file], read.Texts[file]);
        Assert.True(read.CanBeImported);
    }

    [Fact]
    public void An_error_in_a_session_does_not_stop_the_other_sessions()
    {
        content.Replace("sessions/session-1.md", "half_day: morning", "half_day: morning\nroom: big");
        content.Write("sessions/session-2.md", SecondSession);
        var read = Read();

        Assert.Equal(["sessions/session-1.md Error"], Waiting(read));
        Assert.Equal(["i1 Ada Lovelace", "coffee ", "o1 Émilie du Châtelet", "tea ", "visit "], Slots(read));
    }

    [Fact]
    public void Other_languages_wait_until_the_texts_are_in_them()
    {
        content.Replace("workshop.md", "timezone: Europe/Paris", "timezone: Europe/Paris\nlanguages: [en]");
        ChangePoster();
        var read = Read();

        Assert.Equal(["workshop.md Timetable"], Waiting(read));
        Assert.Equal(WorkshopLanguages.Default, read.Workshop!.Languages);
        Assert.Equal("Une affiche se lit assis.", read.Contributions[^1].BodyText.Trim());
    }

    [Fact]
    public void A_timetable_that_contradicts_itself_waits_as_a_whole_and_nothing_else_does()
    {
        content.Replace("sessions/session-1.md", "  - { start: \"10:00\", end: \"10:30\", contribution: O1 }\n", Overlapping);
        content.Write("sessions/session-2.md", SecondSession);
        content.Replace("workshop.md", "seats: 20", "seats: 21");
        ChangePoster();
        var read = Read();

        Assert.Equal(["sessions/session-1.md Error", "sessions/session-2.md Timetable never", "workshop.md Timetable"], Waiting(read));
        Assert.Equal(["i1 Ada Lovelace", "coffee ", "o1 Émilie du Châtelet", "visit "], Slots(read));
        Assert.Equal((20, "Une affiche se lit assis."), (read.Workshop!.Seats, read.Contributions[^1].BodyText.Trim()));
    }

    [Fact]
    public void A_broken_workshop_holds_the_timetable_back()
    {
        content.Replace("workshop.md", "seats: 20", "seats: vingt");
        content.Write("sessions/session-2.md", SecondSession);
        ChangePoster();
        var read = Read();

        Assert.Equal(["sessions/session-2.md Timetable never", "workshop.md Error"], Waiting(read));
        Assert.Equal((20, "Une affiche se lit assis."), (read.Workshop!.Seats, read.Contributions[^1].BodyText.Trim()));
    }

    [Fact]
    public void New_dates_of_the_workshop_wait_for_those_of_its_sessions()
    {
        content.Replace("workshop.md", "start: 2030-03-30\nend: 2030-03-31", "start: 2030-04-06\nend: 2030-04-07");
        content.Replace("workshop.md", "date: 2030-03-31", "date: 2030-04-07");
        ChangePoster();
        Assert.Equal(["workshop.md Timetable"], Waiting(Read()));

        content.Replace("sessions/session-1.md", "date: 2030-03-30", "date: 2030-04-06");
        Assert.Equal([], Waiting(Read()));
    }

    [Fact]
    public void A_talk_that_lost_its_slot_is_live_without_one()
    {
        content.Replace("sessions/session-1.md", "  - { start: \"10:00\", end: \"10:30\", contribution: O1 }\n", "");
        content.Replace("contributions/o1.md", "Potentiels appris", "Potentiels");
        var read = Read();

        Assert.Equal([], Waiting(read));
        Assert.Equal("Potentiels", read.Contributions.Single(c => c.Code == "o1").Title);
        Assert.DoesNotContain(read.Slots, s => s.ContributionCode == "o1");
    }

    [Fact]
    public void A_deleted_talk_stays_while_a_slot_refers_to_it()
    {
        content.Delete("contributions/o1.md");
        content.Delete("contributions/p1.md");
        content.Write("sessions/session-2.md", SecondSession);
        var read = Read();

        Assert.Equal(["contributions/o1.md Deleted"], Waiting(read));
        Assert.Equal(["i1 Ada Lovelace", "coffee ", "o1 Émilie du Châtelet", "tea ", "visit "], Slots(read));

        content.Replace("sessions/session-1.md", "  - { start: \"10:00\", end: \"10:30\", contribution: O1 }\n", "");
        Assert.Equal([], Waiting(Read()));
        Assert.Equal(["i1"], Read().Contributions.Select(c => c.Code));
    }

    [Fact]
    public void A_broken_file_that_is_deleted_or_renamed_is_gone()
    {
        content.Write("news/2030-01-01-ouverture.md", "Sans date.");
        Assert.Equal(["news/2030-01-01-ouverture.md Error"], Waiting(Read()));

        content.Delete("news/2030-01-01-ouverture.md");
        content.Delete("news/2030-01-01-ouverture.en.md");
        content.Write("news/2030-01-02-ouverture.md", "Sans date.");

        Assert.Equal(["news/2030-01-02-ouverture.md Error never"], Waiting(Read()));
        Assert.Empty(Read().News);
    }

    [Fact]
    public void A_new_spelling_of_a_name_waits_until_every_file_has_it()
    {
        const string Old = "name: \"Ada Lovelace\"";
        const string New = "name: \"Ada LOVELACE\"";
        Rename("contributions/i1.md");
        Assert.Equal(["contributions/i1.md Error"], Waiting(Read()));
        Assert.Equal("Ada Lovelace", Read().Persons.Single(p => p.Slug == "ada-lovelace").Name);

        Rename("contributions/p1.md");
        Assert.Equal([], Waiting(Read()));
        Assert.Equal("Ada LOVELACE", Read().Persons.Single(p => p.Slug == "ada-lovelace").Name);

        void Rename(string file)
        {
            content.Replace(file, "speaker: \"Ada Lovelace\"", "speaker: \"Ada LOVELACE\"");
            content.Replace(file, Old, New);
        }
    }

    [Fact]
    public void A_material_that_was_deleted_is_left_out_and_stops_nothing()
    {
        content.Replace(
            "contributions/i1.md",
            "lab: \"London\"\n",
            "lab: \"London\"\nmaterials:\n  - { kind: slides, file: i1-slides.pdf }\n"
                + "  - { kind: recording, url: \"https://video.example/i1\" }\n"
        );
        content.Write("materials/i1-slides.pdf", "%PDF-1.7");
        lastGood = ContentFolder.Read(content.Folder).Texts;
        content.Delete("materials/i1-slides.pdf");
        ChangePoster();
        var read = Read();

        Assert.Equal([], Waiting(read));
        Assert.True(read.CanBeImported);
        Assert.Equal(
            ["contributions/i1.md:9:27 error: There is no file materials/i1-slides.pdf. Put it there, or correct the name."],
            read.Problems.Select(p => p.ToString())
        );
        Assert.Equal(["https://video.example/i1"], read.Contributions[0].Materials.Select(m => m.Url));
        Assert.Equal("Une affiche se lit assis.", read.Contributions[^1].BodyText.Trim());
    }

    [Fact]
    public void Of_a_new_folder_all_good_files_count()
    {
        content.Replace("contributions/o1.md", "code: O1", "code: [O1");
        content.Write("pages/contact.md", "Sans titre.");
        var read = ContentFolder.ReadWithFallback(content.Folder, Nothing);

        Assert.Equal(["contributions/o1.md Error never", "pages/contact.md Error never"], Waiting(read));
        Assert.Equal(["i1", "p1"], read.Contributions.Select(c => c.Code));
        Assert.Equal(["i1 Ada Lovelace", "coffee ", "visit "], Slots(read));
        Assert.True(read.CanBeImported);
    }

    [Fact]
    public void A_new_folder_whose_timetable_contradicts_itself_begins_without_sessions()
    {
        content.Replace("sessions/session-1.md", "  - { start: \"10:00\", end: \"10:30\", contribution: O1 }\n", Overlapping);
        var read = ContentFolder.ReadWithFallback(content.Folder, Nothing);

        Assert.Equal(["sessions/session-1.md Error never"], Waiting(read));
        Assert.Equal((true, 20), (read.CanBeImported, read.Workshop?.Seats));
        Assert.Equal(["visit "], Slots(read));
    }

    [Theory]
    [InlineData("seats: 20", "seats: vingt")]
    [InlineData(
        "slots:\n",
        "slots:\n  - { date: 2030-03-31, start: \"09:30\", end: \"09:40\", slug: talk, kind: break, title: \"Pause\" }\n"
    )]
    public void A_new_folder_with_a_broken_workshop_shows_nothing(string old, string @new)
    {
        content.Replace("workshop.md", old, @new);
        Assert.False(ContentFolder.ReadWithFallback(content.Folder, Nothing).CanBeImported);
    }

    [Theory]
    [MemberData(nameof(ContentCheckTests.Mistakes), MemberType = typeof(ContentCheckTests))]
    public void Whatever_the_mistake_what_counts_has_no_error(string file, string heading)
    {
        ContentSpecification.In(file).Single(s => s.Heading == heading).ApplyTo(content);
        ChangePoster();
        var read = Read();

        Assert.Equal(ContentFolder.Read(content.Folder).HasErrors, read.HasErrors);
        foreach (var name in lastGood.Keys.Concat(read.Texts.Keys).Distinct().Where(name => !read.Texts.ContainsKey(name)))
            content.Delete(name);
        // A picture that was never good stays, and its words are shown.
        foreach (var waiting in read.Waiting.Where(w => !ContentFileName.IsPicture(w.Name)))
            content.Delete(waiting.Name);
        foreach (var (name, text) in read.Texts)
            content.Write(name, text);
        Assert.Equal(
            [],
            ContentFolder
                .Read(content.Folder)
                .Problems.Where(p =>
                    p.Severity == Severity.Error
                    && !p.File.StartsWith("images/", StringComparison.Ordinal)
                    && !$"{p.Message}".StartsWith("Files in this", StringComparison.Ordinal)
                )
        );
    }

    public void Dispose() => content.Dispose();

    private WorkshopContent Read() => ContentFolder.ReadWithFallback(content.Folder, lastGood);

    private void ChangePoster()
    {
        if (content.Read("contributions/p1.md").Contains("se lit debout", StringComparison.Ordinal))
            content.Replace("contributions/p1.md", "se lit debout", "se lit assis");
    }

    private static string[] Waiting(WorkshopContent read) =>
        [.. read.Waiting.Select(f => $"{f.Name} {f.Reason}{(f.HasLastGood ? "" : " never")}")];

    private static string[] Slots(WorkshopContent read) => [.. read.Slots.Select(s => $"{s.Slug} {s.SpeakerName}")];
}
