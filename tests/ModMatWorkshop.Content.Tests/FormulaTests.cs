using CsCheck;

namespace ModMatWorkshop.Content.Tests;

public partial class FormulaTests
{
    [Theory]
    [InlineData("N", "<mi>N</mi>")]
    [InlineData("O(N)", "<mi>O</mi><mrow><mo>(</mo><mi>N</mi><mo>)</mo></mrow>")]
    [InlineData("O(N^3)", "<mi>O</mi><mrow><mo>(</mo><msup><mi>N</mi><mn>3</mn></msup><mo>)</mo></mrow>")]
    [InlineData("n = 14", "<mi>n</mi><mo>=</mo><mn>14</mn>")]
    [InlineData("tP30", "<mi>t</mi><mi>P</mi><mn>30</mn>")]
    [InlineData("D8_b", "<mi>D</mi><msub><mn>8</mn><mi>b</mi></msub>")]
    [InlineData("10^{-15}", """<msup><mn>10</mn><mrow><mo form="prefix">−</mo><mn>15</mn></mrow></msup>""")]
    [InlineData(@"\sim 540,000", """<mo lspace="0em" rspace="0em">∼</mo><mn>540,000</mn>""")]
    [InlineData("3.14 + 0{,}5", "<mn>3.14</mn><mo>+</mo><mn>0,5</mn>")]
    public void A_formula_of_the_booklet_becomes_MathML(string tex, string inside) =>
        Assert.Equal($"<math>{inside}</math>", Read(tex).ToMathMl());

