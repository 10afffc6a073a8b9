using ModMatWorkshop.Content.Formulas;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Content.Tests.Formulas;

/// <summary>What KaTeX makes of a formula, as MathML and as a line of text.</summary>
public class FormulaTests
{
    [KatexTheory]
    [InlineData("O(N^3)", """<mi>O</mi><mo stretchy="false">(</mo><msup><mi>N</mi><mn>3</mn></msup><mo stretchy="false">)</mo>""")]
    [InlineData(@"\frac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>")]
    [InlineData(@"\sqrt[3]{x}", "<mroot><mi>x</mi><mn>3</mn></mroot>")]
    [InlineData("a<b", "<mi>a</mi><mo>&lt;</mo><mi>b</mi>")]
    [InlineData(@"a\quad b", """<mi>a</mi><mspace width="1em"></mspace><mi>b</mi>""")]
    [InlineData(@"\partial x", """<mi mathvariant="normal">∂</mi><mi>x</mi>""")]
    public void A_formula_is_MathML_without_the_elements_that_only_KaTeX_needs(string tex, string inside) =>
        Assert.Equal($"<math>{inside}</math>", Read(tex).MathMl);

    [KatexTheory]
    [InlineData(@"\mathcal{L}", "<mi>ℒ</mi>")]
    [InlineData(@"\mathcal{O}", "<mi>𝒪</mi>")]
    [InlineData(@"\mathbf{r}", "<mi>𝐫</mi>")]
    [InlineData(@"\mathbf{12}", "<mn>𝟏𝟐</mn>")]
    [InlineData(@"\boldsymbol{\theta}", "<mi>𝜽</mi>")]
    [InlineData(@"\mathbb{R}", "<mi>ℝ</mi>")]
    [InlineData(@"\mathsf{T}", "<mi>𝖳</mi>")]
    [InlineData(@"\mathtt{a}", "<mi>𝚊</mi>")]
    [InlineData(@"\mathfrak{g}", "<mi>𝔤</mi>")]
    [InlineData(@"\mathrm{K}", """<mi mathvariant="normal">K</mi>""")]
    [InlineData(@"\text{\textbf{é}}", """<mtext class="tex-bold">é</mtext>""")]
    public void Letters_of_another_style_are_those_of_Unicode(string tex, string inside) =>
        Assert.Equal($"<math>{inside}</math>", Read(tex).MathMl);

    [KatexFact]
    public void Columns_keep_their_alignment() =>
        Assert.Equal(
            """
            <math display="block"><mtable class="tex-aligned"><mtr>
            <mtd class="tex-right"><mstyle scriptlevel="0" displaystyle="true"><mi>a</mi></mstyle></mtd>
            <mtd class="tex-left"><mstyle scriptlevel="0" displaystyle="true"><mrow><mrow></mrow><mo>=</mo><mi>b</mi></mrow></mstyle></mtd>
            </mtr></mtable></math>
            """.Replace("\n", "", StringComparison.Ordinal),
            Read(@"\begin{aligned}a&=b\end{aligned}", isDisplayed: true).MathMl
        );

