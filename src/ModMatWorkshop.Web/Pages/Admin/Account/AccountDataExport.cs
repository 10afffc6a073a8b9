using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Web.Pages.Admin.Account;

/// <summary>
/// Everything that the site stores about one person with an account, for that person to download. Passwords, keys and what others have
/// written stay out.
/// </summary>
internal static class AccountDataExport
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static async Task<byte[]> JsonAsync(WorkshopDb db, Organiser organiser, CancellationToken cancel)
    {
        var (number, name) = (organiser.Number, string.Create(CultureInfo.InvariantCulture, $"organiser {organiser.Number}"));
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                account = new
                {
                    organiser.Number,
                    organiser.Name,
                    organiser.Email,
                    organiser.Language,
                    organiser.Roles,
                    organiser.CreatedAt,
                    organiser.LastSeenAt,
                    organiser.TwoFactorEnabled,
                },
                sessions = await db
                    .OrganiserSessions.Where(s => s.OrganiserId == organiser.Id)
                    .OrderBy(s => s.Id)
                    .Select(s => new
                    {
                        s.CreatedAt,
                        s.SeenAt,
                        s.EndsAt,
                        s.Network,
                        s.Device,
                    })
                    .ToListAsync(cancel),
                reviewer = await db.ReviewerProfiles.AsNoTracking().SingleOrDefaultAsync(p => p.Reviewer == number, cancel),
                reviews = await ReviewsAsync(db, number, cancel),
                discussion = await CommentsAsync(db, number, cancel),
                log = await db
                    .AuditLog.Where(e => e.Actor == name)
                    .OrderBy(e => e.Id)
                    .Select(e => new
                    {
                        e.At,
                        e.Action,
                        e.From,
                    })
                    .ToListAsync(cancel),
            },
            Readable
        );
    }

    private static async Task<object> ReviewsAsync(WorkshopDb db, int number, CancellationToken cancel) =>
        await db
            .Reviews.Where(r => r.Reviewer == number)
            .Join(db.Submissions, r => r.SubmissionId, s => s.Id, (r, s) => new { Review = r, s.Number })
            .OrderBy(r => r.Number)
            .Select(r => new
            {
                Submission = r.Number,
                r.Review.Mark,
                r.Review.Word,
                r.Review.ForAuthors,
                r.Review.AssignedAt,
                r.Review.MarkedAt,
                r.Review.ConflictAt,
            })
            .ToListAsync(cancel);

    private static async Task<object> CommentsAsync(WorkshopDb db, int number, CancellationToken cancel) =>
        await db
            .ReviewComments.Where(c => c.Author == number)
            .Join(db.Submissions, c => c.SubmissionId, s => s.Id, (c, s) => new { Comment = c, s.Number })
            .OrderBy(c => c.Comment.Id)
            .Select(c => new
            {
                Submission = c.Number,
                c.Comment.At,
                c.Comment.Text,
            })
            .ToListAsync(cancel);
}
