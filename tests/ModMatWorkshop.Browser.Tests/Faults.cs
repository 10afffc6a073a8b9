namespace ModMatWorkshop.Browser.Tests;

public static class Faults
{
    /// <summary>Fails with all of them, each on a line of its own: a shortened list helps nobody.</summary>
    public static void None(IReadOnlyCollection<string> faults) =>
        Assert.True(faults.Count == 0, $"{faults.Count} faults:\n{string.Join('\n', faults)}");
}
