using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Content.Markdown;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>The organisers' guide, in the language of the account.</summary>
[Authorize(Policy = OrganiserSignIn.Helper)]
public sealed class HelpModel(SiteContext siteContext) : PageModel
{
    public Guide Guide => HelpChapters.In(siteContext.Language);
}
