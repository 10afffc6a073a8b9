using System.Globalization;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Exports;

/// <summary>
/// The submissions to the call as a table. Its headings and values do not depend on the language, so that other people's spreadsheets keep
/// working.
/// </summary>
public sealed record SubmissionSheet(TimeZoneInfo Zone)
{
    /// <param name="submissions">Each with what the committee has made of it; null for nothing.</param>
    public Sheet Of(IAsyncEnumerable<(Submission Submission, Assessment? Assessment)> submissions) =>
        new("submissions", Columns, submissions.Select(s => Row(s.Submission, s.Assessment)));

    private static IReadOnlyList<Column> Columns =>
        [
            new("number", 8),
            new("state", 11),
            new("email", 28),
            new("address-confirmed", 10),
            new("submitted", 17),
            new("presenter", 24),
            new("authors", 40),
            new("affiliations", 40),
            .. Fields.Select(f => new Column(f.Key, f.MaxLength > 1000 ? 60 : 24)),
            new("assigned", 9),
            new("read", 9),
            new("mean", 9),
            new("spread", 9),
            new("decision", 12),
        ];

    private static IEnumerable<SubmissionField> Fields => SubmissionFields.All.Where(f => f.Kind != SubmissionFieldKind.People);

    private IReadOnlyList<Cell> Row(Submission submission, Assessment? assessment)
    {
        var text = submission.Read;
        return
        [
            submission.Number,
            submission.State.ToString().ToLowerInvariant(),
            EmailAddress.Display(submission.Email),
            submission.IsConfirmed ? "yes" : "no",
            Local(submission.SentAt),
            text.Speaker?.Name,
            string.Join(", ", text.Authors.Select(a => a.Name)),
            string.Join("; ", text.Affiliations),
            .. Fields.Select(field => (Cell)(field.Get(text) is { Length: > 0 } value ? value : null)),
            assessment?.Assigned,
            assessment?.Read,
            assessment?.Mean is { } mean ? (mean / 100m).ToString("0.00", CultureInfo.InvariantCulture) : null,
            assessment is { Mean: not null } ? (int?)assessment.Spread : null,
            assessment?.Decision.Key ?? CallDecision.Undecided.Key,
        ];
    }

    private DateTime? Local(DateTimeOffset? instant) => instant is { } known ? TimeZoneInfo.ConvertTime(known, Zone).DateTime : null;
}
