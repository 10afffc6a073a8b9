namespace ModMatWorkshop.Web.Printables;

public enum PrintProblem
{
    /// <summary>WeasyPrint is not installed.</summary>
    NotInstalled,

    /// <summary>WeasyPrint failed; the log says why.</summary>
    Failed,

    /// <summary>Too many other PDFs are waiting.</summary>
    QueueFull,
}

/// <summary>A PDF, or the reason why there is none. Exactly one of the two is null.</summary>
public sealed record PrintResult(byte[]? Pdf, PrintProblem? Problem = null)
{
    public static readonly PrintResult NotInstalled = new(null, PrintProblem.NotInstalled);
    public static readonly PrintResult Failed = new(null, PrintProblem.Failed);
    public static readonly PrintResult QueueFull = new(null, PrintProblem.QueueFull);

    public static PrintResult Of(byte[]? pdf) => pdf is null ? Failed : new(pdf);
}
