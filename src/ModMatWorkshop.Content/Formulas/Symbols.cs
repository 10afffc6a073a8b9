using System.Collections.Frozen;

namespace ModMatWorkshop.Content.Formulas;

/// <summary>The commands and signs of formulas. <c>docs/content-format.md</c> lists the same ones.</summary>
internal static class Symbols
{
    public static readonly Sign Bar = new("|", SignKind.Bar);

    /// <summary>Signs that a keyboard has.</summary>
    public static readonly FrozenDictionary<char, Sign> Typed = new Dictionary<char, Sign>
    {
        ['+'] = new("+", SignKind.Binary),
        ['-'] = new("−", SignKind.Binary),
        ['*'] = new("∗", SignKind.Binary),
        ['='] = new("=", SignKind.Relation),
        ['<'] = new("<", SignKind.Relation),
        ['>'] = new(">", SignKind.Relation),
        ['/'] = new("/", SignKind.Slash),
        ['|'] = Bar,
        ['('] = new("(", SignKind.Opening),
        ['['] = new("[", SignKind.Opening),
        [')'] = new(")", SignKind.Closing),
        [']'] = new("]", SignKind.Closing),
        [','] = new(",", SignKind.Comma),
        ['.'] = new(".", SignKind.Point),
        ['!'] = new("!", SignKind.Postfix),
    }.ToFrozenDictionary();

    /// <summary>The commands for a single sign, without the backslash. Capital Greek letters are upright, as in TeX.</summary>
    public static readonly FrozenDictionary<string, Term> Named = NamedTerms().ToFrozenDictionary(StringComparer.Ordinal);

    public static readonly FrozenDictionary<string, Accent> Accents = new Dictionary<string, Accent>
    {
        ["bar"] = new("¯", "\u0304"),
        ["hat"] = new("ˆ", "\u0302"),
        ["tilde"] = new("˜", "\u0303"),
        ["vec"] = new("→", "\u20D7"),
        ["dot"] = new("˙", "\u0307"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Unsupported TeX commands and their replacements, for error messages.</summary>
    public static readonly FrozenDictionary<string, string> Replacements = new Dictionary<string, string>
    {
        ["le"] = @"write \leq",
        ["ge"] = @"write \geq",
        ["ne"] = @"write \neq",
        ["rightarrow"] = @"write \to",
        ["dots"] = @"write \ldots",
        ["cdots"] = @"write \ldots",
        ["tfrac"] = @"write \frac",
        ["dfrac"] = @"write \frac",
        ["overline"] = @"write \bar",
        ["widehat"] = @"write \hat",
        ["widetilde"] = @"write \tilde",
        ["left"] = "brackets grow by themselves, leave it out",
        ["right"] = "brackets grow by themselves, leave it out",
        ["mbox"] = @"write \text",
        ["rm"] = @"write \mathrm{…}",
        ["operatorname"] = @"write \mathrm{…}",
        ["quad"] = @"write \,",
        [";"] = @"write \,",
        [":"] = @"write \,",
        [" "] = @"write \,",
        ["!"] = "leave it out",
        ["%"] = @"write \text{%}",
        ["&"] = @"write \text{&}",
        ["#"] = @"write \text{#}",
        ["_"] = @"write \text{_}",
        ["exp"] = @"write \mathrm{exp}",
        ["ln"] = @"write \mathrm{ln}",
        ["log"] = @"write \mathrm{log}",
        ["sin"] = @"write \mathrm{sin}",
        ["cos"] = @"write \mathrm{cos}",
        ["tan"] = @"write \mathrm{tan}",
        ["min"] = @"write \mathrm{min}",
        ["max"] = @"write \mathrm{max}",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> LookAlikes = new Dictionary<string, string>
    {
        ["′"] = "'",
        ["’"] = "'",
        ["–"] = "-",
        ["⋅"] = @"\cdot",
        ["•"] = @"\cdot",
        ["µ"] = @"\mu",
        ["√"] = @"\sqrt{…}",
        ["°"] = @"\text{°}",
        ["%"] = @"\text{%}",
        ["~"] = @"\sim",
        ["∼"] = @"\sim",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The command for a Unicode character: <c>×</c> is <c>\times</c>. Null if there is none.</summary>
    public static string? TexOf(string character)
    {
        if (LookAlikes.TryGetValue(character, out var tex))
            return tex;
        if (SuperAndSubscripts.Ordinary(character[0]) is { } script)
            return $"{(script.IsSubscript ? '_' : '^')}{{{(script.Character == '−' ? '-' : script.Character)}}}";
        foreach (var (key, sign) in Typed)
            if (sign.Text == character)
                return key.ToString();
        foreach (var (name, term) in Named)
            if ((term is Sign sign ? sign.Text : (term as LettersTerm)?.Text) == character)
                return $@"\{name}";
        return null;
    }

    private static IEnumerable<KeyValuePair<string, Term>> NamedTerms()
    {
        const string Greek =
            "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda "
            + "λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi "
            + "φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω";
        const string Relations = "sim ∼ approx ≈ simeq ≃ leq ≤ geq ≥ neq ≠ ll ≪ gg ≫ propto ∝ to → in ∈";

        foreach (var (name, sign) in Pairs(Greek))
            yield return new(name, new LettersTerm(sign, Upright: char.IsUpper(name[0])));
        foreach (var (name, sign) in Pairs(Relations))
            yield return new(name, new Sign(sign, SignKind.Relation));
        foreach (var (name, sign) in Pairs("times × cdot · pm ±"))
            yield return new(name, new Sign(sign, SignKind.Binary));
        foreach (var (name, sign) in Pairs("sum ∑ int ∫"))
            yield return new(name, new Sign(sign, SignKind.Large));
        foreach (var (name, sign) in Pairs("infty ∞ partial ∂ nabla ∇ ldots …"))
            yield return new(name, new LettersTerm(sign, Upright: true));
        yield return new("langle", new Sign("⟨", SignKind.Opening));
        yield return new("rangle", new Sign("⟩", SignKind.Closing));
        yield return new(",", new ThinSpace());
    }

    private static IEnumerable<(string Name, string Sign)> Pairs(string list) =>
        list.Split(' ').Chunk(2).Select(pair => (pair[0], pair[1]));
}
