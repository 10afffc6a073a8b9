using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>
/// A browser without script: opens pages, fills in fields by their names, submits forms, follows redirects and keeps cookies.
/// </summary>
/// <param name="browser">A client to use, for example a signed-in one; null for a new one.</param>
internal sealed class RegistrationClient(SiteFactory site, HttpClient? browser = null) : IDisposable
{
    private readonly HttpClient http = browser ?? site.CreateClient(new() { BaseAddress = SiteFactory.BaseUrl });

    /// <summary>The underlying client, with the same cookies.</summary>
    public HttpClient Http => http;

    private readonly Dictionary<string, string[]> typed = [];
    private readonly Dictionary<string, string[]> forged = [];
    private readonly List<(string Input, string Name, byte[] Bytes)> attached = [];

    public IHtmlDocument Page { get; private set; } = null!;

    public HttpResponseMessage Answer { get; private set; } = null!;

    public HttpStatusCode Status => Answer.StatusCode;

    /// <summary>The path and query after all redirects.</summary>
    public string Address => Answer.RequestMessage!.RequestUri!.PathAndQuery;

    public (string? Status, string? Place) StatusAndPlace =>
        (
            Page.QuerySelector("main")!.GetAttribute("data-registration-status"),
            Page.QuerySelector("main")!.GetAttribute("data-registration-place")
        );

    public string[] Faults => Page.SeenAll("main [role=alert] li");

    public async Task<RegistrationClient> OpenAsync(string address)
    {
        await FollowRedirectsAsync(await http.GetAsync(address));
        return this;
    }

    /// <summary>Opens the secret link of a registration.</summary>
    public async Task<RegistrationClient> FollowLinkAsync(string email) => await OpenAsync(await site.LinkAsync(email));

    /// <summary>Sets the values of a field. The next form that is sent must have this field.</summary>
    public RegistrationClient Fill(string name, params string[] values)
    {
        typed[name] = values;
        return this;
    }

    /// <summary>Adds a field that the form does not have.</summary>
    public RegistrationClient Forge(string name, params string[] values)
    {
        forged[name] = values;
        return this;
    }

    /// <summary>Chooses a file. The next form that is sent must have this input.</summary>
    public RegistrationClient Attach(string input, string name, byte[] bytes)
    {
        attached.Add((input, name, bytes));
        return this;
    }

    /// <summary>Fills in the registration form with valid values.</summary>
    public RegistrationClient FillIn(string email, string attendance = "remote") =>
        Fill("given-name", "Ada")
            .Fill("family-name", "Lovelace")
            .Fill("email", email)
            .Fill("affiliation", "LAAS-CNRS")
            .Fill("position", "Postdoc")
            .Fill("attendance", attendance)
            .Fill("half-days", "all");

    /// <summary>Submits the form of a button, by default the first in <c>main</c>.</summary>
    public async Task<RegistrationClient> PressAsync(string selector = "form[method=post] button", string within = "main")
    {
        var button = (IHtmlButtonElement)Page.QuerySelector($"{within} {selector}")!;
        var form = button.Form!;
        var fields = Fields(form, button);
        await PostAsync(
            button.Target(),
            form.Enctype == "multipart/form-data" ? WithFiles(form, fields)
                : fields.Any(f => f.Value.Contains('\0', StringComparison.Ordinal)) ? InParts(fields)
                : new FormUrlEncodedContent(fields)
        );
        return this;
    }

    /// <summary>As a browser sends a form with files: an input without one is an empty part without a name.</summary>
    private MultipartFormDataContent WithFiles(IHtmlFormElement form, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var parts = InParts(fields);
        foreach (var (input, name, bytes) in attached)
        {
            Assert.True(form.QuerySelector($"[type=file][name='{input}']") is not null, $"The form has no file {input}.");
            parts.Add(new ByteArrayContent(bytes), input, name);
        }
        attached.Clear();
        return parts;
    }

    /// <summary>Encodes fields as multipart, which can carry NUL characters; the usual encoding with a NUL is refused as a whole.</summary>
    public static MultipartFormDataContent InParts(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            parts.Add(new StringContent(value), name);
        return parts;
    }

    public Task<RegistrationClient> DoAsync(string action) => PressAsync($"button[data-action={action}]");

    public async Task PostAsync(string address, HttpContent content) => await FollowRedirectsAsync(await http.PostAsync(address, content));

    /// <summary>The fields that the form would send now.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields(IHtmlFormElement form, IHtmlButtonElement? button = null)
    {
        var controls = form.QuerySelectorAll("input, select, textarea")
            .Where(c =>
                c.HasAttribute("name")
                && c is not IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } and not IHtmlInputElement { Type: "file" }
            );
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

    /// <summary>The fields of a form of the page by name, without the form token.</summary>
    public ILookup<string, string> Shown(string selector = "form[method=post]") =>
        Fields((IHtmlFormElement)Page.QuerySelector($"main {selector}")!)
            .Where(f => f.Key != FormToken.Field)
            .ToLookup(f => f.Key, f => f.Value);

    public void Dispose() => http.Dispose();

    private async Task FollowRedirectsAsync(HttpResponseMessage answer)
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

    /// <summary>The secret link in the mails to an address, in the language of the registration.</summary>
    public static async Task<string> LinkAsync(this SiteFactory site, string email)
    {
        var registration = (await site.RegistrationAsync(email))!;
        return Routes.MyRegistration.Path(
            WorkshopLanguages.Default,
            registration.Details.Language,
            site.Services.GetRequiredService<SecretLinks>().Of(registration)
        );
    }
}
