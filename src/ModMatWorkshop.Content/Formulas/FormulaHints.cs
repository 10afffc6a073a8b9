using System.Text.RegularExpressions;

namespace ModMatWorkshop.Content.Formulas;

/// <summary>Finds what TeX accepts although it is nearly always a mistake.</summary>
internal static partial class FormulaHints
{
    /// <summary>What to write instead; null if there is nothing to say. Chemical formulas and quantities have rules of their own.</summary>
    public static string? Of(string tex) =>
        !WithOwnRules().IsMatch(tex) && ShortScript().Match(tex) is { Success: true } script
            ? $"TeX reads {script.Value} as a script of one character. "
                + $"Write {script.Groups["mark"].Value}{{{script.Groups["script"].Value}}}."
            : null;

    [GeneratedRegex(@"(?<!\\)(?<mark>[\^_])(?<script>[0-9]{2,}|-[0-9]+)")]
    private static partial Regex ShortScript();

    [GeneratedRegex(@"\\(?:ce|pu|SI|si|qty|unit)(?![A-Za-z])")]
    private static partial Regex WithOwnRules();
}
