using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Web.Pages.Admin.Messages;

/// <param name="People">The number of recipients; null for a draft.</param>
public sealed record MessageLine(Message Message, int? People, int Failed, bool IsOver)
{
    public string State => Message.State == MessageState.Sending && IsOver ? "Sent" : Message.State.ToString();
}

/// <summary>The messages of organisers, latest first.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(WorkshopDb db) : PageModel
{
    public IReadOnlyList<MessageLine> Messages { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Messages = [
            .. (
                await db
                    .Messages.AsNoTracking()
                    .OrderByDescending(m => m.Id)
                    .Take(200)
                    .Select(m => new
                    {
                        Message = m,
                        People = db
                            .Batches.Where(b => b.MessageId == m.Id)
                            .SelectMany(b => db.BatchItems.Where(i => i.BatchId == b.Id))
                            .Count(),
                        Failed = db.Outbox.Count(o => o.TextId == m.Id && o.To == null && o.State == MailState.Failed),
                        IsOver = !db.Batches.Any(b => b.MessageId == m.Id && b.State != BatchState.Finished)
                            && !db.Outbox.Any(o => o.TextId == m.Id && o.To == null && o.State == MailState.Waiting),
                    })
                    .ToListAsync(cancel)
            ).Select(m => new MessageLine(m.Message, m.Message.State == MessageState.Draft ? null : m.People, m.Failed, m.IsOver)),
        ];
}
