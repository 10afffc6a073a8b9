using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Call;

/// <summary>The letters with the decisions: how many are due, how the sending goes, who has not answered.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LettersModel(
    WorkshopDb db,
    LetterService letters,
    ReviewService reviews,
    MailComposer composer,
    SiteContext siteContext
) : PageModel
{
    public const string Address = "/admin/call/letters";

    public Workshop Workshop { get; private set; } = null!;

    public IReadOnlyList<LetterStatus> Letters { get; private set; } = [];

    /// <summary>The letter that is read before it is sent; null for none.</summary>
    public LetterPreview? Chosen { get; private set; }

    public LetterRows<UndeliveredLetter> Undelivered { get; private set; } = new([], 0);

    public LetterRows<UnansweredLetter> Unanswered { get; private set; } = new([], 0);

    /// <summary>What became of the last press; null for none.</summary>
    public string? Notice { get; private set; }

    /// <summary>The name of a letter in addresses and forms: <c>accepted</c>.</summary>
    public static string KeyOf(MailKind letter) => LetterRules.Told(letter)!.Value.ToString().ToLowerInvariant();

    /// <summary>The address at which a letter is read as the author of a submission would get it.</summary>
    public static string AddressOf(MailKind letter, int? number = null, bool withWords = false) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Address}?letter={KeyOf(letter)}{(number is null ? "" : $"&n={number}")}{(withWords ? "&words=yes" : "")}"
        );

    public async Task OnGetAsync(
        [FromQuery] string? letter,
        [FromQuery(Name = "n")] int? number,
        [FromQuery(Name = "words")] string? withWords,
        [FromQuery] int? sent,
        [FromQuery] int? tests,
        CancellationToken cancel
    )
    {
        var words = siteContext.Words;
        Workshop = await siteContext.WorkshopAsync();
        Letters = await letters.StatusAsync(cancel);
        (Undelivered, Unanswered) = (await letters.UndeliveredAsync(cancel), await letters.UnansweredAsync(cancel));
        Notice =
            tests is not null ? words.TestLettersSent(tests.Value)
            : sent is > 0 ? words.LettersSent(sent.Value)
            : sent is null ? null
            : words.LettersChanged;
        if (Letters.FirstOrDefault(l => KeyOf(l.Letter) == letter && l.Due > 0) is { } chosen)
            Chosen = await PreviewAsync(chosen, number, withWords == "yes", cancel);
    }

    public async Task<IActionResult> OnPostSendAsync(
        [FromForm] string? letter,
        [FromForm] int expected,
        [FromForm(Name = "words")] string? withWords,
        CancellationToken cancel
    )
    {
        if (Find(letter) is not { } kind)
            return LocalRedirect($"{Address}?sent=0");
        return See("sent", await letters.SendAsync(kind, expected, withWords == "yes", OrganiserSignIn.ActorOf(HttpContext), cancel) ?? 0);
    }

    /// <summary>Leaves the words of one reviewer out of the letter, or puts them back, and shows it again.</summary>
    public async Task<IActionResult> OnPostWithholdAsync(
        [FromForm] string? letter,
        [FromForm(Name = "n")] int number,
        [FromForm] int reviewer,
        [FromForm] string? withhold,
        CancellationToken cancel
    )
    {
        if (Find(letter) is not { } kind)
            return LocalRedirect(Address);
        await reviews.WithholdAsync(number, reviewer, withhold == "yes", OrganiserSignIn.ActorOf(HttpContext), cancel);
        return LocalRedirect(AddressOf(kind, number, withWords: true));
    }

    public async Task<IActionResult> OnPostTestAsync(CancellationToken cancel) =>
        See("tests", await letters.SendTestsAsync(OrganiserSignIn.IdOf(User), OrganiserSignIn.ActorOf(HttpContext), cancel));

    public async Task<IActionResult> OnPostRetryAsync(CancellationToken cancel) =>
        See("sent", await letters.RetryAsync(OrganiserSignIn.ActorOf(HttpContext), cancel));

    private async Task<LetterPreview> PreviewAsync(LetterStatus status, int? number, bool withWords, CancellationToken cancel)
    {
        if (await letters.FindDueAsync(status.Letter, number, OrganiserSignIn.ActorOf(HttpContext), cancel) is not { } due)
            return new(status, null, withWords, [], []);
        var words = await letters.WordsAsync(due.Id, cancel);
        IReadOnlyList<string> sent = withWords ? LetterRules.WordsOf(words) : [];
        var contents = new List<(Language, MailContent)>();
        foreach (var language in Workshop.Languages.All)
            if (await composer.PreviewAsync(status.Letter, due.Id, sent, language, cancel) is { } content)
                contents.Add((language, content));
        return new(status, due, withWords, contents, words)
        {
            Reviewers = words.Count > 0 ? await ReviewQueries.ReviewersAsync(db, cancel) : [],
        };
    }

    private static MailKind? Find(string? letter) =>
        LetterRules.Letters.Where(l => KeyOf(l) == letter).Select(l => (MailKind?)l).FirstOrDefault();

    private LocalRedirectResult See(string what, int count) =>
        LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"{Address}?{what}={count}"));
}

/// <summary>A letter as the author of one submission would get it.</summary>
/// <param name="Due">Null if it is due to the reader's own submissions alone, which they do not read.</param>
/// <param name="Contents">It in each language of the workshop.</param>
/// <param name="Words">What reviewers write to these authors, also what is left out.</param>
public sealed record LetterPreview(
    LetterStatus Status,
    DueLetter? Due,
    bool WithWords,
    IReadOnlyList<(Language Language, MailContent Content)> Contents,
    IReadOnlyList<Domain.Call.Review> Words
)
{
    public IReadOnlyList<Reviewer> Reviewers { get; init; } = [];
}
