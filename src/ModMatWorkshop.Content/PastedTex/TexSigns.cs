using System.Collections.Frozen;

namespace ModMatWorkshop.Content.PastedTex;

/// <summary>Commands of TeX that stand for one sign, and which Unicode sign that is.</summary>
internal static class TexSigns
{
    private const string Greek =
        "alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ "
        + "sigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ "
        + "Omega Ω "
        + "textalpha α textbeta β textgamma γ textdelta δ textmu µ textomega ω";

    private const string Letters =
        "AA Å aa å O Ø o ø AE Æ ae æ OE Œ oe œ ss ß SS ẞ L Ł l ł DH Ð dh ð TH Þ th þ DJ Đ dj đ NG Ŋ ng ŋ i ı j ȷ angstrom Å";

    private const string Others =
        "textdegree ° degree ° textcelsius °C micro µ times × texttimes × pm ± textpm ± mp ∓ cdot · textperiodcentered · approx ≈ simeq ≃ "
        + "sim ∼ "
        + "leq ≤ le ≤ geq ≥ ge ≥ ll ≪ gg ≫ neq ≠ ne ≠ equiv ≡ propto ∝ rightarrow → to → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ infty ∞ "
        + "textrightarrow → textleftarrow ← ldots … dots … textellipsis … textendash – textemdash — textquoteleft ‘ textquoteright ’ "
        + "textquotedblleft “ textquotedblright ” lq ‘ rq ’ guillemotleft « guillemotright » og « fg » textquotesingle ' textasciitilde ~ "
        + "textasciicircum ^ textbackslash \\ textbar | textless < textgreater > textunderscore _ textdollar $ textregistered ® "
        + "texttrademark ™ "
        + "textcopyright © copyright © S § textsection § P ¶ pounds £ textsterling £ euro € texteuro € EUR € dag † dagger † textdagger † "
        + "ddag ‡ ddagger ‡ textdaggerdbl ‡ textbullet • bullet • star ⋆ ast * textasteriskcentered * textonehalf ½ textonequarter ¼ "
        + "textthreequarters ¾ textperthousand ‰ textmultiply × textdiv ÷ div ÷ textminus − No № circ ° LaTeX LaTeX TeX TeX BibTeX BibTeX";

    private static readonly FrozenDictionary<string, string> All = Pairs($"{Greek} {Letters} {Others}")
        .Append(("quad", "\u2003"))
        .Append(("qquad", "\u2003"))
        .Append(("nobreakspace", "\u00A0"))
        .Append(("thinspace", "\u202F"))
        .Append(("space", " "))
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);

    /// <summary>The sign of a command; null for a command that is not a sign.</summary>
    public static string? Of(string name) => All.GetValueOrDefault(name);

    private static IEnumerable<(string, string)> Pairs(string list) => list.Split(' ').Chunk(2).Select(pair => (pair[0], pair[1]));
}
