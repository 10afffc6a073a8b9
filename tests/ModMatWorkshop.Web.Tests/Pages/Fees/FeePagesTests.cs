using System.Globalization;
using System.Net;
using System.Text;
using ModMatWorkshop.Domain.Fees;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Admin;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Fees;

/// <summary>The pages of the organisers about fees.</summary>
public sealed class FeePagesTests(FeeSite fees) : IClassFixture<FeeSite>
{
    [Fact]
    public async Task Several_people_are_marked_after_a_preview_and_the_action_is_undone_as_a_whole()
    {
        var (first, second) = (await NumberAsync(), await NumberAsync());
        using var grace = await OrganiserClient.SignInAsync(fees.Open, Domain.Language.English);
        await grace.OpenAsync("/admin/fees?status=due");
        Assert.Equal(["due"], grace.Page.QuerySelectorAll("#people tbody tr").Select(r => r.GetAttribute("data-fee-status")).Distinct());
        await PostAsync(grace, [first, second], FeeRecordKind.Payment);
        Assert.Equal(["Done", "Done"], Results(grace));
        Assert.Equal(0, await grace.CountAsync<FeeRecord>(r => r.Note == "Order 4711"));

        await grace.PressAsync("[data-action=save]", ("day", "2021-09-02"), ("note", "Order 4711"));
        Assert.Equal((HttpStatusCode.BadRequest, "Order 4711"), (grace.Status, grace.Page.QuerySelector("#note")!.TextContent));
        await grace.PressAsync("[data-action=save]", ("day", "2021-08-30"), ("means", "OrderForm"));
        Assert.Equal(["2 records made."], grace.Seen("[data-notice] p"));
        Assert.Equal(2, await grace.CountAsync<FeeRecord>(r => r.Note == "Order 4711" && r.UndoneAt == null));

        await PostAsync(grace, [first, second], FeeRecordKind.Payment);
        Assert.Equal(["AlreadyPaid", "AlreadyPaid"], Results(grace));

        await grace.OpenAsync("/admin/fees");
        await grace.PressAsync("#latest [data-action=undo]");
        Assert.Equal(["2 records undone."], grace.Seen("[data-notice] p"));
        Assert.Equal(0, await grace.CountAsync<FeeRecord>(r => r.Note == "Order 4711" && r.UndoneAt == null));
        await grace.OpenAsync($"/admin/fees/{first}");
        Assert.Single(grace.Page.QuerySelectorAll("[data-record=payment][data-undone]"));
    }

