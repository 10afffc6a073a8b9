using System.Collections.Concurrent;
using System.Reflection.Metadata;
using System.Threading.Channels;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Web.PageCache;

/// <summary>The cached pages, in memory. When they exceed <see cref="Capacity"/>, the least recently used page is removed.</summary>
public sealed class PageCacheStore
{
    /// <summary>Bytes of all pages in all content codings.</summary>
    public const long Capacity = 32 << 20;

    private readonly ConcurrentDictionary<PageCacheKey, CachedPage> _pages = [];
    private readonly ConcurrentDictionary<PageCacheKey, Task<CachedPage?>> _rendering = [];
    private readonly Channel<(PageCacheKey Key, CachedPage Page)> _toCompress = Channel.CreateUnbounded<(PageCacheKey, CachedPage)>();
    private readonly Lock _sizeLock = new();
    private readonly DataVersions _versions;
    private readonly SiteClock _clock;
    private long _size;

    public PageCacheStore(DataVersions versions, SiteClock clock)
    {
        (_versions, _clock) = (versions, clock);
        if (MetadataUpdater.IsSupported)
            HotReload.Applied += Clear;
    }

    public CachedPage? FindFresh(PageCacheKey key) =>
        _pages.TryGetValue(key, out var page) && page.IsFresh(_versions, _clock.GetUtcNow()) ? page : null;

    public CachedPage? FindFreshOrStale(PageCacheKey key) => _pages.GetValueOrDefault(key);

    /// <summary>Renders a page once for all requests that miss it at the same time: the first renders, the others wait.</summary>
    /// <param name="render">Returns null when it has written an answer that cannot be cached.</param>
    /// <returns>The page, or null when there is none to share; and whether <paramref name="render"/> ran for this request.</returns>
    public async Task<(CachedPage? Page, bool HasRendered)> RenderOnceAsync(
        PageCacheKey key,
        Func<Task<CachedPage?>> render,
        CancellationToken cancel
    )
    {
        var rendered = new TaskCompletionSource<CachedPage?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = _rendering.GetOrAdd(key, rendered.Task);
        if (first != rendered.Task)
            return (await first.WaitAsync(cancel), false);
        CachedPage? page = null;
        try
        {
            // Another request may have finished rendering between our lookup and GetOrAdd.
            page = FindFresh(key) ?? Add(key, await render());
            return (page, true);
        }
        finally
        {
            _rendering.TryRemove(key, out _);
            rendered.SetResult(page);
        }
    }

    public void Clear()
    {
        lock (_sizeLock)
        {
            _pages.Clear();
            _size = 0;
        }
    }

    /// <summary>Compresses the pages that readers want in Brotli, one after the other, until cancelled.</summary>
    public async Task CompressAsync(CancellationToken cancel)
    {
        await foreach (var (key, page) in _toCompress.Reader.ReadAllAsync(cancel))
        {
            if (FindFreshOrStale(key) != page)
                continue;
            var before = page.Size;
            page.AddBrotli();
            lock (_sizeLock)
                if (FindFreshOrStale(key) == page)
                    _size += page.Size - before;
        }
    }

    private CachedPage? Add(PageCacheKey key, CachedPage? page)
    {
        if (page is null || !key.IsCanonical || page.Size > Capacity / 4)
            return page;
        if (page.NeedsBrotli)
            page.AskForBrotliWith(() => _toCompress.Writer.TryWrite((key, page)));
        lock (_sizeLock)
        {
            _size += page.Size - (_pages.TryGetValue(key, out var before) ? before.Size : 0);
            _pages[key] = page;
            while (_size > Capacity && _pages.Where(p => p.Value != page).MinBy(p => p.Value.LastUsed) is { Value: not null } oldest)
            {
                _pages.TryRemove(oldest);
                _size -= oldest.Value.Size;
            }
        }
        return page;
    }
}
