using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Content;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Mails;
using ModMatWorkshop.Domain.Programme;
using YamlDotNet.RepresentationModel;

namespace ModMatWorkshop.Web.Pages.Admin.Content;

/// <summary>One thing that has a form: a contribution, a session, a page.</summary>
/// <param name="Mark">What people call it, before its title: <c>O7</c>; null for nothing.</param>
/// <param name="Html">Its title, as HTML.</param>
/// <param name="Language">The language of the title.</param>
/// <param name="Detail">What else tells it from the others; null for nothing.</param>
public sealed record ContentThing(string Address, string? Mark, string Html, string Language, string? Detail, int Errors, int Warnings);

/// <param name="Id">The anchor.</param>
/// <param name="New">The address of the form for a new one.</param>
public sealed record ContentGroup(string Id, string Name, string? New, IReadOnlyList<ContentThing> Things);

/// <summary>The content as things, in groups, each with what is wrong with it.</summary>
public sealed class ContentOverview(WorkshopDb db, Workshop workshop, IReadOnlyList<Problem> problems, Words words)
{
    private readonly ILookup<string, Problem> _problems = problems.ToLookup(p => ContentAddress.EditorOf(p.File));

    public async Task<IReadOnlyList<ContentGroup>> ReadAsync(CancellationToken cancel) =>
        [
            .. await ContributionsAsync(cancel),
            new("sessions", words.Sessions, ContentAddress.NewIn("sessions"), await SessionsAsync(cancel)),
            new("pages", words.ContentPages, ContentAddress.NewIn("pages"), await PagesAsync(cancel)),
            new("news", words.News, ContentAddress.NewIn("news"), await NewsAsync(cancel)),
            new("mails", words.Mails, null, await MailsAsync(cancel)),
        ];

    private async Task<IEnumerable<ContentGroup>> ContributionsAsync(CancellationToken cancel)
    {
        var all = await db
            .Contributions.AsNoTracking()
            .OrderBy(c => c.Number)
            .Select(c => new
            {
                c.Code,
                c.Letters,
                c.TitleHtml,
                c.TitleLang,
                c.SpeakerName,
            })
            .ToListAsync(cancel);
        return workshop.AllKinds.Select(kind => new ContentGroup(
            $"kind-{kind.Key}",
            words.Kinds(new(kind.Letters, 1), workshop),
            ContentAddress.NewIn("contributions"),
            [
                .. all.Where(c => c.Letters.Equals(kind.Letters, StringComparison.OrdinalIgnoreCase))
                    .Select(c => Thing($"contributions/{c.Code}.md", c.Code.ToUpperInvariant(), c.TitleHtml, c.TitleLang, c.SpeakerName)),
            ]
        ));
    }

    /// <summary>The database knows sessions by number, and their files by name.</summary>
    private async Task<IReadOnlyList<ContentThing>> SessionsAsync(CancellationToken cancel)
    {
        var sessions = await db.Sessions.AsNoTracking().ToDictionaryAsync(s => s.Number, cancel);
        var files = await db.LastGoodFiles.AsNoTracking().Where(f => EF.Functions.Like(f.Name, "sessions/%")).ToListAsync(cancel);
        return
        [
            .. files
                .Select(f => (f.Name, Session: NumberIn(f) is { } number ? sessions.GetValueOrDefault(number) : null))
                .Where(f => f.Session is not null)
                .OrderBy(f => f.Session!.Number)
                .Select(f => Plain(f.Name, words.SessionName(f.Session!), words.ShortDay(f.Session!.Date))),
        ];
    }

    private static int? NumberIn(LastGoodFile file) =>
        SourceFile.Parse(file.Name, file.Text, new())?.FrontMatter?.Children.TryGetValue("session", out var number) == true
        && int.TryParse((number as YamlScalarNode)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    private async Task<IReadOnlyList<ContentThing>> PagesAsync(CancellationToken cancel) =>
        [
            .. (await db.Pages.AsNoTracking().OrderBy(p => p.Slug).Select(p => new { p.Slug, p.Title }).ToListAsync(cancel)).Select(p =>
                Plain($"pages/{p.Slug}.md", words.Of(p.Title), null)
            ),
        ];

    private async Task<IReadOnlyList<ContentThing>> NewsAsync(CancellationToken cancel) =>
        [
            .. (
                await db
                    .News.AsNoTracking()
                    .OrderByDescending(n => n.Date)
                    .Select(n => new
                    {
                        n.Slug,
                        n.Title,
                        n.Date,
                    })
                    .ToListAsync(cancel)
            ).Select(n => Plain($"news/{n.Slug}.md", words.Of(n.Title), words.Date(n.Date))),
        ];

    /// <summary>Every mail, whether organisers have worded it or not.</summary>
    private async Task<IReadOnlyList<ContentThing>> MailsAsync(CancellationToken cancel)
    {
        var worded = await db
            .LastGoodFiles.AsNoTracking()
            .Where(f => EF.Functions.Like(f.Name, "mails/%"))
            .Select(f => f.Name)
            .ToListAsync(cancel);
        return
        [
            .. MailPlaceholders.Kinds.Select(kind =>
                MailReader.FileOf(kind) is var file && worded.Contains(file)
                    ? Plain(file, words.MailKindName(kind), words.InYourWords)
                    : Plain(file, words.MailKindName(kind), null)
            ),
        ];
    }

    private ContentThing Plain(string file, string title, string? detail) =>
        Thing(file, null, System.Net.WebUtility.HtmlEncode(title), words.Language.Tag(), detail);

    private ContentThing Thing(string file, string? mark, string html, string language, string? detail)
    {
        var address = ContentAddress.EditorOf(file);
        var (errors, warnings) = (_problems[address].Count(p => p.Severity == Severity.Error), _problems[address].Count());
        return new(address, mark, html, language, detail, errors, warnings - errors);
    }
}
