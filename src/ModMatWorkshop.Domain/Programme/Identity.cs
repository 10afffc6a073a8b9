namespace ModMatWorkshop.Domain.Programme;

/// <summary>How the site of a workshop looks: two colours, and a picture or a lattice.</summary>
/// <param name="Accent">The colour of what to press and of what is on now, as <c>#a03b24</c>.</param>
/// <param name="Link">The colour of links and of what is remote.</param>
public sealed record Identity(string Accent, string Link)
{
    /// <summary>For a workshop whose content names no colours.</summary>
    public static readonly Identity Default = new("#a03b24", "#26547c");

    /// <summary>The mark beside the name; null for the lattice, or else the first letter of the name.</summary>
    public Picture? Logo { get; init; }

    /// <summary>The picture at the head of the home page.</summary>
    public Picture? Home { get; init; }

    /// <summary>The lattice at the head of the home page; null for none. It is not drawn beside a picture.</summary>
    public Lattice? Lattice { get; init; }
}
