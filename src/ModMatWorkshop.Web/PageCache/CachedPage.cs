using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.PageCache;

/// <summary>A response that is the same for everybody, in each content coding, with an ETag for each.</summary>
public sealed class CachedPage
{
    private static readonly StringValues Vary = HeaderNames.AcceptEncoding;

    // Browsers may keep the page, but ask each time whether it has changed; the usual answer is a 304.
    private static readonly StringValues CacheControl = "no-cache";

    private readonly KeyValuePair<string, StringValues>[] _ownHeaders;
    private readonly Variant _identity;
    private readonly Variant _gzip;
    private volatile Variant? _brotli;
    private Action? _askForBrotli;
    private long _validUntil;

    /// <param name="ownHeaders">The headers of this page, besides those that all pages have.</param>
    /// <param name="previous">The page cached before; if its bytes are the same, they are not compressed again.</param>
    public CachedPage(byte[] bytes, KeyValuePair<string, StringValues>[] ownHeaders, CachedPage? previous)
    {
        _ownHeaders = ownHeaders;
        if (previous is not null && previous._identity.Bytes.Span.SequenceEqual(bytes))
        {
            (_identity, _gzip, _brotli) = (previous._identity, previous._gzip, previous._brotli);
            return;
        }
        _identity = new(bytes, StringValues.Empty);
        _gzip = new(Gzip(bytes), "gzip");
    }

    /// <summary>The version of the content that the page was rendered from, or an older one.</summary>
    public required long ContentVersion { get; init; }

    /// <summary>The version of the registrations; null when the page does not depend on them.</summary>
    public required long? RegistrationsVersion { get; init; }

    /// <summary>When the page was rendered, on the site's clock. The page is not valid before, because the clock may be set back.</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>When the page changes by itself, on the site's clock.</summary>
    public required DateTimeOffset ValidUntil
    {
        get => new(Volatile.Read(ref _validUntil), TimeSpan.Zero);
        init => _validUntil = value.UtcTicks;
    }

    /// <summary>Milliseconds of <see cref="Environment.TickCount64"/>.</summary>
    public long LastUsed { get; private set; } = Environment.TickCount64;

    public long Size => _identity.Bytes.Length + _gzip.Bytes.Length + (_brotli?.Bytes.Length ?? 0);

    public bool NeedsBrotli => _brotli is null;

    public bool IsFresh(DataVersions versions, DateTimeOffset now) =>
        ContentVersion >= versions.Content
        && (RegistrationsVersion is not { } registrations || registrations >= versions.Registrations)
        && now >= ValidFrom
        && now < ValidUntil;

    /// <summary>Serves the page a little longer, because it could not be rendered again.</summary>
    public void ExtendTo(DateTimeOffset validUntil) => Volatile.Write(ref _validUntil, validUntil.UtcTicks);

    /// <summary>Sets what is called once, when a reader accepts Brotli and the page has no such variant yet.</summary>
    public void AskForBrotliWith(Action ask) => _askForBrotli = ask;

    /// <summary>Adds the smallest variant, which takes too long to make while a request waits.</summary>
    public void AddBrotli()
    {
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(_identity.Bytes.Length)];
        if (BrotliEncoder.TryCompress(_identity.Bytes.Span, compressed, out var length, quality: 11, window: 22))
            _brotli = new(compressed.AsSpan(0, length).ToArray(), "br");
    }

    /// <summary>Answers the request: the page in the best accepted coding, its headers only (HEAD), or a 304.</summary>
    public Task WriteAsync(IFeatureCollection features, bool isHttps)
    {
        LastUsed = Environment.TickCount64;
        var request = features.GetRequiredFeature<IHttpRequestFeature>();
        var response = features.GetRequiredFeature<IHttpResponseFeature>();
        var headers = response.Headers;
        headers.Vary = Vary;
        headers.CacheControl = CacheControl;
        if (MatchingVariant(request.Headers.IfNoneMatch) is { } match)
        {
            // The client keeps the other headers with its copy of the page (RFC 9110, 15.4.5).
            headers.ETag = match.ETag;
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        var variant = BestVariant(request.Headers.AcceptEncoding);
        headers.ETag = variant.ETag;
        SecurityHeaders.Set(headers, isHttps);
        foreach (var (name, value) in _ownHeaders)
            headers[name] = value;
        if (variant.Coding.Count > 0)
            headers.ContentEncoding = variant.Coding;
        headers.ContentLength = variant.Bytes.Length;
        if (HttpMethods.IsHead(request.Method))
            return Task.CompletedTask;
        var writing = features.GetRequiredFeature<IHttpResponseBodyFeature>().Writer.WriteAsync(variant.Bytes);
        return writing.IsCompletedSuccessfully ? Task.CompletedTask : writing.AsTask();
    }

    private Variant BestVariant(StringValues acceptEncoding)
    {
        foreach (var coding in AcceptedEncodings.Parse(acceptEncoding))
            if (
                (
                    coding switch
                    {
                        ContentCoding.Brotli => _brotli ?? AskForBrotli(),
                        ContentCoding.Gzip => _gzip,
                        _ => _identity,
                    }
                ) is
                { } variant
            )
                return variant;
        return _identity;
    }

    /// <returns>Null: this reader gets another coding, and the next ones do not wait.</returns>
    private Variant? AskForBrotli()
    {
        if (_askForBrotli is not null)
            Interlocked.Exchange(ref _askForBrotli, null)?.Invoke();
        return null;
    }

    /// <summary>The variant that the client already has. It may have another coding than it would get now; it is the same page.</summary>
    private Variant? MatchingVariant(StringValues ifNoneMatch)
    {
        if (ifNoneMatch.Count == 0)
            return null;
        if (_brotli is { } brotli && brotli.Matches(ifNoneMatch))
            return brotli;
        return _gzip.Matches(ifNoneMatch) ? _gzip
            : _identity.Matches(ifNoneMatch) ? _identity
            : null;
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize))
            gzip.Write(bytes);
        return compressed.ToArray();
    }

    private sealed class Variant(ReadOnlyMemory<byte> bytes, StringValues coding)
    {
        public ReadOnlyMemory<byte> Bytes { get; } = bytes;

        public StringValues Coding { get; } = coding;

        /// <summary>Covers the security headers too, because a 304 does not repeat them.</summary>
        public StringValues ETag { get; } =
            $"\"{Base64Url.EncodeToString(SHA256.HashData([.. SecurityHeaders.Hash, .. bytes.Span]).AsSpan(0, 12))}\"";

        // Almost always the header is one strong ETag. It is parsed only when it is a list, a star or a weak tag.
        public bool Matches(StringValues ifNoneMatch) =>
            ifNoneMatch == ETag
            || ifNoneMatch.ToString().AsSpan().IndexOfAny(',', '*', '/') >= 0
                && EntityTagHeaderValue.TryParseList(ifNoneMatch, out var tags)
                && tags.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Tag == ETag[0]);
    }
}
