using ModMatWorkshop.Content.PastedTex;

namespace ModMatWorkshop.Content.Tests;

/// <summary>Authors as the classes of LaTeX write them.</summary>
public sealed class PastedAuthorsTests
{
    [Theory]
    // authblk
    [InlineData("\\author[1,2]{A. Durand}\n\\author[2]{B. M{\\\"u}ller}\n\\affil[1]{LAAS-CNRS, Toulouse}\n\\affil[2]{Uni K\\\"oln}")]
    // elsarticle
    [InlineData(
        "\\author[a,b]{A. Durand\\corref{c1}}\n\\author[b]{B. Müller\\fnref{f}}\n"
            + "\\affiliation[a]{organization={LAAS-CNRS}, city={Toulouse}}\n\\affiliation[b]{organization={Uni Köln}}"
    )]
    // REVTeX
    [InlineData(
        "\\author{A. Durand}\n\\email{a@example.org}\n\\affiliation{LAAS-CNRS, Toulouse}\n\\affiliation{Uni Köln}\n"
            + "\\author{B. Müller}\n\\affiliation{Uni Köln}"
    )]
    // llncs, beamer
    [InlineData("\\author{A. Durand\\inst{1,2} \\and B. M\\\"{u}ller\\inst{2}}\n\\institute{LAAS-CNRS, Toulouse \\and Uni K{\\\"o}ln}")]
    // acmart
    [InlineData(
        "\\author{A. Durand}\n\\affiliation{\\institution{LAAS-CNRS}\\city{Toulouse}}\n\\affiliation{\\institution{Uni Köln}}\n"
            + "\\author{B. Müller}\n\\affiliation{\\institution{Uni Köln}}"
    )]
    // By hand
    [InlineData("\\author{A. Durand$^{1,2}$, B.~M{\\\"u}ller$^2$}\n$^{1}$ LAAS-CNRS, Toulouse \\\\\n$^{2}$ Uni Köln")]
    [InlineData("\\author{A. Durand$^{1,2}$ \\and B. Müller$^2$}\n\\institute{$^1$ LAAS-CNRS, Toulouse \\\\ $^2$ Uni Köln}")]
    [InlineData(
        "\\textbf{\\underline{A. Durand}}\\textsuperscript{1,2}, B. Müller\\textsuperscript{2}\\\\\n1 LAAS-CNRS, Toulouse\n2 Uni Köln"
    )]
    [InlineData("A. Durand1,2, B. Müller2\n1 LAAS-CNRS, Toulouse\n2 Uni Köln")]
    public void Authors_have_their_affiliations_in_every_class(string text) =>
        Assert.Equal("A. Durand (1,2) / B. Müller (2) // LAAS-CNRS, Toulouse / Uni Köln", Shown(text));

    [Theory]
    [InlineData("\\author{Andr{\\'e} D'Angelo\\thanks{Grant 12} \\and {\\L}ucja N'Guessan}", "André D'Angelo () / Łucja N'Guessan () // ")]
    [InlineData("\\author{Ada Lovelace} % the first\n\\affil{Physics \\& Co.}", "Ada Lovelace (1) // Physics & Co.")]
    [InlineData("\\author[3]{Ada Lovelace}", "Ada Lovelace () // ")]
    [InlineData("\\", " // ")]
    public void What_is_no_name_goes(string text, string expected) => Assert.Equal(expected, Shown(text));

    private static string Shown(string text)
    {
        var (authors, affiliations) = PastedAuthors.Read(text);
        var names = authors.Select(a => $"{a.Name} ({string.Join(',', a.Affiliations)})");
        return $"{string.Join(" / ", names)} // {string.Join(" / ", affiliations)}";
    }
}
