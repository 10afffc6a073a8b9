using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Content;

public partial class ImportTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_contribution_changes_only_when_the_size_of_its_file_does(Engine engine)
    {
        using var content = new ContentSample();
        using var database = new ContentDatabase(engine);
        content.Replace(
            "contributions/i1.md",
            "lab: \"London\"\n",
            "lab: \"London\"\nmaterials:\n  - { kind: slides, file: i1-slides.pdf }\n"
        );
        content.Write("materials/i1-slides.pdf", "%PDF-1.7");
        await database.ImportAsync(content);

        content.Write("materials/i1-slides.pdf", "%PDF-1.7 and more");
        var longer = await database.ImportAsync(content);
        content.Write("materials/i1-slides.pdf", "%PDF-1.4 and less");
        var same = await database.ImportAsync(content);
        var withMaterial = database.Rows()["contribution i1"];
        content.Delete("materials/i1-slides.pdf");
        var gone = await database.ImportAsync(content);

        Assert.Equal((2, 0, 1, 0), (longer.Version, longer.Added, longer.Changed, longer.Removed));
        Assert.Equal((2, false), (same.Version, same.ChangedAnything));
        Assert.Contains(
            """"File":{"Name":"i1-slides.pdf","MediaType":"application/pdf","Bytes":17}"""",
            withMaterial,
            StringComparison.Ordinal
        );
        // The talk stays, without a link that leads nowhere.
        Assert.Equal((true, "version 3: 0 added, 1 changed, 0 removed"), (gone.HasErrors, Summary(gone)));
        Assert.Contains("\"Materials\":[]", database.Rows()["contribution i1"], StringComparison.Ordinal);
    }
}
