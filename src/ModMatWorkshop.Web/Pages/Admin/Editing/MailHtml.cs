using System.Text.RegularExpressions;

namespace ModMatWorkshop.Web.Pages.Admin.Editing;

/// <summary>The HTML of a mail on a page of the site.</summary>
public static partial class MailHtml
{
    /// <summary>Without the picture of the ticket, which only the mail carries.</summary>
    public static string ForPage(string html) => Picture().Replace(html, "");

    [GeneratedRegex("<img[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Picture();
}
