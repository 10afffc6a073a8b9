using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Store;

/// <summary>Says of an endpoint that its answer is the same for everybody, whatever cookies they send.</summary>
/// <param name="TellsRegistrations">The answer changes when registrations do.</param>
public sealed record SameForEverybody(bool TellsRegistrations = false);

/// <summary>
/// Behind routing: who asks for a page that is the same for everybody gets it out of the store, or renders it into the store for all. In front of everything
/// <see cref="StoreFront"/> gives away what is there.
/// </summary>
public sealed partial class StoringPages(RequestDelegate next, PageStore store, KnownVersions versions, KeptContent kept, SiteClock clock, ILogger<StoringPages> log)
{
    private static readonly TimeSpan Reprieve = TimeSpan.FromSeconds(1);

    public async Task InvokeAsync(HttpContext context)
    {
        var exchange = context.Features;
        if (context.GetEndpoint()?.Metadata.GetMetadata<SameForEverybody>() is not { } same || StoreKey.Of(exchange.GetRequiredFeature<IHttpRequestFeature>()) is not { } key)
        {
            await next(context);
            return;
        }
        var page = store.Find(key);
        if (page is null)
        {
            (page, var hasRendered) = await store.RenderOnceAsync(key, () => RenderAsync(context, key, same), context.RequestAborted);
            if (page is null && !hasRendered)
                await next(context);
        }
        if (page is not null)
            await page.AnswerAsync(exchange, context.Request.IsHttps);
    }

    /// <returns>Null when it cannot be kept; then it has been answered.</returns>
    private async Task<StoredPage?> RenderAsync(HttpContext context, StoreKey key, SameForEverybody same)
    {
        // Before anything is read: the page is never older than it says.
        var (content, registrations, now) = (versions.Content, versions.Registrations, clock.GetUtcNow());
        var (request, response, headers) = (context.Request, context.Response, context.Request.Headers);
        var (method, aborted, body, asked) = (request.Method, context.RequestAborted, response.Body, headers.ToArray());
        // It is rendered for all, not for the one who happens to be first.
        foreach (var name in new[] { HeaderNames.Cookie, HeaderNames.AcceptEncoding, HeaderNames.AcceptLanguage, HeaderNames.IfNoneMatch, HeaderNames.IfModifiedSince, HeaderNames.Range })
            headers.Remove(name);
        (request.Method, context.RequestAborted) = (HttpMethods.Get, CancellationToken.None);
        using var rendered = new MemoryStream();
        response.Body = rendered;
        DateTimeOffset until;
        try
        {
            until = await UntilAsync(context, content, now);
            await next(context);
            await response.BodyWriter.FlushAsync(CancellationToken.None);
        }
        catch (Exception failure) when (store.Last(key) is { } last)
        {
            LogFailed(failure, key.Path);
            response.Clear();
            last.Prolong(now + Reprieve);
            return last;
        }
        finally
        {
            (response.Body, request.Method, context.RequestAborted) = (body, method, aborted);
            foreach (var (name, value) in asked)
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
        var own = response.Headers.ToArray();
        response.Headers.Clear();
        return new(rendered.ToArray(), content, same.TellsRegistrations ? registrations : null, now, until, own, store.Last(key));
    }

    private async Task<DateTimeOffset> UntilAsync(HttpContext context, long content, DateTimeOffset now)
    {
        var db = context.RequestServices.GetRequiredService<WorkshopDb>();
        var timeline = await kept.GetAsync(content, async () => new Timeline(
            (await db.Slots.Select(s => new { s.Start, s.End }).ToListAsync()).Select(s => (s.Start, s.End)),
            TimeZoneInfo.FindSystemTimeZoneById(await db.Workshops.Select(w => w.TimeZoneId).SingleAsync())));
        var next = timeline.NextAfter(now);
        // A rehearsal says the minute on every page.
        var minute = new DateTimeOffset(now.Ticks - now.Ticks % TimeSpan.TicksPerMinute + TimeSpan.TicksPerMinute, now.Offset);
        return clock.IsRehearsal && minute < next ? minute : next;
    }

    [LoggerMessage(LogLevel.Error, "{Path} could not be rendered again; the previous version is served")]
    private partial void LogFailed(Exception failure, string path);
}
