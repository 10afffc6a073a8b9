using System.Globalization;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Programme.Editing;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <content>Reads what the organiser pressed or typed.</content>
public sealed partial class TimetableModel
{
    private List<TimetableOperation> Sent() => OperationsIn(Request.Form[OperationInput]);

    private static List<TimetableOperation> OperationsIn(IEnumerable<string?> texts) =>
        [.. texts.Take(MaxOperations).Select(text => TimetableOperation.Parse(text ?? "")).OfType<TimetableOperation>()];

    /// <summary>
    /// The hours that the organiser has typed over those that the form showed. An hour that somebody else has changed since is not typed.
    /// </summary>
    private IEnumerable<TimetableOperation> Typed()
    {
        foreach (var row in After.Rows)
        {
            var (start, end) = (TimetableOperation.HourIn(Field($"start-{row.Slug}")), TimetableOperation.HourIn(Field($"end-{row.Slug}")));
            if (
                start is { } from
                && end is { } to
                && (from, to) != (After.Hour(row.Start), After.Hour(row.End))
                && ShownHours(from, to) != Field($"shown-{row.Slug}")
            )
                yield return new TimetableOperation.ChangeHours(row.Slug, from, to);
        }
    }

    private static string ShownHours(TimeOnly start, TimeOnly end) =>
        string.Create(CultureInfo.InvariantCulture, $"{start:HH:mm}-{end:HH:mm}");

    private bool HasUnreadableHour() =>
        After
            .Rows.SelectMany(r => new[] { $"start-{r.Slug}", $"end-{r.Slug}" })
            .Select(Field)
            .Any(typed => typed.Length > 0 && TimetableOperation.HourIn(typed) is null);

    /// <summary>The operation of a button, completed with the fields of the open row; null without those that it needs.</summary>
    private TimetableOperation? Asked(string value)
    {
        var (start, end) = (TimetableOperation.HourIn(Field("at")), TimetableOperation.HourIn(Field("until")));
        var place = TimetablePlace.Parse(Field("place"));
        return value.Split(' ') switch
        {
            ["move", var row] when place is { } to && start is { } from => new TimetableOperation.Move(row, to, from),
            ["swap", var row] => new TimetableOperation.Swap(row, Field("with")),
            ["room", var row] => new TimetableOperation.ChangeRoom(row, Field("room") is { Length: > 0 } room ? room : null),
            ["cancel", var row] => Cancellation(row, Field("because-fr"), Field("because-en")),
            ["insert"]
                when TimetablePlace.Parse(Field("new-place")) is { } to
                    && TimetableOperation.HourIn(Field("new-at")) is { } from
                    && TimetableOperation.HourIn(Field("new-until")) is { } last
                    && Enum.TryParse<SlotKind>(Field("kind"), out var kind) => new TimetableOperation.Insert(
                to,
                from,
                last,
                kind,
                TextOf(Field("title-fr"), Field("title-en"), TimetableOperation.MaxTitle) ?? new(null)
            ),
            ["schedule"]
                when TimetablePlace.Parse(Field("talk-place")) is { } to
                    && TimetableOperation.HourIn(Field("talk-at")) is { } from
                    && TimetableOperation.HourIn(Field("talk-until")) is { } last => new TimetableOperation.Schedule(
                Field("talk"),
                to,
                from,
                last
            ),
            _ => TimetableOperation.Parse(value),
        };
    }

    public static TimetableOperation Cancellation(string row, string french, string english) =>
        new TimetableOperation.Cancel(row, TextOf(french, english, TimetableOperation.MaxReason));

    private static Localized? TextOf(string french, string english, int longest)
    {
        var (fr, en) = (Clean(french), Clean(english));
        return fr is null && en is null ? null : new(fr, en);

        string? Clean(string typed)
        {
            var text = string.Join(' ', typed.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
            text = string.Concat(text.Where(c => !char.IsControl(c)));
            return text.Length == 0 ? null : text[..Math.Min(text.Length, longest)];
        }
    }

    private string Field(string name) =>
        (_restored is null ? Request.Form[name].ToString() : _restored.GetValueOrDefault(name) ?? "").Trim();
}
