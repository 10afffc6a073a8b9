using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Tests.Hosting;

/// <summary>Direct access to accounts, authenticator codes and mails of a site, for sign-in tests.</summary>
public static class AccountTestHelpers
{
    public static async Task<T> InAsync<T>(this SiteFactory site, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public static Task<T> InDbAsync<T>(this SiteFactory site, Func<WorkshopDb, Task<T>> work) =>
        site.InAsync(services => work(services.GetRequiredService<WorkshopDb>()));

    public static Task<Organiser> AccountAsync(this SiteFactory site, string email) =>
        site.InDbAsync(db => db.Organisers.AsNoTracking().SingleAsync(o => o.Email == email));

    public static Task ChangeAsync(this SiteFactory site, string email, Action<Organiser> change) =>
        site.InDbAsync(async db =>
        {
            change(await db.Organisers.SingleAsync(o => o.Email == email));
            return await db.SaveChangesAsync();
        });

    /// <summary>Gives the account an authenticator application, as if it had been set up long ago.</summary>
    public static Task EnrolAsync(this SiteFactory site, string email) =>
        site.ChangeAsync(email, organiser => (organiser.TwoFactorEnabled, organiser.TotpGeneration) = (true, 1));

    /// <summary>The code that the authenticator application shows now. It is valid even if it has been used before.</summary>
    public static async Task<string> CodeAsync(this SiteFactory site, string email)
    {
        await site.ChangeAsync(email, organiser => organiser.LastTotpStep = 0);
        var account = await site.AccountAsync(email);
        return await site.InAsync(services =>
            Task.FromResult(Totp.Code(services.GetRequiredService<SecondFactors>().SecretOf(account), Totp.StepAt(DateTimeOffset.UtcNow)))
        );
    }

    /// <summary>The lines of the audit log, oldest first: <c>actor: action, result</c>.</summary>
    public static Task<List<string>> LogAsync(this SiteFactory site) =>
        site.InDbAsync(db =>
            db.AuditLog.AsNoTracking()
                .OrderBy(e => e.Id)
                .Select(e => e.Actor + ": " + e.Action + (e.Result == null ? "" : ", " + e.Result))
                .ToListAsync()
        );

    /// <summary>The text of the last mail to an address, once it has been sent.</summary>
    public static async Task<string> LastMailAsync(this SiteFactory site, string email, MailKind? kind = null)
    {
        site.Services.GetRequiredService<OutboxSignal>().Set();
        var deadline = Environment.TickCount64 + 60_000;
        while (await site.InDbAsync(db => db.Outbox.AnyAsync(m => m.State == MailState.Waiting)))
        {
            Assert.True(Environment.TickCount64 < deadline, "The mail is not sent.");
            await Task.Delay(50);
        }
        var id = (await site.AccountAsync(email)).Id;
        var last = await site.InDbAsync(db =>
            db.Outbox.AsNoTracking()
                .Where(m => m.OrganiserId == id && (kind == null || m.Kind == kind))
                .OrderByDescending(m => m.Id)
                .FirstAsync()
        );
        using var mail = await MimeMessage.LoadAsync(Path.Combine(site.DataPath, "mail", $"{last.MessageId}.eml"));
        return mail.TextBody!;
    }

    /// <summary>The path of the one-time link in a mail.</summary>
    public static string LinkIn(string mail) =>
        string.Create(CultureInfo.InvariantCulture, $"/admin/password?token={mail.Split("/admin/password?token=")[1].Split('>')[0]}");

    public static Task<int> SessionsAsync(this SiteFactory site, string email) =>
        site.InDbAsync(async db =>
        {
            var id = await db.Organisers.Where(o => o.Email == email).Select(o => o.Id).SingleAsync();
            return await db.OrganiserSessions.CountAsync(s => s.OrganiserId == id);
        });

    public static Task<int> PasskeysAsync(this SiteFactory site, string email) =>
        site.InDbAsync(db =>
            db.Set<IdentityUserPasskey<Guid>>().CountAsync(p => db.Organisers.Any(o => o.Id == p.UserId && o.Email == email))
        );
}
