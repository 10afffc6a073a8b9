using System.Text;
using System.Text.RegularExpressions;
using ModMatWorkshop.Content.Markdown;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Content.Tests;

/// <summary>Malformed and oversized files. Each is reported quickly, and the other files are still read.</summary>
public partial class HostileFilesTests
{
    private const string Page = "---\ntitle: { fr: \"Contact\", en: \"Contact\" }\n---\n\n";

    [Fact]
    public void A_file_that_is_not_UTF_8_is_refused() =>
        AssertReport(
            $"pages/contact.md:1:1 error: The file is not UTF-8 (byte {Page.Length + 1}). Save it as UTF-8.",
            [.. Encoding.UTF8.GetBytes(Page), .. Encoding.Latin1.GetBytes("Écrivez-nous.")]
        );

    [Fact]
    public void A_file_with_a_byte_order_mark_and_Windows_line_endings_is_read() =>
        AssertReport(
            null,
            [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes((Page + "Écrivez-nous.\n").Replace("\n", "\r\n", StringComparison.Ordinal))]
        );

    [Theory]
    [InlineData("Écrivez\0nous.", 8)]
    [InlineData("Écri\u001B[2Jvez-nous.", 5)]
    [InlineData("Écrivez-nous\u0007", 13)]
    [InlineData("\u0085\u000BÉcrivez-nous.", 1)]
    public void A_control_character_is_reported_at_its_position(string body, int column) =>
        AssertReport(
            $"pages/contact.md:{(body[0] == '\u0085' ? 6 : 5)}:{column} error: "
                + "The text contains a control character. Delete it and type the passage again.",
            Page + body
        );

    [Fact]
    public void A_file_larger_than_a_megabyte_is_not_read() =>
        AssertReport(
            "pages/contact.md:1:1 error: The file is larger than 1 MB. "
                + "Abstracts and pages are texts of a few kilobytes; put images and slides elsewhere.",
            Page + new string('x', 1 << 20)
        );

    [Fact]
    public void Front_matter_larger_than_32_kB_is_not_read() =>
        AssertReport(
            "pages/contact.md:1:1 error: The front matter is larger than 32 kB. Put long texts in the body.",
            "---\nnote: \"" + new string('x', 1 << 15) + "\"\n---\n\nÉcrivez-nous.\n"
        );

    [Fact]
    public void A_body_larger_than_32_kB_is_not_read() =>
        AssertReport(
            "pages/contact.md:4:1 error: The body is larger than 32 kB. It must fit on a page: shorten it.",
            Page + new string('x', 1 << 15)
        );

    [Theory]
    [InlineData("[", 25)]
    [InlineData("{a: ", 76)]
    public void Front_matter_that_is_nested_too_deeply_is_refused(string nest, int column) =>
        AssertReport(
            $"pages/contact.md:2:{column} error: The front matter is not valid YAML: "
                + "the nesting is too deep. Put texts with `: `, `#` or quotation marks in double quotes.",
            "---\ntitle: " + string.Concat(Enumerable.Repeat(nest, 20_000 / nest.Length)) + "\n---\n\nÉcrivez-nous.\n"
        );

    [Theory]
    [InlineData(">")]
    [InlineData("- ")]
    [InlineData("[")]
    public void A_body_that_is_nested_too_deeply_is_refused(string nest) =>
        AssertReport(
            "pages/contact.md:4:1 error: The text is nested too deeply. Look for a long run of >, -, *, [, ~ or ^.",
            Page + string.Concat(Enumerable.Repeat(nest, 20_000 / nest.Length)) + "x\n"
        );

    [Theory]
    [InlineData("*a ")]
    [InlineData("~a")]
    [InlineData("^a")]
    [InlineData("**a _b ")]
    public void A_long_run_of_unclosed_marks_is_read_as_text_or_refused(string mark)
    {
        using var content = new ContentSample();
        content.Write(
            "pages/contact.md",
            Encoding.UTF8.GetBytes(Page + string.Concat(Enumerable.Repeat(mark, 20_000 / mark.Length)) + "x\n")
        );

        // The result depends on the available stack. In either case the program must not crash.
        Assert.Contains(
            string.Join('\n', content.Report),
            (string[])
                [
                    "",
                    "pages/contact.md:4:1 error: The text is nested too deeply. Look for a long run of >, -, *, [, ~ or ^.",
                    "pages/contact.md:4:1 error: The text has more than 5000 elements. Shorten it, or split it.",
                ]
        );
    }

