using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;

namespace ModMatWorkshop.Web.Security;

/// <summary>The passkeys of an account, each with a name that its owner recognises.</summary>
public sealed class PasskeyService(UserManager<Organiser> organisers, SignInManager<Organiser> signIn, TimeProvider realTime)
{
    private const int MaxNameLength = 60;

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<UserPasskeyInfo>> ListAsync(Organiser organiser) =>
        [.. (await organisers.GetPasskeysAsync(organiser)).OrderBy(p => p.CreatedAt)];

    /// <returns>The options as JSON, for the browser.</returns>
    public Task<string> CreationOptionsAsync(Organiser organiser) =>
        signIn.MakePasskeyCreationOptionsAsync(
            new()
            {
                Id = organiser.Id.ToString(),
                Name = organiser.Email!,
                DisplayName = organiser.Name,
            }
        );

    /// <param name="credential">The browser's response to the options.</param>
    /// <returns>Null when the answer is not valid for this account.</returns>
    public async Task<UserPasskeyInfo?> AddAsync(Organiser organiser, string credential, string name, Words words)
    {
        PasskeyAttestationResult result;
        try
        {
            result = await signIn.PerformPasskeyAttestationAsync(credential);
        }
        // No options were requested, or the response is malformed.
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or JsonException)
        {
            return null;
        }
        if (!result.Succeeded || result.UserEntity.Id != organiser.Id.ToString())
            return null;
        result.Passkey.Name = CleanName(name) ?? words.UnnamedPasskey(words.Date(DateOnly.FromDateTime(realTime.GetUtcNow().Date)));
        return (await organisers.AddOrUpdatePasskeyAsync(organiser, result.Passkey)).Succeeded ? result.Passkey : null;
    }

    /// <returns>False when the name contains nothing visible.</returns>
    public async Task<bool> RenameAsync(Organiser organiser, UserPasskeyInfo passkey, string name)
    {
        if (CleanName(name) is not { } given)
            return false;
        passkey.Name = given;
        OrganiserService.Check(await organisers.AddOrUpdatePasskeyAsync(organiser, passkey));
        return true;
    }

    public async Task RemoveAsync(Organiser organiser, UserPasskeyInfo passkey) =>
        OrganiserService.Check(await organisers.RemovePasskeyAsync(organiser, passkey.CredentialId));

    private static string? CleanName(string text)
    {
        var name = string.Concat(text.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('<' or '>'))).Trim();
        return name.Length == 0 ? null : name[..Math.Min(name.Length, MaxNameLength)];
    }
}
