using ModMatWorkshop.Content.Starter;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Content.Tests;

/// <summary>The content folder of a new workshop, and that of the next edition of one.</summary>
public sealed class StarterTests : IDisposable
{
    private static readonly Dictionary<string, string> Answers = new()
    {
        ["acronym"] = "MATML",
        ["title"] = "Apprentissage et \"matériaux\" : l’état de l’art",
        ["place"] = "Maison des sciences, bâtiment B, Grenoble, FR",
        ["start"] = "2027-06-08",
        ["end"] = "2027-06-10",
        ["contact"] = "matml@example.org",
    };

    private const string LastWorkshop = """
        ---
        # Our workshop.
        slug: nano-2026
        acronym: NANO   # never changes
        edition: "2026"
        title: "Nano in 2026"
        start: 2026-06-09
        end: 2026-06-11
        uid_domain: "nano.example"
        registration: { opens: 2026-03-01, closes: 2026-06-01 }
        reserved_until: 2026-05-01
        sponsors:
          - { name: "ISO 2026-01-01 club", url: "https://example.org/2026-01-01" }
        slots:
          # Meals.
          - { date: 2026-06-09, start: "12:30", end: "14:00", slug: lunch, kind: meal, title: "Lunch" }
        committee:
        - { name: "Ada Lovelace", affiliation: "London" }
        ---

        Come in 2026.

        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modmat-starter-");

    [Theory]
    [InlineData("50", "yes", "fr en")]
    [InlineData("50", "no", "en fr")]
    [InlineData("0", "oui", "fr")]
    [InlineData("50", "yes", "en")]
    public void The_folder_of_a_new_workshop_has_no_error_and_no_warning(string seats, string remote, string languages)
    {
        var (answers, problems) = WorkshopQuestions.Read(key =>
            key is "seats" ? seats
            : key is "remote" ? remote
            : key is "languages" ? languages
            : Answers.GetValueOrDefault(key)
        );
        Assert.Empty(problems);
        Write(StarterFolder.FilesOf(answers));
        var content = ContentFolder.Read(folder.FullName);

        Assert.Equal([], content.Problems.Select(p => p.ToString()));
        var workshop = content.Workshop!;
        Assert.Equal(
            ("matml-2027", "MATML", "2027", "Europe/Paris", "Maison des sciences, bâtiment B", "Grenoble", "FR"),
            (
                workshop.Slug,
                workshop.Acronym,
                workshop.Edition,
                workshop.TimeZoneId,
                workshop.Venue.Name,
                workshop.Venue.City,
                workshop.Venue.Country
            )
        );
        // In French alone, a space before a colon does not break.
        Assert.Equal(
            "Apprentissage et \"matériaux\" : l’état de l’art",
            workshop.Title.In(workshop.Languages.First).Replace('\u00A0', ' ')
        );
        Assert.Equal((seats, remote == "no"), ($"{workshop.Seats}", workshop.IsInPersonOnly));
        Assert.Equal((new(2027, 6, 8), new(2027, 6, 10)), (workshop.Start, workshop.End));
        Assert.Equal((new(2027, 3, 8), new(2027, 6, 1)), (workshop.RegistrationOpens, workshop.RegistrationCloses));
        Assert.Equal(["opening", "i1", "coffee-1"], content.Slots.Select(s => s.Slug));
        Assert.Equal(
            ["accessibility", "contact", "legal-notice", "practical-info", "privacy"],
            content.Pages.Select(p => p.Slug).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_comments_of_a_new_folder_are_in_its_first_language_and_each_file_that_is_edited_first_has_some()
    {
        var files = StarterFolder.FilesOf(WorkshopQuestions.Read(Answers.GetValueOrDefault).Answers);
        var comments = files.ToDictionary(
            f => f.Key,
            f => f.Value.Split('\n').Where(l => l.StartsWith('#') && !l.StartsWith("##", StringComparison.Ordinal)).ToList()
        );

        Assert.Equal(
            files.Keys.Where(name => !name.EndsWith(".en.md", StringComparison.Ordinal)).Order(),
            comments.Where(f => f.Value.Count > 0).Select(f => f.Key).Order()
        );
        Assert.Contains(
            "# Un texte est le même dans les deux langues, ou en a un pour chacune : { fr: \"…\", en: \"…\" }.",
            comments["workshop.md"]
        );
        Assert.DoesNotContain(comments.SelectMany(f => f.Value), line => line.Contains(" the ", StringComparison.Ordinal));
    }

    [Fact]
    public void In_one_language_the_folder_has_no_second_files_and_no_text_in_the_other()
    {
        var answers = WorkshopQuestions.Read(Answers.GetValueOrDefault).Answers with
        {
            Languages = [Language.English],
            Title = "Materials",
        };
        var files = StarterFolder.FilesOf(answers);

        Assert.Equal(
            [
                "contributions/i1.md",
                "pages/accessibility.md",
                "pages/contact.md",
                "pages/legal-notice.md",
                "pages/practical-info.md",
                "pages/privacy.md",
                "sessions/session-1.md",
                "workshop.md",
            ],
            files.Keys.Order(StringComparer.Ordinal)
        );
        Assert.Contains("\nsubtitle: \"Scientific workshop\"\n", files["workshop.md"], StringComparison.Ordinal);
        Assert.Contains("kind: opening, title: \"Opening\" }", files["sessions/session-1.md"], StringComparison.Ordinal);
        Assert.Equal([], files.Values.SelectMany(text => new[] { "fr:", "l’", " les ", " une " }.Where(text.Contains)));
    }

    [Theory]
    [InlineData("acronym", "", "An answer is missing.")]
    [InlineData("acronym", "***", "It must be a short name with letters or digits.")]
    [InlineData("place", "Grenoble, FR", "Give the venue, the town and the country, with commas between them: Maple Hall, Montreal, CA")]
    [InlineData("place", "Hall, London, UK", "`UK` is not the code of a country. Two letters, for example CA.")]
    [InlineData("start", "8 June", "`8 June` is not a date. Year, month, day, for example 2027-06-08.")]
    [InlineData("start", "2027-02-30", "`2027-02-30` is not a date. Year, month, day, for example 2027-06-08.")]
    [InlineData("end", "2027-06-07", "The workshop ends before it starts.")]
    [InlineData("end", "2027-08-07", "The workshop lasts more than a month.")]
    [InlineData("zone", "Paris", "`Paris` is not a known time zone. For example Europe/Paris or America/Montreal.")]
    [InlineData("languages", "de", "The possible languages are: fr en; en fr; fr; en.")]
    [InlineData("seats", "-1", "`-1` is not a number of seats, such as 50.")]
    [InlineData("remote", "maybe", "Answer yes or no.")]
    [InlineData("contact", "matml", "`matml` is not an email address.")]
    public void A_wrong_answer_gets_a_sentence(string key, string typed, string sentence)
    {
        var (_, problems) = WorkshopQuestions.Read(k => k == key ? typed : Answers.GetValueOrDefault(k));
        var (wrong, problem) = Assert.Single(problems);
        Assert.Equal((key, sentence), (wrong, problem.En));
    }

    [Fact]
    public void A_workshop_without_seats_and_without_remote_places_gets_a_sentence()
    {
        var (_, problems) = WorkshopQuestions.Read(k =>
            k is "seats" ? "0"
            : k is "remote" ? "no"
            : Answers.GetValueOrDefault(k)
        );
        Assert.Equal(["remote"], problems.Select(p => p.Key));
    }

    [Fact]
    public void The_next_edition_keeps_the_settings_and_the_pages_moves_the_dates_and_empties_the_programme()
    {
        var last = new Dictionary<string, string>
        {
            ["workshop.md"] = LastWorkshop.ReplaceLineEndings("\n"),
            ["workshop.en.md"] = "Come!\n",
            ["pages/contact.md"] = "---\ntitle: Contact\n---\n\nWrite.\n",
            ["sessions/session-1.md"] = "x",
            ["contributions/o1.md"] = "x",
            ["news/2026-01-01-x.md"] = "x",
        };
        var next = NextEdition.FilesOf(last, NextEdition.StartOf(last["workshop.md"])!.Value, new(2027, 6, 8));

        Assert.Equal(["pages/contact.md", "workshop.en.md", "workshop.md"], next.Texts.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            """
            ---
            # Our workshop.
            slug: nano-2027
            acronym: NANO   # never changes
            edition: "2027"
            title: "Nano in 2026"
            start: 2027-06-08
            end: 2027-06-10
            uid_domain: "nano-2027.example"
            registration: { opens: 2027-02-28, closes: 2027-05-31 }
            reserved_until: 2027-04-30
            sponsors:
              - { name: "ISO 2026-01-01 club", url: "https://example.org/2026-01-01" }
            committee:
            - { name: "Ada Lovelace", affiliation: "London" }
            ---

