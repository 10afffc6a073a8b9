using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content.Formulas;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Web.Printables;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages;

/// <summary>
/// The health endpoints for monitoring and load balancers. Strangers read no more than whether the site is alive and ready: from a number
/// of mails they could tell whether the address that they typed into a form is known.
/// </summary>
public static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapRead(Routes.Alive, () => MachineReadableEndpoints.Text("alive\n", "text/plain; charset=utf-8"));
        app.MapRead(Routes.Ready, ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(
        HttpContext http,
        WorkshopDb db,
        ContentImporter content,
        PdfRenderer renderer,
        DrawingRenderer drawings,
        ShutdownDrain drain,
        SiteSettings settings,
        CancellationToken cancel
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        var version = await db.ContentStates.AsNoTracking().Select(s => s.Version).SingleAsync(cancel);
        var ready = version > 0 && !drain.IsDraining;
        object answer = MayReadDetails(http, settings.HealthToken)
            ? new
            {
                ready,
                leaving = drain.IsDraining,
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
                card = drawings.IsAvailable ? "pdftocairo" : $"pdftocairo is missing: apt-get install weasyprint {DrawingRenderer.Package}",
                formulas = FormulaRenderer.Shared.IsInstalled ? "katex" : $"katex is missing: apt-get install {FormulaRenderer.Packages}",
            }
            : new { ready };
        return Results.Json(answer, statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static bool MayReadDetails(HttpContext http, string? token) =>
        OrganiserSignIn.May(http.User, OrganiserArea.Site)
        || token is not null
            && AuthenticationHeaderValue.TryParse(http.Request.Headers.Authorization, out var given)
            && given is { Parameter: { } typed }
            && given.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(Hash(typed), Hash(token));

    /// <summary>Hashes of one length, so that the comparison does not reveal the length of the token either.</summary>
    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
