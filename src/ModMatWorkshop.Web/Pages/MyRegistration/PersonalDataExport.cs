using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Fees;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages.MyRegistration;

/// <summary>Everything that the site stores about one person, for that person to download.</summary>
internal static class PersonalDataExport
{
    private static readonly string[] Addresses =
    [
        nameof(Registration.Email),
        nameof(Registration.NewEmail),
        nameof(Registration.PreviousEmail),
    ];

    private static readonly string[] Counters =
    [
        nameof(Registration.Number),
        nameof(Registration.SeatNumber),
        nameof(Registration.LineNumber),
        nameof(Registration.KeptSeatNumber),
        nameof(Registration.KeptSeat),
        // They contain positions on waiting lists, which are counted together with those for seats.
        nameof(Registration.OptionPlaces),
        nameof(RegistrationState.Options),
    ];

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { ShowAddresses, HideCounters } },
    };

    /// <summary>Writes addresses as people read them.</summary>
    private static void ShowAddresses(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => Addresses.Contains(p.Name)))
            if (property.Get is { } get)
                property.Get = of => get(of) is string address ? EmailAddress.Display(address) : null;
    }

    /// <summary>
    /// Leaves the numbers out of a registration that is not confirmed. From two of their own, a stranger could tell whether a third person,
    /// whose address they typed in between, was new.
    /// </summary>
    private static void HideCounters(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => Counters.Contains(p.Name)))
            property.ShouldSerialize = (of, _) => of is not (Registration { ConfirmedAt: null } or RegistrationState { ConfirmedAt: null });
    }

    public static async Task<byte[]> JsonAsync(WorkshopDb db, Registration registration, CancellationToken cancel)
    {
        var id = registration.Id;
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                registration,
                files = await FilesAsync(db, id, cancel),
                otherAnswers = await OtherAnswersAsync(db, id, cancel),
                invitations = await InvitationsAsync(db, id, cancel),
                presences = await PresencesAsync(db, id, cancel),
                certificates = await CertificatesAsync(db, id, cancel),
                changes = await ChangesAsync(db, id, cancel),
                notes = await NotesAsync(db, id, cancel),
                fees = await FeesAsync(db, id, cancel),
                submissions = await SubmissionsAsync(db, registration, cancel),
                mails = await MailsAsync(db, id, cancel),
                log = await AuditLogAsync(db, registration.Number, cancel),
            },
            Readable
        );
    }

    private static async Task<object> OtherAnswersAsync(WorkshopDb db, Guid id, CancellationToken cancel) =>
        await db
            .AnswerProposals.AsNoTracking()
            .Where(p => p.RegistrationId == id)
            .Select(p => new
            {
                p.SentAt,
                p.Attendance,
                p.Details,
                p.IsLate,
                p.RefusedAt,
                p.Reason,
            })
            .ToListAsync(cancel);

    /// <summary>The files of answers and proposals. The page of the person has the files themselves.</summary>
    private static async Task<object> FilesAsync(WorkshopDb db, Guid id, CancellationToken cancel) =>
        await db
            .AnswerFiles.AsNoTracking()
            .Where(f => f.RegistrationId == id)
            .OrderBy(f => f.At)
            .Select(f => new
            {
                f.Question,
                f.Name,
                f.Length,
                f.Hash,
                f.At,
                f.IsAnswer,
            })
            .ToListAsync(cancel);

    private static async Task<object> InvitationsAsync(WorkshopDb db, Guid id, CancellationToken cancel) =>
        await db
            .Invitations.AsNoTracking()
            .Where(i => i.UsedBy == id)
            .OrderBy(i => i.CreatedAt)
            .Select(i => new
            {
                i.CreatedAt,
                i.Guest,
                i.Email,
                i.Parts,
            })
            .ToListAsync(cancel);

    private static async Task<object> PresencesAsync(WorkshopDb db, Guid id, CancellationToken cancel) =>
        await db
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
                p.StreamSeconds,
                p.FirstHeartbeat,
                p.LastHeartbeat,
                p.Correction,
                p.CorrectedAt,
            })
            .ToListAsync(cancel);

    private static async Task<object> CertificatesAsync(WorkshopDb db, Guid id, CancellationToken cancel) =>
        await db
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

    private static async Task<object> ChangesAsync(WorkshopDb db, Guid id, CancellationToken cancel) =>
        await db
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

    private static async Task<object> NotesAsync(WorkshopDb db, Guid id, CancellationToken cancel) =>
        await db
            .RegistrationNotes.AsNoTracking()
            .Where(n => n.RegistrationId == id)
            .OrderBy(n => n.Id)
            .Select(n => new { n.At, n.Text })
            .ToListAsync(cancel);

    /// <summary>The submissions to the call with the same address, if both are confirmed: then one person owns them.</summary>
    private static async Task<object> SubmissionsAsync(WorkshopDb db, Registration registration, CancellationToken cancel) =>
        await db
            .Submissions.AsNoTracking()
            .Where(s => registration.ConfirmedAt != null && s.Email == registration.Email && s.ConfirmedAt != null)
            .OrderBy(s => s.Number)
            .ToListAsync(cancel);

    /// <summary>What is recorded of the fees of a person; null if nothing is.</summary>
    private static async Task<object?> FeesAsync(WorkshopDb db, Guid id, CancellationToken cancel)
    {
        var billing = await db
            .FeeBillings.AsNoTracking()
            .Where(b => b.RegistrationId == id)
            .Select(b => new
            {
                b.Institution,
                b.Address,
                b.VatNumber,
                b.OrderNumber,
            })
            .SingleOrDefaultAsync(cancel);
        var records = await db
            .FeeRecords.AsNoTracking()
            .Where(r => r.RegistrationId == id)
            .OrderBy(r => r.Id)
            .Select(r => new
            {
                r.Kind,
                r.Amount,
                r.Currency,
                r.Day,
                r.Means,
                r.Categories,
                r.Note,
                r.ImportKey,
                r.At,
                r.UndoneAt,
            })
            .ToListAsync(cancel);
        return billing is null && records.Count == 0
            ? null
            : new
            {
                reference = FeeReference.Of(id),
                billing,
                records,
            };
    }

    private static async Task<object> MailsAsync(WorkshopDb db, Guid id, CancellationToken cancel) =>
        await db
            .Outbox.AsNoTracking()
            .Where(m => m.RegistrationId == id)
            .OrderBy(m => m.Id)
            .Select(m => new
            {
                m.Kind,
                m.CreatedAt,
                m.SentAt,
                m.State,
                m.SentTo,
                m.Bounce,
                m.BouncedAt,
                m.BounceReason,
            })
            .ToListAsync(cancel);

    private static async Task<object> AuditLogAsync(WorkshopDb db, int number, CancellationToken cancel) =>
        await db
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
}
