using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ModMatWorkshop.Browser.Tests.Story;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;
using Xunit.Abstractions;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>
/// A hundred abstracts from the form to the book: submitted, reviewed by six, decided, told, confirmed, scheduled, printed. Nothing is
/// typed twice, and nothing is lost.
/// </summary>
[Collection(nameof(SignedIn))]
public sealed class CallStoryTests(Chromium chromium, ITestOutputHelper report) : IDisposable
{
    private const int Browsers = 3;
    private const int ReviewsEach = 2;

    private static readonly (string Name, string Laboratory)[] Reviewers =
    [
        (StoryPeople.ReviewerWhoWrites, "Institute of Nowhere"),
        ("Rosa Reader", $"{StoryPeople.LaboratoryOfAReviewer}, Toulouse"),
        ("Ruth Referee", "Observatory"),
        ("Roman Rezensent", "Hochschule"),
        ("Rita Relectrice", "Atelier"),
        ("Remi Richter", "Kolleg"),
    ];

    private readonly StorySite story = new();
    private readonly Stopwatch watch = Stopwatch.StartNew();

    private static IReadOnlyList<StoryAbstract> Accepted => [.. StoryAbstracts.All.Where(a => a.IsAccepted)];

    private SiteFactory Site => story.Site;

    public void Dispose() => story.Dispose();

    [Trait("Category", "prove")]
    [BrowserFact]
    public async Task A_hundred_abstracts_go_from_the_form_to_the_book()
    {
        await SubmitAsync();
        await story.PassDeadlineAsync();
        var organiser = await story.AccountAsync("Olga Organiser", OrganiserRoles.Organiser | OrganiserRoles.Chair);
        await ReviewAsync(organiser);
        await VisitAsync(organiser, DecideAndTellAsync);
        var shown = await AnswerAsync();
        await AssertRegisteredAsync();
        var codes = new Dictionary<int, string>();
        await VisitAsync(organiser, page => EnterProgrammeAsync(page, codes));
        await AssertShownAsync(codes, shown);
        await AssertPrintedAsync();
    }

    private async Task SubmitAsync()
    {
        var faults = new ConcurrentBag<string>();
        await InBrowsersAsync(StoryAbstracts.All, async (page, one) =>
        {
            foreach (var fault in await StoryAuthor.SubmitAsync(page, one))
                faults.Add(fault);
        });
        Faults.None([.. faults.Order()]);
        Report("submitted", StoryAbstracts.All.Count);
        var french = await Site.LinksInMailsAsync("est reçu", links => links.Count == StoryAbstracts.All.Count(a => a.IsFrench));
        var english = await Site.LinksInMailsAsync("have received", links => links.Count == StoryAbstracts.All.Count(a => !a.IsFrench));
        Report("mails received", french.Count + english.Count);
        await InBrowsersAsync([.. french.Values, .. english.Values], StoryAuthor.ConfirmAddressAsync);
        Report("addresses confirmed", await story.ReadAsync(db => db.Submissions.CountAsync(s => s.ConfirmedAt != null)));
    }

    private async Task ReviewAsync(string organiser)
    {
        var emails = new List<string>();
        foreach (var (name, _) in Reviewers)
            emails.Add(await story.AccountAsync(name, OrganiserRoles.Reviewer));
        await Task.WhenAll(
            emails
                .Zip(Reviewers)
                .Select(r => VisitAsync(r.First, page => StoryCommittee.IntroduceAsync(page, r.Second.Laboratory), "/admin/call/review"))
        );
        await VisitAsync(organiser, page => StoryCommittee.AssignAsync(page, ReviewsEach));
        Report("reviews assigned", await story.ReadAsync(db => db.Reviews.CountAsync()));
        var read = new ConcurrentDictionary<string, IReadOnlyList<string>>();
        await Parallel.ForEachAsync(emails.Zip(Reviewers), new ParallelOptions { MaxDegreeOfParallelism = Browsers }, async (r, _) =>
            await VisitAsync(
                r.First,
                async page => read[r.Second.Name] = await StoryCommittee.ReviewAsync(page, MarkOf),
                "/admin/call/review"
            )
        );
        Assert.Equal(ReviewsEach * StoryAbstracts.All.Count, read.Values.Sum(titles => titles.Count));
        AssertNoConflict(read);
        Report("reviews", read.Values.Sum(titles => titles.Count));
    }

