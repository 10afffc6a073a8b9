using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>The facts that are printed on a certificate.</summary>
public sealed record IssuedCertificate(string Number, Attestation Attestation, DateTimeOffset IssuedAt);

/// <summary>The result of verifying the number on a certificate.</summary>
public sealed record VerifiedCertificate(CertificateState State, Attestation Attestation, DateTimeOffset IssuedAt);

/// <summary>Issues, revokes and verifies certificates of attendance.</summary>
public sealed class CertificateService(
    WorkshopDb db,
    WriteLock writeLock,
    CertificateProtector certificateProtector,
    SiteClock clock,
    AuditTrail trail
)
{
    /// <summary>True once the last half-day is over. Attendance is complete only then.</summary>
    public static bool MayIssueAt(DateTimeOffset instant, IReadOnlyList<HalfDayHours> halfDays) =>
        halfDays.Count > 0 && halfDays.Max(h => h.End) <= instant;

    /// <summary>
    /// Issues certificates to everybody who attended, or to one person, sorted by name. An existing certificate with correct facts is
    /// returned unchanged. If its facts have been corrected, a new one with another number replaces it. A revoked certificate is issued
    /// again only if the facts have changed.
    /// </summary>
    /// <param name="number">The number of one registration; null for everybody.</param>
    /// <returns>Empty before the workshop is over.</returns>
    public async Task<IReadOnlyList<IssuedCertificate>> IssueAsync(int? number, Actor actor, CancellationToken cancel)
    {
        var schedule = await db.WholeScheduleAsync(cancel);
        var roles = await RoleQueries.RolesAsync(db, cancel);
        var halfDays = HalfDayHours.Of(schedule.Sessions, schedule.Slots);
        if (!MayIssueAt(clock.GetUtcNow(), halfDays))
            return [];
        return await writeLock.RunAsync(
            db,
            async () =>
            {
                await db.LockForWriteAsync(cancel);
                // Names and roles change under this lock, and a change ends the certificates that it finds.
                await db.WorkshopStates.ExecuteUpdateAsync(s => s.SetProperty(x => x.Version, x => x.Version), cancel);
                var people = db.Registrations.Where(r =>
                    r.Status == RegistrationStatus.Confirmed && (number == null || r.Number == number)
                );
                var presences = (
                    await db.Presences.AsNoTracking().Where(p => people.Any(r => r.Id == p.RegistrationId)).ToListAsync(cancel)
                ).ToLookup(p => p.RegistrationId);
                var before = (await db.Certificates.Where(c => people.Any(r => r.Id == c.RegistrationId)).ToListAsync(cancel)).ToLookup(c =>
                    c.RegistrationId
                );
                var issued = new List<IssuedCertificate>();
                foreach (var person in await people.AsNoTracking().OrderBy(r => r.SortKey).ThenBy(r => r.Number).ToListAsync(cancel))
                    if (
                        Attestation.Of(schedule.Workshop, person, roles, halfDays, [.. presences[person.Id]]) is { } attestation
                        && Issue(person, attestation, before[person.Id].MaxBy(c => c.Issue), actor) is { } certificate
                    )
                        issued.Add(certificate);
                await db.SaveChangesAsync(cancel);
                return issued;
            },
            cancel
        );
    }

    /// <summary>
    /// Ends the current certificates of these people, because a fact on them has changed. The next ones have other numbers.
    /// </summary>
    public static Task ReplaceAsync(WorkshopDb db, IReadOnlyCollection<Guid> registrations, DateTimeOffset now) =>
        db
            .Certificates.Where(c =>
                c.RegistrationId != null && registrations.Contains(c.RegistrationId.Value) && c.ReplacedAt == null && c.RevokedAt == null
            )
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.ReplacedAt, now));

    /// <summary>Revokes a person's current certificate. Its verification page then says so.</summary>
    public Task<bool> RevokeAsync(int number, Actor actor, CancellationToken cancel) =>
        writeLock.RunAsync(
            db,
            async () =>
            {
                var now = clock.GetUtcNow();
                if (
                    await db.Certificates.SingleOrDefaultAsync(
                        c =>
                            db.Registrations.Any(r => r.Id == c.RegistrationId && r.Number == number)
                            && c.ReplacedAt == null
                            && c.RevokedAt == null,
                        cancel
                    )
                    is not { } certificate
                )
                    return false;
                (certificate.RevokedAt, certificate.RevokedBy) = (now, actor.Name);
                await trail.WriteAsync(actor, "revoked a certificate", number, cancel: cancel);
                return true;
            },
            cancel
        );

    /// <param name="typed">The number as somebody types it from a certificate.</param>
    /// <returns>Null when no certificate has this number.</returns>
    public async Task<VerifiedCertificate?> VerifyAsync(string? typed, CancellationToken cancel)
    {
        if (CertificateProtector.Read(typed) is not { } number)
            return null;
        var hash = CertificateProtector.HashOf(number);
        return
            await db.Certificates.AsNoTracking().SingleOrDefaultAsync(c => c.NumberHash == hash, cancel) is { } certificate
            && certificateProtector.Decrypt(number, certificate) is { } attestation
            ? new(
                certificate.RevokedAt is not null ? CertificateState.Revoked
                    : certificate.ReplacedAt is not null ? CertificateState.Replaced
                    : CertificateState.Genuine,
                attestation,
                certificate.IssuedAt
            )
            : null;
    }

    /// <param name="last">The person's last certificate; null for the first one.</param>
    private IssuedCertificate? Issue(Registration person, Attestation attestation, Certificate? last, Actor actor)
    {
        if (last is not null)
        {
            var same = certificateProtector.NumberOf(person.Id, last.Issue);
            if (last.ReplacedAt is null && certificateProtector.Decrypt(same, last) is { } printed && HasSameFacts(printed, attestation))
                return last.RevokedAt is null ? new(same, printed, last.IssuedAt) : null;
            if (last.RevokedAt is null)
                last.ReplacedAt ??= clock.GetUtcNow();
        }
        var issue = (last?.Issue ?? 0) + 1;
        var number = certificateProtector.NumberOf(person.Id, issue);
        var certificate = new Certificate
        {
            NumberHash = CertificateProtector.HashOf(number),
            Sealed = certificateProtector.Encrypt(number, attestation),
            RegistrationId = person.Id,
            Issue = issue,
            IssuedAt = clock.GetUtcNow(),
        };
        db.Certificates.Add(certificate);
        trail.Add(actor, "issued a certificate", person.Number, last is null ? null : "anew");
        return new(number, attestation, certificate.IssuedAt);
    }

    private static bool HasSameFacts(Attestation printed, Attestation now) =>
        System.Text.Json.JsonSerializer.Serialize(printed) == System.Text.Json.JsonSerializer.Serialize(now);
}
