using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Addresses;

/// <summary>
/// The address under which the site is known, from <c>Site:BaseUrl</c>, never from a request's Host. No slash at its end.
/// </summary>
public sealed record SiteAddress(string BaseUrl)
{
    /// <summary>The whole address of a path that begins with a slash.</summary>
    public string Of(string path) => BaseUrl + (path == "/" ? "" : path);

    /// <summary>The whole address of a material, which that of a link is already.</summary>
    public string Of(Material material) => material.File is null ? material.Url : Of(material.Url);

    public bool IsHttps => BaseUrl.StartsWith("https:", StringComparison.Ordinal);

    public string Host => new Uri(BaseUrl).Host;
}
