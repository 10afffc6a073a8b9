using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ModMatWorkshop.Application.Data.Mapping;

internal static class OrganiserMapping
{
    /// <summary>Identity's own tables, under names that say whose they are.</summary>
    public static void Map(ModelBuilder model)
    {
        model.Entity<Organiser>(organiser =>
        {
            organiser.ToTable("Organisers");
            organiser.HasIndex(o => o.Number).IsUnique();
        });
        model.Entity<IdentityUserClaim<Guid>>().ToTable("OrganiserClaims");
        model.Entity<IdentityUserLogin<Guid>>().ToTable("OrganiserLogins");
        model.Entity<IdentityUserToken<Guid>>().ToTable("OrganiserTokens");
        // As Identity's third schema has it, which it maps only where the services of the site are at hand: migrations are made without
        // them.
        model.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            passkey.ToTable("OrganiserPasskeys");
            passkey.HasKey(p => p.CredentialId);
            passkey.Property(p => p.CredentialId).HasMaxLength(1024);
            passkey.OwnsOne(p => p.Data).ToJson();
            passkey.HasOne<Organiser>().WithMany().HasForeignKey(p => p.UserId).IsRequired();
        });
    }
}
