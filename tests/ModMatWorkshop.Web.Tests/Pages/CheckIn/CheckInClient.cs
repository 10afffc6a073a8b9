using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Admin;

namespace ModMatWorkshop.Web.Tests.Pages.CheckIn;

/// <summary>
/// A signed-in helper. Sends the same requests as the buttons of the check-in page and its script.
/// </summary>
internal sealed class CheckInClient(HttpClient http) : IDisposable
{
    private string _token = "";

    public HttpClient Http => http;

    public static async Task<CheckInClient> OpenAsync(SiteFactory site)
    {
        var client = new CheckInClient(await site.SignedInAsync(OrganiserRoles.Helper));
        client._token = (await client.Http.ReadAsync("/check-in/walk-in"))
            .QuerySelector($"main input[name={FormToken.Field}]")!
            .GetAttribute("value")!;
        return client;
    }

    /// <summary>Sends the form of a button without loading the page.</summary>
    public Task<HttpResponseMessage> PressAsync(string ticket, string action, string half, params (string Name, string Value)[] more) =>
        http.PostAsync(
            $"/check-in/{Uri.EscapeDataString(ticket)}?handler={action}",
            new FormUrlEncodedContent([
                new(FormToken.Field, _token),
                new("half-day", half),
                .. more.Select(m => KeyValuePair.Create(m.Name, m.Value)),
            ])
        );

    public async Task<IHtmlDocument> FollowAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await http.ReadAsync(answer.Headers.Location!.OriginalString);
    }

    public void Dispose() => http.Dispose();

    /// <summary>Number, half-day and local time of each check-in, for example <c>1 2021-09-22-afternoon 13:02</c>.</summary>
    public static Task<string[]> CheckedInAsync(SiteFactory site) =>
        site.InDatabaseAsync(async db =>
        {
            var arrived = await (
                from p in db.Presences
                where p.CheckedInAt != null
                join r in db.Registrations on p.RegistrationId equals r.Id
                orderby r.Number, p.Date, p.Half
                select new
                {
                    r.Number,
                    p.Date,
                    p.Half,
                    p.CheckedInAt,
                }
            ).ToListAsync();
            var toulouse = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
            return arrived
                .Select(p =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{p.Number} {new HalfDayId(p.Date, p.Half).Key} {TimeZoneInfo.ConvertTime(p.CheckedInAt!.Value, toulouse):HH:mm}"
                    )
                )
                .ToArray();
        });
}
