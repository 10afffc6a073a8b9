using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Web.Tests.Running;

/// <summary>A fact that needs Caddy and PostgreSQL. It is skipped where one of them is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProxyFactAttribute : FactAttribute
{
    public ProxyFactAttribute() => Skip = PostgresCluster.WhyMissing ?? ExternalTools.WhyMissing(("caddy", "caddy"));
}

/// <summary>Caddy with the configuration of docker-compose.yml, but without certificates, in front of instances on local ports.</summary>
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

    /// <summary>Kills the proxy, as a power cut does.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    public void Restart() => process = Start();

    /// <summary>Waits until the proxy serves a page of an instance.</summary>
    public async Task WaitUntilReadyAsync()
    {
        while (true)
            try
            {
                using var response = await Reader.GetAsync("/programme");
                if (response.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                await Task.Yield();
            }
    }

    public void Dispose()
    {
        Kill();
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
