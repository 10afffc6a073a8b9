using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Exports;

namespace ModMatWorkshop.Web.Pages;

/// <summary>The context of one page request: its language, its address in the other language, and the site's time.</summary>
public sealed class SiteContext(
    IHttpContextAccessor accessor,
    WorkshopDb db,
    ContentCache content,
    PreviewedDraft previewed,
    DataVersions versions,
    SiteClock clock,
    SiteAddress address
)
{
    private long? _contentVersion;
    private Words? _words;
    private DateTimeOffset? _now;

    public HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("There is no visit outside a request.");

    public Language Language => Http.PageLanguage();

    /// <summary>The languages of the workshop.</summary>
    public WorkshopLanguages Languages => Http.Languages();

    public Words Words => _words ??= new(Language) { IsOnApplication = Http.RoutedContent().IsOnApplication };

    /// <summary>The metadata of the page.</summary>
    public Head Head { get; } = new();

    public SiteClock Clock => clock;

    /// <summary>The time on the site's clock, or the instant that an organiser previews.</summary>
    public DateTimeOffset Now => _now ??= Preview ?? clock.GetUtcNow();

    /// <summary>The date in the zone of the workshop.</summary>
    public DateOnly Today(Workshop workshop) => DateOnly.FromDateTime(workshop.Local(Now).DateTime);

    /// <summary>The instant that the organiser previews on this page; null for everybody else.</summary>
    public DateTimeOffset? Preview => SitePreview.Of(Http)?.Instant;

    /// <summary>What the organiser previews on this page; null for everybody else.</summary>
    public PreviewState? Previewed => SitePreview.Of(Http);

    /// <summary>Whether this page shows the shared draft.</summary>
    public bool ShowsDraft => previewed.Site is not null;

    /// <summary>The seconds that a browser must add to its own clock; null when the site uses the real time.</summary>
    public int? Shift =>
        Preview is null && !clock.IsRehearsal
            ? null
            : (int)Math.Round((Preview is { } instant ? clock.ShiftTo(instant) : clock.Shift).TotalSeconds);

    public SiteAddress Address => address;

    /// <summary>False until an organiser has set up the site: then there is no workshop.</summary>
    public bool HasContent => versions.HasContent;

    public async ValueTask<Workshop> WorkshopAsync() => (await OutlineAsync()).Workshop;

    public ValueTask<Outline> OutlineAsync() => CachedAsync(db => db.OutlineAsync(CancellationToken.None));

    /// <summary>Before, during or after the workshop.</summary>
    public async ValueTask<WorkshopPhase> PhaseAsync() => (await OutlineAsync()).Period.PhaseAt(Now);

    public async ValueTask<Roles> RolesAsync() =>
        (await CachedAsync(db => RoleQueries.PartsAsync(db, CancellationToken.None))).With(
            await RoleQueries.PresentersAsync(db, CancellationToken.None)
        );

    /// <summary>Caches data that depends on the content only, for each content version.</summary>
    public ValueTask<T> CachedAsync<T>(Func<WorkshopDb, Task<T>> read)
        where T : class =>
        previewed.Site is { } draft
            ? draft.Cache.GetAsync(0, () => read(db))
            : content.GetAsync(_contentVersion ??= versions.Content, () => read(db));

    /// <summary>The page of the content that is shown, if the site itself does not know it. It has an address in each language.</summary>
    public PageRoute? OwnPage { get; set; }

    public async ValueTask<bool> HasPageAsync(PageRoute route) => !(await OutlineAsync()).IsMissing(route);

    public string Path(PageRoute route, string? value = null) => route.Path(Languages, Language, value);

    public string Path(FileRoute route, string? value = null) => route.Path(Languages, Language, value);

    /// <summary>
    /// The address of this page in a language, with its query; the home page when this page is not in <see cref="Routes"/>.
    /// </summary>
    public string AlternateAddress(Language language)
    {
        if (Http.Request.Path.StartsWithSegments(Routes.Verification, StringComparison.OrdinalIgnoreCase))
            return Http.Request.Path + QueryString.Create("lang", language.Tag());
        if (Http.GetEndpoint()?.Metadata.GetMetadata<PageLanguage>() is not { } page)
            return Routes.Home.Path(Languages, language);
        var value = Http.Request.RouteValues.FirstOrDefault(v => v.Key is "code" or "slug" or "token").Value as string;
        return (OwnPage ?? page.Route).Path(Languages, language, value) + Http.Request.QueryString.Value;
    }

    /// <summary>The canonical path of this page in a language: without its query, except the number of a list page.</summary>
    public string Canonical(Language language) =>
        AlternateAddress(language).Split('?')[0] + (Head.PageOfList > 1 ? $"?page={Head.PageOfList}" : "");

    public bool IsOn(PageRoute route) => route == OwnPage || Http.GetEndpoint()?.Metadata.GetMetadata<PageLanguage>()?.Route == route;
}

/// <summary>The metadata of a page, in its head and on <c>main</c>.</summary>
public sealed class Head
{
    /// <summary>Plain text; null on the home page, whose title is that of the workshop.</summary>
    public string? Title { get; set; }

    public string? Description { get; set; }

    /// <summary>True for search results and errors, which search engines should not index.</summary>
    public bool NoIndex { get; set; }

    public string? JsonLd { get; set; }

    /// <summary>Attributes of <c>main</c> with the status and place of a registration, for tests and scripts.</summary>
    public string RegistrationMarks { get; private set; } = "";

    /// <param name="status"><c>pending</c>, <c>confirmed</c>, <c>cancelled</c>, <c>closed</c>, or <c>invalid</c> for a refused form or an
    /// invalid link.</param>
    public void Mark(string status, Place place = Place.None)
    {
        var name = place == Place.WaitingList ? "waiting-list" : place.ToString().ToLowerInvariant();
        RegistrationMarks = $""" data-registration-status="{status}" data-registration-place="{name}" """.TrimEnd();
    }

    public void Mark(RegistrationStatus status, Place place) => Mark(status.ToString().ToLowerInvariant(), place);

    /// <summary>The number of the page in a long list, from 1.</summary>
    public int PageOfList { get; set; } = 1;

    /// <summary>Named <c>meta</c> elements, such as the citation tags of an abstract.</summary>
    public IReadOnlyList<(string Name, string Content)> Tags { get; set; } = [];

    /// <summary>Style sheets for this page only, as paths in wwwroot.</summary>
    public IReadOnlyList<string> Styles { get; set; } = [];

    /// <summary>False for a page without favourites, hours or forms, which needs no script.</summary>
    public bool HasScript { get; set; } = true;

    /// <summary>A script for this page only, as a path in wwwroot. It runs before the common script.</summary>
    public string? Script { get; set; }

    /// <summary>The seconds after which a browser without script reloads the page.</summary>
    public int? RefreshAfter { get; set; }

    /// <summary>The address to load then; null for the same page.</summary>
    public string? RefreshTo { get; set; }
}