    [KatexFact]
    public void In_print_a_formula_is_the_HTML_of_KaTeX()
    {
        Assert.StartsWith("<span class=\"katex\"><span class=\"katex-html\"", Read("x").PrintHtml, StringComparison.Ordinal);
        Assert.StartsWith(
            "<span class=\"katex-display\"><span class=\"katex\">",
            Read("x", isDisplayed: true).PrintHtml,
            StringComparison.Ordinal
        );
        Assert.Contains("<svg ", Read(@"\sqrt{x}").PrintHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", FormulaRenderer.Shared.PrintStyles, StringComparison.Ordinal);
        Assert.Contains(".katex .mathbf{", FormulaRenderer.Shared.PrintStyles, StringComparison.Ordinal);
    }

    [KatexTheory]
    [InlineData("O(N^3)", "O(N³)")]
    [InlineData("10^{-15}", "10⁻¹⁵")]
    [InlineData(@"\sim 540{,}000", "∼540,000")]
    [InlineData("D8_b", "D8_b")]
    [InlineData("n = 14", "n = 14")]
    [InlineData(@"2 \times 10^3", "2 × 10³")]
    [InlineData("f(x,y)", "f(x, y)")]
    [InlineData("x_{1,2}", "x_(1,2)")]
    [InlineData("x'^2_i", "x′ᵢ²")]
    [InlineData("f''(x)", "f″(x)")]
    [InlineData("k_BT", "k_(B)T")]
    [InlineData(@"E_\text{tot}", "Eₜₒₜ")]
    [InlineData(@"e^{-\alpha x}", "e^(−αx)")]
    [InlineData(@"a^{(\omega)}", "a^(ω)")]
    [InlineData(@"\sum_i x_i", "∑ᵢ\u202Fxᵢ")]
    [InlineData(@"2\int f", "2\u202F∫\u202Ff")]
    [InlineData(@"\text{if }a\,b", "if a\u202Fb")]
    [InlineData(@"\vec{r}_i", "r\u20D7ᵢ")]
    [InlineData(@"Fm\bar3m", "Fm3\u0304m")]
    [InlineData("^{18}O", "¹⁸O")]
    [InlineData("-x", "−x")]
    [InlineData("a=-b", "a = −b")]
    [InlineData(@"25^\circ C", "25°C")]
    [InlineData(@"N\log N", "N log N")]
    [InlineData(@"\exp(-x)", "exp(−x)")]
    [InlineData(@"\arg\min_\theta L", "arg min_θ L")]
    [InlineData(@"\mathcal{O}(N)", "O(N)")]
    [InlineData(@"\mathbf{x} \in \mathbb{R}^n", "x ∈ ℝⁿ")]
    [InlineData(@"\langle r^2\rangle", "⟨r²⟩")]
    [InlineData("P(A|B)", "P(A|B)")]
    [InlineData(@"\|x\|_2", "‖x‖₂")]
    [InlineData(@"\text{énergie}", "énergie")]
    [InlineData(@"5~\text{Å}", "5 Å")]
    [InlineData(@"\underbrace{a+b}_{c}", "(a + b)_c")]
    [InlineData(@"\begin{pmatrix}1&2\\3&4\end{pmatrix}", "(1, 2; 3, 4)")]
    [InlineData(@"\begin{aligned}a&=b\\c&=d\end{aligned}", "a = b; c = d")]
    [InlineData(@"\binom{n}{k}", "(n¦k)")]
    public void A_formula_has_plain_text(string tex, string text) => Assert.Equal(text, Read(tex).ToText());

    [KatexTheory]
    [InlineData(@"\frac{a}{b}", "a/b")]
    [InlineData(@"\frac{2\pi a}{b}", "2πa/b")]
    [InlineData(@"\frac{a+b}{2}", "(a + b)/2")]
    [InlineData(@"\frac{1}{2a}", "1/(2a)")]
    [InlineData(@"\frac{\partial f}{\partial x}", "∂f/∂x")]
    [InlineData(@"\frac{1}{2}mv^2", "(1/2)mv²")]
    [InlineData(@"x\frac{a}{b}", "x(a/b)")]
    [InlineData(@"x - \frac{a}{b} + c", "x − a/b + c")]
    [InlineData(@"\frac{a}{b}/c", "(a/b)/c")]
    [InlineData(@"\frac{\frac{a}{b}}{\frac{c}{d}}", "(a/b)/(c/d)")]
    [InlineData(@"{\frac{a}{b}}^2", "(a/b)²")]
    [InlineData(@"e^{\frac{a}{b}}", "e^(a/b)")]
    [InlineData(@"\frac{(a)}{(b)}", "(a)/(b)")]
    [InlineData(@"\frac{\sum x}{n}", "(∑\u202Fx)/n")]
    [InlineData(@"\sqrt{x}", "√x")]
    [InlineData(@"\sqrt{12} + 1", "√12 + 1")]
    [InlineData(@"\sqrt{x^2}", "√(x²)")]
    [InlineData(@"\sqrt{x}^2", "(√x)²")]
    [InlineData(@"\sqrt{a+b}", "√(a + b)")]
    [InlineData(@"\sqrt{2}\pi", "√(2)π")]
    [InlineData(@"\sqrt[3]{V}", "∛V")]
    public void Plain_text_has_only_the_parentheses_that_it_needs(string tex, string text) => Assert.Equal(text, Read(tex).ToText());

    [KatexTheory]
    [InlineData("κ_L", @"\kappa_L")]
    [InlineData("ΔE_g", @"\Delta E_g")]
    [InlineData("Σ3", @"\Sigma 3")]
    [InlineData("a ≤ b × c → ∞", @"a \leq b \times c \to \infty")]
    [InlineData("N³ - x₂", "N^3 - x_2")]
    public void A_letter_or_sign_as_typed_is_that_of_its_command(string typed, string command) =>
        Assert.Equal(Read(command).MathMl, Read(typed).MathMl);

    [KatexTheory]
    [InlineData(@"10^{6}\text{--}10^{9}", "10⁶–10⁹")]
    [InlineData(@"\Gamma\text{--}X", "Γ–X")]
    public void Two_hyphens_in_words_are_a_dash(string tex, string text)
    {
        Assert.Equal(text, Read(tex).ToText());
        Assert.Contains("<mtext>–</mtext>", Read(tex).MathMl, StringComparison.Ordinal);
    }

    [KatexTheory]
    [InlineData(@"\ce{H2O}", "H₂O")]
    [InlineData(@"\ce{Li7La3Zr2O12}", "Li₇La₃Zr₂O₁₂")]
    [InlineData(@"\ce{Na+}", "Na⁺")]
    [InlineData(@"\ce{SO4^2-}", "SO₄²⁻")]
    [InlineData(@"\ce{CO2 + H2O -> H2CO3}", "CO₂ + H₂O → H₂CO₃")]
    [InlineData(@"\ce{A ->[H2O] B}", "A →(H₂O) B")]
    [InlineData(@"\ce{A <=> B}", "A ⇌ B")]
    [InlineData(@"\SI{300}{\kelvin}", "300\u202FK")]
    [InlineData(@"\qty{1.2}{\electronvolt}", "1.2\u202FeV")]
    [InlineData(@"\SI{1.2e-3}{\metre\per\second\squared}", "1.2 × 10⁻³\u202Fm\u202Fs⁻²")]
    [InlineData(@"\SI[per-mode=symbol]{3}{m/s}", "3\u202Fm/s")]
    [InlineData(@"\SI{10}{eV.atom^{-1}}", "10\u202FeV\u202Fatom⁻¹")]
    [InlineData(@"\si{\milli\electronvolt\per\angstrom}", "meV\u202FÅ⁻¹")]
    [InlineData(@"\num{12345.678}", "12\u202F345.678")]
    [InlineData(@"\num{1.5e6}", "1.5 × 10⁶")]
    [InlineData(@"\SIrange{1}{2}{\K}", "1–2\u202FK")]
    [InlineData(@"\SI{25}{\degreeCelsius}", "25\u202F°C")]
    [InlineData(@"\ang{30}", "30°")]
    [InlineData(@"\text{\textmu m}", "µm")]
    [InlineData(@"\$5", "$5")]
    public void Chemistry_and_quantities_are_read(string tex, string text) => Assert.Equal(text, Read(tex).ToText());

    private static Formula Read(string tex, bool isDisplayed = false)
    {
        Assert.True(FormulaRenderer.Shared.TryRender(tex, isDisplayed, out var formula, out var error), error?.Message);
        return formula;
    }
}
