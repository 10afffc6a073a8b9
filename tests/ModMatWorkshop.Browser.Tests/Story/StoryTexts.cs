namespace ModMatWorkshop.Browser.Tests.Story;

/// <summary>The texts of the abstracts: plain, with formulas, and as other programs write them.</summary>
internal static class StoryTexts
{
    private const string TwoReferences = "A. Author, *Journal of Surfaces* **12**, 34 (2020)\nB. Writer et al., doi:10.1000/182";

    /// <returns>The text, whether it is cleaned when it is pasted, and the references.</returns>
    public static (string Text, bool IsCleaned, string References) Of(int n)
    {
        var sentence = StoryAbstracts.SentenceOf(n);
        var (first, isCleaned) = Shapes[n % Shapes.Length];
        return ($"{first}\n\n{sentence}", isCleaned, first.Contains("[2]", StringComparison.Ordinal) ? TwoReferences : "");
    }

    private static readonly (string Text, bool IsCleaned)[] Shapes =
    [
        ("We measure what we can. The rest is guessed, in two steps and with care.\n\nA second paragraph says why.", false),
        (
            "The energy is $E = \\sum_i \\varepsilon_i$, where $\\varepsilon_i$ belongs to atom $i$:\n\n"
                + "$$E = \\sum_{i=1}^{N} \\frac{p_i^2}{2 m_i} + V(r_1, \\ldots, r_N)$$\n\nIt is the sum that counts.",
            false
        ),
        (
            "\\textbf{Bold} words of M\\\"uller, \\textit{in situ}: at \\SI{300}{\\kelvin}, 5\\,\\AA{} are 98\\,\\% of what "
                + "``nearby'' atoms see -- not more. We follow \\cite{doe2020}.",
            true
        ),
        ("“Smart” quotes, an ellip\u00ADsis… and a list:\n• one atom\n• two atoms\nThat\u00A0is\u00A0all.", true),
        (
            "Three steps:\n\n1. choose a cell\n2. relax it\n3. measure\n\n| cell | energy |\n|---|---|\n| small | 1.2 |\n| large | 1.1 |",
            false
        ),
        ("As shown before [1, 2], the (111) face differs from [110]. In the interval \\[0, 1\\] nothing happens [2].", false),
        (
            "This text was copied from a PDF, with its lines. We compare the cell at\n"
                + "- 5 °C with the one at\n+ 5 °C and find\n> 10 eV between them.",
            true
        ),
        ("Nous mesurons l'énergie : elle vaut « zéro » à 20 °C. Est-ce juste ? Oui ; la phrase suivante est en anglais.", false),
        ("\\begin{itemize}\n\\item first we cool\n\\item then we wait\n\\end{itemize}\nThen we \\emph{stop}.", true),
        ("A conductance of 1.2 A/(m*K) and 1.3 A/(m*K), for 20 $ and 30 $, with R^2^ = 0.99.", false),
        ("Forces follow as \\( F = -\\nabla E \\) and as\n\\[ a + b = c \\]\nwhich is no surprise.", true),
        ("Let $κ ≤ Δ$ and $x → ∞$. The code is at https://example.org/code_(v2). Write to `code@example.org`.", false),
    ];
}