    [Theory]
    [InlineData("₂a²")]
    [InlineData("- a\n")]
    [InlineData("[1]")]
    [InlineData("$a$ ")]
    [InlineData("[a](/b) ")]
    [InlineData("**a** ")]
    [InlineData("a|b\n-|-\n", "a|b\n")]
    public void A_body_with_too_many_elements_is_refused(string part, string? others = null) =>
        AssertReport(
            "pages/contact.md:4:1 error: The text has more than 5000 elements. Shorten it, or split it.",
            Page + part + string.Concat(Enumerable.Repeat(others ?? part, 30_000 / (others ?? part).Length))
        );

    [Fact]
    public void Many_links_to_one_long_address_are_refused() =>
        AssertReport(
            "pages/contact.md:4:1 error: The addresses of the links have more than 64 kB. Look for one that many links use.",
            $"{Page}[a]: /{new string('b', 20_000)}\n\n{string.Concat(Enumerable.Repeat("[a]", 1000))}\n"
        );

    [Fact]
    public void Thousands_of_equal_headings_get_ids_in_the_order_of_the_text()
    {
        var text = MarkdownText.Parse(
            string.Concat(Enumerable.Repeat("## é a\n", 2000)) + "## É *a*-1 `b`\n## !",
            "fr",
            new SourceLocation("x"),
            new ProblemList()
        );

        var ids = HeadingId().Matches(text.ToHtml()).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(["é-a", "é-a-1", "é-a-2"], ids.Take(3));
        Assert.Equal(["é-a-1999", "é-a-1-b", "section"], ids.TakeLast(3));
    }

    [Theory]
    [InlineData("{a: ", 200_000)]
    [InlineData("[", 200_000)]
    public void The_size_limit_is_checked_before_the_nesting_limit(string nest, int depth) =>
        AssertReport(
            "pages/contact.md:1:1 error: The front matter is larger than 32 kB. Put long texts in the body.",
            "---\n" + string.Concat(Enumerable.Repeat(nest, depth)) + "\n---\n\nÉcrivez-nous.\n"
        );

    [Fact]
    public void The_report_quotes_only_the_beginning_of_a_long_formula() =>
        AssertReport(
            "pages/contact.md:5:2002 error: The formula $"
                + new string('x', 59)
                + "… cannot be read: The formula is longer than 2000 characters. Split it, or check where it is closed.",
            Page.TrimEnd('\n') + "\n\n$" + new string('x', 5000) + "$\n"
        );

    [Fact]
    public void A_line_break_in_quoted_content_does_not_break_the_report_line() =>
        AssertReport(
            "pages/contact.md:3:1 error: The key `a b` is unknown here. Known keys: note, notes, title, true_in.",
            "---\ntitle: { fr: \"x\", en: \"y\" }\n\"a\\nb\": c\n---\n\nÉcrivez-nous.\n"
        );

    [Fact]
    public void Symbolic_links_in_the_folder_are_not_followed()
    {
        using var content = new ContentSample();
        Directory.CreateSymbolicLink(content.PathOf("pages/again"), content.Folder);
        Directory.CreateSymbolicLink(content.PathOf("contributions/more"), content.PathOf("contributions"));
        File.CreateSymbolicLink(content.PathOf("pages/passwd.md"), "/etc/passwd");
        File.CreateSymbolicLink(content.PathOf("pages/self.md"), content.PathOf("pages/self.md"));
        Assert.Equal([], content.Report);
    }

    [Fact]
    public void Hidden_files_and_files_other_than_Markdown_are_ignored()
    {
        using var content = new ContentSample();
        content.Write("pages/.contact.md", "Un brouillon de l'éditeur.");
        content.Write("pages/contact.md~", "Une copie.");
        content.Write(".git/config.md", "Une autre.");
        content.Write("contributions/o1.pdf", [0xFF, 0xFE]);
        Assert.Equal([], content.Report);
    }

    [Fact]
    public void A_missing_folder_is_a_problem_and_not_an_exception()
    {
        using var content = new ContentSample();
        var missing = content.PathOf("ailleurs");
        Assert.Equal(
            [$"workshop.md:1:1 error: There is no folder {missing}. Set Site:ContentPath to the folder that holds workshop.md."],
            ModMatWorkshop.Content.ContentFolder.Read(missing).Problems.Select(p => p.ToString())
        );
    }

    private static void AssertReport(string? line, string contactPage) => AssertReport(line, Encoding.UTF8.GetBytes(contactPage));

    private static void AssertReport(string? line, byte[] contactPage)
    {
        using var content = new ContentSample();
        content.Write("pages/contact.md", contactPage);
        Assert.Equal(line ?? "", string.Join('\n', content.Report));
    }

    [GeneratedRegex("<h2 id=\"([^\"]*)\">")]
    private static partial Regex HeadingId();
}
