namespace ModMatWorkshop.Web.Security;

/// <summary>Names a browser and its system, so that people recognise their own session in a list.</summary>
public static class UserAgentParser
{
    // The order matters: some user agents also contain names from further down this list.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ];

    /// <returns>For example "Firefox, Linux"; empty when neither is recognised.</returns>
    public static string Of(string userAgent) =>
        string.Join(", ", new[] { Find(Browsers, userAgent), Find(Systems, userAgent) }.OfType<string>());

    private static string? Find((string Sign, string Name)[] known, string userAgent) =>
        Array.Find(known, k => userAgent.Contains(k.Sign, StringComparison.Ordinal)).Name;
}
