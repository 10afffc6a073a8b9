using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>
/// Somebody with a browser that has no script: reads pages, fills forms in by the names of their fields, sends all that is in them, keeps
/// cookies.
/// </summary>
/// <param name="browser">One that has signed in, for instance; a fresh one when null.</param>
internal sealed class RegistrationClient(SiteFactory site, HttpClient? browser = null) : IDisposable
{
    private readonly HttpClient http = browser ?? site.CreateClient(new() { BaseAddress = SiteFactory.BaseUrl });

    /// <summary>What the browser is; its cookies are shared with it.</summary>
    public HttpClient Http => http;

    private readonly Dictionary<string, string[]> typed = [];
    private readonly Dictionary<string, string[]> forged = [];

    public IHtmlDocument Page { get; private set; } = null!;

    public HttpResponseMessage Answer { get; private set; } = null!;

    public HttpStatusCode Status => Answer.StatusCode;

    /// <summary>Where the browser ended up, redirects followed.</summary>
    public string Address => Answer.RequestMessage!.RequestUri!.PathAndQuery;

    public (string? Status, string? Place) Marks =>
        (
            Page.QuerySelector("main")!.GetAttribute("data-registration-status"),
            Page.QuerySelector("main")!.GetAttribute("data-registration-place")
        );

    public string[] Faults => Page.SeenAll("main [role=alert] li");

    public async Task<RegistrationClient> OpenAsync(string address)
    {
        await ShowAsync(await http.GetAsync(address));
        return this;
    }

    /// <summary>The page behind the secret link in the mail.</summary>
    public async Task<RegistrationClient> FollowLinkAsync(string email) => await OpenAsync(await site.LinkAsync(email));

    /// <summary>Types into a field, chooses or ticks: the form that is sent next must have it.</summary>
    public RegistrationClient Fill(string name, params string[] values)
    {
        typed[name] = values;
        return this;
    }

    /// <summary>Sends what the form does not have.</summary>
    public RegistrationClient Forge(string name, params string[] values)
    {
        forged[name] = values;
        return this;
    }

    /// <summary>A form that is filled in as it should be.</summary>
    public RegistrationClient FillIn(string email, string attendance = "remote") =>
        Fill("given-name", "Ada")
            .Fill("family-name", "Lovelace")
            .Fill("email", email)
            .Fill("affiliation", "LAAS-CNRS")
            .Fill("position", "Postdoc")
            .Fill("attendance", attendance);

    /// <summary>Presses a button of <c>main</c>, the first one unless it is named.</summary>
    public async Task<RegistrationClient> PressAsync(string selector = "form[method=post] button", string within = "main")
    {
        var button = (IHtmlButtonElement)Page.QuerySelector($"{within} {selector}")!;
        var form = button.Form!;
        var fields = Fields(form, button);
        await PostAsync(
            button.Target(),
            fields.Any(f => f.Value.Contains('\0', StringComparison.Ordinal)) ? InParts(fields) : new FormUrlEncodedContent(fields)
        );
        return this;
    }

    /// <summary>The other way to send a form, which carries any sign; in the usual one a NUL is no form.</summary>
    public static MultipartFormDataContent InParts(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            parts.Add(new StringContent(value), name);
        return parts;
    }

    public Task<RegistrationClient> DoAsync(string action) => PressAsync($"button[data-action={action}]");

    public async Task PostAsync(string address, HttpContent content) => await ShowAsync(await http.PostAsync(address, content));

    /// <summary>What the form would send now.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields(IHtmlFormElement form, IHtmlButtonElement? button = null)
    {
        var controls = form.QuerySelectorAll("input, select, textarea")
            .Where(c => c.HasAttribute("name") && c is not IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false });
        var fields = controls
            .Select(c =>
                KeyValuePair.Create(
                    c.GetAttribute("name")!,
                    c switch
                    {
                        IHtmlSelectElement select => select.Value ?? "",
                        IHtmlTextAreaElement text => text.Value,
                        _ => ((IHtmlInputElement)c).Value,
                    }
                )
            )
            .ToList();
        if (button?.Name is { Length: > 0 } pressed)
            fields.Add(new(pressed, button.Value));
        foreach (var (name, values) in typed)
            Assert.True(form.QuerySelector($"[name='{name}']") is not null, $"The form has no field {name}.");
        foreach (var (name, values) in typed.Concat(forged))
        {
            fields.RemoveAll(f => f.Key == name);
            fields.AddRange(values.Select(v => KeyValuePair.Create(name, v)));
        }
        typed.Clear();
        forged.Clear();
        return fields;
    }

    /// <summary>The form of the page, as it would be sent.</summary>
    public ILookup<string, string> Shown(string selector = "form[method=post]") =>
        Fields((IHtmlFormElement)Page.QuerySelector($"main {selector}")!)
            .Where(f => f.Key != FormToken.Field)
            .ToLookup(f => f.Key, f => f.Value);

    public void Dispose() => http.Dispose();

    private async Task ShowAsync(HttpResponseMessage answer)
    {
        while (answer.StatusCode is HttpStatusCode.Redirect && answer.Headers.Location is { } to)
            answer = await http.GetAsync(to);
        Answer = answer;
        Page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
    }
}

internal static class Links
{
    public static async Task<Registration?> RegistrationAsync(this SiteFactory site, string email)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<WorkshopDb>()
            .Registrations.AsNoTracking()
            .SingleOrDefaultAsync(r => r.Email == email);
    }

    /// <summary>The link in the mails to an address, in the language of the registration.</summary>
    public static async Task<string> LinkAsync(this SiteFactory site, string email)
    {
        var registration = (await site.RegistrationAsync(email))!;
        return Routes.MyRegistration.Path(registration.Details.Language, site.Services.GetRequiredService<SecretLinks>().Of(registration));
    }
}
