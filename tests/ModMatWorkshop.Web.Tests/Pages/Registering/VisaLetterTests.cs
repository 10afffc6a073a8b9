using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>The letter for a visa. Passport data are in the letter, and nowhere else.</summary>
public sealed class VisaLetterTests
{
    private const string Number = "XQ7301946";
    private const string Name = "Adalberta Lovelacewitz";

    [PdfFact]
    public async Task The_letter_states_the_passport_and_no_table_file_or_history_keeps_it_on_sqlite() =>
        await MakesAndKeepsNothingAsync(Engine.Sqlite);

    [PdfFact]
    public async Task The_letter_states_the_passport_and_no_table_file_or_history_keeps_it_on_postgres()
    {
        if (PostgresCluster.WhyMissing is null)
            await MakesAndKeepsNothingAsync(Engine.Postgres);
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_and_what_was_typed_stays()
    {
        using var content = Offering();
        await using var site = new SiteFactory { RehearseFrom = OpenSite.Start, ContentPath = content.Path };
        using var ada = new RegistrationClient(site);
        await ada.OpenAsync($"/en/my-registration/{await SeatedAsync(site)}/visa");
        await Fill(ada).Fill("expires", "2021-09-22").DoAsync("visa");
        Assert.Equal(HttpStatusCode.BadRequest, ada.Status);
        Assert.Equal(["This passport expires before the end of the workshop."], ada.Page.SeenAll(".field-error:not([hidden])"));
        Assert.Equal(
            (Name, Number, "GB"),
            (
                ada.Page.QuerySelector("#passport-name")!.GetAttribute("value"),
                ada.Page.QuerySelector("#passport-number")!.GetAttribute("value"),
                ada.Page.QuerySelector("#nationality option[selected]")!.GetAttribute("value")
            )
        );
        Assert.Equal([], await TablesWithAsync(site, Number));
    }

    [Fact]
    public async Task Only_a_confirmed_person_with_a_seat_has_the_page_and_only_where_content_offers_it()
    {
        using var content = Offering();
        await using var site = new SiteFactory { RehearseFrom = OpenSite.Start, ContentPath = content.Path };
        await using var plain = new SiteFactory { RehearseFrom = OpenSite.Start };
        var reader = site.CreateClient();
        var seated = await SeatedAsync(site);
        Assert.Single((await reader.ReadAsync($"/mon-inscription/{seated}")).QuerySelectorAll("[data-visa]"));
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync($"/mon-inscription/{seated}/visa")).StatusCode);
        var others = new[]
        {
            (site, await site.ConfirmedAsync()),
            (site, await site.RegisterAsync(r => r.AssignSeat(40, fromReserve: false))),
            (site, "nobody"),
            (plain, await SeatedAsync(plain)),
        };
        foreach (var (at, token) in others)
        {
            var client = at.CreateClient();
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/mon-inscription/{token}/visa")).StatusCode);
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await client.PostAsync($"/mon-inscription/{token}/visa", new FormUrlEncodedContent([]))).StatusCode
            );
        }
        Assert.Empty((await plain.CreateClient().ReadAsync($"/mon-inscription/{others[3].Item2}")).QuerySelectorAll("[data-visa]"));
    }

    private static async Task MakesAndKeepsNothingAsync(Engine engine)
    {
        using var content = Offering();
        await using var site = new SiteFactory
        {
            Engine = engine,
            RehearseFrom = OpenSite.Start,
            ContentPath = content.Path,
        };
        using var ada = new RegistrationClient(site);
        await ada.OpenAsync($"/mon-inscription/{await SeatedAsync(site)}/visa");
        var form = (AngleSharp.Html.Dom.IHtmlButtonElement)ada.Page.QuerySelector("[data-action=visa]")!;
        Fill(ada);
        using var answer = await ada.Http.PostAsync(form.Form!.Action, new FormUrlEncodedContent(ada.Fields(form.Form, form)));
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var text = await new PrintedPdf(await answer.Content.ReadAsByteArrayAsync()).TextAsync();
        Assert.Contains(Number, text, StringComparison.Ordinal);
        Assert.Contains(Name, text, StringComparison.Ordinal);
        Assert.Contains("vendredi 10 décembre 1976", text.Replace('\u00A0', ' '), StringComparison.Ordinal);

        foreach (var secret in new[] { Number, Name })
        {
            Assert.Equal([], await TablesWithAsync(site, secret));
            Assert.Equal([], FilesWith(site.DataPath, secret));
        }
        // The search finds what is there.
        Assert.NotEqual([], await TablesWithAsync(site, "Lovelace"));
    }

    private static ContentCopy Offering()
    {
        var content = new ContentCopy();
        content.Edit("workshop.md", "  closes: 2021-09-20\n", "  closes: 2021-09-20\n  visa_letter: true\n");
        return content;
    }

    private static Task<string> SeatedAsync(SiteFactory site) =>
        site.RegisterAsync(r =>
        {
            r.AssignSeat(7, fromReserve: false);
            r.Confirm(r.CreatedAt);
        });

    private static RegistrationClient Fill(RegistrationClient ada) =>
        ada.Fill("passport-name", Name)
            .Fill("nationality", "GB")
            .Fill("passport-number", Number)
            .Fill("born", "1976-12-10")
            .Fill("expires", "2031-05-01");

    private static async Task<IReadOnlyList<string>> TablesWithAsync(SiteFactory site, string text)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        await db.Database.OpenConnectionAsync();
        var found = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The names are those of the model.
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                if (Enumerable.Range(0, rows.FieldCount).Any(i => rows.GetValue(i).ToString()!.Contains(text, StringComparison.Ordinal)))
                    found.Add(table);
        }
        return [.. found.Distinct()];
    }

    private static IReadOnlyList<string> FilesWith(string folder, string text) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(file =>
                {
                    using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                    using var reader = new StreamReader(stream, Encoding.Latin1);
                    return reader.ReadToEnd().Contains(text, StringComparison.Ordinal);
                }),
        ];
}
