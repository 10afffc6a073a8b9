using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content.Booklet;

/// <summary>What a line of the booklet is. A line that is not blank has exactly one role.</summary>
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

/// <summary>Why a booklet cannot be imported.</summary>
/// <param name="Line">Line of the booklet, from 1; 0 for what concerns no line of it.</param>
public sealed record BookletProblem(int Line, string Message);

/// <summary>A booklet of abstracts as its text says it, markup included. Complete only when there are no problems.</summary>
/// <param name="Introduction">One paragraph an entry.</param>
/// <param name="Roles">One entry for each line, from the first; null for a blank line and for one that matches nothing.</param>
public sealed record Booklet(
    IReadOnlyList<string> Introduction,
    IReadOnlyList<BookletRow> Rows,
    IReadOnlyList<BookletContribution> Contributions,
    IReadOnlyList<LineRole?> Roles,
    IReadOnlyList<BookletProblem> Problems
);

/// <param name="Start">In the workshop's zone, like <paramref name="End"/>.</param>
/// <param name="Text">Without the italics of the layout.</param>
/// <param name="Talk">Null for a break, a meal, the opening, an intervention.</param>
public sealed record BookletRow(int Line, int Session, DateOnly Date, TimeOnly Start, TimeOnly End, string Text, PrintedTalk? Talk);

/// <param name="Code">Printed for orals only; an invited talk is known by its title.</param>
/// <param name="Speaker">In the spelling of the programme, often initials and capitals.</param>
/// <param name="TownAndTitle">In one run: nothing separates them but the title of the abstract.</param>
public sealed record PrintedTalk(ContributionCode? Code, string Speaker, bool Remote, string Lab, string TownAndTitle);

/// <summary>One abstract. Texts are as printed, without the marks that number them.</summary>
/// <param name="Line">Of its title.</param>
/// <param name="PrintedCode">With its point; it may have a digit for a letter (<c>07.</c>).</param>
/// <param name="Session">Null for posters.</param>
/// <param name="ReferencesHeading">Without a final colon; null when there is no list.</param>
/// <param name="Presentation">What the programme adds; null for posters, and for a talk that the programme does not have.</param>
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

/// <param name="Printed">With the honorific that <paramref name="Name"/> leaves out.</param>
/// <param name="Affiliations">Numbers from 1; empty when the author has no mark.</param>
public sealed record PrintedAuthor(string Name, string Printed, IReadOnlyList<int> Affiliations);

public sealed record PrintedFigure(int Line, int Number, string Caption);

/// <param name="Speaker">The name of one of the authors, in the spelling of the abstract.</param>
public sealed record Presentation(string Speaker, string Lab, string Town, bool Remote, string Title);
