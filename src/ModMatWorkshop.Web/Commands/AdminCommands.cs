using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Commands;

/// <summary>
/// Account commands for the person who runs the server. Each prints a one-time link, so that no password appears on the command line.
/// </summary>
internal static class AdminCommands
{
    private static readonly TimeSpan LinkLifetime = TimeSpan.FromDays(1);

    /// <returns>The command, which returns the text to print; null when the words are not a command.</returns>
    public static Func<IServiceProvider, Task<string>>? Find(string[] words, string? name) =>
        words switch
        {
            ["create", var email] => services => CreateAsync(services, AddressIn(email), name),
            ["reset", var email] => services => ResetAsync(services, AddressIn(email)),
            _ => null,
        };

    private static async Task<string> CreateAsync(IServiceProvider services, EmailAddress email, string? name)
    {
        var (answer, organiser) = await Service(services)
            .InviteAsync(
                string.IsNullOrWhiteSpace(name) ? email.Value.Split('@')[0] : name.Trim(),
                email,
                OrganiserRoles.Organiser,
                services.GetRequiredService<DataVersions>().ContentVersion.Languages.First,
                byMail: false,
                Actor.CommandLine,
                CancellationToken.None
            );
        return answer == AccountResult.AddressTaken
            ? throw new SettingsException($"{email} already has an account. `admin reset {email}` prints a new link.")
            : Link(services, organiser!);
    }

    private static async Task<string> ResetAsync(IServiceProvider services, EmailAddress email) =>
        await Service(services).RestoreAccessAsync(email, Actor.CommandLine, CancellationToken.None) is { } organiser
            ? Link(services, organiser)
            : throw new SettingsException($"{email} has no account. `admin create {email}` creates one.");

    private static string Link(IServiceProvider services, Organiser organiser) =>
        services
            .GetRequiredService<SiteAddress>()
            .Of(
                services
                    .GetRequiredService<OrganiserLinks>()
                    .PasswordPath(organiser, services.GetRequiredService<TimeProvider>().GetUtcNow() + LinkLifetime)
            );

    private static EmailAddress AddressIn(string text) =>
        EmailAddress.TryParse(text, out var address) ? address : throw new SettingsException($"'{text}' is not an email address.");

    private static OrganiserService Service(IServiceProvider services) => services.GetRequiredService<OrganiserService>();
}
