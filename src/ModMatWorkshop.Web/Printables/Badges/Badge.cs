using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Printables;

/// <summary>The badge of a person with a seat.</summary>
/// <param name="Ticket">The ticket that the QR code of the badge contains.</param>
/// <param name="CheckInCode">The digits that a helper types when the QR code cannot be read; null without a code.</param>
/// <param name="Answers">The answers to questions of the workshop that the badge shows.</param>
public sealed record Badge(
    int Number,
    string GivenName,
    string FamilyName,
    string Affiliation,
    Role Role,
    string Ticket,
    string? CheckInCode,
    IReadOnlyList<string> Answers
)
{
    private const int MaxAnswer = 60;
    private static readonly int[] NameSizes = [50, 44, 38, 32, 28, 24, 20, 17, 14, 12];
    private static readonly int[] AffiliationSizes = [13, 12, 10, 9, 8, 7];

    /// <summary>The given name and, below it, the family name; or the only name.</summary>
    public IReadOnlyList<string> NameLines => [.. new[] { GivenName, FamilyName }.Where(n => n.Length > 0)];

    /// <summary>In points: the largest size at which the name fits without being cut, so that it can be read from a distance.</summary>
    public int NameSize => TextWidth.Fitting(NameSizes, 128, 44, NameLines);

    public int AffiliationSize => TextWidth.Fitting(AffiliationSizes, 88, 16, Affiliation);

    /// <summary>An answer in one line of the badge.</summary>
    private static string Shortened(string answer) => answer.Length <= MaxAnswer ? answer : $"{answer[..(MaxAnswer - 1)].TrimEnd()}…";

    /// <summary>The badges of all confirmed people with a seat, by name.</summary>
    /// <param name="number">The number of one registration; null for all.</param>
    public static async Task<IReadOnlyList<Badge>> ReadAsync(
        WorkshopDb db,
        RegistrationFields fields,
        Words words,
        int? number,
        CancellationToken cancel
    )
    {
        var roles = await RoleQueries.RolesAsync(db, cancel);
        var seated = await db
            .Registrations.AsNoTracking()
            .Where(r => r.Status == RegistrationStatus.Confirmed && r.Place == Place.Seat && (number == null || r.Number == number))
            .OrderBy(r => r.SortKey)
            .ThenBy(r => r.Number)
            .ToListAsync(cancel);
        return
        [
            .. seated.Select(r => new Badge(
                r.Number,
                r.Details.GivenName,
                r.Details.FamilyName,
                r.Details.Affiliation,
                roles.Of(r)[0],
                r.Ticket,
                r.CheckInCode,
                [
                    .. words
                        .AnswersAt(FieldUse.Badge, fields, r.Snapshot())
                        .Concat(words.OptionMarks(fields.Offered, r))
                        .Select(a => Shortened(a.Text)),
                ]
            )),
        ];
    }
}
