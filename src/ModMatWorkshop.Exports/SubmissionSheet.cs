using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Exports;

/// <summary>
/// The submissions to the call as a table. Its headings and values do not depend on the language, so that other people's spreadsheets keep
/// working.
/// </summary>
public sealed record SubmissionSheet(TimeZoneInfo Zone)
{
    public Sheet Of(IAsyncEnumerable<Submission> submissions) => new("submissions", Columns, submissions.Select(Row));

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
        ];

    private static IEnumerable<SubmissionField> Fields => SubmissionFields.All.Where(f => f.Kind != SubmissionFieldKind.People);

    private IReadOnlyList<Cell> Row(Submission submission)
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
        ];
    }

    private DateTime? Local(DateTimeOffset? instant) => instant is { } known ? TimeZoneInfo.ConvertTime(known, Zone).DateTime : null;
}
