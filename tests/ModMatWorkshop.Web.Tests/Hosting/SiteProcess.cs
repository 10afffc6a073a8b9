using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Web.Tests.Hosting;

/// <summary>
/// The program as a separate process in Production, built but not published. Its umask hides nothing, so that the program itself decides
/// who may read its files.
/// </summary>
public sealed partial class SiteProcess : IAsyncDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(3);
    private readonly DirectoryInfo data;
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SiteProcess(
        IEnumerable<string> arguments,
        DirectoryInfo data,
        string? path = null,
        string? authorities = null,
        string? katex = null
    )
    {
        this.data = data;
        var program = Path.Combine(AppContext.BaseDirectory, "ModMatWorkshop.Web.dll");
        var start = new ProcessStartInfo("sh", ["-c", "umask 000; exec \"$@\"", "sh", ExternalTools.Find("dotnet")!, program, .. arguments])
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
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["DOTNET_TieredPGO"] = "0";
        if (path is not null)
            start.Environment["PATH"] = path;
        if (authorities is not null)
            start.Environment["SSL_CERT_FILE"] = authorities;
        if (katex is not null)
            start.Environment["KATEX_PATH"] = katex;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Receive(output, line.Data);
        process.ErrorDataReceived += (_, line) => Receive(errors, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public sealed record Outcome(int ExitCode, string Output, string Errors);

    /// <summary>Runs the program and waits until it exits, as a verb or a failed start does.</summary>
    public static async Task<Outcome> RunAsync(params IEnumerable<string> arguments)
    {
        await using var program = new SiteProcess(arguments, Directory.CreateTempSubdirectory("modmat-"));
        await program.process.WaitForExitAsync().WaitAsync(Timeout);
        return new(program.process.ExitCode, Read(program.output), Read(program.errors));
    }

    /// <summary>Serves on a free port until disposed, with its own data folder unless the arguments name one.</summary>
    /// <param name="path">The PATH of the program, which needs others such as WeasyPrint; null for the PATH of the tests.</param>
    /// <param name="authorities">A file of root certificates that the program trusts instead of those of the machine.</param>
    /// <param name="katex">The folder of KaTeX; null for that of the machine.</param>
    public static async Task<SiteProcess> ServeAsync(
        IEnumerable<string>? arguments = null,
        string? path = null,
        string? authorities = null,
        string? katex = null
    )
    {
        var program = Start(arguments, path, authorities, katex);
        await program.ListeningAsync();
        return program;
    }

    /// <summary>Like <see cref="ServeAsync"/>, but does not wait until the program listens.</summary>
    public static SiteProcess Start(
        IEnumerable<string>? arguments = null,
        string? path = null,
        string? authorities = null,
        string? katex = null
    )
    {
        var data = Directory.CreateTempSubdirectory("modmat-");
        return new(
            ["--urls", "http://127.0.0.1:0", "--Site:BaseUrl=https://modmat.test", $"--Site:DataPath={data.FullName}", .. arguments ?? []],
            data,
            path,
            authorities,
            katex
        );
    }

    /// <summary>A client over plain HTTP that does not follow redirects.</summary>
    public HttpClient Reader { get; private set; } = new();

    public string AllOutput => Read(output) + Read(errors);

    /// <returns>The address on which the program listens.</returns>
    public async Task<Uri> ListeningAsync()
    {
        var ended = process.WaitForExitAsync();
        if (await Task.WhenAny(listening.Task, ended).WaitAsync(Timeout) == ended)
            throw new InvalidOperationException($"The program ended with {process.ExitCode}: {AllOutput}");
        var address = await listening.Task;
        Reader = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        return address;
    }

    /// <summary>Waits until the program has logged a text.</summary>
    public async Task LoggedAsync(string text)
    {
        for (var since = Stopwatch.StartNew(); !AllOutput.Contains(text, StringComparison.Ordinal); await Task.Delay(20))
            Assert.True(since.Elapsed < Timeout && !process.HasExited, $"The program did not log “{text}”: {AllOutput}");
    }

    /// <summary>Kills the process, as a power cut does.</summary>
    public void Kill() => process.Kill(entireProcessTree: true);

    public int Id => process.Id;

    /// <summary>Sends SIGTERM, as systemd and containers do.</summary>
    public void Terminate() => Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

    /// <returns>The exit code.</returns>
    public async Task<int> EndedAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Timeout);
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

    private void Receive(StringBuilder buffer, string? line)
    {
        if (line is null)
            return;
        lock (buffer)
            buffer.Append(line).Append('\n');
        if (Address().Match(line) is { Success: true } address)
            listening.TrySetResult(new(address.Value));
    }

    private static string Read(StringBuilder buffer)
    {
        lock (buffer)
            return buffer.ToString();
    }

    [GeneratedRegex(@"(?<=Now listening on: (\\"")?)http://127\.0\.0\.1:[0-9]+")]
    private static partial Regex Address();
}