    /// <summary>Nobody reads the own work, or work from the own laboratory.</summary>
    private static void AssertNoConflict(ConcurrentDictionary<string, IReadOnlyList<string>> read)
    {
        foreach (var one in StoryAbstracts.All)
        {
            if (one.Byline.Authors.Any(a => a.Name.StartsWith(StoryPeople.ReviewerWhoWrites, StringComparison.Ordinal)))
                Assert.DoesNotContain(read[StoryPeople.ReviewerWhoWrites], title => title.Contains(one.Phrase, StringComparison.Ordinal));
            if (one.Byline.Affiliations.Any(a => a.StartsWith(StoryPeople.LaboratoryOfAReviewer, StringComparison.Ordinal)))
                Assert.DoesNotContain(read["Rosa Reader"], title => title.Contains(one.Phrase, StringComparison.Ordinal));
        }
    }

    private static string MarkOf(string title)
    {
        var one = StoryAbstracts.All.Single(a => title.Contains(a.Phrase, StringComparison.Ordinal));
        return one.Decision switch
        {
            "no" => "C",
            "reserve" => "B",
            _ => one.Number % 4 == 1 ? "B" : "A",
        };
    }

    private async Task DecideAndTellAsync(IPage page)
    {
        foreach (var decision in new[] { "oral", "poster", "reserve", "no" })
            await StoryCommittee.DecideAsync(page, decision, PhrasesOf(decision));
        Report("decided", await story.ReadAsync(db => db.Assessments.CountAsync(a => a.Outcome != CallOutcome.Undecided)));
        await StoryCommittee.SendLettersAsync(page, "accepted", Accepted.Count);
        await StoryCommittee.SendLettersAsync(page, "reserve", PhrasesOf("reserve").Count);
        await StoryCommittee.SendLettersAsync(page, "rejected", PhrasesOf("no").Count);
    }

    private static List<string> PhrasesOf(string decision) =>
        [.. StoryAbstracts.All.Where(a => a.Decision == decision).Select(a => a.Phrase)];

    /// <returns>What each author was shown as the text that counts, by the number of the abstract.</returns>
    private async Task<IReadOnlyDictionary<int, string>> AnswerAsync()
    {
        var french = await Site.LinksInMailsAsync("est acceptée", links => links.Count == Accepted.Count(a => a.IsFrench));
        var english = await Site.LinksInMailsAsync("is accepted", links => links.Count == Accepted.Count(a => !a.IsFrench));
        Report("letters of acceptance", french.Count + english.Count);
        var shown = new ConcurrentDictionary<int, string>();
        await InBrowsersAsync(Accepted, async (page, one) =>
            shown[one.Number] = await StoryAuthor.AnswerAsync(page, (one.IsFrench ? french : english)[one.Email], one.Number % 5 == 1)
        );
        Report("answers", shown.Count);
        return shown;
    }

    /// <summary>One press has registered each presenter, by the name and the laboratory in the abstract.</summary>
    private async Task AssertRegisteredAsync()
    {
        var registered = await story.ReadAsync(db => db.Registrations.AsNoTracking().ToListAsync());
        Assert.Equal(
            Accepted
                .Select(a =>
                    $"{a.Email} {a.Speaker.Name}, {a.Byline.FirstPlaceOf(a.Speaker)} {(a.Number % 5 == 1 ? Place.Remote : Place.Seat)}"
                )
                .Order(),
            registered.Select(r => $"{r.Email} {r.Details.Name}, {r.Details.Affiliation} {r.Place}").Order()
        );
        Report("registrations", registered.Count(r => r.Status == RegistrationStatus.Confirmed));
    }

    private async Task EnterProgrammeAsync(IPage page, Dictionary<int, string> codes)
    {
        var entries = await StoryCommittee.EnterProgrammeAsync(page);
        foreach (var (code, title) in entries)
            codes.Add(Accepted.Single(a => title.Contains(a.Phrase, StringComparison.Ordinal)).Number, code);
        Assert.Equal(Accepted.Count, codes.Count);
        Report("in the draft", codes.Count);
        Report("scheduled", await StoryCommittee.ScheduleAsync(page));
        await StoryCommittee.ReleaseAsync(page);
        Assert.Equal(codes.Count, story.Files);
        Assert.All(codes.Values, code => Assert.True(File.Exists(story.FileOf(code)), code));
        Report("released", story.Files);
    }

