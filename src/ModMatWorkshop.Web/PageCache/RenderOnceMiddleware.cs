using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Pages;

namespace ModMatWorkshop.Web.PageCache;

/// <summary>Endpoint metadata: the response is the same for everybody, whatever cookies the request has, and may be cached.</summary>
/// <param name="DependsOnRegistrations">The response changes when registrations do.</param>
public sealed record PageCacheMetadata(bool DependsOnRegistrations = false);

/// <summary>
/// Runs after routing. On a cache miss, renders a page that is the same for everybody once, adds it to the cache
/// and answers all waiting requests with it.
/// </summary>
public sealed partial class RenderOnceMiddleware(
    RequestDelegate next,
    PageCacheStore cache,
    DataVersions versions,
    ContentCache contentCache,
    SiteClock clock,
    ILogger<RenderOnceMiddleware> log
)
{
    private static readonly TimeSpan StaleExtension = TimeSpan.FromSeconds(1);

    // A page is rendered for everybody, so it must not depend on these headers of the first request.
    private static readonly string[] IgnoredHeaders =
    [
        HeaderNames.Cookie,
        HeaderNames.AcceptEncoding,
        HeaderNames.AcceptLanguage,
        HeaderNames.IfNoneMatch,
        HeaderNames.IfModifiedSince,
        HeaderNames.Range,
    ];

    public async Task InvokeAsync(HttpContext context)
    {
        if (
            context.GetEndpoint()?.Metadata.GetMetadata<PageCacheMetadata>() is not { } metadata
            || PageCacheKey.For(context.Features.GetRequiredFeature<IHttpRequestFeature>()) is not { } key
        )
        {
            await next(context);
            return;
        }
        var page = cache.FindFresh(key);
        if (page is null)
        {
            (page, var hasRendered) = await cache.RenderOnceAsync(key, () => RenderAsync(context, key, metadata), context.RequestAborted);
            if (page is null && !hasRendered)
                await next(context);
        }
        if (page is not null)
            await page.WriteAsync(context.Features, context.Request.IsHttps);
    }

    /// <returns>Null when the response cannot be cached; it has been written then.</returns>
    private async Task<CachedPage?> RenderAsync(HttpContext context, PageCacheKey key, PageCacheMetadata metadata)
    {
        // Read before the page reads anything, so that a page is never older than its versions say.
        var (content, registrations, now) = (context.RoutedContent().Number, versions.Registrations, clock.GetUtcNow());
        var (request, response, headers) = (context.Request, context.Response, context.Request.Headers);
        var (method, aborted, body, originalHeaders) = (request.Method, context.RequestAborted, response.Body, headers.ToArray());
        foreach (var name in IgnoredHeaders)
            headers.Remove(name);
        // Other requests wait for this page: render it in full, even if this client disconnects.
        (request.Method, context.RequestAborted) = (HttpMethods.Get, CancellationToken.None);
        using var rendered = new MemoryStream();
        response.Body = rendered;
        DateTimeOffset validUntil;
        try
        {
            validUntil = await NextChangeAsync(context, content, now);
            await next(context);
            await response.BodyWriter.FlushAsync(CancellationToken.None);
        }
        catch (Exception failure) when (cache.FindFreshOrStale(key) is { } stale)
        {
            LogFailed(failure, key.Path);
            response.Clear();
            stale.ExtendTo(now + StaleExtension);
            return stale;
        }
        finally
        {
            (response.Body, request.Method, context.RequestAborted) = (body, method, aborted);
            foreach (var (name, value) in originalHeaders)
                headers[name] = value;
        }
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0)
        {
            rendered.Position = 0;
            if (!HttpMethods.IsHead(method) && rendered.Length > 0)
                await rendered.CopyToAsync(body, aborted);
            return null;
        }
        response.ContentLength = null;
        var ownHeaders = response.Headers.ToArray();
        response.Headers.Clear();
        return new(rendered.ToArray(), ownHeaders, cache.FindFreshOrStale(key))
        {
            ContentVersion = content,
            RegistrationsVersion = metadata.DependsOnRegistrations ? registrations : null,
            ValidFrom = now,
            ValidUntil = validUntil,
        };
    }

    /// <summary>The next instant at which pages change by themselves, because a slot begins or ends, for example.</summary>
    private async Task<DateTimeOffset> NextChangeAsync(HttpContext context, long content, DateTimeOffset now)
    {
        var db = context.RequestServices.GetRequiredService<WorkshopDb>();
        var timeline = await contentCache.GetAsync(content, async () =>
            new Timeline(
                (await db.Slots.Select(s => new { s.Start, s.End }).ToListAsync()).Select(s => (s.Start, s.End)),
                TimeZoneInfo.FindSystemTimeZoneById(await db.Workshops.Select(w => w.TimeZoneId).SingleAsync()),
                [
                    .. (await AnnouncementService.ReadAsync(db, CancellationToken.None)).Instants,
                    .. await db.Workshops.Select(w => w.Call).SingleAsync() is { } call ? new[] { call.Opens, call.Closes } : [],
                ]
            )
        );
        var next = timeline.NextAfter(now);
        // During a rehearsal every page shows the time, in minutes.
        var nextMinute = new DateTimeOffset(now.Ticks - now.Ticks % TimeSpan.TicksPerMinute + TimeSpan.TicksPerMinute, now.Offset);
        return clock.IsRehearsal && nextMinute < next ? nextMinute : next;
    }

    [LoggerMessage(LogLevel.Error, "{Path} could not be rendered; the stale page is served")]
    private partial void LogFailed(Exception failure, string path);
}
