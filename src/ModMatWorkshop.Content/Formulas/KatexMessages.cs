using System.Text.RegularExpressions;

namespace ModMatWorkshop.Content.Formulas;

/// <summary>Turns a message of KaTeX into a sentence that says what to write.</summary>
internal static partial class KatexMessages
{
    private const string TableHint = @"Write \begin{aligned} … \end{aligned} around it.";

    /// <summary>The beginning of a message, without KaTeX's preface, and the sentence. {0} is what the message quotes.</summary>
    private static readonly (string Beginning, string Sentence)[] Sentences =
    [
        ("Undefined control sequence: ", "{0} is not known. Check its spelling, or write it with other commands."),
        ("Expected '}', got 'EOF'", "A { is never closed. Add the missing }."),
        ("Unexpected end of input in a macro argument", "An argument is missing or a { is never closed. Add what is missing in {…}."),
        ("Expected 'EOF', got '}'", "This } has no matching {. Remove it, or add the {."),
        ("Expected 'EOF', got '&'", $"& separates the columns of a table. {TableHint} Or write \\&."),
        ("Expected 'EOF', got '#'", @"# is a sign of TeX. Write \#."),
        ("Expected 'EOF', got '_'", "Words cannot have _. End \\text{…} before it."),
        ("Expected 'EOF', got '^'", "Words cannot have ^. End \\text{…} before it."),
        ("Expected 'EOF', got '\\right'", @"\right has no \left. Remove it, or write \left( … \right)."),
        ("Expected '\\right', got", @"\left has no \right. Write \left( … \right)."),
        ("Expected '\\end', got", @"\begin{…} is never closed. Add \end{…} with the same name."),
        ("Mismatch: ", @"\begin{…} and \end{…} have different names. Write the same name in both."),
        ("Double superscript", "One symbol has two superscripts. Combine them, or use braces: {x^2}^3."),
        ("Double subscript", "One symbol has two subscripts. Combine them: x_{i,j}."),
        ("Expected group after ", "Nothing follows {0}. Write {0}{…}."),
        ("Expected group as ", "An argument of {0} is missing. Write it in {…}."),
        ("Got group of unknown type", "This cannot stand here. Write it in {…}."),
        ("Got function ", "{0} cannot stand alone here. Write it in {…}."),
        ("No such environment: ", "There is no environment {0}. Write aligned, gathered, cases, array or pmatrix."),
        ("Can't use function '$'", @"A $ cannot stand in a formula. Write \$, or end the formula before it."),
        ("Too many expansions", "A command calls itself without end. Write the formula without own commands."),
        ("Invalid delimiter", "{0} is no bracket. Write a bracket after \\left, \\right or \\big."),
        // Such as: {split} can be used only in display mode.
        ("{", "This environment is possible in displayed formulas only. Write $$ … $$ around it."),
        ("\\tag works only", @"\tag numbers displayed formulas only. Remove it, or write $$ … $$."),
        ("Multiple \\tag", @"A formula has one \tag. Remove the others."),
    ];

    public static string Explain(string message)
    {
        var text = Preface().Replace(message, "");
        var said = Sentences.FirstOrDefault(s => text.StartsWith(s.Beginning, StringComparison.Ordinal));
        // KaTeX repeats a part of the formula after its sentence.
        text = Place().Replace(text, "").TrimEnd('.', ' ');
        if (said.Sentence is null)
            return $"{text}. Write it otherwise.";
        var quoted = Quoted().Match(text) is { Success: true } quotes
            ? quotes.Groups[1].Value
            : text[Math.Min(said.Beginning.Length, text.Length)..];
        return said.Sentence.Replace("{0}", quoted.Trim(), StringComparison.Ordinal);
    }

    [GeneratedRegex("^KaTeX parse error: ")]
    private static partial Regex Preface();

    [GeneratedRegex(" at (?:position [0-9]+|end of input): .*$", RegexOptions.Singleline)]
    private static partial Regex Place();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}
