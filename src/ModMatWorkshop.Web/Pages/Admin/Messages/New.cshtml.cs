using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Messages;

/// <summary>A new message to the people that the query selects. Nothing is stored until it is saved as a draft.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class NewModel(WorkshopDb db, MessageService messages, SiteContext siteContext, Words words) : PageModel
{
    public Guid Key { get; private set; } = Guid.NewGuid();

    public MessageForm Form { get; private set; } = MessageForm.Empty;

    public string Query { get; private set; } = "";

    public int Recipients { get; private set; }

    public string? Fault { get; private set; }

    /// <summary>True for a message to those who came, which is the default once the workshop is over.</summary>
    public bool IsToThoseWhoCame { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Request.Query.Count == 0 && siteContext.Now >= (await RegistrationContext.ReadAsync(db, cancel)).Policy.End)
            return LocalRedirect($"/admin/messages/new{new AttendeeQuery { Came = AttendeePresence.Came }.ToQueryString()}");
        await LoadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? key, CancellationToken cancel)
    {
        var selection = await LoadAsync(cancel);
        Form = MessageForm.Read(Request.Form);
        Key = Guid.TryParseExact(key, "N", out var form) ? form : Key;
        if (Form.IsTooLong)
        {
            Fault = words.MessageTooLong(MessageForm.MaxSubject, MessageForm.MaxBody);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        var saved = await messages.CreateDraftAsync(Key, selection, Form.WriteTo, OrganiserSignIn.ActorOf(HttpContext), cancel);
        return LocalRedirect($"/admin/messages/{saved}?done=saved");
    }

    private async Task<AttendeeSelection> LoadAsync(CancellationToken cancel)
    {
        var selection = AttendeeSelection.Read(new QueryParameters(Request.Query), allByDefault: true);
        Query = selection.ToQueryString();
        IsToThoseWhoCame = selection is { Numbers: null, Query.Came: AttendeePresence.Came };
        Recipients = await selection.Recipients(db).CountAsync(cancel);
        return selection;
    }
}
