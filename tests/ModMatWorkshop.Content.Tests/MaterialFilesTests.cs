using System.Text;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Content.Tests;

/// <summary>Material files that only a program makes, such as symbolic links. Organisers' mistakes are in Samples/7-materials.md.</summary>
public sealed class MaterialFilesTests : IDisposable
{
    private const string Place = "contributions/i1.md:9:27 error: ";
    private readonly ContentSample content = new();

    public MaterialFilesTests()
    {
        content.Replace(
            "contributions/i1.md",
            "lab: \"London\"\n",
            "lab: \"London\"\nmaterials:\n  - { kind: slides, file: i1-slides.pdf }\n"
        );
        Directory.CreateDirectory(content.PathOf("materials"));
    }

    [Fact]
    public void A_material_that_is_a_symbolic_link_is_refused()
    {
        content.Write("elsewhere.pdf", "%PDF-1.7");
        foreach (var target in new[] { "../elsewhere.pdf", "/etc/passwd", "nowhere.pdf", "i1-slides.pdf" })
        {
            File.CreateSymbolicLink(content.PathOf("materials/i1-slides.pdf"), target);
            Assert.Equal(
                [Place + "materials/i1-slides.pdf is a symbolic link, and links are not followed. Put the file itself there."],
                content.Report
            );
            Assert.Null(MaterialReader.Find(content.Folder, "i1-slides.pdf"));
            content.Delete("materials/i1-slides.pdf");
        }
    }

    [Fact]
    public void A_materials_folder_that_is_a_symbolic_link_is_refused()
    {
        content.Write("elsewhere/i1-slides.pdf", "%PDF-1.7");
        Directory.Delete(content.PathOf("materials"));
        Directory.CreateSymbolicLink(content.PathOf("materials"), "elsewhere");

        Assert.Equal(
            [Place + "materials/i1-slides.pdf is a symbolic link, and links are not followed. Put the file itself there."],
            content.Report
        );
        Assert.Null(MaterialReader.Find(content.Folder, "i1-slides.pdf"));
    }

    [Fact]
    public void A_folder_is_not_a_material_file()
    {
        content.Write("materials/i1-slides.pdf/x.pdf", "%PDF-1.7");
        Assert.Equal([Place + "There is no file materials/i1-slides.pdf. Put it there, or correct the name."], content.Report);
    }

    [Theory]
    [InlineData("pdf", "%PDF-1.7\n", true)]
    [InlineData("pdf", "\uFEFF\n\n%PDF-1.7\n", true)]
    [InlineData("pdf", "", false)]
    [InlineData("pdf", "<!DOCTYPE html><title>Sign in</title>", false)]
    [InlineData("pdf", "PK\u0003\u0004", false)]
    [InlineData("pptx", "PK\u0003\u0004", true)]
    [InlineData("odp", "PK\u0003\u0004", true)]
    [InlineData("zip", "PK\u0003\u0004", true)]
    [InlineData("zip", " PK\u0003\u0004", false)]
    [InlineData("png", "\u0089PNG\r\n", true)]
    [InlineData("jpg", "\u00FF\u00D8\u00FF\u00E0", true)]
    [InlineData("webp", "RIFF    WEBPVP8 ", true)]
    [InlineData("mp4", "\0\0\0 ftypisom", true)]
    [InlineData("mp4", "<script>", false)]
    [InlineData("webm", "\u001A\u0045\u00DF\u00A3", true)]
    public void The_first_bytes_of_a_file_must_match_its_extension(string extension, string bytes, bool matches)
    {
        content.Replace("contributions/i1.md", "i1-slides.pdf", $"i1-slides.{extension}");
        content.Write($"materials/i1-slides.{extension}", Encoding.Latin1.GetBytes(bytes));

        Assert.Equal(
            matches
                ? []
                :
                [
                    Place
                        + $"The content of materials/i1-slides.{extension} is not {extension}. "
                        + "Open it and save it again, or give it the right extension.",
                ],
            content.Report
        );
    }

    [Fact]
    public void Adding_or_rewriting_a_material_changes_the_stamp_of_the_folder()
    {
        var stamps = new List<int> { ContentFolder.Stamp(content.Folder) };
        content.Write("materials/i1-slides.pdf", "%PDF-1.7");
        stamps.Add(ContentFolder.Stamp(content.Folder));
        File.SetLastWriteTimeUtc(content.PathOf("materials/i1-slides.pdf"), new(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        stamps.Add(ContentFolder.Stamp(content.Folder));
        content.Write("materials/o1-slides.pdf", "%PDF-1.7");
        stamps.Add(ContentFolder.Stamp(content.Folder));

        Assert.Equal(stamps.Count, stamps.Distinct().Count());
        content.Write("pages/i1-slides.pdf", "%PDF-1.7");
        Assert.Equal(stamps[^1], ContentFolder.Stamp(content.Folder));
    }

    public void Dispose() => content.Dispose();
}
