using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ModMatWorkshop.Web.PageCache;

public enum ContentCoding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>The content codings that an <c>Accept-Encoding</c> header accepts, best first (RFC 9110, 12.5.3).</summary>
public static class AcceptedEncodings
{
    private const int MaxParsedHeaders = 100;
    private static readonly ContentCoding[] IdentityOnly = [ContentCoding.Identity];

    // Browsers send only a few different values, so each is parsed once.
    private static readonly ConcurrentDictionary<string, ContentCoding[]> ParsedHeaders = [];

    public static ContentCoding[] Parse(StringValues header)
    {
        if (header.Count == 0)
            return IdentityOnly;
        var text = header.ToString();
        if (ParsedHeaders.TryGetValue(text, out var accepted))
            return accepted;
        accepted = ParseList(header);
        if (ParsedHeaders.Count < MaxParsedHeaders)
            ParsedHeaders.TryAdd(text, accepted);
        return accepted;
    }

    /// <summary>A client that refuses every coding gets the plain page: that helps more than a 406.</summary>
    private static ContentCoding[] ParseList(StringValues header)
    {
        if (!StringWithQualityHeaderValue.TryParseList(header, out var values))
            return IdentityOnly;
        var any = Quality("*");
        var offered = new Dictionary<ContentCoding, double>
        {
            [ContentCoding.Brotli] = Quality("br") ?? any ?? 0,
            [ContentCoding.Gzip] = Quality("gzip") ?? Quality("x-gzip") ?? any ?? 0,
            // Acceptable unless refused, but after every coding that the header names.
            [ContentCoding.Identity] = Quality("identity") ?? any ?? double.Epsilon,
        };
        var accepted = offered
            .Where(o => o.Value > 0)
            .OrderByDescending(o => o.Value)
            .ThenByDescending(o => o.Key)
            .Select(o => o.Key)
            .ToArray();
        return accepted.Length == 0 ? IdentityOnly : accepted;

        double? Quality(string name) =>
            values.FirstOrDefault(v => v.Value.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } value ? value.Quality ?? 1 : null;
    }
}