            Come in 2026.

            L’édition précédente : [NANO 2026](/2026/).

            """.ReplaceLineEndings("\n"),
            next.Texts["workshop.md"]
        );
        Assert.Equal("Come!\n\nThe previous edition: [NANO 2026](/2026/).\n", next.Texts["workshop.en.md"]);
        Assert.Equal(last["pages/contact.md"], next.Texts["pages/contact.md"]);
        Assert.Equal(["workshop.md:6", "workshop.md:13", "workshop.md:18"], next.StillOld);
    }

    [Theory]
    [InlineData("[en]", "workshop.md: The previous edition: [NANO 2026](/2026/).")]
    [InlineData(
        "[en, fr]",
        "workshop.fr.md: L’édition précédente : [NANO 2026](/2026/).",
        "workshop.md: The previous edition: [NANO 2026](/2026/)."
    )]
    public void The_next_edition_links_to_the_last_one_in_the_languages_of_the_workshop(string languages, params string[] links)
    {
        var workshop = LastWorkshop
            .ReplaceLineEndings("\n")
            .Replace("slug: nano", $"languages: {languages}\nslug: nano", StringComparison.Ordinal);
        var last = new Dictionary<string, string> { ["workshop.md"] = workshop, ["workshop.fr.md"] = "Venez !\n" };
        var next = NextEdition.FilesOf(last, new(2026, 6, 9), new(2027, 6, 8));

        Assert.Equal(
            links,
            next.Texts.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Key}: {t.Value.TrimEnd().Split('\n')[^1]}")
        );
    }

    [Fact]
    public void The_next_edition_takes_the_pictures_of_what_it_keeps()
    {
        var last = new Dictionary<string, string>
        {
            ["workshop.md"] = LastWorkshop,
            ["pages/city.md"] = "![The bridge](bridge.jpg)",
            ["contributions/o1.md"] = "file: o1-plot.png",
        };
        var next = NextEdition.FilesOf(last, new(2026, 6, 9), new(2027, 6, 8));

        Assert.Equal((true, false), (next.Shows("bridge.jpg"), next.Shows("o1-plot.png")));
    }

    [Fact]
    public void The_next_edition_of_the_shipped_workshop_passes_the_check()
    {
        var last = ContentFolder.Files(Repository.Content).ToDictionary(f => Path.GetRelativePath(Repository.Content, f), File.ReadAllText);
        Write(NextEdition.FilesOf(last, new(2021, 9, 22), new(2027, 9, 22)).Texts);
        Directory.CreateDirectory(Path.Combine(folder.FullName, "images"));
        foreach (var image in ContentFolder.FilesIn(Repository.Content, "images"))
            image.CopyTo(Path.Combine(folder.FullName, "images", image.Name));
        var content = ContentFolder.Read(folder.FullName);

        Assert.Equal([], content.Problems.Where(p => p.Severity == Severity.Error).Select(p => p.ToString()));
        Assert.Equal((new(2027, 9, 22), new(2027, 9, 24)), (content.Workshop!.Start, content.Workshop.End));
        Assert.Equal((0, 0, 0, 7), (content.Sessions.Count, content.Slots.Count, content.Contributions.Count, content.Persons.Count));
        Assert.Contains(
            "<a href=\"/2021/\">ModMat 2021</a>",
            content.Workshop.IntroductionHtml.In(Language.English),
            StringComparison.Ordinal
        );
    }

    public void Dispose() => folder.Delete(recursive: true);

    private void Write(IReadOnlyDictionary<string, string> files)
    {
        foreach (var (name, text) in files)
        {
            var path = Path.Combine(folder.FullName, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }
}
