using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Addresses;

/// <summary>
/// The public address of the site, from <c>Site:BaseUrl</c> and never from the Host header of a request. It has no slash at its end.
/// </summary>
public sealed record SiteAddress(string BaseUrl)
{
    /// <summary>The absolute URL of a path that begins with a slash.</summary>
    public string Of(string path) => BaseUrl + (path == "/" ? "" : path);

    /// <summary>The URL by which a calendar program subscribes to a calendar, instead of importing it once.</summary>
    public string Subscription(string path) => "webcal" + Of(path)[BaseUrl.IndexOf(':', StringComparison.Ordinal)..];

    /// <summary>The absolute URL of a material. The URL of a link is absolute already.</summary>
    public string Of(Material material) => material.File is null ? material.Url : Of(material.Url);

    public bool IsHttps => BaseUrl.StartsWith("https:", StringComparison.Ordinal);

    public string Host => new Uri(BaseUrl).Host;
}
