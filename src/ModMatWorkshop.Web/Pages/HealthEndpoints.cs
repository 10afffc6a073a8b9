using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Web.Printables;

namespace ModMatWorkshop.Web.Pages;

/// <summary>The health endpoints for monitoring and load balancers.</summary>
public static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapRead(Routes.Alive, () => MachineReadableEndpoints.Text("alive\n", "text/plain; charset=utf-8"));
        app.MapRead(Routes.Ready, ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(
        WorkshopDb db,
        ContentImporter content,
        PdfRenderer renderer,
        ShutdownDrain drain,
        CancellationToken cancel
    )
    {
        if (drain.IsDraining)
            return Results.Json(new { ready = false, leaving = true }, statusCode: StatusCodes.Status503ServiceUnavailable);
        var version = await db.ContentStates.AsNoTracking().Select(s => s.Version).SingleAsync(cancel);
        return Results.Json(
            new
            {
                ready = version > 0,
                content = new
                {
                    version,
                    current = content.IsCurrent,
                    problems = (await content.ProblemsAsync(cancel)).Count,
                },
                // Reported only: without a mail server the site still does everything else, so it stays ready.
                mail = new
                {
                    waiting = await db.Outbox.CountAsync(m => m.State == MailState.Waiting, cancel),
                    failed = await db.Outbox.CountAsync(m => m.State == MailState.Failed, cancel),
                },
                printables = renderer.IsAvailable ? "weasyprint" : "weasyprint is missing: apt-get install weasyprint",
            },
            statusCode: version > 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
        );
    }
}
