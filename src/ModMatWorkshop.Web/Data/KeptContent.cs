using System.Collections.Concurrent;

namespace ModMatWorkshop.Web.Data;

/// <summary>
/// What many answers need of the content, kept in memory until the database says that there is another version of it. The version is read for each answer: it may be
/// another instance that has imported.
/// </summary>
public sealed class KeptContent
{
    private readonly ConcurrentDictionary<Type, (int Version, object Value)> _kept = [];

    /// <param name="version">Read before anything that <paramref name="read"/> reads, so that what is kept is never older than it says.</param>
    /// <param name="read">Always the same for a type. Whoever gets the value shares it with others.</param>
    public async ValueTask<T> GetAsync<T>(int version, Func<Task<T>> read)
        where T : class
    {
        if (_kept.TryGetValue(typeof(T), out var kept) && kept.Version == version)
            return (T)kept.Value;
        var value = await read();
        _kept[typeof(T)] = (version, value);
        return value;
    }
}
