using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>An account that somebody else changes between loading and saving.</summary>
public sealed class ConcurrentEditTests(ConcurrentEditTests.ConcurrentEditSite site) : IClassFixture<ConcurrentEditTests.ConcurrentEditSite>
{
    [Theory]
    [InlineData(Language.French, "/admin/account", "button[data-action=save]", "Quelqu’un a été plus rapide")]
    [InlineData(Language.English, "/admin/account/second-factor", "button[data-action=codes]", "Somebody else saved first")]
    public async Task The_later_save_is_refused_and_the_earlier_one_is_kept(
        Language language,
        string address,
        string button,
        string sentence
    )
    {
        var email = await site.OrganiserAsync(language: language);
        await site.EnrolAsync(email);
        using var grace = await new RegistrationClient(site).OpenAsync("/admin/login");
        await grace.Fill("email", email).Fill("password", OrganiserAccounts.Password).PressAsync("#with-password button");
        await grace.Fill("code", await site.CodeAsync(email)).PressAsync("#with-code button");
        await grace.OpenAsync(address);
        site.Other.IsArmed = true;
        await grace.Forge("name", "Ada").PressAsync(button);

        Assert.Equal((HttpStatusCode.Conflict, sentence), (grace.Status, grace.Page.Seen("h1")));
        var account = await site.AccountAsync(email);
        Assert.Equal(("Other", 0), (account.Name, account.RecoveryGeneration));
        // A second attempt succeeds.
        await grace.OpenAsync(address);
        await grace.PressAsync(button);
        Assert.Equal(HttpStatusCode.OK, grace.Status);
    }

    public sealed class ConcurrentEditSite : SiteFactory
    {
        public ConcurrentEdit Other { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.ConfigureDbContext<SqliteWorkshopDb>(db => db.AddInterceptors(Other)));
        }
    }

    /// <summary>Once armed, changes an account just before the next save.</summary>
    public sealed class ConcurrentEdit : SaveChangesInterceptor
    {
        public bool IsArmed { get; set; }

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            var changed = eventData.Context!.ChangeTracker.Entries<Organiser>().FirstOrDefault(e => e.State == EntityState.Modified);
            if (IsArmed && changed is not null)
            {
                IsArmed = false;
                await eventData
                    .Context.Set<Organiser>()
                    .Where(o => o.Id == changed.Entity.Id)
                    .ExecuteUpdateAsync(
                        o => o.SetProperty(x => x.Name, "Other").SetProperty(x => x.ConcurrencyStamp, "other"),
                        cancellationToken
                    );
            }
            return result;
        }
    }
}
