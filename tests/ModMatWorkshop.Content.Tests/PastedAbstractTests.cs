using System.Diagnostics;
using ModMatWorkshop.Content.PastedTex;

namespace ModMatWorkshop.Content.Tests;

public sealed class PastedAbstractTests
{
    [Theory]
    [InlineData(@"\textbf{Bold} and \emph{it}", "**Bold** and *it*")]
    [InlineData(@"{\it in situ} growth", "*in situ* growth")]
    [InlineData(@"M\""uller, \'Ecole, \AA{}ngstr\""om", "Müller, École, Ångström")]
    [InlineData(@"99\% of A\&B", "99% of A&B")]
    [InlineData(@"CO\textsubscript{2}", "CO~2~")]
    [InlineData("``quoted'' text", "“quoted” text")]
    [InlineData(@"\begin{abstract}Text.\end{abstract}", "Text.")]
    [InlineData("% a comment \\x\nText.", "Text.")]
    [InlineData(@"\section{Methods} We \ldots", "## Methods\n\n We …")]
    [InlineData(@"\begin{itemize}\item one \item two\end{itemize}", "- one\n- two")]
    [InlineData(@"\href{https://example.org}{here}", "[here](https://example.org)")]
    [InlineData("e\uFB03cient \uFB01t", "efficient fit")]
    [InlineData("poten\u00ADtial\u200B", "potential")]
    [InlineData("\uF061-phase \uF0B1 1", "α-phase ± 1")]
    [InlineData("• one\n• two", "- one\n- two")]
    [InlineData("one\u000Btwo", "one\ntwo")]
    [InlineData("one\n\n\n\n\ntwo  \nthree", "one\n\ntwo\nthree")]
    public void What_is_pasted_becomes_Markdown(string pasted, string expected) => Assert.Equal(expected, PastedAbstract.Clean(pasted));

    [Theory]
    [InlineData("Plain text, 99% of it, with *marks*, H~2~O and a $\\textbf{x}_{\\alpha}$.")]
    [InlineData("A formula \\(E = mc^2\\) and $$\\frac{1}{2}$$ stay.")]
    [InlineData("\\begin{equation} a = \\emph{b} \\end{equation}")]
    [InlineData("A set {a, b} and `code` and \\* and [1].")]
    [InlineData("\\cite{key} is not understood.")]
    [InlineData("")]
    public void What_needs_nothing_stays(string text) => Assert.Equal(text, PastedAbstract.Clean(text));

    [Theory]
    [InlineData(@"\textbf{Bold} M\""uller ``x'' \begin{itemize}\item a\end{itemize}")]
    [InlineData("• one \\emph{two}")]
    public void A_cleaned_text_is_clean(string pasted)
    {
        var clean = PastedAbstract.Clean(pasted);

        Assert.Equal(clean, PastedAbstract.Clean(clean));
    }

    [Theory]
    [InlineData("\\a")]
    [InlineData("{")]
    [InlineData("$")]
    [InlineData("\\begin{itemize}")]
    [InlineData("{\\it ")]
    [InlineData("`")]
    [InlineData("\\textbf{")]
    [InlineData("\\b")]
    public void A_hostile_text_is_cleaned_in_time(string part)
    {
        var watch = Stopwatch.StartNew();
        PastedAbstract.Clean(string.Concat(Enumerable.Repeat(part, 40_000 / part.Length)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }
}
