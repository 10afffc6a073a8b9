using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content.Booklet;

/// <summary>The role of a booklet line. Each line that is not blank has exactly one.</summary>
public enum LineRole
{
    Cover,
    PartHeading,
    Introduction,
    Committee,
    RunningTitle,
    Sponsor,
    SessionDate,
    Row,
    Rule,
    SessionHeading,
    Title,
    Authors,
    Affiliation,
    Paragraph,
    Caption,
    Keywords,
    ReferencesHeading,
    Reference,
    Practical,
}

/// <summary>A problem that prevents the import of a booklet.</summary>
/// <param name="Line">The line of the booklet, from 1; 0 for a problem without a line.</param>
public sealed record BookletProblem(int Line, string Message);

/// <summary>The content of a booklet of abstracts, markup included. It is complete only if there are no problems.</summary>
/// <param name="Introduction">One entry for each paragraph.</param>
/// <param name="Roles">One entry for each line; null for a blank line and for a line that matches no rule.</param>
public sealed record Booklet(
    IReadOnlyList<string> Introduction,
    IReadOnlyList<BookletRow> Rows,
    IReadOnlyList<BookletContribution> Contributions,
    IReadOnlyList<LineRole?> Roles,
    IReadOnlyList<BookletProblem> Problems
);

/// <param name="Start">In the workshop's time zone, like <paramref name="End"/>.</param>
/// <param name="Text">Plain text, without the italics of the layout.</param>
/// <param name="Talk">Null for a break, a meal, the opening or an intervention.</param>
public sealed record BookletRow(int Line, int Session, DateOnly Date, TimeOnly Start, TimeOnly End, string Text, PrintedTalk? Talk);

/// <param name="Code">Null for an invited talk: the booklet prints no code there, so the title identifies it.</param>
/// <param name="Speaker">In the spelling of the programme, often initials and capitals.</param>
/// <param name="TownAndTitle">One text, because no separator is printed. The title of the abstract shows where the town ends.</param>
public sealed record PrintedTalk(ContributionCode? Code, string Speaker, bool Remote, string Lab, string TownAndTitle);

/// <summary>One abstract. Texts are as printed, without numbering marks.</summary>
/// <param name="Line">The line of its title.</param>
/// <param name="PrintedCode">With its full stop; it may have a digit in place of the letter (<c>07.</c>).</param>
/// <param name="Session">Null for a poster.</param>
/// <param name="ReferencesHeading">Without a final colon; null if there are no references.</param>
/// <param name="Presentation">The facts of the programme; null for a poster and for a talk that the programme does not list.</param>
public sealed record BookletContribution(
    int Line,
    ContributionCode Code,
    string PrintedCode,
    int? Session,
    string Title,
    IReadOnlyList<PrintedAuthor> Authors,
    IReadOnlyList<string> Affiliations,
    IReadOnlyList<string> Paragraphs,
    IReadOnlyList<PrintedFigure> Figures,
    IReadOnlyList<string> Keywords,
    string? ReferencesHeading,
    IReadOnlyList<string> References,
    Presentation? Presentation = null
);

/// <param name="Printed">Includes the honorific that <paramref name="Name"/> omits.</param>
/// <param name="Affiliations">Numbers from 1; empty for an author without a mark.</param>
public sealed record PrintedAuthor(string Name, string Printed, IReadOnlyList<int> Affiliations);

public sealed record PrintedFigure(int Line, int Number, string Caption);

/// <param name="Speaker">The name of one of the authors, in the spelling of the abstract.</param>
public sealed record Presentation(string Speaker, string Lab, string Town, bool Remote, string Title);
