using System.Globalization;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Exports;
using ModMatWorkshop.Web.Pages;

namespace ModMatWorkshop.Web.Printables;

/// <summary>A document that organisers print: a folder with this class, its view, its words and what it reads.</summary>
/// <param name="name">In addresses and of files.</param>
public abstract class Printable(string name)
{
    public const string Folder = "/admin/printables";

    public string Name => name;

    public abstract string Title(Words words);

    public abstract string Purpose(Words words);

    /// <summary>The address of its page.</summary>
    public virtual string Page(Language language) => $"{Folder}/{Name}?lang={language.Tag()}";

    /// <summary>The address of its PDF.</summary>
    public virtual string Pdf(Language language) => $"{Folder}/{Name}.pdf?lang={language.Tag()}";

    /// <summary>The addresses at which everybody may read its PDF.</summary>
    public virtual IReadOnlyList<PublicPdf> PublicPdfs => [];

    /// <summary>Made of the content alone: its PDF is kept for each version of the content.</summary>
    public virtual bool IsPublic => false;

    /// <summary>
    /// How many sizes it can be set in; the PDF takes the largest that fits one page. With 1 it has as many pages as needed.
    /// </summary>
    public virtual int Sizes => 1;

    /// <summary>A form or list on the organisers' page that prints a part of it; its model is the half-days. Null for none.</summary>
    public virtual string? ChoiceView => null;

    /// <summary>Its style sheet. It stands in the web root, since the content security policy allows no style within a page.</summary>
    public virtual string Style => $"css/printables/{Name}.css";

    /// <summary>What the audit log says when somebody makes its PDF.</summary>
    public virtual string AuditAction => $"exported the {Name} report";

    /// <summary>False while the archive of all printables goes without it.</summary>
    public virtual Task<bool> IsReadyAsync(PrintableRequest request, CancellationToken cancel) => Task.FromResult(true);

    /// <summary>What stands on it; null when the query asks for something that does not exist.</summary>
    public abstract Task<PrintableDocument?> ReadAsync(PrintableRequest request, CancellationToken cancel);

    /// <param name="view">The path of the view of what stands on it.</param>
    protected PrintableDocument Document(PrintableRequest request, string view, object content) =>
        new(Name, Title(request.Words), view, content) { Style = Style };
}

/// <summary>A printable that is also a page of the administration and a table to be saved.</summary>
public abstract class Report(string name) : Printable(name)
{
    public new const string Folder = "/admin/reports";

    public override string Page(Language language) => $"{Folder}/{Name}?lang={language.Tag()}";

    public override string Pdf(Language language) => $"{Folder}/{Name}.pdf?lang={language.Tag()}";

    public abstract Task<ReportTable> TableAsync(PrintableRequest request, CancellationToken cancel);
}

/// <summary>A letter to a participant, behind their secret link.</summary>
/// <param name="name">Of its file.</param>
public abstract class Letter(string name, PageRoute route)
{
    public string Name => name;

    public PageRoute Route => route;

    /// <summary>Null while there is nothing to write.</summary>
    public abstract Task<PrintableDocument?> ReadAsync(Registration registration, PrintableRequest request, CancellationToken cancel);
}

/// <param name="Language">The language of the address; null for an address with <c>?lang=</c>.</param>
/// <param name="FileName">Without its ending.</param>
/// <param name="Page">The page that a reader gets when the PDF cannot be made.</param>
public sealed record PublicPdf(string Address, string FileName, PageRoute Page, Language? Language);

public sealed record ReportTable(string Name, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows);

/// <summary>What a printable is read from.</summary>
/// <param name="Query">Of its address.</param>
/// <param name="IsPdf">For a PDF that is kept; false for the page and for what names participants.</param>
/// <param name="Size">From 0, the largest.</param>
public sealed record PrintableRequest(WorkshopDb Db, SiteContext SiteContext, IQueryCollection Query, bool IsPdf = false, int Size = 0)
{
    public Words Words => SiteContext.Words;

    /// <returns>0 where nothing is asked for; null for what is not a positive number.</returns>
    public int? Number(string key)
    {
        string? text = Query[key];
        return string.IsNullOrEmpty(text) ? 0
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
            : null;
    }
}
