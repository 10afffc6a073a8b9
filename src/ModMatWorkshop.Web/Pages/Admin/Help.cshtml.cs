using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Content.Markdown;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>The organisers' guide, in the language of the account.</summary>
public sealed class HelpModel(SiteContext siteContext) : PageModel
{
    public Guide Guide => HelpChapters.In(siteContext.Language);
}
