using System.Runtime.CompilerServices;

namespace ModMatWorkshop.Web;

/// <summary>
/// The threads that wait for the sockets read a request and give away a stored page themselves (<see cref="LetSocketsAnswer"/>). Whatever may take longer leaves them
/// by <c>await WorkerThreads.Enter()</c>, and stays away after each of its own awaits.
/// </summary>
public sealed class WorkerThreads : SynchronizationContext
{
    private static readonly WorkerThreads All = new();

    private WorkerThreads()
    {
    }

    /// <summary>Before the first socket of the process. What it saves and what it costs is in decision 25.</summary>
    public static void LetSocketsAnswer()
    {
        const string Setting = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";
        if (Environment.GetEnvironmentVariable(Setting) is null)
            Environment.SetEnvironmentVariable(Setting, "1");
    }

    public static Entrance Enter() => default;

    public override void Post(SendOrPostCallback d, object? state) => Queue(static work => work.d(work.state), (d, state));

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;

    private static void Queue<T>(Action<T> work, T state) =>
        ThreadPool.UnsafeQueueUserWorkItem(
            static item =>
            {
                SetSynchronizationContext(All);
                try
                {
                    item.work(item.state);
                }
                finally
                {
                    SetSynchronizationContext(null);
                }
            },
            (work, state),
            preferLocal: false);

    /// <summary>Awaited, it goes on at one of the workers.</summary>
    public readonly struct Entrance : ICriticalNotifyCompletion
    {
        public bool IsCompleted => Current == All;

        public Entrance GetAwaiter() => this;

        public void GetResult()
        {
        }

        public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

        public void UnsafeOnCompleted(Action continuation) => Queue(static work => work(), continuation);
    }
}
