using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.PageCache;
using ModMatWorkshop.Web.Tests.Pages.Admin;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>
/// Nobody learns from the site who is registered, with whatever they may read before and after a form with somebody else's address. The
/// room is full. The clock stands still, so that answers that are the same are the same to the last byte.
/// </summary>
public sealed partial class EqualAnswersTests
{
    private const string Stranger = "never-heard-of@example.org";
    private static readonly DateTimeOffset Open = new(2021, 9, 1, 7, 0, 0, TimeSpan.Zero);

    /// <summary>Mails to this server wait, so a count of mails cannot have been read after they were sent.</summary>
    private static readonly Dictionary<string, string?> UnreachableMailServer = new()
    {
        ["Mail:From"] = "site@example.org",
        ["Mail:Smtp:Host"] = "127.0.0.1",
        ["Mail:Smtp:Port"] = "1",
        ["Mail:Smtp:Security"] = "none",
    };

    /// <summary>Every public address, except PDFs, which show the content only and take seconds to make.</summary>
    private static string[] PublicAddresses =>
        [
            .. AddressesTests
                .All.Select(line => (string)line[1])
                .Concat(
                    EndpointsTests.Anonymous.Select(route =>
                        route.Replace("{number?}", "7K3M-Q0ZD-7K3M-Q0ZD-7K3M", StringComparison.Ordinal)
                    )
                )
                .Append(Routes.Verification)
                .Append(Routes.Admin)
                .Append(Routes.CheckIn),
        ];

