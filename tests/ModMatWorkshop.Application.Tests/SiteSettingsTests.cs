using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests;

public class SiteSettingsTests
{
    [Theory]
    [InlineData(
        "Site:BaseUrl",
        "modmat.example",
        "Site:BaseUrl is 'modmat.example'; it must be an address like https://workshop.example.org, without a path."
    )]
    [InlineData(
        "Site:BaseUrl",
        "ftp://modmat.example",
        "Site:BaseUrl is 'ftp://modmat.example'; it must be an address like https://workshop.example.org, without a path."
    )]
    [InlineData(
        "Site:BaseUrl",
        "https://modmat.example/2021",
        "Site:BaseUrl is 'https://modmat.example/2021'; it must be an address like https://workshop.example.org, without a path."
    )]
    [InlineData(
        "Site:BaseUrl",
        "https://modmat.example/?a#b",
        "Site:BaseUrl is 'https://modmat.example/?a#b'; it must be an address like https://workshop.example.org, without a path."
    )]
    [InlineData("Database:Provider", "mysql", "Database:Provider is 'mysql'; it must be 'sqlite' or 'postgres'.")]
    [InlineData("Database:Provider", "Postgres", "Database:Provider is 'Postgres'; it must be 'sqlite' or 'postgres'.")]
    [InlineData("Database:Provider", "postgres", "Database:Provider is 'postgres', so ConnectionStrings:Workshop must name the server.")]
    [InlineData("Content:Store", "postgres", "Content:Store is 'postgres'; it must be 'folder' or 'database'.")]
    [InlineData("Content:Git", "push", "Content:Git is 'push'; it must be 'off' or 'commit'.")]
    [InlineData(
        "Live:Players",
        "https://player.example",
        "Live:Players names 'https://player.example'; it must be hosts like player.example.org, separated by commas."
    )]
    [InlineData(
        "Live:Players",
        "player.example, *.example",
        "Live:Players names '*.example'; it must be hosts like player.example.org, separated by commas."
    )]
    [InlineData(
        "Live:Players",
        "player.example; script-src *",
        "Live:Players names 'player.example; script-src *'; it must be hosts like player.example.org, separated by commas."
    )]
    [InlineData(
        "Health:Token",
        "secret",
        "Health:Token is too short; it must be a secret of at least 32 characters, for example what `openssl rand -base64 32` prints."
    )]
    [InlineData("Admin:RequireSecondFactor", "yes", "Admin:RequireSecondFactor is 'yes'; it must be 'true' or 'false'.")]
    [InlineData(
        "Admin:OpenIdConnect:TrustUnverifiedEmail",
        "yes",
        "Admin:OpenIdConnect:TrustUnverifiedEmail is 'yes'; it must be 'true' or 'false'."
    )]
    [InlineData(
        "Admin:OpenIdConnect:ClientId",
        "workshop",
        "Admin:OpenIdConnect is incomplete: Admin:OpenIdConnect:Authority is missing. "
            + "Sign-in with an institution needs Authority, ClientId and ClientSecret."
    )]
    public void An_invalid_setting_is_refused_with_a_message(string key, string value, string message) =>
        Assert.Equal(message, Assert.Throws<SettingsException>(() => Read(Environments.Production, (key, value))).Message);

    [Fact]
    public void Content_in_the_database_cannot_be_committed_to_git() =>
        Assert.Equal(
            "Content:Git is 'commit', but Content:Store is 'database': there is no content folder with a git repository.",
            Assert
                .Throws<SettingsException>(() => Read(Environments.Production, ("Content:Store", "database"), ("Content:Git", "commit")))
                .Message
        );

    [Theory]
    [InlineData("on")]
    [InlineData("2021-09-31T13:20")]
    [InlineData("13:20")]
    [InlineData("22/09/2021 13:20")]
    [InlineData("09/10/2021")]
    [InlineData("0001-01-01T00:00")]
    public void A_rehearsal_start_that_is_not_a_time_is_refused(string value) =>
        An_invalid_setting_is_refused_with_a_message(
            "Clock:RehearseFrom",
            value,
            $"Clock:RehearseFrom is '{value}'; it must be 'off' or a time like "
                + "2021-09-22T13:20, in the workshop's time zone unless an offset follows."
        );

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public void Outside_Development_the_base_address_is_required(string environment) =>
        Assert.Equal(
            "Site:BaseUrl is not set. Set the public address of the site, for example "
                + $"Site__BaseUrl=https://workshop.example.org (environment: {environment}).",
            Assert.Throws<SettingsException>(() => Read(environment, ("Site:BaseUrl", null))).Message
        );

