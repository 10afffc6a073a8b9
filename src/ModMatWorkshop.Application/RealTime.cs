namespace ModMatWorkshop.Application;

/// <summary>The clock of the machine, in whole microseconds: the finest that both databases keep, so that an instant is read as it was written.</summary>
public sealed class RealTime : TimeProvider
{
    public override DateTimeOffset GetUtcNow()
    {
        var now = base.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
