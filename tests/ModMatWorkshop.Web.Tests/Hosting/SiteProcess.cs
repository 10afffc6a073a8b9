using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace ModMatWorkshop.Web.Tests.Hosting;

/// <summary>The program as an operator runs it: a process with arguments, an exit code and something to read.</summary>
public sealed partial class SiteProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SiteProcess(string[] arguments, string environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ModMatWorkshop.Web.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Hear(output, line.Data);
        process.ErrorDataReceived += (_, line) => Hear(error, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Runs to its end, as a verb or a failed start does.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var program = new SiteProcess(arguments, "Production");
        using var patience = new CancellationTokenSource(Patience);
        await program.process.WaitForExitAsync(patience.Token);
        return (program.process.ExitCode, Read(program.output), Read(program.error));
    }

    /// <summary>Serves on a free port of this machine, until disposed.</summary>
    public static SiteProcess Serve(params string[] arguments) => new(["--urls", "http://127.0.0.1:0", "--Site:BaseUrl=https://modmat.test", .. arguments], "Production");

    public string Output => Read(output) + Read(error);

    /// <returns>Where it listens.</returns>
    public async Task<Uri> ListeningAsync()
    {
        var ended = process.WaitForExitAsync();
        if (await Task.WhenAny(listening.Task, ended).WaitAsync(Patience) == ended)
            throw new InvalidOperationException($"The program ended with {process.ExitCode}: {Output}");
        return await listening.Task;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private void Hear(StringBuilder said, string? line)
    {
        if (line is null)
            return;
        lock (said)
            said.Append(line).Append('\n');
        if (Address().Match(line) is { Success: true } address)
            listening.TrySetResult(new(address.Value));
    }

    private static string Read(StringBuilder said)
    {
        lock (said)
            return said.ToString();
    }

    [GeneratedRegex(@"(?<=Now listening on: )http://127\.0\.0\.1:[0-9]+")]
    private static partial Regex Address();
}
