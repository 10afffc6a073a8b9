using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Web.Security;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Security;

[Collection(nameof(Pages.Archive))]
public sealed class PasswordsTests(SiteFactory site)
{
    [Theory]
    [InlineData("un atome et ses voisins", null)]
    [InlineData("kjhgf qzpou 1", null)]
    [InlineData("πάντα ῥεῖ, dit-on", null)]
    [InlineData("83 14 07 29 55 61", null)]
    [InlineData("elevenchars", PasswordFault.TooShort)]
    [InlineData("", PasswordFault.TooShort)]
    [InlineData("password1234", PasswordFault.Common)]
    [InlineData("P@ssw0rd!2024", PasswordFault.Common)]
    [InlineData("MotDePasse123", PasswordFault.Common)]
    [InlineData("azertyuiop12", PasswordFault.Common)]
    [InlineData("123456789012", PasswordFault.Common)]
    [InlineData("aaaaaaaaaaaaaaaa", PasswordFault.Common)]
    [InlineData("correct horse battery staple", PasswordFault.Common)]
    [InlineData("motdepassemotdepasse", PasswordFault.Common)]
    [InlineData("JeT'aime Paris!", PasswordFault.Common)]
    [InlineData("grace.hopper!1", PasswordFault.Personal)]
    [InlineData("ModMat2021!modmat", PasswordFault.Personal)]
    [InlineData("hopper@example.org", PasswordFault.Personal)]
    public async Task A_password_must_be_long_and_neither_common_nor_personal(string password, PasswordFault? fault) =>
        Assert.Equal(fault, await FaultAsync(password));

    [Fact]
    public async Task A_very_long_password_is_accepted_up_to_a_limit()
    {
        Assert.Null(await FaultAsync(string.Concat(Enumerable.Repeat("zebu quartz 7 ", 14))));
        Assert.Equal(PasswordFault.TooLong, await FaultAsync(string.Concat(Enumerable.Repeat("zebu quartz 7 ", 15))));
    }

    [Fact]
    public void Composed_and_decomposed_letters_give_the_same_password()
    {
        Assert.Equal(Passwords.Normal("\u00E9t\u00E9"), Passwords.Normal("e\u0301te\u0301"));
        // An unpaired surrogate has no normal form: it gives an empty password and not an exception.
        Assert.Equal("", Passwords.Normal("\uD800 half a pair"));
    }

    private Task<PasswordFault?> FaultAsync(string password) =>
        site.InAsync(services =>
            services.GetRequiredService<Passwords>().FaultOfAsync(password, new() { Name = "Grace Hopper", Email = "grace@example.org" })
        );
}
