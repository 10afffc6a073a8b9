namespace ModMatWorkshop.Domain.Call;

/// <summary>How a contribution leaves the programme.</summary>
public enum ExitWay
{
    /// <summary>Readers see that it is cancelled.</summary>
    Cancel,

    /// <summary>Its file is deleted, and no reader sees it any more.</summary>
    TakeOut,
}

/// <summary>Says what organisers are offered for a contribution in the programme whose submission has left the call.</summary>
public static class ExitRules
{
    /// <param name="isGone">The submission is withdrawn, or nobody comes to present it.</param>
    /// <param name="hasSlot">It has its hour in the timetable: readers have read it there.</param>
    /// <param name="isCancelled">The programme says already that it is cancelled.</param>
    public static IReadOnlyList<ExitWay> Ways(bool isGone, bool hasSlot, bool isCancelled) =>
        !isGone || hasSlot && isCancelled ? []
        : hasSlot ? [ExitWay.Cancel]
        : isCancelled ? [ExitWay.TakeOut]
        : [ExitWay.TakeOut, ExitWay.Cancel];
}
