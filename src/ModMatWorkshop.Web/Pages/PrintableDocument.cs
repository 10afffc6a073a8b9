namespace ModMatWorkshop.Web.Pages;

/// <summary>
/// A paper as a page of its own: what the browser shows and prints, and what WeasyPrint makes into a PDF, out of one view.
/// </summary>
/// <param name="Name">In addresses and of files.</param>
/// <param name="View">The path of the view of what stands on it.</param>
/// <param name="Content">The model of that view.</param>
public sealed record PrintableDocument(string Name, string Title, string View, object Content)
{
    /// <summary>How many people are named on it, for the log.</summary>
    public int People { get; init; }

    /// <summary>Without the frame of the screen, with its styles in it.</summary>
    public bool IsPdf { get; init; }

    /// <summary>Where its PDF is; null where none can be made.</summary>
    public string? PdfAddress { get; init; }

    public (string Address, string Name) Back { get; init; }

    /// <summary>Why the reader came here instead of to the PDF; null when they did not.</summary>
    public string? Notice { get; init; }
}
