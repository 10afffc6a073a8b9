using CsCheck;
using ModMatWorkshop.Content.Booklet;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content.Tests.Booklet;

public sealed class BookletTextTests
{
    [Fact]
    public void Every_line_that_is_not_blank_has_one_role()
    {
        var booklet = BookletText.Read(BookletSample.Text);
        var roles = booklet.Roles.Index().Where(r => r.Item is not null).Select(r => $"{r.Index + 1} {r.Item}\n");

        Assert.Empty(booklet.Problems);
        Assert.Equal(File.ReadAllText(Path.Combine(BookletSample.Samples, "roles.txt")), string.Concat(roles));
    }

    [Fact]
    public void Windows_line_endings_are_accepted()
    {
        var booklet = BookletText.Read(BookletSample.Text.Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.Empty(booklet.Problems);
        Assert.Equal(BookletText.Read(BookletSample.Text).Roles, booklet.Roles);
    }

    [Fact]
    public void Rows_have_their_day_and_time_with_any_kind_of_dash()
    {
        var rows = BookletText.Read(BookletSample.Text).Rows;
        Assert.Equal(
            [
                "1 2031-03-03 13:00-13:30 Introduction",
                "1 2031-03-03 13:30-14:10 Oratrice invitée : Zoé LEVENT (visio), "
                    + "OVB, Plougastel-Daoulas Kites as thermometers: a first survey",
                "1 2031-03-03 14:10-14:30 PAUSE café et SESSION POSTERS",
                "1 2031-03-03 14:30-16:00 Buffet et SESSION POSTERS",
                "2 2031-03-04 09:00-09:30 O1- H. NÖRDLICH , LAB-FIL, Brest Sailcloth of Zn3Si2(100) learns the wind",
                "2 2031-03-04 09:30-10:00 Intervention METEO - B. BRUME , Quimper – (20 min) Flash session POSTER",
            ],
            rows.Select(r => $"{r.Session} {r.Date:yyyy-MM-dd} {r.Start:HH:mm}-{r.End:HH:mm} {r.Text}")
        );
    }

    [Fact]
    public void A_talk_is_matched_with_its_row_by_code_or_by_title()
    {
        var contributions = BookletText.Read(BookletSample.Text).Contributions;
        Assert.Equal(
            [
                new("Zoé Levent", "OVB", "Plougastel-Daoulas", true, "Kites as thermometers: a first survey"),
                new("Hilde Nördlich", "LAB-FIL", "Brest", false, "Sailcloth of Zn3Si2(100) learns the wind"),
                null,
            ],
            contributions.Select(c => c.Presentation)
        );
    }

    [Fact]
    public void A_talk_whose_titles_differ_slightly_is_matched_by_its_code()
    {
        var booklet = Read("Brest Sailcloth of", "Brest Sailcloths of");
        Assert.Equal(["42: The title does not match that of O1"], booklet.Problems.Select(Short));

        booklet = Read("learns the wind\n9h30", "learns a wind\n9h30");
        Assert.Empty(booklet.Problems);
        Assert.Equal(
            new("Hilde Nördlich", "LAB-FIL", "Brest", false, "Sailcloth of Zn3Si2(100) learns a wind"),
            booklet.Contributions[1].Presentation
        );
    }

    [Fact]
    public void A_digit_in_a_code_is_read_as_the_letter_that_it_looks_like()
    {
        var contributions = Read("I1. Kites", "11. Kites").Contributions;
        Assert.Equal(
            [
                (new(ContributionKind.Invited, 1), "11."),
                (new(ContributionKind.Oral, 1), "01."),
                (new ContributionCode(ContributionKind.Poster, 1), "P1."),
            ],
            contributions.Select(c => (c.Code, c.PrintedCode))
        );
    }

    [Theory]
    [InlineData("Zoé Levent¹, A. Brise^{1,2}", "Zoé Levent[1] A. Brise[1,2]")]
    [InlineData("Zoé Levent¹ A. Brise ², Tom Thumb²", "Zoé Levent[1] A. Brise[2] Tom Thumb[2]")]
    [InlineData("Zoé Levent, A. Brise²", "Zoé Levent[] A. Brise[2]")]
    [InlineData("Prof Zoé Levent¹²", "Zoé Levent[12]")]
    public void The_affiliation_mark_ends_an_author_and_the_comma_does_not(string line, string authors)
    {
        var read = Read("Zoé Levent¹, A. Brise^{1,2}", line).Contributions[0].Authors;
        Assert.Equal(authors, string.Join(' ', read.Select(a => $"{a.Name}[{string.Join(',', a.Affiliations)}]")));
    }

    [Theory]
    [InlineData("- [1] Z. Levent, “A”\n- [2] B", "Z. Levent, “A”|B")]
    [InlineData("¹ A\n\n² B", "A|B")]
    [InlineData("- ¹ A\n- ² B", "A|B")]
    [InlineData("- 1 A\n- 2 B", "A|B")]
    public void References_are_read_in_four_styles(string list, string references)
    {
        var start = BookletSample.Text.IndexOf("- [1] Z.", StringComparison.Ordinal);
        var end = BookletSample.Text.IndexOf("\n\nSESSION 2\n", StringComparison.Ordinal);
        var booklet = BookletText.Read(BookletSample.Text[..start] + list + BookletSample.Text[end..]);

        Assert.Empty(booklet.Problems);
        Assert.Equal(references, string.Join('|', booklet.Contributions[0].References));
    }

    [Theory]
    [InlineData(
        "SPONSORS",
        "SPONSOR",
        "0: The booklet has no line “SPONSORS” in its place: its parts are INTRODUCTION, SPONSORS, PROGRAMME, SESSION 1, INFO PRATIQUES."
    )]
    [InlineData("DU 3 AU 4 MARS 2031", "DU 3 AU 4 MARS", "0: The cover names no year.")]
    [InlineData("Atelier « Des", "Ateliers « Des", "21: This text follows the committee and is not the running title")]
    [InlineData("3 mars après", "32 mars après", "31: This session has no date in 2031")]
    [InlineData("13h00-13h30", "13h00-12h30", "33: This is neither a session nor one of its rows")]
    [InlineData("\tIntroduction", "\tOuverture", "33: This is neither a session nor one of its rows")]
    [InlineData("SESSION 1\n\nI1", "SESSION 1\n\nA line.\n\nI1", "48: This text is under no abstract")]
    [InlineData("Levent¹, A.", "Levent³, A.", "50: An author's mark has no affiliation; there are 2")]
    [InlineData("Levent¹, A.", "Levent¹,, A.", "50: These authors cannot be told apart")]
    [InlineData("\nMots clés : k", "\nMots clés : a\n\nMots clés : k", "67: I1 already has keywords")]
    [InlineData("\nMots clés :", "\nFigure 1. Twice\n\nMots clés :", "65: I1 already has this figure")]
    [InlineData(
        "01. Sail",
        "02. Sail",
        "42: This talk has no abstract",
        "74: Read as O2, but O1 is the next one missing",
        "74: O2 is in no row of the programme"
    )]
    [InlineData("P1. Knots", "I1. Knots", "103: The code I1 is already taken", "103: I1 is in no row of the programme")]
    [InlineData(
        "sans effort.\n",
        "sans effort.\n\nO2. Lost\n\nNobody\n",
        "91: This looks like a title, but the next line does not end with the mark of an affiliation"
    )]
    [InlineData("SESSION POSTERS\n\nP1", "P1", "101: P1 is in the wrong part: talks belong in SESSION n, posters in SESSION POSTERS")]
    [InlineData("H. NÖRDLICH", "H. SUDLICH", "42: H. SUDLICH is not an author of O1")]
    [InlineData("O1- H.", "O3- H.", "42: This talk has no abstract", "74: O1 is in no row of the programme")]
    public void A_line_that_matches_nothing_is_a_problem_with_its_number(string old, string replacement, params string[] problems) =>
        Assert.Equal(problems, Read(old, replacement).Problems.Select(Short));

    [Fact]
    public void Every_line_of_a_damaged_booklet_has_a_role_or_a_problem()
    {
        var lines = BookletSample.Text.Split('\n');
        var damage = Gen.Select(Gen.Int[0, lines.Length - 1], Gen.Int[0, lines.Length - 1], Gen.Int[0, 60]);
        damage
            .Array[1, 6]
            .Sample(damages =>
            {
                var damaged = (string[])lines.Clone();
                foreach (var (at, other, length) in damages)
                    damaged[at] = length > 30 ? lines[other] : damaged[at][Math.Min(length, damaged[at].Length)..];
                var booklet = BookletText.Read(string.Join('\n', damaged));

                var lost = damaged.Index().Where(l => l.Item.Trim().Length > 0 && booklet.Roles[l.Index] is null).Select(l => l.Index + 1);
                Assert.True(booklet.Problems.Any(p => p.Line == 0) || !lost.Except(booklet.Problems.Select(p => p.Line)).Any());
            });
    }

    private static ModMatWorkshop.Content.Booklet.Booklet Read(string old, string replacement)
    {
        Assert.Contains(old, BookletSample.Text, StringComparison.Ordinal);
        return BookletText.Read(BookletSample.Text.Replace(old, replacement, StringComparison.Ordinal));
    }

    /// <summary>The problem without its quotation of the line.</summary>
    private static string Short(BookletProblem problem) =>
        $"{problem.Line}: {(problem.Line > 0 ? problem.Message.Split(": “")[0] : problem.Message)}";
}
