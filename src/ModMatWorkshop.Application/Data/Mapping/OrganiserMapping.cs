using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ModMatWorkshop.Application.Data.Mapping;

internal static class OrganiserMapping
{
    /// <summary>Maps the tables of ASP.NET Core Identity, with names that say what they contain.</summary>
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
        // Mapped as in version 3 of Identity's schema. Identity maps it only with the site's services, which migrations do not have.
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
