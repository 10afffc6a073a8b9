using System.Text;
using System.Xml.Linq;
using Jint;
using ModMatWorkshop.Content.Formulas;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Content.Tests.Formulas;

/// <summary>
/// Formulas as abstracts on machine learning for materials have them, in typical-formulas.txt, and more that an earlier reader refused.
/// </summary>
public class TypicalFormulaTests
{
    private static readonly IReadOnlyList<string> Typical = LinesOf("typical-formulas.txt");
    private static readonly IReadOnlyList<string> All = [.. Typical, .. LinesOf("refused-formulas.txt")];

    [KatexFact]
    public void Of_366_typical_formulas_none_is_refused_but_one_that_must_be_displayed()
    {
        Assert.Equal(366, Typical.Distinct().Count());
        Assert.Equal(
            [@"\begin{split} y &= ax \\ &\quad + b \end{split}"],
            Typical.Where(tex => !FormulaRenderer.Shared.TryRender(tex, false, out _, out _))
        );
        Assert.Equal([], All.Where(tex => !FormulaRenderer.Shared.TryRender(tex, true, out _, out _)));
    }

    [KatexFact]
    public void Typical_formulas_have_the_structure_and_the_signs_of_the_MathML_of_KaTeX()
    {
        using var engine = new Engine();
        engine.Execute("var self = this; var globalThis = this;");
        foreach (var script in new[] { "katex.min.js", "contrib/mhchem.js" })
            engine.Execute(File.ReadAllText(Path.Combine("/usr/share/javascript/katex", script)));
        using var setup = new StreamReader(typeof(Formula).Assembly.GetManifestResourceStream("katex-setup.js")!);
        engine.Execute(setup.ReadToEnd());

        Assert.Equal(
            [],
            All.Where(tex => FormulaRenderer.Shared.TryRender(tex, true, out var formula, out _) && Ours(formula) != Theirs(tex))
        );

        string Theirs(string tex)
        {
            var markup = engine.Invoke("render", tex, true).AsObject().Get("markup").AsString();
            var math = XElement.Parse(markup, LoadOptions.PreserveWhitespace).Descendants().First(e => e.Name.LocalName == "math");
            var inside = math.Elements().Single().Elements().First();
            return inside.Name.LocalName == "mrow" ? Shapes(inside.Elements()) : Shape(inside);
        }

        static string Ours(Formula formula) => Shapes(XElement.Parse(formula.MathMl, LoadOptions.PreserveWhitespace).Elements());
    }

    [KatexFact]
    public void Typical_formulas_have_plain_text_without_a_trace_of_TeX() =>
        Assert.Equal(
            [],
            All.Where(tex =>
                FormulaRenderer.Shared.TryRender(tex, true, out var formula, out _)
                && formula.ToText() is var text
                && (text.Length == 0 || text.AsSpan().IndexOfAny("\\$&\n") >= 0 || text.Contains("  ", StringComparison.Ordinal))
            )
        );

    private static List<string> LinesOf(string file) =>
        [
            .. File.ReadLines(Path.Combine(Repository.Root, "tests/ModMatWorkshop.Content.Tests/Formulas", file))
                .Where(line => !line.StartsWith('#')),
        ];

    private static string Shapes(IEnumerable<XElement> elements) => string.Concat(elements.Select(Shape));

    /// <summary>Names and signs. Letters of other styles count as the letters that they are.</summary>
    private static string Shape(XElement element) =>
        element.Name.LocalName switch
        {
            // KaTeX puts what has the role of a letter or a sign into such an element, where a browser draws nothing but text.
            "mi" or "mo" when element.HasElements => $"mrow({Shapes(element.Elements())})",
            // Å is an A below a ring.
            "mover" when element.Elements().Select(e => e.Value).SequenceEqual(["A", "˚"]) => "mtext(Å)",
            var name when element.HasElements => $"{name}({Shapes(element.Elements())})",
            var name => $"{name}({element.Value.Normalize(NormalizationForm.FormKC)})",
        };
}
