namespace ModMatWorkshop.Browser.Tests;

public static class Faults
{
    /// <summary>Fails if there are faults and lists all of them: xunit shows only the first few of a collection.</summary>
    public static void None(IReadOnlyCollection<string> faults) =>
        Assert.True(faults.Count == 0, $"{faults.Count} faults:\n{string.Join('\n', faults)}");
}
