using System.Globalization;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Exports;
using ModMatWorkshop.Web.Pages;

namespace ModMatWorkshop.Web.Printables;

/// <summary>A document that organisers print. Each has a folder with this class, its view, its words and its data.</summary>
/// <param name="name">The name in addresses and of files.</param>
public abstract class Printable(string name)
{
    public const string Folder = "/admin/printables";

    public string Name => name;

    public abstract string Title(Words words);

    public abstract string Purpose(Words words);

    /// <summary>The address of its page.</summary>
    public virtual string Page(WorkshopLanguages languages, Language language) => $"{Folder}/{Name}?lang={language.Tag()}";

    /// <summary>The address of its PDF.</summary>
    public virtual string Pdf(WorkshopLanguages languages, Language language) => $"{Folder}/{Name}.pdf?lang={language.Tag()}";

    /// <summary>The addresses at which everybody may read its PDF.</summary>
    public virtual IReadOnlyList<PublicPdf> PublicPdfs => [];

    /// <summary>True when it depends on the content only; its PDF is then cached for each content version.</summary>
    public virtual bool IsPublic => false;

    /// <summary>The number of sizes; the PDF uses the largest that fits one page. With 1, it has as many pages as needed.</summary>
    public virtual int Sizes => 1;

    /// <summary>
    /// The view of a form or list, on the organisers' page, that prints a part of it. Its model is the list of half-days. Null for none.
    /// </summary>
    public virtual string? ChoiceView => null;

    /// <summary>The path of its style sheet. It is a file, because the content security policy allows no styles within a page.</summary>
    public virtual string Style => $"css/printables/{Name}.css";

    /// <summary>The action in the audit log when somebody makes its PDF.</summary>
    public virtual string AuditAction => $"exported the {Name} report";

    /// <summary>False when the archive of all printables should leave it out for now.</summary>
    public virtual Task<bool> IsReadyAsync(PrintableRequest request, CancellationToken cancel) => Task.FromResult(true);

    /// <summary>Reads its content; null when the query asks for something that does not exist.</summary>
    public abstract Task<PrintableDocument?> ReadAsync(PrintableRequest request, CancellationToken cancel);

    /// <param name="view">The path of the view.</param>
    protected PrintableDocument Document(PrintableRequest request, string view, object content) =>
        new(Name, Title(request.Words), view, content) { Style = Style };
}

/// <summary>A printable that is also a page of the administration and a table to download.</summary>
public abstract class Report(string name) : Printable(name)
{
    public new const string Folder = "/admin/reports";

    public override string Page(WorkshopLanguages languages, Language language) => $"{Folder}/{Name}?lang={language.Tag()}";

    public override string Pdf(WorkshopLanguages languages, Language language) => $"{Folder}/{Name}.pdf?lang={language.Tag()}";

    public abstract Task<ReportTable> TableAsync(PrintableRequest request, CancellationToken cancel);
}

/// <summary>A letter to a participant, behind the participant's secret link.</summary>
/// <param name="name">The name of the file.</param>
public abstract class Letter(string name, PageRoute route)
{
    public string Name => name;

    public PageRoute Route => route;

    /// <summary>Whether it is also for people who have cancelled.</summary>
    public virtual bool OutlivesCancellation => false;

    /// <summary>Reads its content; null when the letter is not available yet.</summary>
    public abstract Task<PrintableDocument?> ReadAsync(Registration registration, PrintableRequest request, CancellationToken cancel);
}

/// <param name="Address">As it is routed: see <see cref="LanguageRouting"/>.</param>
/// <param name="Language">The language of the address; null for an address with <c>?lang=</c>.</param>
/// <param name="FileName">Without extension.</param>
/// <param name="Page">The page that the reader gets when the PDF cannot be made.</param>
public sealed record PublicPdf(string Address, string FileName, PageRoute Page, Language? Language);

public sealed record ReportTable(string Name, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows);

/// <summary>The input of a printable.</summary>
/// <param name="Query">The query of its address.</param>
/// <param name="IsPdf">True for a cached PDF; false for pages and for PDFs that name participants.</param>
/// <param name="Size">0 is the largest.</param>
public sealed record PrintableRequest(WorkshopDb Db, SiteContext SiteContext, IQueryCollection Query, bool IsPdf = false, int Size = 0)
{
    public Words Words => SiteContext.Words;

    /// <returns>The positive number under this key; 0 when the key is missing, null when the value is not a positive number.</returns>
    public int? Number(string key)
    {
        string? text = Query[key];
        return string.IsNullOrEmpty(text) ? 0
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
            : null;
    }
}
