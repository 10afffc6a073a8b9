using System.Text.Json;

namespace ModMatWorkshop.Web.Tests.Hosting;

/// <summary>Reads the details of <c>/readyz</c>, which strangers do not get.</summary>
internal static class HealthDetails
{
    /// <summary>The setting <c>Health:Token</c> of every <see cref="SiteFactory"/>.</summary>
    public const string Token = "a-token-that-only-the-tests-know-about";

    public static async Task<JsonElement> ReadHealthAsync(this HttpClient client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/readyz") { Headers = { Authorization = new("Bearer", Token) } };
        using var answer = await client.SendAsync(request);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }
}
