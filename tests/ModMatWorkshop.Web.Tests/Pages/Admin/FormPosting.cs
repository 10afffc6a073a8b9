using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>Submits forms of the administration pages as a browser without script does.</summary>
internal static class FormPosting
{
    /// <summary>Opens a page, fills in the form around a button and submits it. Each field must exist in the form.</summary>
    /// <param name="button">The <c>data-action</c> or the value of the button; empty for a button without either.</param>
    /// <param name="within">A selector of the form, if several forms have such a button.</param>
    public static async Task<HttpResponseMessage> PressAsync(
        this HttpClient browser,
        string address,
        string button,
        string within = "form",
        params (string Name, string Value)[] typed
    )
    {
        var page = await browser.ReadAsync(address);
        string[] named =
            button.Length == 0
                ? ["button:not([value]):not([data-action])"]
                : [$"button[data-action='{button}']", $"button[value='{button}']"];
        var selector = string.Join(
            ", ",
            named.SelectMany(n => new[] { $"main {within} {n}", $"aside{within} {n}", $"aside {within} {n}" })
        );
        var pressed =
            page.QuerySelector(selector) as IHtmlButtonElement ?? throw new InvalidOperationException($"{address} has no button {button}.");
        var form = pressed.Form!;
        var fields = form.QuerySelectorAll("input, select")
            .Where(c => c.GetAttribute("name") is not null)
            .ToDictionary(
                c => c.GetAttribute("name")!,
                c => c is IHtmlSelectElement select ? select.Value ?? "" : ((IHtmlInputElement)c).Value
            );
        foreach (var (name, value) in typed)
        {
            Assert.True(fields.ContainsKey(name), $"The form has no field {name}.");
            fields[name] = value;
        }
        if (pressed.Name is { Length: > 0 } key)
            fields[key] = pressed.Value;
        return await browser.PostAsync(pressed.Target(), new FormUrlEncodedContent(fields));
    }

    public static async Task<IHtmlDocument> PageAsync(this HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    public static (HttpStatusCode Status, string? Location) StatusAndLocation(this HttpResponseMessage answer) =>
        (answer.StatusCode, answer.Headers.Location?.OriginalString);

    /// <summary>The lines that organisers left in the audit log, in order: action, registration, result.</summary>
    public static async Task<string[]> OrganiserLogAsync(this SiteFactory site, long after = 0)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return
        [
            .. (
                await scope
                    .ServiceProvider.GetRequiredService<WorkshopDb>()
                    .AuditLog.Where(e => e.Id > after && e.Actor.StartsWith("organiser"))
                    .OrderBy(e => e.Id)
                    .ToListAsync()
            ).Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Action} | {e.Registration} | {e.Result}")),
        ];
    }

    public static async Task<T> InDatabaseAsync<T>(this SiteFactory site, Func<WorkshopDb, Task<T>> use)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<WorkshopDb>());
    }
}
