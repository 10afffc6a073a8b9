namespace ModMatWorkshop.Web.Security;

/// <summary>Delays the answer to a form, so that its time does not tell whether the typed address is known.</summary>
internal static class EqualTime
{
    /// <summary>More than the work takes on an idle machine; a person does not notice it.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(100);

    public static async Task RunAsync(Func<Task> work)
    {
        // Begins before the work, because SQLite works synchronously.
        var delay = Task.Delay(Least);
        await work();
        await delay;
    }

    public static async Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        Task<T> task = null!;
        await RunAsync((Func<Task>)(() => task = work()));
        return await task;
    }
}
