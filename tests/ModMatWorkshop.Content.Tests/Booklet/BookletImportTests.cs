using ModMatWorkshop.Content.Booklet;

namespace ModMatWorkshop.Content.Tests.Booklet;

public sealed class BookletImportTests : IDisposable
{
    private readonly BookletSample sample = new();

    public void Dispose() => sample.Dispose();

    [Fact]
    public void The_copy_has_the_texts_of_the_booklet_and_the_facts_of_the_content_folder()
    {
        var result = Import();

        Assert.True(result.Succeeded);
        Assert.Equal(BookletSample.Expected, BookletSample.FilesOf(sample.Target));
        Assert.Equal(
            [
                "contributions/i1.md",
                "contributions/o1.md",
                "contributions/p1.md",
                "pages/contact.md",
                "sessions/session-1.md",
                "workshop.en.md",
                "workshop.md",
            ],
            result.Written
        );
        Assert.Empty(result.Unchanged);
    }

    [Fact]
    public void The_content_folder_itself_is_unchanged()
    {
        var before = BookletSample.FilesOf(sample.Source);
        Import();
        Assert.Equal(before, BookletSample.FilesOf(sample.Source));
    }

    [Fact]
    public void A_second_import_writes_nothing()
    {
        Import();
        var result = Import();

        Assert.Empty(result.Written);
        Assert.Equal(7, result.Unchanged.Count);
        Assert.Equal(BookletSample.Expected, BookletSample.FilesOf(sample.Target));
    }

    [Fact]
    public void A_copy_of_a_copy_is_the_same()
    {
        Import();
        var second = sample.Target + "-2";
        BookletImport.Run(sample.Booklet, sample.Target, second, force: false);
        Assert.Equal(BookletSample.Expected, BookletSample.FilesOf(second));
    }

    [Fact]
    public void A_file_that_differs_is_not_overwritten_and_nothing_else_is_written()
    {
        Import();
        File.AppendAllText(Path.Combine(sample.Target, "contributions/o1.md"), "A word by hand.\n");
        File.WriteAllText(Path.Combine(sample.Target, "workshop.en.md"), "Another summary.\n");
        File.Delete(Path.Combine(sample.Target, "contributions/p1.md"));
        var before = BookletSample.FilesOf(sample.Target);

        var result = Import();

        Assert.False(result.Succeeded);
        Assert.Equal(["contributions/o1.md", "workshop.en.md"], result.Conflicts);
        Assert.Empty(result.Written);
        Assert.Equal(before, BookletSample.FilesOf(sample.Target));
    }

    [Fact]
    public void Force_overwrites_only_files_that_differ()
    {
        Import();
        File.AppendAllText(Path.Combine(sample.Target, "contributions/o1.md"), "A word by hand.\n");
        File.WriteAllText(Path.Combine(sample.Target, "contributions/o2.md"), "A talk that came later.\n");

        var result = Import(force: true);

        Assert.Equal(["contributions/o1.md"], result.Written);
        Assert.Equal(
            BookletSample
                .Expected.Append(new("contributions/o2.md", "A talk that came later.\n"))
                .OrderBy(f => f.Key, StringComparer.Ordinal),
            BookletSample.FilesOf(sample.Target)
        );
    }

    [Fact]
    public void A_line_that_matches_nothing_stops_the_import_before_anything_is_written()
    {
        File.WriteAllText(sample.Booklet, BookletSample.Text.Replace("² H. Nördlich", "H. Nördlich", StringComparison.Ordinal));
        AssertRefused(
            new(97, "This is not reference 2 of O1: “H. Nördlich, *Segel* **5**, 55 (2028)”"),
            new(99, "This is not reference 2 of O1: “³ <https://example.org/rafales>”")
        );
    }

    [Theory]
    [InlineData(".")]
    [InlineData("copy")]
    [InlineData("..")]
    public void The_copy_must_be_neither_inside_nor_around_the_content_folder(string target)
    {
        var result = BookletImport.Run(sample.Booklet, sample.Source, Path.Combine(sample.Source, target), force: true);

        Assert.Equal(0, Assert.Single(result.Problems).Line);
        Assert.Equal("A condensed text.\n", BookletSample.FilesOf(sample.Source)["contributions/i1.md"][^18..]);
    }

    [Fact]
    public void A_folder_beside_the_content_whose_name_starts_the_same_is_allowed()
    {
        Assert.True(BookletImport.Run(sample.Booklet, sample.Source, sample.Source + "-copy", force: false).Succeeded);
    }

    [Fact]
    public void A_caption_without_a_figure_in_the_curated_file_is_a_problem()
    {
        Curate("contributions/i1.md", "number: 1", "number: 2");
        AssertRefused(new BookletProblem(63, "contributions/i1.md has no caption of a figure 1 that this one could replace."));
    }

    [Fact]
    public void A_curated_file_without_front_matter_is_a_problem()
    {
        Curate("contributions/o1.md", "---\ncode", "code");
        AssertRefused(new BookletProblem(74, "contributions/o1.md does not start with front matter between two --- lines."));
    }

    [Fact]
    public void Front_matter_that_is_not_YAML_is_a_problem()
    {
        Curate("contributions/o1.md", "kind: oral", "kind: [oral");
        var problem = Assert.Single(Import().Problems);
        Assert.Equal(74, problem.Line);
        Assert.StartsWith("contributions/o1.md: the front matter is not YAML: ", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_content_folder_without_workshop_md_is_a_problem()
    {
        File.Delete(Path.Combine(sample.Source, "workshop.md"));
        AssertRefused(new BookletProblem(0, "The content folder has no workshop.md."));
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_reported_with_their_line()
    {
        File.WriteAllBytes(sample.Booklet, [.. "one\ntwo\n"u8, 0xE9, .. "\n"u8]);
        AssertRefused(new BookletProblem(3, "The booklet is not UTF-8 from here on."));
    }

    [Fact]
    public void A_missing_booklet_is_a_problem()
    {
        File.Delete(sample.Booklet);
        AssertRefused(new BookletProblem(0, $"There is no booklet at {sample.Booklet}."));
    }

    private BookletImportResult Import(bool force = false) => BookletImport.Run(sample.Booklet, sample.Source, sample.Target, force);

    private void Curate(string path, string old, string replacement)
    {
        var file = Path.Combine(sample.Source, path);
        File.WriteAllText(file, File.ReadAllText(file).Replace(old, replacement, StringComparison.Ordinal));
    }

    private void AssertRefused(params BookletProblem[] problems)
    {
        var result = Import();
        Assert.Equal(problems, result.Problems);
        Assert.False(result.Succeeded);
        Assert.Empty(result.Written);
        Assert.False(Directory.Exists(sample.Target));
    }
}
