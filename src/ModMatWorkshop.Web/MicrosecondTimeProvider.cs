namespace ModMatWorkshop.Web;

/// <summary>
/// The system clock, truncated to whole microseconds. PostgreSQL stores no finer instants, and an instant must be read back as it was
/// written.
/// </summary>
public sealed class MicrosecondTimeProvider : TimeProvider
{
    public override DateTimeOffset GetUtcNow()
    {
        var now = base.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
