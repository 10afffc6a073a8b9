using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ModMatWorkshop.Content.Formulas;

/// <summary>
/// Renders formulas with KaTeX and remembers them. A rendering depends on the TeX alone, so one renderer serves the whole process. Formulas
/// that a database has kept are available without KaTeX.
/// </summary>
public sealed partial class FormulaRenderer
{
    /// <summary>The packages of the distribution to install.</summary>
    public const string Packages = "libjs-katex fonts-katex";

    private const string DefaultFolder = "/usr/share/javascript/katex";

    /// <summary>Maximum depth of braces and environments.</summary>
    private const int MaxNesting = 50;

    /// <summary>The renderer forgets all formulas beyond this number, so that drafts and previews do not fill the memory.</summary>
    private const int MaxKnown = 20_000;

    private readonly ConcurrentDictionary<string, Formula> _known = [];
    private readonly Katex _katex;
    private readonly Lazy<string> _printStyles;

    /// <param name="folder">The folder of KaTeX.</param>
    public FormulaRenderer(string folder)
    {
        _katex = new(folder);
        // The fonts are installed in the system, and the PDF renderer fetches no files.
        _printStyles = new(() => FontFace().Replace(_katex.Styles, ""));
    }

    /// <summary>The renderer of this process. The environment variable <c>KATEX_PATH</c> names another folder than Debian's.</summary>
    public static FormulaRenderer Shared { get; } = new(Environment.GetEnvironmentVariable("KATEX_PATH") ?? DefaultFolder);

    public bool IsInstalled => _katex.IsInstalled;

    /// <summary>Identifies KaTeX and this build: with another version, a formula may look different.</summary>
    public string Version =>
        Convert.ToHexStringLower(
            SHA256
                .HashData(
                    Encoding.UTF8.GetBytes(IsInstalled ? $"{_katex.Version} {typeof(FormulaRenderer).Module.ModuleVersionId}" : "none")
                )
                .AsSpan(0, 8)
        );

    /// <summary>The style sheet of <see cref="Formula.PrintHtml"/>; it refers to no files.</summary>
    public string PrintStyles => _printStyles.Value;

    /// <summary>Adds formulas from a database. Those of another version are used only where KaTeX is not installed.</summary>
    public void Add(IEnumerable<Formula> stored)
    {
        var version = IsInstalled ? Version : null;
        foreach (var formula in stored)
            if (version is null || formula.Version == version)
                _known.TryAdd(formula.Key, formula);
    }

    /// <summary>
    /// Renders a formula or returns its first error. Exactly one of <paramref name="formula"/> and <paramref name="error"/> is not null.
    /// </summary>
    public bool TryRender(
        string tex,
        bool isDisplayed,
        [NotNullWhen(true)] out Formula? formula,
        [NotNullWhen(false)] out FormulaError? error
    )
    {
        var key = Formula.KeyOf(tex, isDisplayed);
        if (!_known.TryGetValue(key, out var known))
        {
            var (rendered, refused) = Render(key, tex, isDisplayed);
            if (rendered is null)
            {
                (formula, error) = (null, refused!);
                return false;
            }
            if (_known.Count >= MaxKnown)
                _known.Clear();
            known = _known.GetOrAdd(key, rendered);
        }
        (formula, error) = (known, null);
        return true;
    }

    private (Formula?, FormulaError?) Render(string key, string tex, bool isDisplayed)
    {
        if (Check(tex) is { } error)
            return (null, error);
        var missing = new FormulaError(
            0,
            $"KaTeX is not installed. Run `apt-get install {Packages}`, then restart the site.",
            IsKatexMissing: true
        );
        if (!IsInstalled)
            return (null, missing);
        if (_katex.Render(tex, isDisplayed) is not var (markup, message, position))
            return (null, IsInstalled ? new(0, "It is too complicated. Split it, or write it more simply.") : missing);
        if (message.Length > 0)
            return (null, new(Math.Clamp(position, 0, tex.Length), KatexMessages.Explain(message)));
        if (MathMl.Of(markup, isDisplayed) is not { } mathMl || PrintFormula.Of(markup, isDisplayed) is not { } print)
            return (null, new(0, "It has a command that cannot be shown here. Remove commands for sizes, links and pictures."));
        var formula = new Formula
        {
            Key = key,
            Tex = tex,
            MathMl = mathMl,
            PrintHtml = print,
            Version = Version,
        };
        return (formula, null);
    }

    /// <summary>What KaTeX would accept, or would need too long for.</summary>
    private static FormulaError? Check(string tex)
    {
        if (tex.Length > Formula.MaxLength)
            return new(
                Formula.MaxLength,
                $"The formula is longer than {Formula.MaxLength} characters. Split it, or check where it is closed."
            );
        if (tex.All(char.IsWhiteSpace))
            return new(0, "The formula is empty. Write something between the dollars.");
        if (Invisible().Match(tex) is { Success: true } invisible)
            return new(
                invisible.Index,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A formula cannot contain U+{(int)invisible.ValueSpan[0]:X4}, which is invisible. Remove it."
                )
            );
        if (Link().Match(tex) is { Success: true } link)
            return new(link.Index, $"{link.Value} is not possible in a formula. Write links in the text.");
        return DeepPlace(tex) is { } deep
            ? new(deep, $"Braces and environments are nested more than {MaxNesting} deep. Write the formula more simply.")
            : null;
    }

    /// <summary>The place that is nested too deeply; null if there is none.</summary>
    private static int? DeepPlace(string tex)
    {
        var depth = 0;
        foreach (Match mark in Nesting().Matches(tex))
            if (mark.Groups["close"].Success)
                depth--;
            else if (mark.Groups["open"].Success && ++depth > MaxNesting)
                return mark.Index;
        return null;
    }

    [GeneratedRegex("@font-face *{[^}]*}")]
    private static partial Regex FontFace();

    [GeneratedRegex(@"(?<!\\)\\(?:href|url|includegraphics|html[A-Za-z]+)(?![A-Za-z])")]
    private static partial Regex Link();

    /// <summary>Controls and characters that only direct the layout, are private or unassigned, or halves of a pair.</summary>
    [GeneratedRegex(@"[\p{Cc}\p{Cf}\p{Co}\p{Cn}-[\n\t]]|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])")]
    private static partial Regex Invisible();

    [GeneratedRegex(@"(?<open>\\(?:left|begin)(?![A-Za-z])|{)|(?<close>\\(?:right|end)(?![A-Za-z])|})|\\.", RegexOptions.Singleline)]
    private static partial Regex Nesting();
}
