using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Web.Pages;

/// <summary>A page with a text from the content folder, <c>pages/{slug}.md</c>.</summary>
public abstract class TextPageModel(WorkshopDb db, string slug) : PageModel
{
    public Domain.Programme.Page Text { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var page = await db.Pages.AsNoTracking().FirstOrDefaultAsync(p => p.Slug == slug, cancel);
        if (page is null)
            return NotFound();
        Text = page;
        return Page();
    }
}

/// <summary>A page of the content that the site itself does not know, by its address in the language of the request.</summary>
public sealed class OwnPageModel(WorkshopDb db, SiteContext siteContext) : PageModel
{
    public Domain.Programme.Page Text { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var pages = (await siteContext.OutlineAsync()).Pages;
        if (pages.FirstOrDefault(p => p.Addresses?.In(siteContext.Language) == slug) is not { } link)
            return NotFound();
        siteContext.OwnPage = link.Route;
        Text = await db.Pages.AsNoTracking().SingleAsync(p => p.Slug == link.Slug, cancel);
        return Page();
    }
}

public sealed class ContactModel(WorkshopDb db) : TextPageModel(db, "contact");

public sealed class LegalNoticeModel(WorkshopDb db) : TextPageModel(db, "legal-notice");

public sealed class PrivacyModel(WorkshopDb db) : TextPageModel(db, "privacy");

public sealed class AccessibilityModel(WorkshopDb db) : TextPageModel(db, "accessibility");

public sealed class PracticalInfoModel(WorkshopDb db) : TextPageModel(db, "practical-info");
