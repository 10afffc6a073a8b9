using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Store;

/// <summary>An answer that is the same for everybody, as it goes over the wire in each coding, and what it was made of.</summary>
public sealed class StoredPage
{
    private static readonly StringValues Vary = HeaderNames.AcceptEncoding;
    // Whoever keeps the page asks each time whether it is still the same: the answer to that is the shortest there is.
    private static readonly StringValues AskEachTime = "no-cache";

    private readonly long _content;
    private readonly long? _registrations;
    private readonly KeyValuePair<string, StringValues>[] _ownHeaders;
    private readonly Body _identity;
    private readonly Body _gzip;
    private volatile Body? _brotli;
    private readonly long _from;
    private long _until;

    /// <param name="content">The version of the content that the page was made of, or an older one.</param>
    /// <param name="registrations">That of the registrations; null when the page does not tell of them.</param>
    /// <param name="from">When it was made, on the site's clock: before that, should the clock be set back, it was another.</param>
    /// <param name="until">When it changes by itself, on the site's clock.</param>
    /// <param name="ownHeaders">What it said of itself, beside what all pages say.</param>
    /// <param name="before">The page as it was before: what has stayed the same is not compressed again.</param>
    public StoredPage(byte[] bytes, long content, long? registrations, DateTimeOffset from, DateTimeOffset until, KeyValuePair<string, StringValues>[] ownHeaders, StoredPage? before)
    {
        (_content, _registrations, _from, _until, _ownHeaders) = (content, registrations, from.UtcTicks, until.UtcTicks, ownHeaders);
        if (before is not null && before._identity.Bytes.Span.SequenceEqual(bytes))
        {
            (_identity, _gzip, _brotli) = (before._identity, before._gzip, before._brotli);
            return;
        }
        _identity = new(bytes, StringValues.Empty);
        _gzip = new(Gzip(bytes), "gzip");
    }

    /// <summary>Milliseconds of <see cref="Environment.TickCount64"/>.</summary>
    public long LastAsked { get; private set; } = Environment.TickCount64;

    public long Size => _identity.Bytes.Length + _gzip.Bytes.Length + (_brotli?.Bytes.Length ?? 0);

    public bool NeedsBrotli => _brotli is null;

    public bool IsFresh(KnownVersions versions, DateTimeOffset now) =>
        _content >= versions.Content && (_registrations is not { } told || told >= versions.Registrations) && now.UtcTicks >= _from && now.UtcTicks < Volatile.Read(ref _until);

    /// <summary>It could not be made anew: it is good for a moment longer.</summary>
    public void Prolong(DateTimeOffset until) => Volatile.Write(ref _until, until.UtcTicks);

    /// <summary>The best compression, which takes too long for somebody to wait for.</summary>
    public void AddBrotli()
    {
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(_identity.Bytes.Length)];
        if (BrotliEncoder.TryCompress(_identity.Bytes.Span, compressed, out var length, quality: 11, window: 22))
            _brotli = new(compressed.AsSpan(0, length).ToArray(), "br");
    }

    public Task AnswerAsync(IFeatureCollection exchange, bool isHttps)
    {
        LastAsked = Environment.TickCount64;
        var request = exchange.GetRequiredFeature<IHttpRequestFeature>();
        var response = exchange.GetRequiredFeature<IHttpResponseFeature>();
        var body = BodyFor(request.Headers.AcceptEncoding);
        var known = Known(request.Headers.IfNoneMatch);
        var headers = response.Headers;
        SecurityHeaders.Set(headers, isHttps);
        headers.ETag = (known ?? body).ETag;
        headers.Vary = Vary;
        headers.CacheControl = AskEachTime;
        if (known is not null)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        foreach (var (name, value) in _ownHeaders)
            headers[name] = value;
        if (body.Coding.Count > 0)
            headers.ContentEncoding = body.Coding;
        headers.ContentLength = body.Bytes.Length;
        if (HttpMethods.IsHead(request.Method))
            return Task.CompletedTask;
        var writing = exchange.GetRequiredFeature<IHttpResponseBodyFeature>().Writer.WriteAsync(body.Bytes);
        return writing.IsCompletedSuccessfully ? Task.CompletedTask : writing.AsTask();
    }

    private Body BodyFor(StringValues acceptEncoding)
    {
        foreach (var coding in AcceptedCodings.Of(acceptEncoding))
            if ((coding switch { Coding.Brotli => _brotli, Coding.Gzip => _gzip, _ => _identity }) is { } body)
                return body;
        return _identity;
    }

    /// <summary>What the reader has already. In whichever coding it is, it is this page.</summary>
    private Body? Known(StringValues ifNoneMatch)
    {
        if (ifNoneMatch.Count == 0)
            return null;
        if (_brotli is { } brotli && IsKnown(brotli))
            return brotli;
        return IsKnown(_gzip) ? _gzip : IsKnown(_identity) ? _identity : null;

        bool IsKnown(Body body) =>
            ifNoneMatch == body.ETag
            || ifNoneMatch.ToString().AsSpan().IndexOfAny(',', '*', '/') >= 0 && EntityTagHeaderValue.TryParseList(ifNoneMatch, out var tags) && tags.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Tag == body.ETag[0]);
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize))
            gzip.Write(bytes);
        return compressed.ToArray();
    }

    private sealed class Body(ReadOnlyMemory<byte> bytes, StringValues coding)
    {
        public ReadOnlyMemory<byte> Bytes { get; } = bytes;

        public StringValues Coding { get; } = coding;

        public StringValues ETag { get; } = $"\"{Base64Url.EncodeToString(SHA256.HashData(bytes.Span).AsSpan(0, 12))}\"";
    }
}
