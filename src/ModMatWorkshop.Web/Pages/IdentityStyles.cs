using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Pages;

/// <summary>
/// The style sheet with the colours of the identity. It stands outside the layers of the other style sheets, so its colours replace theirs.
/// </summary>
public sealed record IdentityStyles(string Css)
{
    /// <summary>Changes with the colours.</summary>
    public string Fingerprint { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Css)).AsSpan(0, 5));

    public string Address => Routes.IdentityStyles(Fingerprint);

    public static async Task<IdentityStyles> ReadAsync(WorkshopDb db) => new(Of((await db.Workshops.AsNoTracking().SingleAsync()).Look));

    /// <summary>The colours of a document on paper, which has one theme.</summary>
    public static string OnPaper(Identity identity) => $":root{{{Rules(Palette.Light(identity))}}}";

    /// <summary>A document on paper, previewed in a browser, has <c>data-paper</c> on its root.</summary>
    private static string Of(Identity identity) =>
        OnPaper(identity)
        + $"@media (prefers-color-scheme:dark){{:root:not([data-paper]){{{Rules(Palette.Dark(identity))}}}}}"
        + $"@media print{{:root:not([data-paper]){{{Rules(Palette.Print(identity))}}}}}";

    private static string Rules(Palette colors) =>
        $"--color-accent:{colors.Accent};--color-on-accent:{colors.OnAccent};--color-link:{colors.Link};"
        + $"--color-highlight:{colors.Highlight}";
}
