using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Pages;

/// <summary>A row of the programme, and what determines its look at this moment.</summary>
public sealed record TimetableRowView(TimetableRow Line, Workshop Workshop, TimeZoneInfo Zone, bool IsNow, bool IsNext);

public static class SlotKindNames
{
    /// <summary>The value of <c>data-kind</c>, for scripts and tests.</summary>
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
