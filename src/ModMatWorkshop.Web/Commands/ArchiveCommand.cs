using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Web.Archive;

namespace ModMatWorkshop.Web.Commands;

/// <summary>Writes the site as static files, for the time after the server is switched off.</summary>
internal static class ArchiveCommand
{
    public static async Task<int> RunAsync(string[] args, string folder)
    {
        // Without the background services: a site that runs at the same time sends the mails.
        await using var app = CommandDispatcher.Builder([.. args, "--urls", "http://127.0.0.1:0"]).AddSite().Build();
        app.UseSite();
        await app.Services.GetRequiredService<SitePreparation>().RunAsync(needsContent: true, CancellationToken.None);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        var workshop = await db.Workshops.AsNoTracking().SingleAsync();
        app.Services.GetRequiredService<SiteClock>()
            .KeepRealTimeFrom(new DateTimeOffset(workshop.End.AddDays(2), TimeOnly.MinValue, TimeSpan.Zero));
        await app.StartAsync();
        using var reader = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new(
                app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single()
            ),
            Timeout = TimeSpan.FromMinutes(5),
        };
        var files = await new SiteArchive(reader, app.Services.GetRequiredService<SiteAddress>(), db).WriteAsync(
            folder,
            CancellationToken.None
        );
        await app.StopAsync();
        Console.WriteLine($"{Path.GetFullPath(folder)}: {files} files. Open index.html, or serve the folder with any web server.");
        return 0;
    }
}
