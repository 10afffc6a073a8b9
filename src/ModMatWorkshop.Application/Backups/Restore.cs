using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Security;

namespace ModMatWorkshop.Application.Backups;

/// <summary>
/// Restores a backup. First it checks the whole backup and prepares its content and database in temporary files: it migrates the database,
/// holds back mails that may have been sent and erases due data. Then it copies that database into the site's, in one transaction.
/// </summary>
public sealed class Restore(
    WorkshopDb db,
    SiteSettings settings,
    Backup backup,
    SiteKey siteKey,
    RegistrationQueue queue,
    SiteClock clock,
    TimeProvider realTime
)
{
    /// <param name="force">Overwrite existing data. A backup of that data is taken first.</param>
    /// <param name="sendMails">Send the mails that waited in the backup, even if they have been sent since.</param>
    /// <param name="report">Receives one line of text for each completed step.</param>
    /// <exception cref="SettingsException">The backup cannot be restored. The site is unchanged.</exception>
    public async Task RunAsync(string file, bool force, bool sendMails, Action<string> report, CancellationToken cancel)
    {
        using var from = BackupReader.Read(file);
        Directory.CreateDirectory(settings.DataPath);
        var temporary = Path.Combine(settings.DataPath, $"restore-{Guid.NewGuid():N}.db");
        await using var database = await BackupDatabase.ReadAsync(from, file, temporary, cancel);
        var (old, key) = (database.Db, from.Manifest.HasKey && settings.Key is null ? from.ReadKey() : null);
        await CheckKeyAsync(old, key, file, cancel);
        using var content =
            settings.ContentStore is ContentStore.Folder
                ? await BackupContent.WriteAsync(from, old, file, settings.ContentPath, cancel)
                : null;
        report(
            $"The backup of {from.Manifest.TakenAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC is intact: "
                + $"{from.Manifest.Sha256.Count} files, written by version {from.Manifest.Site}."
        );

        await db.PrepareAsync(cancel);
        if (await DescribeExistingDataAsync(cancel) is { } lost && !force)
            throw new SettingsException(
                $"The database contains {lost}. Use --force to overwrite it; its current content is backed up first."
            );
        var erased = await FindErasedSinceAsync(from.Manifest.TakenAt, cancel);
        var withdrawn = await FindWithdrawnSinceAsync(from.Manifest.TakenAt, cancel);
        var erasedSubmissions = await SubmissionErasure.FindErasedSinceAsync(db, from.Manifest.TakenAt, cancel);
        if (!await DatabaseCopy.IsEmptyAsync(db, cancel))
        {
            var aside = backup.PathIn(settings.BackupPath ?? Path.Combine(settings.DataPath, "backups"));
            await backup.WriteAsync(db, aside, cancel);
            report($"The previous content is saved as {aside}.");
        }

        await RaiseCountersAsync(old, cancel);
        await EndSessionsAsync(old, report, cancel);
        if (!sendMails)
            await HoldMailsAsync(old, from.Manifest.TakenAt, report, cancel);
        await SubmissionErasure.EraseAgainAsync(old, erasedSubmissions, cancel);
        await EraseAsync(old, erased, withdrawn, report, cancel);
        var leftOut =
            settings.ContentStore is ContentStore.Database
                ? await BackupContent.AddToDatabaseAsync(from, old, realTime.GetUtcNow(), cancel)
                : [];

        var tables = await DatabaseCopy.RunAsync(old, db, cancel);
        if (tables.FirstOrDefault(t => t.SourceRows != t.TargetRows) is { } wrong)
            throw new SettingsException(
                $"Only {wrong.TargetRows} of {wrong.SourceRows} rows of {wrong.Name} were restored. The database is unchanged."
            );
        await db.PurgeDeletedDataAsync(cancel);
        var registrations = await db.Registrations.CountAsync(cancel);
        report(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Database: {tables.Sum(t => t.TargetRows)} rows in {tables.Count} tables, including {registrations} registrations."
            )
        );
        RestoreKey(key, report);
        RestoreContent(content, leftOut, report);
    }

    /// <returns>The number of registrations, accounts and certificates that would be lost, as text; null for none.</returns>
    private async Task<string?> DescribeExistingDataAsync(CancellationToken cancel)
    {
        var (registrations, accounts) = (await db.Registrations.CountAsync(cancel), await db.Organisers.CountAsync(cancel));
        var (certificates, totals) = (await db.Certificates.CountAsync(cancel), await db.Totals.CountAsync(cancel));
        return registrations + accounts + certificates + totals == 0
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{registrations} registrations, {accounts} organiser accounts and {certificates} certificates"
            );
    }

    /// <param name="key">The key of the backup; null if the site's own key stays.</param>
    private async Task CheckKeyAsync(WorkshopDb old, byte[]? key, string file, CancellationToken cancel)
    {
        // Without a file, asking for the fingerprint of the site's own key would create one.
        var hasKey = settings.Key is not null || File.Exists(Path.Combine(settings.DataPath, SiteKey.FileName));
        var fingerprint =
            key is not null ? SiteKey.FingerprintOf(key)
            : hasKey ? siteKey.Fingerprint
            : null;
        if (await old.WorkshopStates.Select(r => r.KeyFingerprint).SingleAsync(cancel) is not { } known || known == fingerprint)
            return;
        if (key is not null)
            throw BackupReader.Refused(file, $"{SiteKey.FileName} is not the key of its database");
        throw new SettingsException(
            settings.Key is null
                ? "The backup has no site key and was taken with a different one: links sent by email would not work. "
                    + "Set the original Site:Key, or put its file site.key into the data folder. Nothing was changed."
                : "The backup was taken with a different key than Site:Key: links sent by email would not work. Nothing was changed."
        );
    }

    /// <summary>
    /// The numbers of the registrations that were erased on request since the backup, from the audit log of the current database.
    /// </summary>
    private async Task<IReadOnlyList<int>> FindErasedSinceAsync(DateTimeOffset takenAt, CancellationToken cancel) =>
        await db
            .AuditLog.Where(e => e.At >= takenAt && e.Action == RegistrationService.ErasedAction && e.Registration != null)
            .Select(e => e.Registration!.Value)
            .Distinct()
            .ToListAsync(cancel);

    /// <summary>The answers that were withdrawn or replaced since the backup, by number of the registration.</summary>
    private async Task<ILookup<int, string>> FindWithdrawnSinceAsync(DateTimeOffset takenAt, CancellationToken cancel) =>
        (
            await db
                .AuditLog.Where(e => e.At >= takenAt && e.Action == RegistrationTransaction.WithdrewAction && e.Registration != null)
                .Select(e => new { Number = e.Registration!.Value, Fields = e.Result ?? "" })
                .ToListAsync(cancel)
        )
            .SelectMany(e => e.Fields.Split(", ").Select(field => (e.Number, Field: field)))
            .Distinct()
            .ToLookup(e => e.Number, e => e.Field);

    /// <summary>
    /// Keeps numbers assigned since the backup unused, and advances the content version and the registration version beyond cached pages.
    /// </summary>
    private async Task RaiseCountersAsync(WorkshopDb old, CancellationToken cancel)
    {
        var (state, content) = (
            await db.WorkshopStates.AsNoTracking().SingleAsync(cancel),
            await db.ContentStates.AsNoTracking().SingleAsync(cancel)
        );
        var (backupState, itsContent) = (await old.WorkshopStates.SingleAsync(cancel), await old.ContentStates.SingleAsync(cancel));
        backupState.Version = Math.Max(backupState.Version, state.Version) + 1;
        backupState.LastNumber = Math.Max(backupState.LastNumber, state.LastNumber);
        backupState.LastSubmission = Math.Max(backupState.LastSubmission, state.LastSubmission);
        backupState.LastOrganiser = Math.Max(backupState.LastOrganiser, state.LastOrganiser);
        itsContent.Version = Math.Max(itsContent.Version, content.Version) + 1;
        await old.SaveChangesAsync(cancel);
    }

    private static async Task EndSessionsAsync(WorkshopDb old, Action<string> report, CancellationToken cancel)
    {
        // Sessions that were ended after the backup must not become valid again.
        if (await old.OrganiserSessions.ExecuteDeleteAsync(cancel) > 0)
            report("Sessions: ended. Organisers must sign in again.");
    }

    private static async Task HoldMailsAsync(WorkshopDb old, DateTimeOffset takenAt, Action<string> report, CancellationToken cancel)
    {
        var reason = $"It was waiting in the backup of {takenAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC, and may have been sent since.";
        var held = await old
            .Outbox.Where(m => m.State == MailState.Waiting)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.State, MailState.Failed).SetProperty(x => x.Reason, reason), cancel);
        var paused = await old
            .Batches.Where(b => b.State == BatchState.Running)
            .ExecuteUpdateAsync(b => b.SetProperty(x => x.State, BatchState.Paused), cancel);
        report(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Emails: {held} waiting ones are marked as failed, because they may have been sent after the backup; "
                    + $"an organiser can send them on /admin/mail. {paused} batches are paused."
            )
        );
    }

    /// <summary>Erases the registrations and the answers that were erased after the backup, then all data that is due.</summary>
    private async Task EraseAsync(
        WorkshopDb old,
        IReadOnlyList<int> numbers,
        ILookup<int, string> withdrawn,
        Action<string> report,
        CancellationToken cancel
    )
    {
        var last = await old.AuditLog.MaxAsync(e => (long?)e.Id, cancel) ?? 0;
        // A site that has not been set up has nothing to erase.
        if (await old.Workshops.Select(w => w.TimeZoneId).SingleOrDefaultAsync(cancel) is not { } zone)
            return;
        await clock.SetAsync(settings.RehearseFrom, TimeZoneInfo.FindSystemTimeZoneById(zone), old, cancel);
        old.ChangeTracker.Clear();
        var registrations = new RegistrationService(old, queue);
        foreach (var id in await old.Registrations.Where(r => numbers.Contains(r.Number)).Select(r => r.Id).ToListAsync(cancel))
            await registrations.EraseAsync(id, Actor.CommandLine, cancel);
        var owners = withdrawn.Select(w => w.Key).ToList();
        foreach (var owner in await old.Registrations.AsNoTracking().Where(r => owners.Contains(r.Number)).ToListAsync(cancel))
            await registrations.WithdrawAsync(owner.Id, withdrawn[owner.Number], Actor.CommandLine, cancel);
        await new RetentionService(old, queue, clock, realTime).EraseDueAsync(cancel);
        var done = await old
            .AuditLog.Where(e => e.Id > last)
            .GroupBy(e => e.Action)
            .Select(g => new { Action = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Action, g => g.Count, cancel);
        report(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Erased: {Count(RegistrationService.ErasedAction)} on request after the backup, "
                    + $"{Count(RetentionService.ErasedOnScheduleAction)} that were due, "
                    + $"and the diet and access needs of {Count(RetentionService.ErasedNeedsAction)}."
            )
        );

        int Count(string action) => done.GetValueOrDefault(action);
    }

    private void RestoreKey(byte[]? key, Action<string> report)
    {
        var file = Path.Combine(settings.DataPath, SiteKey.FileName);
        if (key is not null)
        {
            var written = $"{file}.part";
            File.Delete(written);
            using (var stream = Backup.Create(written))
            {
                stream.Write(key);
                stream.Flush(flushToDisk: true);
            }
            File.Move(written, file, overwrite: true);
        }
        report(key is not null ? $"Site key: {file}." : "Site key: kept as it was; the backup has none.");
    }

    private void RestoreContent(BackupContent? content, IReadOnlyList<string> leftOut, Action<string> report)
    {
        content?.Publish();
        foreach (var name in leftOut)
            report($"Content: {name} is left out; the database holds files of at most {ContentFileVersion.MaxMaterial >> 20} MB.");
        report(
            settings.ContentStore is ContentStore.Database ? "Content: in the database."
            : content is null ? $"Content: unchanged in {settings.ContentPath}, which is not empty."
            : string.Create(CultureInfo.InvariantCulture, $"Content: {content.Files} files into {settings.ContentPath}.")
        );
    }
}
