using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Pages;

/// <summary>A line of the programme with what decides how it looks at this moment.</summary>
public sealed record TimetableRowView(TimetableRow Line, Workshop Workshop, TimeZoneInfo Zone, bool IsNow, bool IsNext);

public static class SlotKindNames
{
    /// <summary>The value of <c>data-kind</c>, which scripts and tests read.</summary>
    public static string Of(SlotKind kind) =>
        kind switch
        {
            SlotKind.Opening => "opening",
            SlotKind.Invited => "invited",
            SlotKind.Oral => "oral",
            SlotKind.Intervention => "intervention",
            SlotKind.PosterSession => "poster-session",
            SlotKind.Break => "break",
            _ => "meal",
        };
}
