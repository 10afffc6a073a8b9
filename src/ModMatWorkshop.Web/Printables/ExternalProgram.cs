using System.ComponentModel;
using System.Diagnostics;

namespace ModMatWorkshop.Web.Printables;

/// <summary>A program of the system that turns its standard input into its standard output.</summary>
public sealed partial class ExternalProgram(string name, TimeSpan limit, ILogger log)
{
    public bool IsInstalled { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));

    /// <returns>The output; null if there is none or the program failed, which has been logged.</returns>
    public async Task<byte[]?> RunAsync(IEnumerable<string> arguments, ReadOnlyMemory<byte> input, CancellationToken cancel)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        end.CancelAfter(limit);
        using var process = new Process
        {
            StartInfo = new(name, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        var started = false;
        try
        {
            started = process.Start();
            var errors = process.StandardError.ReadToEndAsync(end.Token);
            var output = new MemoryStream();
            var reading = process.StandardOutput.BaseStream.CopyToAsync(output, end.Token);
            await WriteAsync(process, input, end.Token);
            await reading;
            await process.WaitForExitAsync(end.Token);
            if (process.ExitCode == 0 && output.Length > 0)
                return output.ToArray();
            LogFailed(name, process.ExitCode, await errors);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            LogTimedOut(name, limit);
        }
        catch (Win32Exception unable)
        {
            LogUnavailable(unable, name);
        }
        finally
        {
            if (started && !process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        return null;
    }

    private static async Task WriteAsync(Process process, ReadOnlyMemory<byte> input, CancellationToken cancel)
    {
        try
        {
            await using var stream = process.StandardInput.BaseStream;
            await stream.WriteAsync(input, cancel);
        }
        catch (IOException)
        {
            // The program ended before it had read its input. The caller checks the exit code.
        }
    }

    [LoggerMessage(LogLevel.Error, "{Program} ended with code {Code}: {Errors}")]
    private partial void LogFailed(string program, int code, string errors);

    [LoggerMessage(LogLevel.Error, "{Program} did not finish within {Limit}")]
    private partial void LogTimedOut(string program, TimeSpan limit);

    [LoggerMessage(LogLevel.Error, "{Program} cannot be started")]
    private partial void LogUnavailable(Exception unable, string program);
}
