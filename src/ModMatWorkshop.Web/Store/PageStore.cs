using System.Collections.Concurrent;
using System.Reflection.Metadata;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http.Features;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Web.Store;

/// <summary>What a page is stored under: its path, and whether a document that has one address for both languages was asked for in English.</summary>
public readonly record struct StoreKey(string Path, bool InEnglish)
{
    /// <summary>With it an organiser sees the site at another instant: nobody else's page.</summary>
    public const string PreviewCookie = "__Host-preview";

    private const string English = "?lang=en";

    /// <returns>Null for what has to go the ordinary way: another method, any other query, a preview, or a second way of writing a path.</returns>
    public static StoreKey? Of(IHttpRequestFeature request)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            return null;
        var isEnglish = request.QueryString == English;
        if (request.QueryString.Length > 0 && !isEnglish)
            return null;
        foreach (var cookie in request.Headers.Cookie)
            if (cookie!.Contains(PreviewCookie, StringComparison.Ordinal))
                return null;
        return new(request.Path, isEnglish);
    }

    /// <summary>False for what routing understands and nobody links to, such as capitals: it must not fill the store with the same page many times over.</summary>
    public bool IsCanonical => Path == "/" || !Path.EndsWith('/') && !Path.AsSpan().ContainsAnyInRange('A', 'Z');
}

/// <summary>The answers that are the same for everybody, in memory: rendered once, then given away as they are until what they are made of has changed.</summary>
public sealed class PageStore
{
    /// <summary>Bytes of all pages in all codings.</summary>
    public const long Capacity = 32 << 20;

    private readonly ConcurrentDictionary<StoreKey, StoredPage> _pages = [];
    private readonly ConcurrentDictionary<StoreKey, Task<StoredPage?>> _rendering = [];
    private readonly Channel<(StoreKey Key, StoredPage Page)> _toCompress = Channel.CreateUnbounded<(StoreKey, StoredPage)>();
    private readonly Lock _room = new();
    private readonly KnownVersions _versions;
    private readonly SiteClock _clock;
    private long _size;

    public PageStore(KnownVersions versions, SiteClock clock)
    {
        (_versions, _clock) = (versions, clock);
        if (MetadataUpdater.IsSupported)
            HotReload.Applied += Forget;
    }

    public StoredPage? Find(StoreKey key) => _pages.TryGetValue(key, out var page) && page.IsFresh(_versions, _clock.GetUtcNow()) ? page : null;

    /// <summary>The page as it was last, fresh or not.</summary>
    public StoredPage? Last(StoreKey key) => _pages.GetValueOrDefault(key);

    /// <summary>Of all who ask at once for a page that is not there, one renders it and the others wait.</summary>
    /// <param name="render">Gives null for an answer that cannot be kept.</param>
    /// <returns>Null for all of them when there is nothing to keep; who has rendered has already answered then.</returns>
    public async Task<(StoredPage? Page, bool HasRendered)> RenderOnceAsync(StoreKey key, Func<Task<StoredPage?>> render, CancellationToken cancel)
    {
        var rendered = new TaskCompletionSource<StoredPage?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = _rendering.GetOrAdd(key, rendered.Task);
        if (first != rendered.Task)
            return (await first.WaitAsync(cancel), false);
        StoredPage? page = null;
        try
        {
            // The one before may have left between the look into the store and here.
            page = Find(key) ?? Keep(key, await render());
            return (page, true);
        }
        finally
        {
            _rendering.TryRemove(key, out _);
            rendered.SetResult(page);
        }
    }

    public void Forget()
    {
        lock (_room)
        {
            _pages.Clear();
            _size = 0;
        }
    }

    /// <summary>Makes the best compression of one page after the other, behind the answers.</summary>
    public async Task CompressAsync(CancellationToken cancel)
    {
        await foreach (var (key, page) in _toCompress.Reader.ReadAllAsync(cancel))
        {
            if (Last(key) != page)
                continue;
            var before = page.Size;
            page.AddBrotli();
            lock (_room)
                if (Last(key) == page)
                    _size += page.Size - before;
        }
    }

    private StoredPage? Keep(StoreKey key, StoredPage? page)
    {
        if (page is null || !key.IsCanonical || page.Size > Capacity / 4)
            return page;
        lock (_room)
        {
            _size += page.Size - (_pages.TryGetValue(key, out var before) ? before.Size : 0);
            _pages[key] = page;
            while (_size > Capacity && _pages.Where(p => p.Value != page).MinBy(p => p.Value.LastAsked) is { Value: not null } oldest)
            {
                _pages.TryRemove(oldest);
                _size -= oldest.Value.Size;
            }
        }
        if (page.NeedsBrotli)
            _toCompress.Writer.TryWrite((key, page));
        return page;
    }
}
