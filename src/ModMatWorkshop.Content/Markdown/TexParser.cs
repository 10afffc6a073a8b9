using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;
using ModMatWorkshop.Content.PastedTex;

namespace ModMatWorkshop.Content.Markdown;

/// <summary>
/// Reads commands of TeX that people paste outside formulas: accents, signs, fonts, units, addresses. The others stay as typed, with a
/// warning.
/// </summary>
internal sealed class TexParser : InlineParser
{
    public TexParser() => OpeningCharacters = ['\\', '{', '`'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (TexText.At(slice.Text, slice.Start, slice.End + 1) is not { } tex)
            return false;
        switch (tex)
        {
            case TexSign sign:
                return NestedText.Literal(processor, ref slice, sign.Text, sign.Length);
            case TexUnknown unknown:
                return ScriptParser.Raw(processor, ref slice, unknown.Message, unknown.Hint, unknown.Length);
            case TexBreak:
                processor.Inline = NestedText.Place(new LineBreakInline { IsHard = true }, processor, slice.Start, tex.Length);
                slice.Start += tex.Length;
                return true;
            case TexCode code:
                processor.Inline = NestedText.Place(new CodeInline(code.Text), processor, slice.Start, tex.Length);
                slice.Start += tex.Length;
                return true;
            case TexAddress address:
                return Link(processor, ref slice, address);
            case TexStyled { Style: TexStyle.Quoted or TexStyle.SingleQuoted } quoted:
                var (open, close) = quoted.Style == TexStyle.Quoted ? ("“", "”") : ("‘", "’");
                var quotation = new ContainerInline();
                quotation.AppendChild(new LiteralInline(open));
                NestedText.Fill(quotation, processor, ref slice, quoted.Argument, tex.Length);
                quotation.AppendChild(new LiteralInline(close));
                return true;
            case TexStyled styled:
                return NestedText.Fill(Container(styled.Style), processor, ref slice, styled.Argument, tex.Length);
            default:
                return false;
        }
    }

    private static bool Link(InlineProcessor processor, ref StringSlice slice, TexAddress address)
    {
        var link = new LinkInline { Url = address.Url };
        if (address.Label is { } label)
            return NestedText.Fill(link, processor, ref slice, label, address.Length);
        link.AppendChild(NestedText.Place(new LiteralInline(address.Url), processor, slice.Start, address.Length));
        (link.IsClosed, link.IsAutoLink) = (true, true);
        processor.Inline = NestedText.Place(link, processor, slice.Start, address.Length);
        slice.Start += address.Length;
        return true;
    }

    private static ContainerInline Container(TexStyle style) =>
        style switch
        {
            TexStyle.Emphasis => new EmphasisInline { DelimiterChar = '_', DelimiterCount = 1 },
            TexStyle.Strong => new EmphasisInline { DelimiterChar = '_', DelimiterCount = 2 },
            TexStyle.Subscript => new ScriptInline { IsSubscript = true },
            TexStyle.Superscript => new ScriptInline { IsSubscript = false },
            _ => new ContainerInline(),
        };
}
