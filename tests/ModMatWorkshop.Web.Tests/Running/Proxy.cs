using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Running;

/// <summary>Needs the proxy of docker-compose.yml.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProxyFactAttribute : FactAttribute
{
    public ProxyFactAttribute() => Skip = PostgresCluster.WhyMissing ?? ExternalTools.WhyMissing(("caddy", "caddy"));
}

/// <summary>
/// The proxy of docker-compose.yml, as it is set up there but without certificates, in front of instances on ports of this machine.
/// </summary>
internal sealed class Proxy : IDisposable
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("modmat-proxy-");
    private readonly int[] instances;
    private readonly int port = FreePort();
    private Process process;

    public Proxy(params int[] instances)
    {
        this.instances = instances;
        process = Start();
        Reader = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = new(Address),
            Timeout = TimeSpan.FromSeconds(30),
        };
    }

    public string Address => $"http://localhost:{port}";

    public HttpClient Reader { get; }

    /// <summary>As a power cut does.</summary>
    public void Cut()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    public void Restore() => process = Start();

    /// <summary>Until a page of an instance comes through it.</summary>
    public async Task AnswersAsync()
    {
        while (true)
            try
            {
                using var answer = await Reader.GetAsync("/programme");
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                await Task.Yield();
            }
    }

    public void Dispose()
    {
        Cut();
        Reader.Dispose();
        home.Delete(recursive: true);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Process Start()
    {
        var deployed = Path.Combine(Repository.Root, "deploy");
        var caddy = Process.Start(
            new ProcessStartInfo("caddy", ["run", "--adapter", "caddyfile", "--config", Path.Combine(deployed, "Caddyfile")])
            {
                Environment =
                {
                    ["SITE_HOST"] = Address,
                    ["SITE_INSTANCES"] = string.Join(' ', instances.Select(instance => $"127.0.0.1:{instance}")),
                    ["ERROR_PAGE_FOLDER"] = deployed,
                    ["CADDY_GLOBAL"] = "auto_https off",
                    ["HOME"] = home.FullName,
                },
                RedirectStandardError = true,
            }
        )!;
        caddy.ErrorDataReceived += (_, _) => { };
        caddy.BeginErrorReadLine();
        return caddy;
    }
}