    [Fact]
    public void Production_uses_real_time_and_Development_a_rehearsal()
    {
        Assert.Equal(("https://modmat.example", null), AddressAndRehearsal(Read(Environments.Production)));
        Assert.Equal(
            ("http://localhost:5000", "2021-09-01T09:00"),
            AddressAndRehearsal(Read(Environments.Development, ("Site:BaseUrl", null)))
        );
        Assert.Equal(
            ("http://localhost:5000", null),
            AddressAndRehearsal(Read(Environments.Development, ("Site:BaseUrl", null), ("Clock:RehearseFrom", "off")))
        );

        static (string, string?) AddressAndRehearsal(SiteSettings settings) => (settings.Address.BaseUrl, settings.RehearseFrom);
    }

    [Theory]
    [InlineData("http://idp.example.org")]
    [InlineData("idp.example.org")]
    [InlineData("https://idp.example.org/?tenant=1")]
    public void The_authority_of_the_identity_provider_must_be_an_https_address(string authority) =>
        Assert.Equal(
            $"Admin:OpenIdConnect:Authority is '{authority}'; "
                + "it must be the https address of the provider, as given under `issuer` in its metadata.",
            Assert
                .Throws<SettingsException>(() =>
                    Read(
                        Environments.Production,
                        ("Admin:OpenIdConnect:Authority", authority),
                        ("Admin:OpenIdConnect:ClientId", "workshop"),
                        ("Admin:OpenIdConnect:ClientSecret", "secret")
                    )
                )
                .Message
        );

    [Fact]
    public void The_identity_provider_is_named_after_its_host_and_a_second_factor_is_required_outside_Development()
    {
        var settings = Read(
            Environments.Production,
            ("Admin:OpenIdConnect:Authority", "https://idp.example.org/realm"),
            ("Admin:OpenIdConnect:ClientId", "workshop"),
            ("Admin:OpenIdConnect:ClientSecret", "secret")
        );
        Assert.Equal(("idp.example.org", true), (settings.OpenIdConnect!.Name, settings.RequireSecondFactor));

        var development = Read(Environments.Development);
        Assert.Equal((null, false), (development.OpenIdConnect, development.RequireSecondFactor));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("modmat", "modmat")]
    public void A_mail_server_without_a_user_is_used_without_signing_in(string? setting, string? user) =>
        Assert.Equal(
            ("mail", user),
            HostAndUser(
                Read(
                    Environments.Production,
                    ("Mail:Smtp:Host", "mail"),
                    ("Mail:From", "site@localhost"),
                    ("Mail:Smtp:User", setting),
                    ("Mail:Smtp:Password", setting)
                ).Mail
            )
        );

    [Fact]
    public void Relative_paths_start_at_the_root_of_the_repository()
    {
        var settings = Read(Environments.Production, ("Site:ContentPath", "content/../elsewhere"), ("Site:DataPath", "data"));
        Assert.Equal(
            (Path.Combine(Repository.Root, "elsewhere"), Path.Combine(Repository.Root, "data")),
            (settings.ContentPath, settings.DataPath)
        );
        Assert.Equal($"Data Source={Path.Combine(Repository.Root, "data", "workshop.db")}", settings.ConnectionString);
    }

    private static (string? Host, string? User) HostAndUser(MailSettings mail) => (mail.SmtpHost, mail.User);

    private static SiteSettings Read(string environment, params (string Key, string? Value)[] given)
    {
        var settings = new Dictionary<string, string?> { ["Site:BaseUrl"] = "https://modmat.example" };
        foreach (var (key, value) in given)
            settings[key] = value;
        return SiteSettings.Read(
            new ConfigurationBuilder().AddInMemoryCollection(settings).Build(),
            new HostingEnvironment { EnvironmentName = environment, ContentRootFileProvider = new NullFileProvider() }
        );
    }
}
