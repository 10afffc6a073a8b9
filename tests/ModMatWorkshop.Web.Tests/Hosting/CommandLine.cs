using System.Diagnostics;

namespace ModMatWorkshop.Web.Tests.Hosting;

/// <summary>The executable as somebody types it: a process of its own, in Production, with none of our settings but what is said here.</summary>
public static class CommandLine
{
    public sealed record Outcome(int ExitCode, string Output, string Errors);

    /// <exception cref="TimeoutException">It had not ended after a minute: it serves, or hangs.</exception>
    public static async Task<Outcome> RunAsync(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ModMatWorkshop.Web.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        foreach (var setting in start.Environment.Keys.Where(key => key.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || key.Contains("__", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(setting);
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw new TimeoutException($"`{string.Join(' ', arguments)}` did not end. It said: {await output}{await errors}");
        }
        return new(process.ExitCode, await output, await errors);
    }
}
