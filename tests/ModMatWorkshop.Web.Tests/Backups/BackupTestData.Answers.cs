using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Tests.Backups;

/// <content>What a registration has besides its place: a file, places of options, decisions about application and travel support.</content>
internal static partial class BackupTestData
{
    private static readonly FileAnswer Card = new(new("5d0a1c52e6f24b3f9a7b3c0e8f1d2a64"), 4, "carte d’étudiante.pdf");

    /// <summary>The answer that names <see cref="Card"/>, to a question that is no longer asked.</summary>
    private static QuestionAnswer CardAnswer =>
        new("card_file", Card.ToString()) { Label = new("Carte", "Card"), Retention = FieldRetention.UntilWithdrawn };

    /// <summary>A file that the next change of the registration gives to it.</summary>
    private static async Task AddCardAsync(WorkshopDb db, Guid registration)
    {
        db.AnswerFiles.Add(
            new()
            {
                Id = Card.Id,
                Form = AnswerFile.FormOf(registration),
                Question = CardAnswer.Id,
                Name = Card.Name,
                Length = Card.Length,
                Hash = "c0ffee",
                Bytes = [0, 37, 128, 255],
                // PostgreSQL keeps no tenths of a microsecond.
                At = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero),
            }
        );
        await db.SaveChangesAsync();
    }

    private static async Task DecideAsync(WorkshopDb db, Guid registration, DateTimeOffset now)
    {
        Assert.True(await db.AnswerFiles.AnyAsync(f => f.RegistrationId == registration && f.IsAnswer));
        var ada = await db.Registrations.SingleAsync(r => r.Id == registration);
        ada.AcceptApplication("Bienvenue « à l’aise » 😀", now);
        ada.SetOptions([new("dinner", 3, 1) { Line = 7 }, new("excursion", 1, 1)]);
        ada.DecideTravelSupport(TravelSupportDecision.Granted, "300 €, l’hôtel", now);
        await db.SaveChangesAsync();
    }
}
