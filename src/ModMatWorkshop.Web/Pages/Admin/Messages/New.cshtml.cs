using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Messages;

/// <summary>A message to whoever the address says. Nothing is kept before it is saved as a draft.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class NewModel(WorkshopDb db, WriteLock writeLock, AuditTrail audit, TimeProvider realTime, Words words) : PageModel
{
    public Guid Key { get; private set; } = Guid.NewGuid();

    public MessageForm Form { get; private set; } = MessageForm.Empty;

    public string Query { get; private set; } = "";

    public int Recipients { get; private set; }

    public string? Fault { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

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
        var actor = OrganiserSignIn.ActorOf(HttpContext);
        var saved = await writeLock.RunAsync(
            db,
            async () =>
            {
                await db.LockForWriteAsync(cancel);
                // Going back and sending the form again changes the draft that it has made, and so does a second press.
                if (await db.Messages.SingleOrDefaultAsync(m => m.Key == Key, cancel) is not { } message)
                    db.Messages.Add(
                        message = new()
                        {
                            Key = Key,
                            CreatedBy = actor.Name,
                            At = realTime.GetUtcNow(),
                        }
                    );
                if (message.State == MessageState.Draft)
                {
                    Form.WriteTo(message);
                    (message.Query, message.ToCancelled, message.At) = (Query, selection.IncludesCancelled, realTime.GetUtcNow());
                    await audit.WriteAsync(actor, "saved a message", cancel: cancel);
                }
                return message.Id;
            },
            cancel
        );
        return LocalRedirect($"/admin/messages/{saved}?done=saved");
    }

    private async Task<AttendeeSelection> LoadAsync(CancellationToken cancel)
    {
        var selection = AttendeeSelection.Read(new QueryParameters(Request.Query), allByDefault: true);
        Query = selection.ToQueryString();
        Recipients = await selection.Recipients(db).CountAsync(cancel);
        return selection;
    }
}
