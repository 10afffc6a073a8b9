using System.Collections.Concurrent;

namespace ModMatWorkshop.Application.Content;

/// <summary>Values computed from the content, cached in memory until the content version changes. One value for each type.</summary>
public sealed class ContentCache
{
    private readonly ConcurrentDictionary<Type, (long Version, object Value)> _values = [];

    /// <param name="version">The version in <see cref="Data.DataVersions"/>, read before <paramref name="read"/> is called, so that the
    /// value is at least that recent.</param>
    /// <param name="read">Loads the value; always the same function for a type. Callers share the value and do not change it.</param>
    public async ValueTask<T> GetAsync<T>(long version, Func<Task<T>> read)
        where T : class
    {
        if (_values.TryGetValue(typeof(T), out var cached) && cached.Version == version)
            return (T)cached.Value;
        var value = await read();
        _values[typeof(T)] = (version, value);
        return value;
    }
}