    private async Task AssertShownAsync(Dictionary<int, string> codes, IReadOnlyDictionary<int, string> shown)
    {
        var expected = Accepted.Select(a => (Code: codes[a.Number].ToLowerInvariant(), Abstract: a)).ToList();
        string[] Titles(string? decision = null) =>
            [.. expected.Where(e => decision is null || e.Abstract.Decision == decision).Select(e => $"{e.Code}: {e.Abstract.Shown}")];
        List<string> faults = [];
        await VisitAsync(null, async page =>
        {
            Compare(Titles("oral"), await StoryPlaces.TitlesAsync(page, "/en/programme", "li[data-kind=oral] a[data-part=title]"));
            Compare(Titles("poster"), await StoryPlaces.TitlesAsync(page, "/en/posters", "main h2 a"));
            var listed = await StoryPlaces.TitlesAsync(page, "/en/abstracts", "main li[id] > div > a");
            Compare(Titles(), [.. listed, .. await StoryPlaces.TitlesAsync(page, "/en/abstracts?page=2", "main li[id] > div > a")]);
            Compare(
                [.. expected.Select(e => $"{e.Code}: {e.Abstract.Shown} — {e.Abstract.Byline.Shown}")],
                await StoryPlaces.InBookAsync(page)
            );
        });
        Faults.None(faults);
        Report("in the programme, in the lists and in the book", expected.Count);
        await InBrowsersAsync(expected, async (page, one) =>
            Assert.Equal(shown[one.Abstract.Number], await StoryPlaces.TextAsync(page, one.Code))
        );
        Report("abstracts as their authors saw them", expected.Count);

        // Whether quotation marks are curled is no matter here.
        void Compare(IEnumerable<string> wanted, IEnumerable<string> found)
        {
            var (lines, others) = (wanted.Select(StoryPlaces.Straight).ToList(), found.Select(StoryPlaces.Straight).ToList());
            faults.AddRange([.. lines.Except(others).Select(line => $"- {line}"), .. others.Except(lines).Select(line => $"+ {line}")]);
            if (others.Count != lines.Count)
                faults.Add($"{others.Count} instead of {lines.Count}");
        }
    }

    private async Task AssertPrintedAsync()
    {
        var text = "";
        await VisitAsync(null, async page => text = StoryCommittee.Squeezed(await StoryPlaces.BookPdfAsync(page)));
        List<string> faults = [];
        foreach (var one in StoryAbstracts.All)
        {
            // A talk stands in the contents, in the programme and above its text.
            Count(
                one.Phrase,
                one.Decision == "oral" ? 3
                    : one.IsAccepted ? 2
                    : 0
            );
            Count(one.Sentence, one.IsAccepted ? 1 : 0);
        }
        var index = text[Accepted.Max(a => text.LastIndexOf(StoryCommittee.Squeezed(a.Sentence), StringComparison.Ordinal))..];
        foreach (
            var person in Accepted.SelectMany(a => a.Byline.Authors).Where(p => StoryPlaces.IsPrintable(p.Name)).DistinctBy(p => p.Name)
        )
            // A pasted name is split by a guess.
            if (!new[] { new PersonName(person.Name, person.Family), new PersonName(person.Name) }.Any(IsInIndex))
                faults.Add($"{person.Name} is not in the index.");
        Faults.None(faults);
        Report("in the PDF of the book", Accepted.Count);

        bool IsInIndex(PersonName name) => index.Contains(StoryCommittee.Squeezed(name.Inverted), StringComparison.Ordinal);

        void Count(string part, int times)
        {
            if (text.Split(StoryCommittee.Squeezed(part)).Length - 1 is var found && found != times)
                faults.Add($"{part} is there {found} times, not {times}.");
        }
    }

    private Task VisitAsync(string? email, Func<IPage, Task> steps, string start = "/admin") =>
        chromium.VisitAsync(
            "/en",
            async page =>
            {
                page.SetDefaultTimeout(60_000);
                if (email is not null)
                    await StoryCommittee.SignInAsync(page, email, start);
                await steps(page);
            },
            Reader.On(Reader.Desktop),
            site: Site
        );

    /// <summary>Does something with each of many, in several browsers at a time.</summary>
    private Task InBrowsersAsync<T>(IEnumerable<T> all, Func<IPage, T, Task> step)
    {
        var queue = new ConcurrentQueue<T>(all);
        return Task.WhenAll(
            Enumerable
                .Range(0, Browsers)
                .Select(_ => VisitAsync(null, async page =>
                    {
                        while (queue.TryDequeue(out var one))
                            await step(page, one);
                    }))
        );
    }

    private void Report(string what, int count) => report.WriteLine($"{watch.Elapsed:mm\\:ss} {what}: {count}");
}
