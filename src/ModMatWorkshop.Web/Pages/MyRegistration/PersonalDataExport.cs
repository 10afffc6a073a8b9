using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages.MyRegistration;

/// <summary>Everything that the site holds about one person, for that person to download.</summary>
internal static class PersonalDataExport
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static async Task<byte[]> JsonAsync(WorkshopDb db, Registration registration, CancellationToken cancel)
    {
        var (id, number) = (registration.Id, registration.Number);
        var mails = await db
            .Outbox.AsNoTracking()
            .Where(m => m.RegistrationId == id)
            .OrderBy(m => m.Id)
            .Select(m => new
            {
                m.Kind,
                m.CreatedAt,
                m.SentAt,
                m.State,
            })
            .ToListAsync(cancel);
        var log = await db
            .AuditLog.AsNoTracking()
            .Where(e => e.Registration == number)
            .OrderBy(e => e.Id)
            .Select(e => new
            {
                e.At,
                e.Action,
                e.Result,
            })
            .ToListAsync(cancel);
        var changes = await db
            .RegistrationChanges.AsNoTracking()
            .Where(c => c.RegistrationId == id)
            .OrderBy(c => c.Id)
            .Select(c => new
            {
                c.At,
                c.Action,
                c.Before,
            })
            .ToListAsync(cancel);
        var notes = await db
            .RegistrationNotes.AsNoTracking()
            .Where(n => n.RegistrationId == id)
            .OrderBy(n => n.Id)
            .Select(n => new { n.At, n.Text })
            .ToListAsync(cancel);
        var presences = await db
            .Presences.AsNoTracking()
            .Where(p => p.RegistrationId == id)
            .OrderBy(p => p.Date)
            .ThenBy(p => p.Half)
            .Select(p => new
            {
                p.Date,
                p.Half,
                p.CheckedInAt,
                p.Heartbeats,
                p.FirstHeartbeat,
                p.LastHeartbeat,
                p.Correction,
                p.CorrectedAt,
            })
            .ToListAsync(cancel);
        var certificates = await db
            .Certificates.AsNoTracking()
            .Where(c => c.RegistrationId == id)
            .OrderBy(c => c.Issue)
            .Select(c => new
            {
                c.IssuedAt,
                c.ReplacedAt,
                c.RevokedAt,
            })
            .ToListAsync(cancel);
        var invitations = await db
            .Invitations.AsNoTracking()
            .Where(i => i.UsedBy == id)
            .OrderBy(i => i.CreatedAt)
            .Select(i => new
            {
                i.CreatedAt,
                i.Guest,
                i.Email,
            })
            .ToListAsync(cancel);
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                registration,
                invitations,
                presences,
                certificates,
                changes,
                notes,
                mails,
                log,
            },
            Readable
        );
    }
}
