using System.Globalization;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Addresses;

namespace ModMatWorkshop.Web.Commands;

/// <summary>The commands of registration: invite, seats, open, close, dates.</summary>
internal static class RegistrationCommands
{
    /// <returns>The command, which returns the text to print; null when the words are not a command.</returns>
    public static Func<IServiceProvider, Task<string>>? Find(string[] words) =>
        words switch
        {
            ["invite", var guest] => async services =>
            {
                var languages = services.GetRequiredService<DataVersions>().ContentVersion.Languages;
                var invitation = await services
                    .GetRequiredService<InvitationService>()
                    .InviteAsync(Guid.NewGuid(), guest, null, languages.First, [], Actor.CommandLine, CancellationToken.None);
                var token = services.GetRequiredService<SecretLinks>().OfInvitation(invitation.Id);
                return services
                    .GetRequiredService<SiteAddress>()
                    .Of($"{Routes.Register.Path(languages, languages.First)}?invitation={token}");
            },
            ["seats", "content"] => services => SeatsAsync(services, null),
            ["seats", var text]
                when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seats)
                    && seats <= WorkshopState.MaxSeats => services => SeatsAsync(services, seats),
            ["open"] => services => OpenAsync(services, true),
            ["close"] => services => OpenAsync(services, false),
            ["dates"] => services => OpenAsync(services, null),
            _ => null,
        };

    private static async Task<string> SeatsAsync(IServiceProvider services, int? seats)
    {
        await Settings(services).SetCapacityAsync(seats, Actor.CommandLine, CancellationToken.None);
        return seats is null
            ? "The number of seats follows the content again."
            : string.Create(CultureInfo.InvariantCulture, $"The room has {seats} seats.");
    }

    private static async Task<string> OpenAsync(IServiceProvider services, bool? open)
    {
        await Settings(services).SetOpenAsync(open, Actor.CommandLine, CancellationToken.None);
        return open switch
        {
            true => "Registration is open.",
            false => "Registration is closed.",
            null => "Registration follows its dates.",
        };
    }

    private static RegistrationSettingsService Settings(IServiceProvider services) =>
        services.GetRequiredService<RegistrationSettingsService>();
}