    [Theory, OnSqlite, OnPostgres]
    public async Task A_form_with_a_known_or_an_unknown_address_changes_no_public_answer(Engine engine)
    {
        await using var site = new TimedSite(Open) { Engine = engine, More = UnreachableMailServer };
        await FillRoomAsync(site);
        var organiser = await site.OrganiserAsync();
        var registered = await site.InDbAsync(db => db.Registrations.OrderBy(r => r.Number).Select(r => r.Email).FirstAsync());
        using var reader = site.ClientWithLink(null);
        var before = await PublicAnswersAsync(reader);

        foreach (
            var (form, button, email) in new[]
            {
                ("/en/registration", "button", registered),
                ("/en/registration", "button", Stranger),
                ("/en/lost-link", "button", registered),
                ("/en/lost-link", "button", Stranger),
                ("/admin/login/forgotten", "form[action='/admin/login/forgotten'] button", organiser),
                ("/admin/login/forgotten", "form[action='/admin/login/forgotten'] button", Stranger),
            }
        )
        {
            using var visitor = await new RegistrationClient(site).OpenAsync(form);
            if (form == "/en/registration")
                visitor.FillIn(email, "in-person");
            await visitor.Fill("email", email).PressAsync(button);
            Assert.Equal((form, email, 200), (form, email, (int)visitor.Status));

            var after = await PublicAnswersAsync(reader);
            Assert.Equal(
                (form, email, ""),
                (form, email, string.Join(", ", before.Keys.Where(address => before[address] != after[address])))
            );
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public Task Own_registrations_before_and_after_a_form_tell_nothing_about_its_address(Engine engine) =>
        BracketsTellNothingAsync(engine, 2);

    [Trait("Category", "prove")]
    [Theory, OnSqlite, OnPostgres]
    public Task Twenty_pairs_of_own_registrations_tell_nothing_about_the_address_of_a_form_in_between(Engine engine) =>
        BracketsTellNothingAsync(engine, 20);

    /// <summary>
    /// A stranger registers one own address, types a known or an unknown one, registers a second own address, and reads all that the site
    /// then shows and sends for the two. A third address is confirmed, and receives other answers before and after.
    /// </summary>
    private static async Task BracketsTellNothingAsync(Engine engine, int rounds)
    {
        await using var site = new TimedSite(Open) { Engine = engine };
        await FillRoomAsync(site);
        var known = await site.InDbAsync(db => db.Registrations.OrderBy(r => r.Number).Select(r => r.Email).ToListAsync());
        var confirmed = await OwnAddress.SendAsync(site, "confirmed");
        using (var owner = await new RegistrationClient(site).FollowLinkAsync(confirmed.Email))
            await owner.DoAsync("confirm");
        var (pending, answersFor, confirmedPages) = (new List<OwnAddress>(), new Dictionary<string, string>(), new HashSet<string>());

        for (var round = 0; round < rounds; round++)
            foreach (var target in new[] { known[round * known.Count / rounds], $"unknown{round}@example.org" })
            {
                confirmedPages.Add(await confirmed.PageAfterAnotherFormAsync());
                OwnAddress[] own = [await OwnAddress.SendAsync(site, $"before {target}"), await SendToAsync(site, target)];
                foreach (var address in own)
                    answersFor[address.Label] = await address.ReadAsync();
                confirmedPages.Add(await confirmed.PageAfterAnotherFormAsync());
                pending.AddRange(own);
            }

        foreach (var address in pending)
            answersFor[address.Label] += await address.MailsAsync();
        Assert.Equal(4 * rounds, answersFor.Count);
        var usual = answersFor.Values.First();
        Assert.Equal([], answersFor.Where(a => a.Value != usual).Select(a => $"{a.Key}:\n{a.Value}\ninstead of\n{usual}"));
        Assert.All(confirmedPages, page => Assert.Equal(confirmedPages.First(), page));
        Assert.Contains("data-proposal", confirmedPages.First(), StringComparison.Ordinal);
    }

    /// <summary>Every seat is confirmed or offered. Maintenance erases people who never confirm and offers their seats to others.</summary>
    private static async Task FillRoomAsync(TimedSite site)
    {
        await site.SeedRegistrationsAsync();
        await site.InDbAsync(db =>
            db.Registrations.Where(r => r.Status == RegistrationStatus.Pending)
                .ExecuteUpdateAsync(r =>
                    r.SetProperty(x => x.Status, RegistrationStatus.Confirmed)
                        .SetProperty(x => x.ConfirmedAt, Open)
                        .SetProperty(x => x.HoldUntil, (DateTimeOffset?)null)
                )
        );
    }

    /// <summary>Types the address of somebody else, then registers an own one.</summary>
    private static async Task<OwnAddress> SendToAsync(SiteFactory site, string target)
    {
        using var visitor = await new RegistrationClient(site).OpenAsync("/en/registration");
        await visitor.FillIn(target, "in-person").PressAsync();
        Assert.Equal(("pending", "waiting-list"), visitor.StatusAndPlace);
        return await OwnAddress.SendAsync(site, $"after {target}");
    }

    private static async Task<Dictionary<string, string>> PublicAnswersAsync(HttpClient reader)
    {
        var answers = new Dictionary<string, string>();
        foreach (var address in PublicAddresses)
        {
            using var answer = await reader.GetAsync(address);
            answers[address] = await TextOfAsync(answer);
        }
        return answers;
    }

    /// <summary>Status, headers and body, without what is random in each answer.</summary>
    private static async Task<string> TextOfAsync(HttpResponseMessage answer)
    {
        var headers = answer
            .Headers.Concat(answer.Content.Headers)
            .Select(h => $"{h.Key}: {string.Join(", ", h.Key == "Set-Cookie" ? h.Value.Select(c => c.Split('=')[0]) : h.Value)}");
        var body = RandomValue().Replace(await answer.Content.ReadAsStringAsync(), "");
        return $"{(int)answer.StatusCode}\n{string.Join('\n', headers)}\n\n{body}\n";
    }

    [GeneratedRegex("(?<=name=\"(form-token|key)\"[^>]* value=\")[^\"]*")]
    private static partial Regex RandomValue();

    /// <summary>A registration of the stranger, and everything that they can read about it.</summary>
    private sealed class OwnAddress
    {
        private static int last;
        private readonly SiteFactory site;
        private string answer = "";

        private OwnAddress(SiteFactory site, string label)
        {
            (this.site, Label) = (site, label);
            Email = string.Create(CultureInfo.InvariantCulture, $"own{Interlocked.Increment(ref last):0000}@example.org");
        }

        public string Label { get; }

        public string Email { get; }

        public static async Task<OwnAddress> SendAsync(SiteFactory site, string label)
        {
            var own = new OwnAddress(site, label);
            using var visitor = await own.SendFormAsync("LAAS-CNRS");
            own.answer = await TextOfAsync(visitor.Answer);
            return own;
        }

        /// <summary>The answer to the form, and everything behind the link in the mail, without what only this address has.</summary>
        public async Task<string> ReadAsync()
        {
            var link = await site.LinkAsync(Email);
            using var reader = site.CreateClient(new() { BaseAddress = SiteFactory.BaseUrl, AllowAutoRedirect = false });
            var texts = new List<string> { answer };
            foreach (var address in new[] { link, "/en/my-registration", $"{link}?handler=Data", $"{link}/confirmation", "/en/live" })
            {
                using var page = await reader.GetAsync(address);
                texts.Add(await TextOfAsync(page));
            }
            return await WithoutOwnValuesAsync(string.Concat(texts));
        }

        /// <summary>The page of a confirmed registration after somebody has filled in the form with its address once more.</summary>
        public async Task<string> PageAfterAnotherFormAsync()
        {
            (await SendFormAsync("Elsewhere")).Dispose();
            using var owner = await new RegistrationClient(site).FollowLinkAsync(Email);
            return await WithoutOwnValuesAsync(await TextOfAsync(owner.Answer));
        }

        public async Task<string> MailsAsync()
        {
            await HtmlReading.EventuallyAsync(
                () => site.InDbAsync(db => db.Outbox.CountAsync(m => m.State == MailState.Waiting)),
                waiting => waiting == 0
            );
            var id = (await site.RegistrationAsync(Email))!.Id;
            var texts = new List<string>();
            foreach (var sent in await site.InDbAsync(db => db.Outbox.Where(m => m.RegistrationId == id).OrderBy(m => m.Id).ToListAsync()))
            {
                using var mail = await MimeMessage.LoadAsync(Path.Combine(site.DataPath, "mail", $"{sent.MessageId}.eml"));
                mail.MessageId = "message@modmat.test";
                texts.Add($"{string.Join('\n', mail.Headers)}\n{mail.TextBody}\n{mail.HtmlBody}\n");
            }
            return await WithoutOwnValuesAsync(string.Concat(texts));
        }

        private async Task<RegistrationClient> SendFormAsync(string affiliation)
        {
            var visitor = await new RegistrationClient(site).OpenAsync("/en/registration");
            return await visitor.FillIn(Email, "in-person").Fill("affiliation", affiliation).PressAsync();
        }

        private async Task<string> WithoutOwnValuesAsync(string text)
        {
            var registration = (await site.RegistrationAsync(Email))!;
            string[] own =
            [
                Email,
                Email.Split('@')[0],
                site.Services.GetRequiredService<SecretLinks>().Of(registration),
                registration.Id.ToString(),
                registration.Ticket,
                registration.CheckInCode!,
                registration.FormKey,
            ];
            return own.Aggregate(text, (all, value) => all.Replace(value, "", StringComparison.Ordinal));
        }
    }
}
