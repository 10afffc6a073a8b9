using System.Globalization;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Pages;

/// <summary>What <c>_Lattice.cshtml</c> draws.</summary>
/// <param name="Print">The colours in a PDF; null on a page, which has a style sheet.</param>
public sealed record LatticeView(Lattice Lattice, Palette? Print = null)
{
    private static readonly Color Grey = Color.Parse("#97908a");

    /// <summary>The ground in a PDF.</summary>
    public Color Ground { get; init; } = Color.Parse("#ffffff");

    /// <summary>The grey of a plane of atoms in a PDF, which fades into the ground; null on a page.</summary>
    /// <param name="depth">The opacity that the plane has on a page.</param>
    public string? GreyAt(string depth) =>
        Print is null ? null : $"{Grey.MixedWith(Ground, double.Parse(depth, CultureInfo.InvariantCulture))}";
}
