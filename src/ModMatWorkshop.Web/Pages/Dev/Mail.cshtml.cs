using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MimeKit;

namespace ModMatWorkshop.Web.Pages.Dev;

/// <summary>
/// Shows the mails in the pickup folder, in Development only. The page is not in the table of routes and has one language only.
/// </summary>
[AllowAnonymous]
public sealed partial class MailModel(SiteSettings settings) : PageModel
{
    private const int Shown = 50;

    public string Folder => settings.Mail.PickupPath;

    public IReadOnlyList<PickupMail> Mails { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (!Directory.Exists(Folder))
            return;
        var mails = new List<PickupMail>();
        foreach (var file in new DirectoryInfo(Folder).EnumerateFiles("*.eml").OrderByDescending(f => f.LastWriteTimeUtc).Take(Shown))
        {
            using var mail = await MimeMessage.LoadAsync(file.FullName, cancel);
            mails.Add(
                new(
                    Path.GetFileNameWithoutExtension(file.Name),
                    mail.Subject ?? "",
                    mail.To.ToString(),
                    mail.Date,
                    string.Join(", ", mail.Attachments.Select(a => a.ContentDisposition?.FileName)),
                    Parts(mail.TextBody ?? "")
                )
            );
        }
        Mails = mails;
    }

    /// <summary>Divides a text into plain parts and links; every second part is a link.</summary>
    private static IReadOnlyList<(string Text, bool IsLink)> Parts(string text) =>
        [.. Link().Split(text).Select((part, i) => (part, i % 2 == 1))];

    [GeneratedRegex(@"(https?://[^\s<>""]+)")]
    private static partial Regex Link();
}

public sealed record PickupMail(
    string Id,
    string Subject,
    string To,
    DateTimeOffset Date,
    string Attachments,
    IReadOnlyList<(string Text, bool IsLink)> Text
);
