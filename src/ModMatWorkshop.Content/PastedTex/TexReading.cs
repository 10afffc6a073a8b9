namespace ModMatWorkshop.Content.PastedTex;

/// <summary>What a command of TeX outside a formula means.</summary>
/// <param name="Length">The signs that it takes in the text.</param>
internal abstract record TexReading(int Length);

/// <summary>A command that stands for a text.</summary>
internal sealed record TexSign(int Length, string Text) : TexReading(Length);

internal sealed record TexBreak(int Length) : TexReading(Length);

internal sealed record TexCode(int Length, string Text) : TexReading(Length);

/// <param name="Label">The place of the shown text; null if the address is shown.</param>
internal sealed record TexAddress(int Length, string Url, Range? Label) : TexReading(Length);

/// <param name="Argument">The place of the text that has the style.</param>
internal sealed record TexStyled(int Length, TexStyle Style, Range Argument) : TexReading(Length);

/// <summary>A command that stays as typed.</summary>
internal sealed record TexUnknown(int Length, string Message, string Hint) : TexReading(Length);

internal enum TexStyle
{
    Plain,
    Emphasis,
    Strong,
    Subscript,
    Superscript,
    Quoted,
    SingleQuoted,
}
