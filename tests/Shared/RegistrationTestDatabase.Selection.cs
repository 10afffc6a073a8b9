using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Tests.Shared;

public sealed partial class RegistrationTestDatabase
{
    /// <summary>The workshop selects its participants from now on.</summary>
    public async Task OnApplicationAsync()
    {
        await using var db = Open();
        await db.Workshops.ExecuteUpdateAsync(w => w.SetProperty(x => x.IsOnApplication, true));
    }

    /// <summary>From now on, organisers decide what participants change.</summary>
    public async Task EndChangesAsync()
    {
        var yesterday = DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime).AddDays(-2);
        await using var db = Open();
        await db.Workshops.ExecuteUpdateAsync(w => w.SetProperty(x => x.ChangesUntil, yesterday));
    }

    /// <summary>Each person in turn applies and confirms the application.</summary>
    public async Task ApplicantsAsync(params IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            await RegisterAsync(name);
            await ConfirmAsync(name);
        }
    }

    public Task<ChangeResult> DecideAsync(string name, RegistrationCommand decision, string? note = null) =>
        AskAsync(name, (registrations, id) => registrations.DecideAsync(id, decision, note, Organiser, CancellationToken.None));
}
