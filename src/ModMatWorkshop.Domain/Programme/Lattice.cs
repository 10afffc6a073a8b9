namespace ModMatWorkshop.Domain.Programme;

/// <summary>
/// A simple cubic lattice as a drawing: an atom, its nearest neighbours and a cutoff sphere, in orthographic projection.
/// </summary>
/// <param name="Edge">The edge of a cube, in units of the drawing, which is 420 wide and 280 high.</param>
/// <param name="Turn">The rotation about the vertical axis, in degrees.</param>
/// <param name="Tilt">The rotation towards the viewer, in degrees.</param>
/// <param name="Cutoff">The radius of the sphere, in the same units.</param>
public sealed record Lattice(double Edge, double Turn, double Tilt, double Cutoff)
{
    public const int MinEdge = 40,
        MaxEdge = 120,
        MinAngle = 5,
        MaxAngle = 60;

    /// <summary>One step to the right along a crystal axis: X to the right, Y down.</summary>
    public (int X, int Y) Right() => (Round(Edge * Cos(Turn)), Round(Edge * Sin(Turn) * Sin(Tilt)));

    /// <summary>One step down.</summary>
    public int Down() => Round(Edge * Cos(Tilt));

    /// <summary>One step towards the viewer.</summary>
    public (int X, int Y) Near() => (-Round(Edge * Sin(Turn)), Round(Edge * Cos(Turn) * Sin(Tilt)));

    public int Radius() => Round(Cutoff);

    /// <summary>The small half-axis of the equator of the sphere.</summary>
    public int Equator() => Round(Cutoff * Sin(Tilt));

    private static int Round(double value) => (int)Math.Round(value);

    private static double Sin(double degrees) => Math.Sin(degrees * Math.PI / 180);

    private static double Cos(double degrees) => Math.Cos(degrees * Math.PI / 180);
}
