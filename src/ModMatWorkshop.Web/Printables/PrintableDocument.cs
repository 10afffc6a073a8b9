namespace ModMatWorkshop.Web.Printables;

/// <summary>What stands on a printable. One view makes both the page in the browser and the PDF.</summary>
/// <param name="Name">In addresses and of files.</param>
/// <param name="View">The path of the view of what stands on it.</param>
/// <param name="Content">The model of that view.</param>
public sealed record PrintableDocument(string Name, string Title, string View, object Content)
{
    /// <summary>How many people are named on it, for the log.</summary>
    public int People { get; init; }

    /// <summary>Without the frame of the screen, with its styles in it.</summary>
    public bool IsPdf { get; init; }

    /// <summary>The path of its own style sheet, after that of all printables; null for none.</summary>
    public string? Style { get; init; }

    /// <summary>Its view is a whole HTML document, with a head and styles of its own.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Where its PDF is; null where none can be made.</summary>
    public string? PdfAddress { get; init; }

    public (string Address, string Name) Back { get; init; }

    /// <summary>Why the reader came here instead of to the PDF; null when they did not.</summary>
    public string? Notice { get; init; }
}
