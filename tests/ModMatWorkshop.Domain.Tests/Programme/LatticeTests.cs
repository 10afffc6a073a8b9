using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Tests.Programme;

public sealed class LatticeTests
{
    [Fact]
    public void A_cube_turned_by_24_degrees_and_tilted_by_19_is_drawn_with_whole_steps()
    {
        var lattice = new Lattice(70, 23.9, 18.66, 86);

        Assert.Equal(
            ((64, 9), 66, (-28, 20), 86, 28),
            (lattice.Right(), lattice.Down(), lattice.Near(), lattice.Radius(), lattice.Equator())
        );
    }

    [Fact]
    public void Every_allowed_lattice_steps_to_the_right_and_down() =>
        Assert.Equal(
            [],
            from edge in new[] { Lattice.MinEdge, Lattice.MaxEdge }
            from turn in new[] { Lattice.MinAngle, Lattice.MaxAngle }
            from tilt in new[] { Lattice.MinAngle, Lattice.MaxAngle }
            let lattice = new Lattice(edge, turn, tilt, 86)
            where lattice.Right().X < 15 || lattice.Down() < 15 || lattice.Near().X >= 0
            select lattice
        );
}
