using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>
/// A signed-in organiser with a browser without script: opens pages, fills in fields by their names, presses buttons and follows
/// redirects.
/// </summary>
internal sealed class OrganiserClient(SiteFactory site, HttpClient http) : IDisposable
{
    public IHtmlDocument Page { get; private set; } = null!;

    public HttpStatusCode Status { get; private set; }

    public string Address { get; private set; } = "";

    public static async Task<OrganiserClient> SignInAsync(SiteFactory site, Language language = Language.French) =>
        new(site, await site.SignedInAsync(language: language));

    public async Task<OrganiserClient> OpenAsync(string address)
    {
        await FollowAsync(await http.GetAsync(address), address);
        return this;
    }

    /// <summary>Submits the form of a button in <c>main</c>, with its present values and some fields filled in.</summary>
    public async Task<OrganiserClient> PressAsync(string selector, params (string Name, string Value)[] filled)
    {
        var button = (IHtmlButtonElement?)Page.QuerySelector($"main {selector}")
            ?? throw new InvalidOperationException($"There is no {selector} on {Address}: {Page.Body!.TextContent}");
        var form = button.Form!;
        var fields = form.QuerySelectorAll("input, select, textarea")
            .Where(c =>
                c is not IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } and not IHtmlInputElement { Type: "file" }
            )
            .Select(c =>
                (
                    Name: c.GetAttribute("name")!,
                    Value: c switch
                    {
                        IHtmlSelectElement select => select.Value ?? "",
                        IHtmlTextAreaElement text => text.Value,
                        _ => ((IHtmlInputElement)c).Value,
                    }
                )
            )
            .ToList();
        if (button.Name is { Length: > 0 } pressed)
            fields.Add((pressed, button.Value));
        fields.RemoveAll(f => filled.Any(given => given.Name == f.Name));
        fields.AddRange(filled);
        var address = button.Target();
        if (form.Method == "get")
            return await OpenAsync($"{address}?{string.Join('&', fields.Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value)}"))}");
        using HttpContent content =
            form.Enctype == "multipart/form-data"
                ? Multipart(fields)
                : new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        await FollowAsync(await http.PostAsync(address, content), address);
        return this;
    }

    /// <summary>Submits the form with a file field.</summary>
    public async Task<OrganiserClient> UploadAsync(byte[] file, params (string Name, string Value)[] filled)
    {
        var form = (IHtmlFormElement)Page.QuerySelector("main form:has(input[type=file])")!;
        var token = ((IHtmlInputElement)form.QuerySelector("input[type=hidden]")!).Value;
        using var content = Multipart([("form-token", token), .. filled]);
        content.Add(new ByteArrayContent(file), "file", "participants.csv");
        await FollowAsync(await http.PostAsync(form.GetAttribute("action")!, content), form.GetAttribute("action")!);
        return this;
    }

    /// <summary>Reloads the page until an element appears.</summary>
    public async Task<OrganiserClient> WaitForAsync(string selector)
    {
        for (var attempts = 0; Page.QuerySelector(selector) is null; attempts++)
        {
            Assert.True(attempts < 600, $"{Address} never shows {selector}: {Page.QuerySelector("main")!.TextContent}");
            await Task.Delay(50);
            await OpenAsync(Address);
        }
        return this;
    }

    public string[] Seen(string selector) =>
        [
            .. Page.QuerySelectorAll($"main {selector}")
                .Select(e =>
                    string.Join(
                        ' ',
                        e.TextContent.Replace('\u00A0', ' ')
                            .Replace('\u202F', ' ')
                            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                    )
                ),
        ];

    public async Task<T> DbAsync<T>(Func<WorkshopDb, Task<T>> use)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<WorkshopDb>());
    }

    public Task<string> TextAsync(string address) => http.GetStringAsync(address);

    public Task<int> CountAsync<T>(System.Linq.Expressions.Expression<Func<T, bool>> which)
        where T : class => DbAsync(db => db.Set<T>().CountAsync(which));

    public void Dispose() => http.Dispose();

    private static MultipartFormDataContent Multipart(IEnumerable<(string Name, string Value)> fields)
    {
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            parts.Add(new StringContent(value, Encoding.UTF8), name);
        return parts;
    }

    private async Task FollowAsync(HttpResponseMessage answer, string address)
    {
        while (answer.StatusCode is HttpStatusCode.Redirect)
        {
            address = answer.Headers.Location!.OriginalString;
            answer = await http.GetAsync(address);
        }
        (Status, Address) = (answer.StatusCode, address);
        Page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
    }
}
