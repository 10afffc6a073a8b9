using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>One half-day of the workshop.</summary>
public sealed record HalfDayId(DateOnly Date, HalfDay Half)
{
    /// <summary>The text form in forms and addresses: <c>2021-09-22-afternoon</c>.</summary>
    public string Key =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{Date:yyyy-MM-dd}-{(Half == HalfDay.Morning ? "morning" : "afternoon")}"
        );

    /// <summary>Parses a key; null if it is invalid.</summary>
    public static HalfDayId? FromKey(string? key) =>
        key?.Length > 11
        && key[10] == '-'
        && DateOnly.TryParseExact(
            key[..10],
            "yyyy-MM-dd",
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.None,
            out var date
        )
            ? key[11..] switch
            {
                "morning" => new(date, HalfDay.Morning),
                "afternoon" => new(date, HalfDay.Afternoon),
                _ => null,
            }
            : null;
}
