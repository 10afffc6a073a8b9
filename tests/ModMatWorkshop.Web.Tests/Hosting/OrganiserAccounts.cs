using System.Globalization;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Tests.Hosting;

/// <summary>Creates accounts in a site's database and signs in through its login page.</summary>
public static class OrganiserAccounts
{
    public const string Password = "un atome et ses voisins";

    /// <returns>The e-mail address of a new account with the password <see cref="Password"/>.</returns>
    public static async Task<string> OrganiserAsync(
        this SiteFactory site,
        OrganiserRoles roles = OrganiserRoles.Organiser,
        Language language = Language.French
    )
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        var number =
            Math.Max(
                await db.WorkshopStates.Select(r => r.LastOrganiser).SingleAsync(),
                await db.Organisers.MaxAsync(o => (int?)o.Number) ?? 0
            ) + 1;
        var email = string.Create(CultureInfo.InvariantCulture, $"grace{number}@example.org");
        var created = await scope
            .ServiceProvider.GetRequiredService<UserManager<Organiser>>()
            .CreateAsync(
                new()
                {
                    Number = number,
                    UserName = email,
                    Email = email,
                    EmailConfirmed = true,
                    Name = "Grace Hopper",
                    Roles = roles,
                    Language = language,
                    CreatedAt = DateTimeOffset.UtcNow,
                },
                Password
            );
        Assert.True(created.Succeeded, created.ToString());
        return email;
    }

    /// <returns>A client that is signed in to a new account.</returns>
    public static async Task<HttpClient> SignedInAsync(
        this SiteFactory site,
        OrganiserRoles roles = OrganiserRoles.Organiser,
        Language language = Language.French
    )
    {
        var browser = site.CreateClient(new() { BaseAddress = SiteFactory.BaseUrl, AllowAutoRedirect = false });
        var login = await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync("/admin/login"));
        var answer = await browser.PostAsync(
            "/admin/login",
            new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["email"] = await site.OrganiserAsync(roles, language),
                    ["password"] = Password,
                    [FormToken.Field] = login.QuerySelector($"main input[name={FormToken.Field}]")!.GetAttribute("value")!,
                }
            )
        );
        Assert.Equal(ReturnUrls.StartPageOf(roles), answer.Headers.Location?.OriginalString);
        return browser;
    }
}
