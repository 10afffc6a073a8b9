using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>The board: how many come, who eats, who waits, did the mail go out.</summary>
public sealed class IndexModel : PageModel;
