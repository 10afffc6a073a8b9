using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Content;

/// <content>The formulas of the content are kept in the database.</content>
public partial class ImportTests
{
    [KatexTheory, OnSqlite, OnPostgres]
    public async Task Formulas_are_kept_with_the_content_and_forgotten_with_it(Engine engine)
    {
        const string Tex = @"\mathcal{K}_{\text{kept}}";
        using var content = new ContentSample();
        using var database = new ContentDatabase(engine);
        content.Replace("contributions/o1.md", "Le coût est $O(N^3)$.", $"Le coût est ${Tex}$ et $${Tex}$$.");
        await database.ImportAsync(content);

        Assert.Equal(["Kₖₑₚₜ", "Kₖₑₚₜ"], await TextsAsync());
        content.Replace("contributions/o1.md", $" et $${Tex}$$", "");
        var second = await database.ImportAsync(content);
        Assert.Equal((0, 1, 0), (second.Added, second.Changed, second.Removed));
        Assert.Single(await TextsAsync());

        async Task<List<string>> TextsAsync()
        {
            await using var db = database.Open();
            return [.. (await db.Formulas.AsNoTracking().Where(f => f.Tex == Tex).ToListAsync()).Select(f => f.ToText())];
        }
    }
}
