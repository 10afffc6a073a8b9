using System.Net;
using CsCheck;

namespace ModMatWorkshop.Content.Tests;

public class SuperAndSubscriptsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("H₂O", "H<sub>2</sub>O")]
    [InlineData("Al₁₃Co₄(100)", "Al<sub>13</sub>Co<sub>4</sub>(100)")]
    [InlineData("10⁻¹⁵ m²", "10<sup>−15</sup> m<sup>2</sup>")]
    [InlineData("YₓNₙ₊₁", "Y<sub>x</sub>N<sub>n+1</sub>")]
    [InlineData("SO₄²⁻", "SO<sub>4</sub><sup>2−</sup>")]
    [InlineData("xⁿ", "x<sup>n</sup>")]
    [InlineData("a < b & \"c\" > d'é", "a &lt; b &amp; &quot;c&quot; &gt; d'é")]
    [InlineData("<b>N³</b>", "&lt;b&gt;N<sup>3</sup>&lt;/b&gt;")]
    public void Unicode_subscripts_and_superscripts_become_elements(string text, string html) =>
        Assert.Equal(html, SuperAndSubscripts.ToHtml(text));

    [Theory]
    [InlineData("2", true, "₂")]
    [InlineData("n+1", true, "ₙ₊₁")]
    [InlineData("-15", false, "⁻¹⁵")]
    [InlineData("b", true, "_b")]
    [InlineData("a, b", false, "^(a, b)")]
    public void Subscripts_and_superscripts_have_a_plain_text_form(string text, bool subscript, string plain) =>
        Assert.Equal(plain, SuperAndSubscripts.ToUnicode(text, subscript));

    [Fact]
    public void Only_subscripts_and_superscripts_change() =>
        Gen.String[Gen.Char["ab<>&\"'é₂₁ₓ²⁻ \u00A0"], 0, 20]
            .Sample(text =>
            {
                var html = SuperAndSubscripts.ToHtml(text);
                foreach (var tag in new[] { "<sub>", "</sub>", "<sup>", "</sup>" })
                    html = html.Replace(tag, "", StringComparison.Ordinal);
                return WebUtility.HtmlDecode(html)
                    == text.Replace('₂', '2').Replace('₁', '1').Replace('ₓ', 'x').Replace('²', '2').Replace('⁻', '−');
            });
}
