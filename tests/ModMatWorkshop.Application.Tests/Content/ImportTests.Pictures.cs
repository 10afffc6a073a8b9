using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Content;

/// <content>Photographs are encoded once.</content>
public partial class ImportTests
{
    private static readonly byte[] Encoded = [1];

    [Theory, OnSqlite, OnPostgres]
    public async Task A_photograph_is_encoded_once_and_again_when_it_changes(Engine engine)
    {
        using var content = new ContentSample();
        using var database = new ContentDatabase(engine);
        content.Write("images/one.jpg", Photographs.TwoHalves(400, 300));
        content.Write("images/two.jpg", Photographs.TwoHalves(300, 400));
        Show("![Une](one.jpg) ![Deux](two.jpg)");
        await database.ImportAsync(content);
        await MarkAsync();

        content.Replace("contributions/p1.md", "Une affiche se lit debout.", "Une affiche se lit assis.");
        Assert.Equal("version 2: 0 added, 1 changed, 0 removed", Summary(await database.ImportAsync(content)));
        Assert.Equal(
            ["one.jpg.200.webp", "one.jpg.400.webp", "one.jpg.print", "two.jpg.300.webp", "two.jpg.print"],
            await NamesAsync(marked: true)
        );

        content.Write("images/two.jpg", Photographs.TwoHalves(310, 400));
        Assert.Equal("version 3: 0 added, 1 changed, 0 removed", Summary(await database.ImportAsync(content)));
        Assert.Equal(["one.jpg.200.webp", "one.jpg.400.webp", "one.jpg.print"], await NamesAsync(marked: true));
        Assert.Equal(["two.jpg.155.webp", "two.jpg.310.webp", "two.jpg.print"], await NamesAsync(marked: false));

        Show("![Une](one.jpg)");
        await database.ImportAsync(content);
        Assert.Equal([], await NamesAsync(marked: false));

        void Show(string text)
        {
            content.Write("pages/contact.md", $"---\ntitle: Contact\n---\n\n{text}\n");
            content.Write("pages/contact.en.md", "Write to us.\n");
        }

        async Task MarkAsync()
        {
            await using var db = database.Open();
            await db.Images.ExecuteUpdateAsync(image => image.SetProperty(i => i.Content, Encoded));
        }

        async Task<List<string>> NamesAsync(bool marked)
        {
            await using var db = database.Open();
            var images = await db.Images.AsNoTracking().ToListAsync();
            return [.. images.Where(i => i.Content is [1] == marked).Select(i => i.Name).Order(StringComparer.Ordinal)];
        }
    }

    [Fact]
    public async Task A_photograph_that_breaks_is_replaced_by_its_words_and_holds_nothing_back()
    {
        using var content = new ContentSample();
        using var database = new ContentDatabase(Engine.Sqlite);
        content.Write("images/one.jpg", Photographs.TwoHalves(400, 300));
        content.Write("pages/contact.md", "---\ntitle: Contact\n---\n\n![Une maison](one.jpg)\n");
        await database.ImportAsync(content);

        content.Write("images/one.jpg", "GIF89a");
        content.Replace("contributions/p1.md", "Une affiche se lit debout.", "Une affiche se lit assis.");
        var second = await database.ImportAsync(content);

        Assert.Equal(("version 2: 0 added, 2 changed, 0 removed", 0), (Summary(second), second.Content!.Waiting.Count));
        await using var db = database.Open();
        Assert.Equal(
            ("<p>Une maison</p>", 0),
            ((await db.Pages.SingleAsync(p => p.Slug == "contact")).BodyHtml.Fr!.Trim(), await db.Images.CountAsync())
        );
    }
}
