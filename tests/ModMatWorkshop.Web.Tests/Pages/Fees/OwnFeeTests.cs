using System.Net;
using System.Text.Json;
using ModMatWorkshop.Domain.Fees;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Admin;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Fees;

/// <summary>The fee on the own page and on paper.</summary>
public sealed class OwnFeeTests(FeeSite fees, OpenSite free) : IClassFixture<FeeSite>, IClassFixture<OpenSite>
{
    [Fact]
    public async Task The_own_page_shows_what_is_due_how_to_pay_and_whether_it_was_received()
    {
        var email = await new OrganiserTestHelpers(fees.Open).ConfirmedAsync();
        using var ada = new RegistrationClient(fees.Open);
        await ada.FollowLinkAsync(email);
        var registration = (await fees.Open.RegistrationAsync(email))!;
        var reference = FeeReference.Of(registration.Id);

        Assert.Equal("due", ada.Page.QuerySelector("#fees")!.GetAttribute("data-fee-status"));
        Assert.Equal(["Plein tarif 200 EUR"], ada.Page.SeenAll("#fees [data-fee]"));
        Assert.Equal("Pas encore reçu.", ada.Page.Seen("#fees [data-fee-state]"));
        Assert.Equal(reference, ada.Page.Seen("[data-fee-reference]"));
        Assert.Equal(["IBAN FR76 0000 0000 0000 BIC XXXXFRPP", "À commandes@example.org"], ada.Page.SeenAll("p[data-pay]"));
        Assert.Equal(
            [$"https://pay.example.org/?ref={reference}"],
            ada.Page.QuerySelectorAll("a[data-pay=page]").Select(a => a.GetAttribute("href"))
        );
        Assert.Equal(["Facture proforma"], ada.Page.SeenAll("[data-papers] a"));

        // The dinner is added in the form.
        await ada.Fill("dinner_yes-no", "yes").DoAsync("save");
        Assert.Equal(["Plein tarif 200 EUR", "Dîner 49,50 EUR"], ada.Page.SeenAll("#fees [data-fee]"));
        Assert.Equal("Total 249,50 EUR", ada.Page.Seen("[data-fee-total]"));

        await PayAsync(registration.Number);
        await ada.FollowLinkAsync(email);
        Assert.Equal("Reçu : 249,50 EUR. Merci.", ada.Page.Seen("#fees [data-fee-state]"));
        Assert.Equal(["Facture proforma", "Reçu"], ada.Page.SeenAll("[data-papers] a"));
        Assert.Empty(ada.Page.QuerySelectorAll("[data-pay]"));

        // The answer changes after the payment.
        await ada.Fill("dinner_yes-no", "no").DoAsync("save");
        Assert.Equal("-49.5", ada.Page.QuerySelector("[data-fee-difference]")!.GetAttribute("data-fee-difference"));
        Assert.Contains("49,50 EUR de trop", ada.Page.Seen("#fees [data-fee-state]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_institution_wants_is_kept_checked_and_shown_on_paper()
    {
        var email = await new OrganiserTestHelpers(fees.Open).ConfirmedAsync();
        using var ada = new RegistrationClient(fees.Open);
        await ada.FollowLinkAsync(email);
        await ada.Fill("institution", new string('x', 201)).Fill("order-number", "<b>45</b>").DoAsync("billing");
        Assert.Equal(HttpStatusCode.BadRequest, ada.Status);
        Assert.Equal(
            ("<b>45</b>", 201),
            (
                ada.Page.QuerySelector("#order-number")!.GetAttribute("value"),
                ada.Page.QuerySelector("#institution")!.GetAttribute("value")!.Length
            )
        );
        Assert.Single(ada.Page.QuerySelectorAll("[data-billing-fault]"));

        await ada.Fill("institution", "LAAS-CNRS")
            .Fill("billing-address", "7, avenue du Colonel Roche\r\n31400 Toulouse")
            .Fill("vat-number", "FR00 1")
            .Fill("order-number", "4500-1")
            .DoAsync("billing");
        Assert.Equal(HttpStatusCode.OK, ada.Status);
        var own = new Uri(SiteFactory.BaseUrl, await fees.Open.LinkAsync(email)).AbsolutePath;
        var paper = await ada.Http.ReadAsync($"{own}/proforma");
        Assert.Equal("LAAS-CNRS 7, avenue du Colonel Roche 31400 Toulouse", paper.Seen("[data-part=billed]"));
        Assert.Equal("TVA non applicable, article 293 B du CGI.", paper.Seen("[data-part=vat]"));
        Assert.Equal(["Plein tarif200 EUR"], paper.SeenAll("[data-part=lines] tbody tr"));

        using var held = JsonDocument.Parse(await ada.Http.GetStringAsync($"{own}?handler=Data"));
        var kept = held.RootElement.GetProperty("fees");
        Assert.Equal(
            ("4500-1", FeeReference.Of((await fees.Open.RegistrationAsync(email))!.Id)),
            (kept.GetProperty("billing").GetProperty("OrderNumber").GetString(), kept.GetProperty("reference").GetString())
        );
    }

    [Fact]
    public async Task The_receipt_exists_only_once_something_is_paid_and_the_statement_only_if_nothing_is_due()
    {
        var email = await new OrganiserTestHelpers(fees.Open).ConfirmedAsync();
        var own = new Uri(SiteFactory.BaseUrl, await fees.Open.LinkAsync(email)).AbsolutePath;
        using var reader = fees.Open.CreateClient(new() { BaseAddress = SiteFactory.BaseUrl });
        Assert.Equal("200, 404, 404", await PapersAsync(reader, own));

        await PayAsync((await fees.Open.RegistrationAsync(email))!.Number);
        Assert.Equal("200, 200, 404", await PapersAsync(reader, own));
        var receipt = await reader.ReadAsync($"{own}/recu");
        Assert.Equal(["Reçu le 1er septembre 2021, virement 200 EUR"], receipt.SeenAll("[data-part=payments] tbody tr"));
        Assert.Contains(
            FeeReference.Of((await fees.Open.RegistrationAsync(email))!.Id) + "-1",
            receipt.Seen("[data-part=number]"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Whoever_has_paid_and_cancels_can_still_print_the_receipt()
    {
        var email = await new OrganiserTestHelpers(fees.Open).ConfirmedAsync();
        var own = new Uri(SiteFactory.BaseUrl, await fees.Open.LinkAsync(email)).AbsolutePath;
        await PayAsync((await fees.Open.RegistrationAsync(email))!.Number);
        using var ada = new RegistrationClient(fees.Open);
        await ada.FollowLinkAsync(email);
        await ada.DoAsync("cancel");

        Assert.Equal(["Reçu"], ada.Page.SeenAll("[data-papers] a"));
        Assert.Equal("404, 200, 404", await PapersAsync(ada.Http, own));
        Assert.Equal(HttpStatusCode.NotFound, (await ada.Http.GetAsync($"{own}/confirmation")).StatusCode);
    }

    [Fact]
    public async Task A_workshop_without_fees_says_nothing_of_them_and_can_print_that_none_was_due()
    {
        var email = await new OrganiserTestHelpers(free).ConfirmedAsync();
        using var ada = new RegistrationClient(free);
        await ada.FollowLinkAsync(email);
        var own = new Uri(SiteFactory.BaseUrl, await free.LinkAsync(email)).AbsolutePath;

        Assert.Empty(ada.Page.QuerySelectorAll("#fees, [data-pay], [href*=proforma]"));
        Assert.Equal("404, 404, 200", await PapersAsync(ada.Http, own));
        Assert.Contains(
            "aucun frais",
            (await ada.Http.ReadAsync($"{own}/rien-a-payer")).Seen("[data-part=statement]"),
            StringComparison.Ordinal
        );
        using var grace = await OrganiserClient.SignInAsync(free);
        await grace.OpenAsync("/admin");
        Assert.Empty(grace.Page.QuerySelectorAll("[href='/admin/fees']"));
        await grace.OpenAsync("/admin/fees");
        Assert.Equal(HttpStatusCode.OK, grace.Status);
    }

    [PdfTheory]
    [InlineData("fr", "proforma", "Facture proforma", "IBAN FR76 0000 0000 0000")]
    [InlineData("en", "proforma", "Proforma invoice", "VAT not applicable")]
    [InlineData("fr", "recu", "Reçu", "200 EUR")]
    [InlineData("en", "receipt", "Receipt", "200 EUR")]
    public async Task A_paper_is_a_PDF_of_one_page_in_the_language_of_the_reader(string language, string paper, string title, string text)
    {
        var email = await new OrganiserTestHelpers(fees.Open).ConfirmedAsync();
        if (paper != "proforma")
            await PayAsync((await fees.Open.RegistrationAsync(email))!.Number);
        var token = new Uri(SiteFactory.BaseUrl, await fees.Open.LinkAsync(email)).AbsolutePath.Split('/')[^1];
        var address = language == "fr" ? $"/mon-inscription/{token}/{paper}.pdf" : $"/en/my-registration/{token}/{paper}.pdf";
        using var reader = fees.Open.CreateClient(new() { BaseAddress = SiteFactory.BaseUrl });
        var bytes = await reader.GetByteArrayAsync(address);
        var pdf = new PrintedPdf(bytes);
        var read = (await pdf.TextAsync()).Replace('\u00A0', ' ').Replace('\u202F', ' ');

        Assert.Equal([(210, 297)], await pdf.SheetsAsync());
        Assert.Contains(title, read, StringComparison.Ordinal);
        Assert.Contains(text, read, StringComparison.Ordinal);
        Assert.Contains(FeeReference.Of((await fees.Open.RegistrationAsync(email))!.Id), read, StringComparison.Ordinal);
    }

    private static async Task<string> PapersAsync(HttpClient reader, string own)
    {
        var found = new List<int>();
        foreach (var paper in new[] { "proforma", "recu", "rien-a-payer" })
            found.Add((int)(await reader.GetAsync($"{own}/{paper}")).StatusCode);
        return string.Join(", ", found);
    }

    private async Task PayAsync(int number)
    {
        using var grace = await OrganiserClient.SignInAsync(fees.Open);
        await grace.OpenAsync($"/admin/fees/{number}");
        await grace.PressAsync("#record button");
        await grace.PressAsync("[data-action=save]");
        Assert.Equal(["1 écriture notée."], grace.Seen("[data-notice] p"));
    }
}
