namespace ModMatWorkshop.Domain.Fees;

/// <summary>When somebody who has not paid is reminded.</summary>
public static class FeeReminder
{
    /// <param name="confirmed">When the registration was confirmed.</param>
    /// <param name="sent">The reminders so far.</param>
    /// <param name="last">The last one; null for none.</param>
    public static bool IsDue(
        WorkshopFees fees,
        FeeAccount account,
        DateTimeOffset confirmed,
        int sent,
        DateTimeOffset? last,
        DateTimeOffset now
    ) =>
        account.Status == FeeStatus.Due
        && fees.RemindAfterDays is { } days
        && sent < fees.Reminders
        && now >= (last is { } reminded && reminded > confirmed ? reminded : confirmed).AddDays(days);
}
