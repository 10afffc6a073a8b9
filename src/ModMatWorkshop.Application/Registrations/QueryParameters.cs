using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>The parameters of a query string. A missing one is empty.</summary>
public sealed class QueryParameters(IEnumerable<KeyValuePair<string, StringValues>> pairs)
{
    private readonly Dictionary<string, StringValues> _values = new(pairs, StringComparer.OrdinalIgnoreCase);

    public StringValues this[string name] => _values.GetValueOrDefault(name);

    public static QueryParameters Parse(string queryString) => new(QueryHelpers.ParseQuery(queryString));
}
