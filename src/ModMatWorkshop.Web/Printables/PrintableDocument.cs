namespace ModMatWorkshop.Web.Printables;

/// <summary>The content of a printable. One view renders both the page and the PDF.</summary>
/// <param name="Name">The name in addresses and of files.</param>
/// <param name="View">The path of the view.</param>
/// <param name="Content">The model of the view.</param>
public sealed record PrintableDocument(string Name, string Title, string View, object Content)
{
    /// <summary>How many people it names, for the audit log.</summary>
    public int People { get; init; }

    /// <summary>True for the PDF: without the layout of the site, with its styles in it.</summary>
    public bool IsPdf { get; init; }

    /// <summary>The path of its own style sheet, which follows that of all printables; null for none.</summary>
    public string? Style { get; init; }

    /// <summary>True when the view is a whole HTML document with its own head and styles.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The address of its PDF; null when there is none.</summary>
    public string? PdfAddress { get; init; }

    public (string Address, string Name) Back { get; init; }

    /// <summary>Why the reader got this page instead of the PDF; null otherwise.</summary>
    public string? Notice { get; init; }
}
