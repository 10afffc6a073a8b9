using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;

namespace ModMatWorkshop.Web.Printables;

/// <summary>The book of abstracts. The PDF has a cover of its own; the page of the site shows the same text.</summary>
public sealed class BookPrintable() : Printable("book")
{
    public override bool IsPublic => true;

    public override IReadOnlyList<PublicPdf> PublicPdfs =>
        [
            .. Enum.GetValues<Language>()
                .Select(l => new PublicPdf(
                    Routes.BookPdf(WorkshopLanguages.Default, l),
                    Routes.Book.Template(WorkshopLanguages.Default, l).Split('/')[^1],
                    Routes.Book,
                    l
                )),
        ];

    public override string Title(Words words) => words.Book;

    public override string Purpose(Words words) => words.BookPurpose;

    public override string Page(WorkshopLanguages languages, Language language) => Routes.Book.Path(languages, language);

    public override string Pdf(WorkshopLanguages languages, Language language) => Routes.BookPdf(languages, language);

    public override async Task<PrintableDocument?> ReadAsync(PrintableRequest request, CancellationToken cancel)
    {
        var text = await BookText.ReadAsync(request.Db, await request.SiteContext.OutlineAsync(), request.IsPdf, cancel);
        return Document(request, request.IsPdf ? "/Printables/Book/BookPrint.cshtml" : "/Printables/Book/Book.cshtml", text) with
        {
            IsWhole = request.IsPdf,
        };
    }
}
