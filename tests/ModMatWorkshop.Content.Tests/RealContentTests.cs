using System.Text.RegularExpressions;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Content.Tests;

/// <summary>The content of the workshop of 2021 in this repository.</summary>
public partial class RealContentTests
{
    private const string Booklet = "../shared/booklet/modmat-2021.txt";

    /// <summary>Passages of the booklet that may be repeated: the address and the dates have no other wording.</summary>
    private static readonly string[] AllowedPassages =
    [
        " laas cnrs 7 avenue du colonel roche bp 54200 31031 toulouse cedex 4 ",
        " du 22 au 24 septembre 2021 au laas cnrs de toulouse ",
    ];

    private static readonly WorkshopContent Content = ContentFolder.Read(Repository.Content);

    [Fact]
    public void The_content_of_2021_has_the_known_counts()
    {
        var talks = Content.Contributions;
        Assert.Equal(
            """
            32 contributions (4 invited, 18 orals, 10 posters), 5 remote: i1 o1 o10 o17 o18
            30 slots in 4 sessions and beside them, 22 of them talks
            80 authors, 85 persons, 7 in the committee, 31 who speak
            64 affiliations, 62 references, 84 keywords, 10 figures
            0 errors
            """,
            $"""
            {talks.Count} contributions ({Count(ContributionKind.Invited)} invited, {Count(ContributionKind.Oral)} orals, {Count(
                ContributionKind.Poster
            )} posters), {talks.Count(t => t.Remote)} remote: {string.Join(
                ' ',
                talks.Where(t => t.Remote).Select(t => t.Code).Order(StringComparer.Ordinal)
            )}
            {Content.Slots.Count} slots in {Content.Sessions.Count} sessions and beside them, {Content.Slots.Count(s =>
                s.IsTalk
            )} of them talks
            {Content.Persons.Count(p =>
                p.IsAuthor
            )} authors, {Content.Persons.Count} persons, {Content.Workshop!.Committee.Count} in the committee, {Content.Persons.Count(p =>
                p.Speaks
            )} who speak
            {talks.Sum(t => t.Affiliations.Count)} affiliations, {talks.Sum(t => t.References.Count)} references, {talks.Sum(t =>
                t.Keywords.Count
            )} keywords, {talks.Sum(t => t.Figures.Count)} figures
            {Content.Problems.Count(p => p.Severity == Severity.Error)} errors
            """
        );

        int Count(ContributionKind kind) => talks.Count(t => t.Kind == kind);
    }

    [KatexFact]
    public void The_only_problems_are_values_that_the_booklet_does_not_give() =>
        Assert.Equal(
            [
                "pages/accessibility.en.md: A value is still “to be completed”.",
                "pages/accessibility.md: A value is still “à compléter”.",
                "pages/contact.en.md: A value is still “to be completed”.",
                "pages/contact.md: A value is still “à compléter”.",
                "pages/legal-notice.en.md: A value is still “to be completed”.",
                "pages/legal-notice.md: A value is still “à compléter”.",
                "pages/privacy.en.md: A value is still “to be completed”.",
                "pages/privacy.md: A value is still “à compléter”.",
                "workshop.md: A value is still “à compléter”.",
            ],
            Content.Problems.Select(p => $"{p.File}: {p.Message}").Distinct()
        );

    [Fact]
    public void The_timetable_of_2021_is_complete() =>
        Assert.Equal(
            """
            2021-09-22 13:00 introduction 13:30 i1 14:10 o1 14:40 o2 15:10 coffee-wednesday 15:30 o3 16:00 o4 16:30 o5
            2021-09-23 09:00 i2 09:40 o6 10:10 o7 10:40 coffee-thursday-morning 11:00 o8 11:30 o9 12:00 idris
                12:20 flash-posters 12:30 buffet 14:00 i3 14:40 o10 15:10 coffee-thursday-afternoon 15:30 o11 16:00 o12 16:30 o13
            2021-09-24 09:00 i4 09:40 o14 10:10 o15 10:30 coffee-friday 11:00 o16 11:30 o17 12:00 o18
            """.Replace("\n    ", " ", StringComparison.Ordinal),
            string.Join(
                '\n',
                Content
                    .Slots.GroupBy(s => s.Date)
                    .Select(day =>
                        $"{day.Key:yyyy-MM-dd} "
                        + string.Join(
                            ' ',
                            day.Select(s => $"{TimeZoneInfo.ConvertTime(s.Start, Content.Workshop!.TimeZone):HH:mm} {s.Slug}")
                        )
                    )
            )
        );

    [Fact]
    public void Every_condensed_abstract_has_80_to_160_words() =>
        Assert.Equal(
            [],
            from talk in Content.Contributions
            where talk.Condensed
            let words = talk.BodyText.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(w => w.Any(char.IsLetterOrDigit))
            where words is < 80 or > 160
            select $"{talk.Code}: {words} words"
        );

    [Fact]
    public void Every_abstract_of_the_repository_is_condensed() =>
        Assert.Equal([], Content.Contributions.Where(c => !c.Condensed).Select(c => c.Code));

    [SharedFact(Booklet)]
    public void No_text_of_the_repository_repeats_a_passage_of_the_booklet()
    {
        const int Passage = 8;
        var booklet = Passages(Folding.Words(Unhyphenated().Replace(File.ReadAllText(SharedFactAttribute.Locate(Booklet)), "")), Passage)
            .ToHashSet();
        Assert.Equal(
            [],
            from text in RepositoryTexts()
            from passage in Passages(Folding.Words(text.Text), Passage)
            where
                booklet.Contains(passage)
                && !Array.Exists(AllowedPassages, allowed => allowed.Contains($" {passage} ", StringComparison.Ordinal))
            select $"{text.Place}: {passage}"
        );
    }

    private static IEnumerable<(string Place, string Text)> RepositoryTexts() =>
        Content
            .Contributions.Select(c => (c.Code, c.BodyText))
            .Concat(Content.Contributions.SelectMany(c => c.Figures.Select(f => ($"{c.Code}, figure {f.Number}", f.CaptionText))))
            .Concat(Content.Pages.Select(p => (p.Slug, HtmlText.Of(p.BodyHtml.Fr!))))
            .Concat(Content.News.Select(n => (n.Slug, HtmlText.Of(n.BodyHtml.Fr!))))
            .Append(("the introduction", HtmlText.Of(Content.Workshop!.IntroductionHtml.Fr!)))
            .Append(("the summary", Content.Workshop!.Summary.Fr!));

    private static IEnumerable<string> Passages(string[] words, int length) =>
        Enumerable.Range(0, Math.Max(0, words.Length - length + 1)).Select(i => string.Join(' ', words[i..(i + length)]));

    [GeneratedRegex(@"(?<=\p{Ll})-\n\s*(?=\p{Ll})")]
    private static partial Regex Unhyphenated();
}
