using System.Text.RegularExpressions;
using MimeKit;

namespace ModMatWorkshop.Web.Tests.Hosting;

/// <summary>The links in the mails that a site has written into its pickup folder.</summary>
internal static partial class MailLinks
{
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(2);

    /// <summary>Waits for a mail, as its reader does.</summary>
    /// <param name="about">A part of the subject.</param>
    /// <returns>The path of the first link to the site in the text of the mail.</returns>
    public static async Task<string> LinkInMailAsync(this SiteFactory site, string to, string about) =>
        (await site.LinksInMailsAsync(about, links => links.ContainsKey(to)))[to];

    /// <summary>Waits until enough mails are there.</summary>
    /// <returns>The path of the link in each mail with the subject, by the address of the recipient.</returns>
    public static async Task<IReadOnlyDictionary<string, string>> LinksInMailsAsync(
        this SiteFactory site,
        string about,
        Func<IReadOnlyDictionary<string, string>, bool> isEnough
    )
    {
        var until = DateTime.UtcNow + Most;
        var (seen, links) = (new HashSet<string>(), new Dictionary<string, string>());
        while (!isEnough(links))
        {
            Assert.True(DateTime.UtcNow < until, $"{links.Count} mails “{about}” are there.");
            foreach (var file in Mails(site).Where(seen.Add))
            {
                using var mail = await MimeMessage.LoadAsync(file);
                if (IsAbout(mail, about))
                    links[mail.To.Mailboxes.Single().Address] = LinkIn(mail);
            }
            await Task.Yield();
        }
        return links;
    }

    private static bool IsAbout(MimeMessage mail, string about) => mail.Subject!.Contains(about, StringComparison.Ordinal);

    private static string LinkIn(MimeMessage mail) => Link().Match(mail.TextBody!).Groups["path"].Value;

    private static IEnumerable<string> Mails(SiteFactory site) =>
        Path.Combine(site.DataPath, "mail") is var folder && Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.eml") : [];

    [GeneratedRegex(@"https://modmat\.test(?<path>/[^\s)>\]]+)")]
    private static partial Regex Link();
}