    [Theory]
    [InlineData("x_i^2", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>")]
    [InlineData("x^2_i", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>")]
    [InlineData("x_{ij}", "<msub><mi>x</mi><mrow><mi>i</mi><mi>j</mi></mrow></msub>")]
    [InlineData("f'(x)", "<msup><mi>f</mi><mo>′</mo></msup><mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow>")]
    [InlineData("f''^2", "<msup><mi>f</mi><mrow><mo>″</mo><mn>2</mn></mrow></msup>")]
    [InlineData("^{18}O", "<msup><mrow></mrow><mn>18</mn></msup><mi>O</mi>")]
    [InlineData("(a+b)^2", "<msup><mrow><mo>(</mo><mi>a</mi><mo>+</mo><mi>b</mi><mo>)</mo></mrow><mn>2</mn></msup>")]
    [InlineData(@"\frac{a+b}{2}", "<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>")]
    [InlineData(@"\frac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>")]
    [InlineData(@"\sqrt{2x}", "<msqrt><mn>2</mn><mi>x</mi></msqrt>")]
    [InlineData(@"\sqrt2", "<msqrt><mn>2</mn></msqrt>")]
    [InlineData(@"Fm\bar3m", """<mi>F</mi><mi>m</mi><mover accent="true"><mn>3</mn><mo stretchy="false">¯</mo></mover><mi>m</mi>""")]
    [InlineData(
        @"\sum_{i=1}^N x_i",
        "<msubsup><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>N</mi></msubsup><msub><mi>x</mi><mi>i</mi></msub>"
    )]
    [InlineData(@"a\,b", """<mi>a</mi><mspace width="0.1667em"></mspace><mi>b</mi>""")]
    [InlineData(@"x\text{ if }y<0", "<mi>x</mi><mtext>\u00A0if\u00A0</mtext><mi>y</mi><mo>&lt;</mo><mn>0</mn>")]
    public void Every_construct_has_its_MathML_element(string tex, string inside) =>
        Assert.Equal($"<math>{inside}</math>", Read(tex).ToMathMl());

    [Theory]
    [InlineData(@"\mathrm{eV}", """<mi mathvariant="normal">eV</mi>""")]
    [InlineData(@"\mathrm{H_2O}", """<msub><mi mathvariant="normal">H</mi><mn>2</mn></msub><mi mathvariant="normal">O</mi>""")]
    [InlineData(@"E_\mathrm{tot}", """<msub><mi>E</mi><mi mathvariant="normal">tot</mi></msub>""")]
    [InlineData(@"\Gamma\gamma", """<mi mathvariant="normal">Γ</mi><mi>γ</mi>""")]
    [InlineData(@"\partial x", """<mi mathvariant="normal">∂</mi><mi>x</mi>""")]
    public void Names_and_capital_Greek_letters_are_upright(string tex, string inside) =>
        Assert.Equal($"<math>{inside}</math>", Read(tex).ToMathMl());

    [Theory]
    [InlineData("-x", """<mo form="prefix">−</mo><mi>x</mi>""")]
    [InlineData("a-b", "<mi>a</mi><mo>−</mo><mi>b</mi>")]
    [InlineData("a=-b", """<mi>a</mi><mo>=</mo><mo form="prefix">−</mo><mi>b</mi>""")]
    [InlineData("(-b)-c", """<mrow><mo>(</mo><mo form="prefix">−</mo><mi>b</mi><mo>)</mo></mrow><mo>−</mo><mi>c</mi>""")]
    [InlineData("n!-1", "<mi>n</mi><mo>!</mo><mo>−</mo><mn>1</mn>")]
    [InlineData(@"a\,-b", """<mi>a</mi><mspace width="0.1667em"></mspace><mo>−</mo><mi>b</mi>""")]
    [InlineData("x^*", """<msup><mi>x</mi><mo lspace="0em" rspace="0em">∗</mo></msup>""")]
    [InlineData("a/b", """<mi>a</mi><mo lspace="0em" rspace="0em">/</mo><mi>b</mi>""")]
    [InlineData(
        "f(x,y).",
        """<mi>f</mi><mrow><mo>(</mo><mi>x</mi><mo>,</mo><mi>y</mi><mo>)</mo></mrow><mo lspace="0em" rspace="0em">.</mo>"""
    )]
    public void An_operator_has_the_spacing_of_its_role(string tex, string inside) =>
        Assert.Equal($"<math>{inside}</math>", Read(tex).ToMathMl());

    [Theory]
    [InlineData("[0,1)", "<mrow><mo>[</mo><mn>0</mn><mo>,</mo><mn>1</mn><mo>)</mo></mrow>")]
    [InlineData("]0,1[", """<mo stretchy="false">]</mo><mn>0</mn><mo>,</mo><mn>1</mn><mo stretchy="false">[</mo>""")]
    [InlineData("|x|-1", """<mrow><mo form="prefix">|</mo><mi>x</mi><mo form="postfix">|</mo></mrow><mo>−</mo><mn>1</mn>""")]
    [InlineData(
        "P(A|B)",
        """<mi>P</mi><mrow><mo>(</mo><mi>A</mi><mo stretchy="false" lspace="0em" rspace="0em">|</mo><mi>B</mi><mo>)</mo></mrow>"""
    )]
    [InlineData(@"\langle r^2 \rangle", "<mrow><mo>⟨</mo><msup><mi>r</mi><mn>2</mn></msup><mo>⟩</mo></mrow>")]
    public void Brackets_group_their_content_and_may_be_unpaired(string tex, string inside) =>
        Assert.Equal($"<math>{inside}</math>", Read(tex).ToMathMl());

    [Theory]
    [InlineData("O(N^3)", "O(N³)", "<i>O</i>(<i>N</i><sup>3</sup>)")]
    [InlineData("10^{-15}", "10⁻¹⁵", "10<sup>−15</sup>")]
    [InlineData(@"\sim 540,000", "∼540,000", "∼540,000")]
    [InlineData("D8_b", "D8_b", "<i>D</i>8<sub><i>b</i></sub>")]
    [InlineData("tP30", "tP30", "<i>tP</i>30")]
    [InlineData("n = 14", "n = 14", "<i>n</i>\u00A0= 14")]
    [InlineData(@"2 \times 10^3", "2 × 10³", "2\u00A0× 10<sup>3</sup>")]
    [InlineData("x<y", "x < y", "<i>x</i>\u00A0&lt; <i>y</i>")]
    [InlineData("f(x,y)", "f(x, y)", "<i>f</i>(<i>x</i>, <i>y</i>)")]
    [InlineData("x_{1,2}", "x_(1,2)", "<i>x</i><sub>1,2</sub>")]
    [InlineData("x'_i^2", "x′ᵢ²", "<i>x</i>′<sub><i>i</i></sub><sup>2</sup>")]
    [InlineData("k_BT", "k_(B)T", "<i>k</i><sub><i>B</i></sub><i>T</i>")]
    [InlineData(@"E_\text{tot}", "Eₜₒₜ", "<i>E</i><sub>tot</sub>")]
    [InlineData(@"e^{-\alpha x}", "e^(−αx)", "<i>e</i><sup>−<i>αx</i></sup>")]
    [InlineData("a^{(b)}", "a⁽ᵇ⁾", "<i>a</i><sup>(<i>b</i>)</sup>")]
    [InlineData(@"a^{(\omega)}", "a^(ω)", "<i>a</i><sup>(<i>ω</i>)</sup>")]
    [InlineData(@"\sum_i x_i", "∑ᵢ\u202Fxᵢ", "∑<sub><i>i</i></sub>\u202F<i>x</i><sub><i>i</i></sub>")]
    [InlineData(@"2\int f", "2\u202F∫\u202Ff", "2\u202F∫\u202F<i>f</i>")]
    [InlineData(@"\text{if }a\,b", "if a\u202Fb", "if <i>a</i>\u202F<i>b</i>")]
    [InlineData(@"\vec{r}_i", "r\u20D7ᵢ", "<i>r\u20D7</i><sub><i>i</i></sub>")]
    [InlineData(@"Fm\bar3m", "Fm3\u0304m", "<i>Fm</i>3\u0304<i>m</i>")]
    [InlineData(@"\bar{o}", "ō", "<i>ō</i>")]
    [InlineData(@"\text{<&>}", "<&>", "&lt;&amp;&gt;")]
    public void A_formula_has_equivalent_plain_text_and_HTML(string tex, string text, string html)
    {
        Assert.Equal(text, Read(tex).ToText());
        Assert.Equal(html, Read(tex).ToHtml());
    }

    [Theory]
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
    [InlineData(@"\frac{\text{heat of mixing}}{N}", "(heat of mixing)/N")]
    [InlineData(@"\frac{\sum x}{n}", "(∑\u202Fx)/n")]
    [InlineData(@"\sqrt{x}", "√x")]
    [InlineData(@"\sqrt{12} + 1", "√12 + 1")]
    [InlineData(@"\sqrt{x_1}", "√x₁")]
    [InlineData(@"\sqrt{x^2}", "√(x²)")]
    [InlineData(@"\sqrt{x}^2", "(√x)²")]
    [InlineData(@"\sqrt{a+b}", "√(a + b)")]
    [InlineData(@"\sqrt{2}\pi", "√(2)π")]
    [InlineData(@"\sqrt{2}/2", "√2/2")]
    [InlineData(@"\sqrt{(a)}b", "√(a)b")]
    public void Plain_text_has_only_the_parentheses_that_it_needs(string tex, string text) => Assert.Equal(text, Read(tex).ToText());

    [Fact]
    public void Every_command_of_the_documented_list_is_known()
    {
        const string Symbols =
            @"\sim \approx \simeq \leq \geq \neq \ll \gg \times \cdot \pm \propto \infty "
            + @"\partial \nabla \to \sum \int \in \langle \rangle \ldots";
        const string Greek =
            @"\alpha \beta \gamma \delta \epsilon \zeta \eta \theta \iota \kappa \lambda \mu "
            + @"\nu \xi \pi \rho \sigma \tau \upsilon \phi \chi \psi \omega "
            + @"\Gamma \Delta \Theta \Lambda \Xi \Pi \Sigma \Upsilon \Phi \Psi \Omega \varepsilon \vartheta \varphi";
        Assert.Equal("∼ ≈ ≃ ≤ ≥ ≠ ≪ ≫ × · ± ∝ ∞ ∂ ∇ → ∑ ∫ ∈ ⟨ ⟩ …", Each(Symbols));
        Assert.Equal("α β γ δ ϵ ζ η θ ι κ λ μ ν ξ π ρ σ τ υ ϕ χ ψ ω Γ Δ Θ Λ Ξ Π Σ Υ Φ Ψ Ω ε ϑ φ", Each(Greek));
        Assert.Equal("x\u0304 x\u0302 x\u0303 x\u20D7 ẋ", Each(@"\bar{x} \hat{x} \tilde{x} \vec{x} \dot{x}"));
        Assert.Equal("a 1 + − = < > / ( ) [ ] | , . ! ∗", Each("a 1 + - = < > / ( ) [ ] | , . ! *"));

        static string Each(string commands) => string.Join(' ', commands.Split(' ').Select(c => Read(c).ToText()));
    }
}
