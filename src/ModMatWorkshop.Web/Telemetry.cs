using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ModMatWorkshop.Web;

/// <summary>
/// Metrics and traces by OpenTelemetry, for whom the standard variables name a receiver (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>). Otherwise none of it is loaded. Answers out of the page
/// store are not counted: nothing happens there that could be traced.
/// </summary>
public static class Telemetry
{
    private static readonly string[] Personal = ["url.path", "url.query", "url.full", "client.address", "network.peer.address", "user_agent.original"];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (!string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            Send(builder.Services);
    }

    private static void Send(IServiceCollection services) => services.AddOpenTelemetry()
        .WithMetrics(metrics => metrics.AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql").AddRuntimeInstrumentation())
        .WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddSource("Npgsql").AddProcessor(new WithoutPersonalData()))
        .UseOtlpExporter();

    /// <summary>The path may be somebody's secret link; the route says as much without it.</summary>
    private sealed class WithoutPersonalData : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            foreach (var name in Personal)
                data.SetTag(name, null);
        }
    }
}
