using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ModMatWorkshop.Web.Tests.Hosting;

/// <summary>The executable that serves the real content in a process of its own, built but not published, in Production: what no test host helps.</summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("modmat-");
    private readonly Process process;

    private ServerProcess(string? path)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "ModMatWorkshop.Web.dll"), "--urls", "http://127.0.0.1:0", "--Site:BaseUrl=https://modmat.test", $"--Site:DataPath={data.FullName}"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Repository.Root,
        };
        foreach (var setting in start.Environment.Keys.Where(key => key.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || key.Contains("__", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(setting);
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        if (path is not null)
            start.Environment["PATH"] = path;
        process = Process.Start(start)!;
    }

    public HttpClient Reader { get; private set; } = new();

    /// <param name="path">Where the program looks for others, such as the one that makes PDF; our own PATH when null.</param>
    public static async Task<ServerProcess> StartAsync(string? path = null)
    {
        var server = new ServerProcess(path);
        List<string> said = [];
        while (await server.process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (Address().Match(line) is not { Success: true } address)
                continue;
            server.Reader = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(address.Value) };
            // Somebody must go on reading, or the server stops at a full pipe.
            _ = server.process.StandardOutput.ReadToEndAsync();
            return server;
        }
        await server.DisposeAsync();
        throw new InvalidOperationException($"The server gave up before it listened.\n{string.Join('\n', said)}");
    }

    public async ValueTask DisposeAsync()
    {
        Reader.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        data.Delete(recursive: true);
    }

    [GeneratedRegex("http://127.0.0.1:[0-9]+")]
    private static partial Regex Address();
}
