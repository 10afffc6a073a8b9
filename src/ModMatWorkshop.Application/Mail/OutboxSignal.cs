namespace ModMatWorkshop.Application.Mail;

/// <summary>Tells the sender that there is something to send, so that nobody waits for its next round.</summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim _signal = new(0, 1);

    public void Set()
    {
        try
        {
            _signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // It has been rung already.
        }
    }

    /// <summary>Until the bell rings or the time is over.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancel) => _signal.WaitAsync(atMost, cancel);

    public void Dispose() => _signal.Dispose();
}