    [Fact]
    public async Task A_fee_is_waived_with_a_reason()
    {
        var number = await NumberAsync();
        using var grace = await OrganiserClient.SignInAsync(fees.Open, Domain.Language.English);
        await PostAsync(grace, [number], FeeRecordKind.Waiver);
        await grace.PressAsync("[data-action=save]");
        Assert.Equal((HttpStatusCode.BadRequest, "a reason is needed"), (grace.Status, grace.Seen("#fault").Single()));
        await grace.PressAsync("[data-action=save]", ("note", "Invited speaker"));
        await grace.OpenAsync($"/admin/fees/{number}");
        Assert.Equal("not-due", grace.Page.QuerySelector("[data-fee-status]")!.GetAttribute("data-fee-status"));
        Assert.Contains("Invited speaker", grace.Seen("[data-record=waiver]").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_previewed_recorded_once_and_every_other_line_is_told()
    {
        var people = new[] { await NumberAsync(), await NumberAsync(), await NumberAsync() };
        var references = new List<string>();
        foreach (var number in people)
            references.Add(await ReferenceAsync(number));
        var list = $"""
            Transaction;Date de paiement;Libellé;Montant
            T1;31/08/2021;Inscription {references[0]} Durand;200,00
            T2;31/08/2021;{references[1]};150,00
            T1;31/08/2021;{references[0]};200,00
            T3;31/08/2021;K7QM-3XPA-K;200,00
            T4;31/08/2021;{references[2]};=200
            T5;03/09/2021;{references[2]};200,00
            """;
        using var grace = await OrganiserClient.SignInAsync(fees.Open, Domain.Language.English);
        await grace.OpenAsync("/admin/fees/import");
        await grace.UploadAsync([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(list)]);
        Assert.Equal(
            ["Matches", "OtherAmount", "Double", "UnknownReference", "NoAmount", "NoDay"],
            grace.Page.QuerySelectorAll("#lines tbody tr").Select(r => r.GetAttribute("data-outcome"))
        );
        Assert.Equal(0, await grace.CountAsync<FeeRecord>(r => r.ImportKey == "id T1"));

        await grace.PressAsync("#run", ("take", "3"));
        Assert.Equal(["2 records made."], grace.Seen("[data-notice] p"));
        await grace.OpenAsync("/admin/fees/import");
        await grace.UploadAsync(Encoding.Latin1.GetBytes(list));
        Assert.Equal("ImportedBefore", grace.Page.QuerySelector("#lines tbody tr")!.GetAttribute("data-outcome"));
        Assert.Equal("0", grace.Page.QuerySelector("#summary")!.GetAttribute("data-matching"));
        await grace.OpenAsync($"/admin/fees/{people[1]}");
        Assert.Equal("50 EUR", grace.Seen("[data-open]").Single());
    }

    public static TheoryData<string, byte[]> Hostile =>
        new()
        {
            { "nothing", [] },
            { "bytes", [0, 255, 254, 1, 2, 3] },
            { "a mark alone", [0xEF, 0xBB, 0xBF] },
            { "UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("reference;amount\nK7QM-3XPA-R;200\n")] },
            { "an open quotation mark", Encoding.UTF8.GetBytes("reference,amount\n\"K7QM,200\n" + new string('x', 20_000)) },
            { "formulas", Encoding.UTF8.GetBytes("=cmd|'/c calc'!A1,@SUM(1)\n=HYPERLINK(\"http://x\"),+1\n-1,\t2\n") },
            { "NUL", Encoding.UTF8.GetBytes("reference;amount;id\nK7\0QM;2\000;\0\n") },
            { "markup", Encoding.UTF8.GetBytes("<script>alert(1)</script>;montant\n<img src=x onerror=alert(1)>;<b>5</b>\n") },
            { "many columns", Encoding.UTF8.GetBytes(new string(';', 2_000) + "\n" + new string(';', 2_000)) },
            { "many lines", Encoding.UTF8.GetBytes("reference;amount\n" + string.Concat(Enumerable.Repeat("A;1\n", 6_000))) },
            { "huge", Encoding.UTF8.GetBytes("reference;amount\n" + new string('9', 1_100_000)) },
            { "huge numbers", Encoding.UTF8.GetBytes($"reference;amount;date\nA;{new string('9', 5_000)};{new string('1', 5_000)}\n") },
            { "letters alike", Encoding.UTF8.GetBytes("reference;amount\nК7ＱМ-3ＸРА-R;２００\n") },
            { "a workbook that is none", [0x50, 0x4B, 3, 4, 9, 9, 9, 9] },
            { "one column", Encoding.UTF8.GetBytes("a\nb\nc\n") },
            { "rows of other lengths", Encoding.UTF8.GetBytes("reference;amount\nA\nA;1;2;3;4\n;;;;;;\n") },
        };

    [Theory, MemberData(nameof(Hostile))]
    public async Task A_hostile_list_is_refused_or_shown_and_never_recorded(string name, byte[] bytes)
    {
        using var grace = await OrganiserClient.SignInAsync(fees.Open, Domain.Language.English);
        var before = await grace.CountAsync<FeeRecord>(r => true);
        await grace.OpenAsync("/admin/fees/import");
        await grace.UploadAsync(bytes);

        Assert.True((int)grace.Status < 500, $"{name}: {grace.Status}");
        Assert.True(
            grace.Status == HttpStatusCode.OK ? grace.Seen("#summary").Length == 1 : grace.Seen("#fault").Single().EndsWith('.'),
            name
        );
        Assert.Empty(grace.Page.QuerySelectorAll("main script, main img, main b b"));
        Assert.Equal(before, await grace.CountAsync<FeeRecord>(r => true));
    }

    [Fact]
    public async Task The_list_and_the_sums_are_exported_without_formulas_and_logged()
    {
        var number = await NumberAsync("=cmd()");
        using var grace = await OrganiserClient.SignInAsync(fees.Open, Domain.Language.English);
        var csv = (await grace.TextAsync("/admin/fees/export.csv")).Split("\r\n");
        Assert.StartsWith("number,reference,name,", csv[0], StringComparison.Ordinal);
        Assert.Contains(csv, line => line.StartsWith($"{number},{ReferenceAsync(number).Result},'=cmd()", StringComparison.Ordinal));
        Assert.Contains("total,paid,,", await grace.TextAsync("/admin/fees/sums.csv"), StringComparison.Ordinal);
        await grace.OpenAsync("/admin/fees/export.xlsx");
        await grace.OpenAsync("/admin/log?q=");
        Assert.Contains(grace.Seen("tr, li"), line => line.Contains("exported the fees", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_who_does_not_exist_is_not_found_and_nobody_chosen_is_told()
    {
        using var grace = await OrganiserClient.SignInAsync(fees.Open);
        await grace.OpenAsync("/admin/fees/99999");
        Assert.Equal(HttpStatusCode.NotFound, grace.Status);
        await NumberAsync();
        await grace.OpenAsync("/admin/fees");
        await grace.PressAsync("[data-action=preview]");
        Assert.Equal((HttpStatusCode.BadRequest, "Cochez au moins une personne."), (grace.Status, grace.Seen("#fault").Single()));
    }

    private async Task<int> NumberAsync(string family = "Lovelace")
    {
        var email = await new OrganiserTestHelpers(fees.Open).ConfirmedAsync(family);
        return (await fees.Open.RegistrationAsync(email))!.Number;
    }

    private async Task<string> ReferenceAsync(int number)
    {
        using var grace = await OrganiserClient.SignInAsync(fees.Open);
        await grace.OpenAsync($"/admin/fees/{number}");
        return grace.Seen("[data-fee-reference]").Single();
    }

    private static IEnumerable<string?> Results(OrganiserClient grace) =>
        grace.Page.QuerySelectorAll("#preview tbody tr").Select(r => r.GetAttribute("data-result"));

    /// <summary>Opens the preview for people, as the list does with its ticks.</summary>
    private static async Task PostAsync(OrganiserClient grace, int[] people, FeeRecordKind kind)
    {
        await grace.OpenAsync("/admin/fees");
        await grace.PressAsync(
            "[data-action=preview]",
            [("kind", kind.ToString()), .. people.Select(n => ("person", n.ToString(CultureInfo.InvariantCulture)))]
        );
    }
}
