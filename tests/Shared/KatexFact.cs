using ModMatWorkshop.Content.Formulas;

namespace ModMatWorkshop.Tests.Shared;

/// <summary>A fact about formulas, or about content that has some. It is skipped where KaTeX is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KatexFactAttribute : FactAttribute
{
    internal static readonly string? WhyMissing = FormulaRenderer.Shared.IsInstalled
        ? null
        : $"Not installed: KaTeX; run `apt-get install {FormulaRenderer.Packages}`.";

    public KatexFactAttribute() => Skip = WhyMissing;
}

/// <summary>A theory about formulas. It is skipped where KaTeX is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KatexTheoryAttribute : TheoryAttribute
{
    public KatexTheoryAttribute() => Skip = KatexFactAttribute.WhyMissing;
}
