using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Call;

internal static class Submissions
{
    public const string Abstract = "We measure $k_B T$ and **more**.";

    /// <summary>Fills in the form with a complete text and two affiliations.</summary>
    public static async Task<RegistrationClient> FillInAbstractAsync(this RegistrationClient client, string email)
    {
        await client.Fill("affiliation-0", "LAAS-CNRS, Toulouse").PressAsync("button[value=affiliation-add]");
        return client
            .Fill("email", email)
            .Fill("title", "The heat of $k_B T$")
            .Fill("kind", "oral")
            .Fill("topics", "potentials")
            .Fill("affiliation-1", "Uni Köln")
            .Fill("given-0", "Ada")
            .Fill("family-0", "Lovelace")
            .Fill("at-0", "1", "2")
            .Fill("language", "en")
            .Fill("abstract", Abstract)
            .Fill("agreed", "yes");
    }
}
