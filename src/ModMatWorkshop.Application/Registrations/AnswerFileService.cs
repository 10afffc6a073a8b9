using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>An <see cref="AnswerFile"/> without its bytes.</summary>
public sealed record ListedAnswerFile(Guid Id, Guid RegistrationId, string Question, string Name, int Length);

/// <summary>
/// Keeps the files that answer questions of the workshop. A file waits for its form to be saved; <see cref="AnswerFileOwners"/> then
/// gives it to the registration.
/// </summary>
public sealed class AnswerFileService(WorkshopDb db, WriteLock writeLock, TimeProvider realTime)
{
    /// <summary>Whether strangers may send files now.</summary>
    public static async Task<bool> TakesFromStrangersAsync(WorkshopDb db, CancellationToken cancel) =>
        AnswerFileRules.MayKeep(isKnown: false, await BytesOfStrangersAsync(db, cancel));

    /// <summary>The file that a form names, if this form or the registration that it changes has it; null otherwise.</summary>
    /// <param name="form">The <see cref="AnswerFile.Form"/>.</param>
    public static async Task<FileAnswer?> FindAsync(
        WorkshopDb db,
        FileAnswer named,
        string question,
        string form,
        Guid? registration,
        CancellationToken cancel
    ) =>
        await db
            .AnswerFiles.Where(f => f.Id == named.Id && f.Question == question)
            .Where(f => f.Form == form || registration != null && f.RegistrationId == registration)
            .Select(f => new FileAnswer(f.Id, f.Length, f.Name))
            .SingleOrDefaultAsync(cancel);

    /// <summary>The bytes of a file of a registration; null if there is none.</summary>
    public static Task<byte[]?> ReadAsync(WorkshopDb db, Guid registration, Guid file, CancellationToken cancel) =>
        db.AnswerFiles.Where(f => f.Id == file && f.RegistrationId == registration).Select(f => f.Bytes).SingleOrDefaultAsync(cancel);

    /// <summary>Keeps a file until its form is saved. It takes the place of the oldest one if the same form has sent too many.</summary>
    /// <param name="form">The <see cref="AnswerFile.Form"/>.</param>
    /// <param name="isKnown">The sender is the confirmed owner of a registration, or an organiser.</param>
    /// <param name="name">As the sender called it.</param>
    /// <returns>Null if strangers have sent too much lately.</returns>
    public Task<FileAnswer?> KeepAsync(string form, string question, string name, byte[] bytes, bool isKnown, CancellationToken cancel) =>
        writeLock.RunAsync(
            db,
            async () =>
            {
                await db.WorkshopStates.ExecuteUpdateAsync(s => s.SetProperty(x => x.Version, x => x.Version), CancellationToken.None);
                if (!AnswerFileRules.MayKeep(isKnown, isKnown ? 0 : await BytesOfStrangersAsync(db, CancellationToken.None)))
                    return null;
                var oldest = await db
                    .AnswerFiles.Where(f => f.Form == form && f.Question == question && f.RegistrationId == null)
                    .OrderByDescending(f => f.At)
                    .Skip(AnswerFileRules.MostWaiting - 1)
                    .Select(f => f.Id)
                    .ToListAsync(CancellationToken.None);
                await db.AnswerFiles.Where(f => oldest.Contains(f.Id)).ExecuteDeleteAsync(CancellationToken.None);
                var file = new AnswerFile
                {
                    Id = Guid.NewGuid(),
                    Form = form,
                    Question = question,
                    Name = FileAnswer.NameOf(name),
                    Length = bytes.Length,
                    Hash = Convert.ToHexStringLower(SHA256.HashData(bytes)),
                    Bytes = bytes,
                    At = realTime.GetUtcNow(),
                };
                db.AnswerFiles.Add(file);
                await db.SaveChangesAsync(CancellationToken.None);
                db.ChangeTracker.Clear();
                return file.Answer;
            },
            cancel
        );

    /// <summary>The files that nobody has saved with a form for a long time.</summary>
    internal static IQueryable<AnswerFile> Expired(WorkshopDb db, DateTimeOffset now)
    {
        var oldest = now - AnswerFileRules.Waits;
        return db.AnswerFiles.Where(f => f.RegistrationId == null && f.At < oldest);
    }

    private static Task<long> BytesOfStrangersAsync(WorkshopDb db, CancellationToken cancel) =>
        db
            .AnswerFiles.Where(f => !f.IsAnswer || db.Registrations.Any(r => r.Id == f.RegistrationId && r.ConfirmedAt == null))
            .SumAsync(f => (long)f.Length, cancel);
}
