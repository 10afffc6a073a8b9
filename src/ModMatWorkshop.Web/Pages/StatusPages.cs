using System.Globalization;

namespace ModMatWorkshop.Web.Pages;

/// <summary>Where the pages for 404, 500 and their like stand.</summary>
public static class StatusPages
{
    public const string Template = "/status/{0}";

    public static string Path(int status) => string.Create(CultureInfo.InvariantCulture, $"/status/{status}");
}
