using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages;

/// <summary>One reader on one page: the language they read in, where the twin of the page is, what time it is here.</summary>
public sealed class SiteContext(
    IHttpContextAccessor accessor,
    WorkshopDb db,
    ContentCache content,
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

    public Words Words => _words ??= new(Language);

    /// <summary>What the page says of itself in its head.</summary>
    public Head Head { get; } = new();

    public SiteClock Clock => clock;

    /// <summary>What time it is here: on the site's clock, or the instant at which an organiser looks at this page.</summary>
    public DateTimeOffset Now => _now ??= Preview ?? clock.GetUtcNow();

    /// <summary>The instant at which the organiser who asks wants to see this page; null for everybody else.</summary>
    public DateTimeOffset? Preview => SitePreview.InstantOf(Http);

    /// <summary>How many seconds a browser has to add to its own clock; none where the site goes by the real time.</summary>
    public int? Shift =>
        Preview is null && !clock.IsRehearsal
            ? null
            : (int)Math.Round((Preview is { } instant ? clock.ShiftTo(instant) : clock.Shift).TotalSeconds);

    public SiteAddress Address => address;

    public async ValueTask<Workshop> WorkshopAsync() => (await OutlineAsync()).Workshop;

    public ValueTask<Outline> OutlineAsync() => CachedAsync(db => db.OutlineAsync(CancellationToken.None));

    /// <summary>Something of the content that is read once for each version of it.</summary>
    public ValueTask<T> CachedAsync<T>(Func<WorkshopDb, Task<T>> read)
        where T : class => content.GetAsync(_contentVersion ??= versions.Content, () => read(db));

    public string Path(PageRoute route, string? value = null) => route.Path(Language, value);

    /// <summary>This page in a language, with the query it was asked with; the home page for what is in no table.</summary>
    public string AlternateAddress(Language language)
    {
        if (Http.Request.Path.StartsWithSegments(Routes.Verification, StringComparison.OrdinalIgnoreCase))
            return Http.Request.Path + QueryString.Create("lang", language.Tag());
        if (Http.GetEndpoint()?.Metadata.GetMetadata<PageLanguage>() is not { } page)
            return Routes.Home.Path(language);
        var value = Http.Request.RouteValues.FirstOrDefault(v => v.Key is "code" or "slug" or "token").Value as string;
        return page.Route.Path(language, value) + Http.Request.QueryString.Value;
    }

    /// <summary>
    /// The path of this page in a language as search engines know it: without its query, unless it is a later page of a list.
    /// </summary>
    public string Canonical(Language language) =>
        AlternateAddress(language).Split('?')[0] + (Head.PageOfList > 1 ? $"?page={Head.PageOfList}" : "");

    public bool IsOn(PageRoute route) => Http.GetEndpoint()?.Metadata.GetMetadata<PageLanguage>()?.Route == route;
}

/// <summary>The title of a page, its description, and what only machines read.</summary>
public sealed class Head
{
    /// <summary>Plain text; null on the home page, which bears the workshop's own title.</summary>
    public string? Title { get; set; }

    public string? Description { get; set; }

    /// <summary>Results of a search and errors are not for search engines.</summary>
    public bool NoIndex { get; set; }

    public string? JsonLd { get; set; }

    /// <summary>How a registration stands and what place it has, as the attributes of <c>main</c> that tests and scripts read.</summary>
    public string RegistrationMarks { get; private set; } = "";

    /// <param name="status"><c>pending</c>, <c>confirmed</c>, <c>cancelled</c>, <c>closed</c>, or <c>invalid</c> for a form that was
    /// refused and a link that opens nothing.</param>
    public void Mark(string status, Place place = Place.None)
    {
        var name = place == Place.WaitingList ? "waiting-list" : place.ToString().ToLowerInvariant();
        RegistrationMarks = $""" data-registration-status="{status}" data-registration-place="{name}" """.TrimEnd();
    }

    public void Mark(RegistrationStatus status, Place place) => Mark(status.ToString().ToLowerInvariant(), place);

    /// <summary>Which page of a long list this is, from 1.</summary>
    public int PageOfList { get; set; } = 1;

    /// <summary>Named <c>meta</c> elements, such as the citation tags of an abstract.</summary>
    public IReadOnlyList<(string Name, string Content)> Tags { get; set; } = [];

    /// <summary>Style sheets of this page alone, as paths in wwwroot.</summary>
    public IReadOnlyList<string> Styles { get; set; } = [];

    /// <summary>False for a page on which there is nothing to mark, to move to another zone or to fill in.</summary>
    public bool HasScript { get; set; } = true;

    /// <summary>A script of this page alone, as a path in wwwroot. It runs before that of every page.</summary>
    public string? Script { get; set; }

    /// <summary>After how many seconds a browser without script asks for the page again.</summary>
    public int? RefreshAfter { get; set; }

    /// <summary>For what else it asks then; null for the page again.</summary>
    public string? RefreshTo { get; set; }
}
