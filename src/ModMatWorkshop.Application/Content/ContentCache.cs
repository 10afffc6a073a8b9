using System.Collections.Concurrent;

namespace ModMatWorkshop.Application.Content;

/// <summary>
/// What many answers need of the content, kept in memory until another version of it is known.
/// </summary>
public sealed class ContentCache
{
    private readonly ConcurrentDictionary<Type, (long Version, object Value)> _kept = [];

    /// <param name="version">As <see cref="Data.DataVersions"/> had it before <paramref name="read"/> reads anything: what is kept is never
    /// older than it says.</param>
    /// <param name="read">Always the same for a type. Whoever gets the value shares it with others.</param>
    public async ValueTask<T> GetAsync<T>(long version, Func<Task<T>> read)
        where T : class
    {
        if (_kept.TryGetValue(typeof(T), out var kept) && kept.Version == version)
            return (T)kept.Value;
        var value = await read();
        _kept[typeof(T)] = (version, value);
        return value;
    }
}
