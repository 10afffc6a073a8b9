using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Content;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Tests.Shared;
using SkiaSharp;

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
    public async Task A_photograph_that_breaks_and_has_no_history_is_replaced_by_its_words_and_holds_nothing_back()
    {
        using var content = new ContentSample();
        using var database = new ContentDatabase(Engine.Sqlite);
        content.Write("images/one.jpg", Photographs.TwoHalves(400, 300));
        content.Write("pages/contact.md", "---\ntitle: Contact\n---\n\n![Une maison](one.jpg)\n");
        await database.ImportAsync(content);

        content.Write("images/one.jpg", "GIF89a");
        content.Replace("contributions/p1.md", "Une affiche se lit debout.", "Une affiche se lit assis.");
        var second = await database.ImportAsync(content);

        Assert.Equal("version 2: 0 added, 2 changed, 0 removed", Summary(second));
        Assert.Equal([new("images/one.jpg", WaitReason.Error, HasLastGood: false)], second.Content!.Waiting);
        await using var db = database.Open();
        Assert.Equal(
            ("<p>Une maison</p>", 0),
            ((await db.Pages.SingleAsync(p => p.Slug == "contact")).BodyHtml.Fr!.Trim(), await db.Images.CountAsync())
        );
    }

    [Fact]
    public void The_report_says_that_readers_see_the_last_good_version_of_a_picture() =>
        Assert.Equal(
            [
                "images/one.png a une erreur : les lecteurs voient sa dernière version correcte.",
                "images/one.png has an error: readers see its last good version.",
            ],
            new[] { Language.French, Language.English }.Select(l =>
                new Words(l).FileWaits(new("images/one.png", WaitReason.Error, HasLastGood: true)).Replace('\u00A0', ' ')
            )
        );

    [Theory, OnSqlite, OnPostgres]
    public async Task A_picture_that_breaks_keeps_its_last_good_version(Engine engine)
    {
        const string Name = "images/one.png";
        var good = Photographs.TwoHalves(400, 300, SKEncodedImageFormat.Png);
        using var host = await EditorHost.OpenAsync(engine);
        host.Content.Write(Name, good);
        host.Content.Write("pages/contact.md", "---\ntitle: Contact\n---\n\n![Une maison](one.png)\n");
        await host.ImportAsync();
        var (html, picture) = await SeenAsync();
        Assert.Contains("srcset", html, StringComparison.Ordinal);

        (string Says, byte[] File)[] broken =
        [
            ("The file is not PNG.", "GIF89a"u8.ToArray()),
            ("The picture cannot be used. The file is damaged.", good[..300]),
            ("The picture cannot be used. It has 30000 times 30000 pixels.", Photographs.Black(30_000, 30_000)),
            ("The file is SVG, but its name ends in .png.", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"u8.ToArray()),
            ("The picture is larger than 10240 kB.", new byte[11 << 20]),
        ];
        foreach (var (says, file) in broken)
        {
            host.Content.Write(Name, file);
            host.Content.Write("contributions/p1.md", host.Content.Read("contributions/p1.md") + "\nUne phrase de plus.\n");
            // The same after a restart, when nothing is in memory.
            for (var start = 0; start < 2; start++, host.Stop(0))
            {
                var read = await host.ImportAsync();
                Assert.Equal([new WaitingFile(Name, WaitReason.Error, HasLastGood: true)], read.Content!.Waiting);
                Assert.StartsWith(
                    says,
                    read.Content.Problems.Single(p => p.Severity == Severity.Error).Message.ToString(),
                    StringComparison.Ordinal
                );
                Assert.Equal((html, picture), await SeenAsync());
            }
        }
        await using (var db = host.Open())
            Assert.Contains(
                "Une phrase de plus.",
                (await db.Contributions.SingleAsync(c => c.Code == "p1")).BodyHtml,
                StringComparison.Ordinal
            );

        host.Content.Write(Name, Photographs.TwoHalves(200, 300, SKEncodedImageFormat.Png));
        var repaired = await host.ImportAsync();
        Assert.Equal([], repaired.Content!.Waiting);
        Assert.NotEqual((html, picture), await SeenAsync());

        async Task<(string Html, string Picture)> SeenAsync()
        {
            await using var db = host.Open();
            var images = await db.Images.AsNoTracking().OrderBy(i => i.Name).ToListAsync();
            return (
                (await db.Pages.SingleAsync(p => p.Slug == "contact")).BodyHtml.Fr!,
                string.Join(' ', images.Select(i => $"{i.Name} {i.Fingerprint} {i.Content.Length}"))
            );
        }
    }
}
