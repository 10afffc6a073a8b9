using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages;

namespace ModMatWorkshop.Web.Tests.Running;

/// <summary>A machine on which KaTeX is no longer installed.</summary>
public class MissingKatexTests
{
    private const string Nowhere = "/no-such-folder";

    [Trait("Category", "prove")]
    [KatexFact]
    public async Task Known_formulas_stay_and_new_ones_are_shown_as_TeX()
    {
        using var content = new ContentSample();
        var data = Directory.CreateTempSubdirectory("modmat-katex-");
        string[] arguments =
        [
            $"--Site:ContentPath={content.Folder}",
            $"--Site:DataPath={data.FullName}",
            $"--Health:Token={HealthDetails.Token}",
        ];
        await using (var with = await SiteProcess.ServeAsync(arguments))
            Assert.Equal(["O(N3)"], (await with.Reader.ReadAsync("/resumes/o1")).SeenAll("#abstract math"));
        content.Replace("contributions/o1.md", "Le coût est $O(N^3)$.", "Le coût est $O(N^3)$ ou $O(N^4)$.");

        await using (var without = await SiteProcess.ServeAsync(arguments, katex: Nowhere))
        {
            var page = await without.Reader.ReadAsync("/resumes/o1");
            var health = await without.Reader.ReadHealthAsync();

            Assert.Equal(["O(N3)"], page.SeenAll("#abstract math"));
            Assert.Equal(["$O(N^4)$"], page.SeenAll("#abstract code"));
            Assert.Equal("katex is missing: apt-get install libjs-katex fonts-katex", health.GetProperty("formulas").GetString());
            Assert.Equal(1, health.GetProperty("content").GetProperty("problems").GetInt32());
        }
        data.Delete(recursive: true);
    }
}
