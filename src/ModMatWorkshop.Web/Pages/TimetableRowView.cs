using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Pages;

/// <summary>A row of the programme, and what determines its look at this moment.</summary>
/// <param name="Column">From 1, where rooms are side by side; null elsewhere.</param>
/// <param name="ChangedAt">When it last changed, in seconds since 1970; null if it has not, or for a page that does not mark it.</param>
public sealed record TimetableRowView(
    TimetableRow Line,
    Workshop Workshop,
    TimeZoneInfo Zone,
    bool IsNow,
    bool IsNext,
    int? Column = null,
    long? ChangedAt = null
);

/// <inheritdoc cref="TimetableRowView"/>
public sealed record SessionHeadingView(Session Session, Workshop Workshop, int? Column = null);

/// <summary>A part of a day with its rows.</summary>
/// <param name="History">Null for a page that does not mark what has changed.</param>
public sealed record TimetablePartView(
    TimetablePart Part,
    Workshop Workshop,
    TimeZoneInfo Zone,
    NowAndNext Playing,
    ProgrammeHistory? History = null
);

/// <summary>Attributes that are left out without a value. Razor writes an empty <c>data-</c> attribute for null.</summary>
public static class DataAttribute
{
    /// <param name="name">Without the prefix <c>data-</c>.</param>
    public static IHtmlContent? Of(string name, object? value) =>
        value is null ? null : new HtmlString($"data-{name}=\"{HtmlEncoder.Default.Encode($"{value}")}\"");
}

public static class SlotKindNames
{
    /// <summary>The value of <c>data-kind</c>: for the talk of a kind that the content defines, the key of that kind.</summary>
    public static string Of(Slot slot, Workshop workshop) =>
        slot.ContributionCode is { } code && workshop.OwnKindOf(ContributionCode.Parse(code)) is { } own ? own.Key : Of(slot.Kind);

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
            SlotKind.Tutorial => "tutorial",
            SlotKind.Panel => "panel",
            SlotKind.Social => "social",
            _ => "meal",
        };
}
