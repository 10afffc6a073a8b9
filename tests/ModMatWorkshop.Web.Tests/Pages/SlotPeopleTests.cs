using ModMatWorkshop.Domain;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>The moderator and the chair of a panel that is on, wherever the panel is shown.</summary>
public sealed class SlotPeopleTests : IDisposable
{
    private readonly ContentSample content = new(Repository.TwoRooms);
    private readonly SiteFactory site;

    public SlotPeopleTests()
    {
        content.Replace("workshop.md", "remote: false\n", "");
        site = new() { RehearseFrom = "2026-06-08T15:00", ContentPath = content.Folder };
    }

    public void Dispose()
    {
        site.Dispose();
        content.Dispose();
    }

    [Theory]
    [InlineData("/", ".home-now")]
    [InlineData("/programme", "#panel-data")]
    [InlineData("/live", "[data-live=now]")]
    [InlineData("/book", ".book-programme [data-kind=panel]")]
    [InlineData("/admin/printables/programme-a3", "[data-kind=panel]")]
    public async Task A_panel_names_its_moderator_and_its_chair(string address, string panel)
    {
        using var organiser = await site.SignedInAsync(language: Language.English);
        AssertNamed((await organiser.ReadAsync(address)).Seen(panel));
    }

    [Fact]
    public async Task What_is_next_on_the_stream_page_names_them_too()
    {
        await using var before = new SiteFactory { RehearseFrom = "2026-06-08T14:00", ContentPath = content.Folder };
        AssertNamed((await (await before.ConfirmedReaderAsync()).ReadAsync("/live")).Seen("[data-live=next]"));
    }

    [PdfFact]
    public async Task The_sheet_of_the_programme_names_them()
    {
        using var answer = await site.CreateClient().GetAsync("/programme.pdf");
        var text = PrintedPdf.Letters(await new PrintedPdf(await answer.Content.ReadAsByteArrayAsync()).TextAsync());
        Assert.Contains(PrintedPdf.Letters("(moderator)"), text, StringComparison.Ordinal);
        Assert.Contains(PrintedPdf.Letters("Chair: Noémie Tanguay"), text, StringComparison.Ordinal);
    }

    private static void AssertNamed(string seen)
    {
        Assert.Contains(
            "Bergen (moderator)",
            seen.Replace("Solveig Aas (", "Bergen (", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Contains("Chair: Noémie Tanguay", seen, StringComparison.Ordinal);
    }
}
