using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ModMatWorkshop.Web.Tests.Hosting;

/// <summary>
/// The program as an operator runs it, built but not published: a process in Production with arguments, an exit code and something to read.
/// </summary>
public sealed partial class SiteProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly DirectoryInfo data;
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SiteProcess(IEnumerable<string> arguments, DirectoryInfo data, string? path = null, string? authorities = null)
    {
        this.data = data;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ModMatWorkshop.Web.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = data.FullName,
        };
        foreach (
            var setting in start
                .Environment.Keys.Where(key =>
                    key.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || key.Contains("__", StringComparison.Ordinal)
                )
                .ToList()
        )
            start.Environment.Remove(setting);
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        if (path is not null)
            start.Environment["PATH"] = path;
        if (authorities is not null)
            start.Environment["SSL_CERT_FILE"] = authorities;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Hear(output, line.Data);
        process.ErrorDataReceived += (_, line) => Hear(errors, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public sealed record Outcome(int ExitCode, string Output, string Errors);

    /// <summary>Runs to its end, as a verb or a failed start does.</summary>
    public static async Task<Outcome> RunAsync(params IEnumerable<string> arguments)
    {
        await using var program = new SiteProcess(arguments, Directory.CreateTempSubdirectory("modmat-"));
        await program.process.WaitForExitAsync().WaitAsync(Patience);
        return new(program.process.ExitCode, Read(program.output), Read(program.errors));
    }

    /// <summary>
    /// Serves on a free port of this machine, with a data folder of its own unless the arguments name one, until disposed.
    /// </summary>
    /// <param name="path">Where the program looks for others, such as the one that makes PDF; our own PATH when null.</param>
    /// <param name="authorities">A file of certificates that the program trusts instead of those of the machine.</param>
    public static async Task<SiteProcess> ServeAsync(IEnumerable<string>? arguments = null, string? path = null, string? authorities = null)
    {
        var program = Start(arguments, path, authorities);
        await program.ListeningAsync();
        return program;
    }

    /// <summary>The same, without waiting until it listens.</summary>
    public static SiteProcess Start(IEnumerable<string>? arguments = null, string? path = null, string? authorities = null)
    {
        var data = Directory.CreateTempSubdirectory("modmat-");
        return new(
            ["--urls", "http://127.0.0.1:0", "--Site:BaseUrl=https://modmat.test", $"--Site:DataPath={data.FullName}", .. arguments ?? []],
            data,
            path,
            authorities
        );
    }

    /// <summary>Asks it over plain HTTP, follows nothing.</summary>
    public HttpClient Reader { get; private set; } = new();

    public string Said => Read(output) + Read(errors);

    /// <returns>Where it listens.</returns>
    public async Task<Uri> ListeningAsync()
    {
        var ended = process.WaitForExitAsync();
        if (await Task.WhenAny(listening.Task, ended).WaitAsync(Patience) == ended)
            throw new InvalidOperationException($"The program ended with {process.ExitCode}: {Said}");
        var address = await listening.Task;
        Reader = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        return address;
    }

    /// <summary>Pulls the plug: nothing of what it was doing is finished.</summary>
    public void Kill() => process.Kill(entireProcessTree: true);

    public int Id => process.Id;

    /// <summary>Tells it to stop, as systemd and containers do.</summary>
    public void Terminate() => Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

    /// <returns>The exit code.</returns>
    public async Task<int> EndedAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Reader.Dispose();
        if (!process.HasExited)
            Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        data.Delete(recursive: true);
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

    [GeneratedRegex(@"(?<=Now listening on: (\\"")?)http://127\.0\.0\.1:[0-9]+")]
    private static partial Regex Address();
}
