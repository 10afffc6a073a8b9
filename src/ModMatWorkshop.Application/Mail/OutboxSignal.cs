namespace ModMatWorkshop.Application.Mail;

/// <summary>Wakes the mail sender when a mail is waiting, before its next poll.</summary>
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
            // The signal is set already.
        }
    }

    /// <summary>Waits until the signal is set or the time is over.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancel) => _signal.WaitAsync(atMost, cancel);

    public void Dispose() => _signal.Dispose();
}
