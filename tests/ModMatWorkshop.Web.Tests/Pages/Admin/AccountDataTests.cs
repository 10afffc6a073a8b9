using System.Text.Json;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Call;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>What a person with an account downloads about themselves.</summary>
public sealed class AccountDataTests : IDisposable
{
    private readonly CallSite sites = new();

    [Fact]
    public async Task A_reviewer_downloads_their_own_marks_and_words_and_nobody_elses()
    {
        var site = sites.At("2021-09-20T09:00");
        using var first = await site.SignedInAsync(OrganiserRoles.Reviewer);
        using var second = await site.SignedInAsync(OrganiserRoles.Reviewer);
        // Its review and its remark are those of account 1.
        await site.InDatabaseAsync(SecretCall.PlantAsync);

        Assert.NotNull((await first.ReadAsync("/admin/account")).QuerySelector("[data-action=data]"));
        using var own = JsonDocument.Parse(await first.GetStringAsync("/admin/account?handler=Data"));
        var others = await second.GetStringAsync("/admin/account?handler=Data");

        Assert.Equal(
            ["account", "sessions", "reviewer", "reviews", "discussion", "log"],
            own.RootElement.EnumerateObject().Select(p => p.Name)
        );
        Assert.Equal(
            (1, SecretCall.Text, SecretCall.Text),
            (
                own.RootElement.GetProperty("account").GetProperty("Number").GetInt32(),
                own.RootElement.GetProperty("reviews")[0].GetProperty("Word").GetString(),
                own.RootElement.GetProperty("reviewer").GetProperty("Affiliation").GetString()
            )
        );
        Assert.DoesNotContain(SecretCall.Text, others, StringComparison.OrdinalIgnoreCase);
        foreach (var secret in new[] { "PasswordHash", "SecurityStamp", "Key" })
            Assert.DoesNotContain($"\"{secret}\"", others, StringComparison.Ordinal);
    }

    public void Dispose() => sites.Dispose();
}
