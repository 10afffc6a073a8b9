using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Running;

/// <summary>OpenTelemetry export and the log format.</summary>
[Trait("Category", "prove")]
public sealed class TelemetryTests
{
    private const string Secret = "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789";

    [Fact]
    public async Task Metrics_and_traces_are_exported_without_secret_links_and_search_texts()
    {
        await using var receiver = await Receiver.OpenAsync();
        await using var site = await SiteProcess.ServeAsync([
            $"--OTEL_EXPORTER_OTLP_ENDPOINT={receiver.Address}",
            "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf",
            "--OTEL_BSP_SCHEDULE_DELAY=100",
            "--OTEL_METRIC_EXPORT_INTERVAL=200",
        ]);
        (await site.Reader.GetAsync($"/mon-inscription/{Secret}")).Dispose();
        (await site.Reader.GetAsync($"/recherche?q={Secret}")).Dispose();
        await receiver.WaitForAsync("/v1/traces", "mon-inscription/{token}");
        await receiver.WaitForAsync("/v1/traces", "recherche");
        await receiver.WaitForAsync("/v1/metrics", "http.server.request.duration");

        Assert.DoesNotContain(Secret, receiver.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_can_be_written_as_one_JSON_object_per_line()
    {
        await using var site = await SiteProcess.ServeAsync(["--Log:Format=json"]);
        var lines = site.AllOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.StartsWith('{')).ToList();

        Assert.Contains(lines, line =>
            JsonDocument.Parse(line).RootElement.GetProperty("@m").GetString()!.StartsWith("Now listening on: ", StringComparison.Ordinal)
        );
    }

    /// <summary>Receives OTLP over HTTP. The tests search the bodies for plain text, without decoding them.</summary>
    private sealed class Receiver : IAsyncDisposable
    {
        private readonly WebApplication app;
        private readonly ConcurrentQueue<(string Path, string Text)> received = new();
        private readonly SemaphoreSlim arrivals = new(0);

        private Receiver(WebApplication app) => this.app = app;

        public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

        public string AllText => string.Join('\n', received.Select(h => h.Text));

        public static async Task<Receiver> OpenAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
            var receiver = new Receiver(builder.Build());
            receiver.app.Run(async context =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body);
                receiver.received.Enqueue((context.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
                receiver.arrivals.Release();
                context.Response.StatusCode = StatusCodes.Status200OK;
            });
            await receiver.app.StartAsync();
            return receiver;
        }

        public async Task WaitForAsync(string path, string text)
        {
            while (!received.Any(h => h.Path == path && h.Text.Contains(text, StringComparison.Ordinal)))
                Assert.True(await arrivals.WaitAsync(TimeSpan.FromMinutes(1)), $"{path} has not received {text}");
        }

        public async ValueTask DisposeAsync()
        {
            await app.DisposeAsync();
            arrivals.Dispose();
        }
    }
}
