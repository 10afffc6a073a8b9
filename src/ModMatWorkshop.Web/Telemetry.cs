using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ModMatWorkshop.Web;

/// <summary>
/// Exports metrics and traces by OpenTelemetry when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set; otherwise OpenTelemetry is not loaded.
/// Answers from the page cache are not counted: they never reach ASP.NET Core's instrumentation.
/// </summary>
public static class Telemetry
{
    private static readonly string[] PersonalTags =
    [
        "url.path",
        "url.query",
        "url.full",
        "client.address",
        "network.peer.address",
        "user_agent.original",
    ];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (!string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            AddExport(builder.Services);
    }

    private static void AddExport(IServiceCollection services) =>
        services
            .AddOpenTelemetry()
            .WithMetrics(metrics =>
                metrics
                    .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql")
                    .AddRuntimeInstrumentation()
            )
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddSource("Npgsql").AddProcessor(new PersonalDataRemover()))
            .UseOtlpExporter();

    /// <summary>Removes addresses and paths from traces: a path may be a participant's secret link. The route name remains.</summary>
    private sealed class PersonalDataRemover : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            foreach (var name in PersonalTags)
                data.SetTag(name, null);
        }
    }
}
