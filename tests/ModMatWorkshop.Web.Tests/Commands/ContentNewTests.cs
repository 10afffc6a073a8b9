using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Commands;

namespace ModMatWorkshop.Web.Tests.Commands;

/// <summary>The commands that write a content folder: what they ask, what they refuse, what they say.</summary>
public sealed class ContentNewTests : IDisposable
{
    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("modmat-new-");
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    private string Folder => Path.Combine(parent.FullName, "new");

    private static Dictionary<string, string> Flags =>
        new()
        {
            ["--lang"] = "en",
            ["--acronym"] = "MATML",
            ["--title"] = "Materials",
            ["--place"] = "Maple Hall, Montreal, CA",
            ["--start"] = "2027-06-08",
            ["--end"] = "2027-06-10",
            ["--zone"] = "America/Montreal",
            ["--contact"] = "matml@example.org",
        };

    [Fact]
    public void Flags_are_enough_without_a_person()
    {
        Assert.Equal(0, Command(Flags).New(Folder));
        Assert.Equal(("", true), (errors.ToString(), File.Exists(Path.Combine(Folder, "workshop.md"))));
        Assert.Equal(
            $"""
            1 contribution, 3 slots, 0 remote talks, 1 author (1 person), 1 affiliation: 0 errors, 0 warnings
            {Folder} is ready. To see the site: --Site:ContentPath={Folder}

            """.ReplaceLineEndings("\n"),
            output.ToString()
        );
    }

    [Fact]
    public void Without_a_person_every_missing_or_wrong_flag_gets_a_sentence_and_nothing_is_written()
    {
        var flags = Flags;
        flags.Remove("--title");
        flags["--zone"] = "Montreal";

        Assert.Equal(1, Command(flags).New(Folder));
        Assert.Equal(
            """
            --title: An answer is missing.
            --zone: `Montreal` is not a known time zone. For example Europe/Paris or America/Montreal.

            """.ReplaceLineEndings("\n"),
            errors.ToString()
        );
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public void A_person_is_asked_what_no_flag_says_and_again_after_a_wrong_answer()
    {
        var flags = Flags;
        flags["--lang"] = "fr";
        flags.Remove("--end");
        flags["--zone"] = "Paris";

        Assert.Equal(0, Command(flags, "2027-06-01\n2027-06-09\nEurope/Paris\n\n40\nnon\n").New(Folder));
        Assert.Equal(
            "Dernier jour : 2027-06-10 : L’atelier finit avant de commencer.\n"
                + "Dernier jour : 2027-06-10 : `Paris` n’est pas un fuseau horaire connu. Par exemple Europe/Paris ou America/Montreal.\n"
                + "Fuseau horaire [Europe/Paris] : Langues, la principale d’abord [fr en] : Places dans la salle ; 0 pour un atelier à "
                + "distance [50] : Peut-on suivre à distance ? oui ou non [oui] : ",
            output.ToString()[..output.ToString().IndexOf("1 contribution", StringComparison.Ordinal)].Replace('\u00A0', ' ')
        );
        var workshop = File.ReadAllLines(Path.Combine(Folder, "workshop.md"));
        Assert.Equal(
            ["end: 2027-06-09", "seats: 40", "remote: false"],
            workshop.Where(l => l.Split(':')[0] is "end" or "seats" or "remote")
        );
    }

    [Fact]
    public void A_person_who_ends_the_input_gets_no_folder()
    {
        Assert.Equal(1, Command(new() { ["--lang"] = "en" }, "MATML\n").New(Folder));
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public void A_folder_that_is_not_empty_is_refused()
    {
        File.WriteAllText(Path.Combine(parent.FullName, "notes.txt"), "");
        Assert.Equal(1, Command(Flags).New(parent.FullName));
        Assert.Equal($"{parent.FullName} is not an empty or new folder.\n", errors.ToString());
        Assert.Equal(["notes.txt"], parent.EnumerateFiles("*", SearchOption.AllDirectories).Select(f => f.Name));
    }

    [Fact]
    public void The_next_edition_takes_the_pictures_too_and_says_what_to_read_again()
    {
        var flags = new Dictionary<string, string> { ["--lang"] = "en", ["--start"] = "2027-09-21" };

        Assert.Equal(0, Command(flags).NewEdition(Repository.Content, Folder));
        Assert.Equal(
            ["images", "pages"],
            Directory.EnumerateDirectories(Folder).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            Directory.EnumerateFiles(Path.Combine(Repository.Content, "images")).Select(f => Path.GetFileName(f)).Order(),
            Directory.EnumerateFiles(Path.Combine(Folder, "images")).Select(f => Path.GetFileName(f)).Order()
        );
        var lines = output.ToString().Split('\n');
        Assert.Equal("The last edition began on a Wednesday, this one begins on a Tuesday.", lines[0]);
        Assert.StartsWith("Read these lines again, because they say 2021: ", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("The home page links to /2021/: serve the archive", lines[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "Give the first day: --start 2027-06-08")]
    [InlineData("in June", "`in June` is not a date. Year, month, day, for example 2027-06-08.")]
    [InlineData("2020-01-01", "The new edition must follow the last one.")]
    public void The_next_edition_needs_its_first_day(string? start, string sentence)
    {
        var flags = new Dictionary<string, string> { ["--lang"] = "en" };
        if (start is not null)
            flags["--start"] = start;

        Assert.Equal(1, Command(flags).NewEdition(Repository.Content, Folder));
        Assert.Equal((sentence + "\n", false), (errors.ToString(), Directory.Exists(Folder)));
    }

    public void Dispose()
    {
        parent.Delete(recursive: true);
        output.Dispose();
        errors.Dispose();
    }

    private ContentNewCommands Command(Dictionary<string, string> flags, string? typed = null) =>
        new(flags.GetValueOrDefault, typed is null ? null : new StringReader(typed), output, errors);
}
