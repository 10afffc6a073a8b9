using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ModMatWorkshop.Web.Store;

public enum Coding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>What an <c>Accept-Encoding</c> asks for (RFC 9110, 12.5.3), best first. What was read out of a header is kept by its text: there are a few of them in the world.</summary>
public static class AcceptedCodings
{
    private const int MostKept = 100;
    private static readonly Coding[] IdentityOnly = [Coding.Identity];
    private static readonly ConcurrentDictionary<string, Coding[]> Kept = [];

    public static Coding[] Of(StringValues header)
    {
        if (header.Count == 0)
            return IdentityOnly;
        if (header.Count == 1 && Kept.TryGetValue(header[0]!, out var codings))
            return codings;
        codings = Read(header);
        if (header.Count == 1 && Kept.Count < MostKept)
            Kept.TryAdd(header[0]!, codings);
        return codings;
    }

    /// <summary>Identity, unless it is named, stands behind whatever is accepted; who refuses everything gets it all the same, for want of an answer that says more.</summary>
    private static Coding[] Read(StringValues header)
    {
        if (!StringWithQualityHeaderValue.TryParseList(header, out var asked))
            return IdentityOnly;
        var any = Quality("*");
        var offered = new Dictionary<Coding, double>
        {
            [Coding.Brotli] = Quality("br") ?? any ?? 0,
            [Coding.Gzip] = Quality("gzip") ?? Quality("x-gzip") ?? any ?? 0,
            [Coding.Identity] = Quality("identity") ?? any ?? double.Epsilon,
        };
        var accepted = offered.Where(o => o.Value > 0).OrderByDescending(o => o.Value).ThenByDescending(o => o.Key).Select(o => o.Key).ToArray();
        return accepted.Length == 0 ? IdentityOnly : accepted;

        double? Quality(string name) => asked.FirstOrDefault(a => a.Value.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } value ? value.Quality ?? 1 : null;
    }
}
