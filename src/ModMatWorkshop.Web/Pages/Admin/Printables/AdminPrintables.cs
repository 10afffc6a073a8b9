using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Web.Pages.Admin.PrintablePages;

/// <summary>A paper that organisers print.</summary>
/// <param name="Name">In addresses and of files.</param>
/// <param name="IsPublic">Made of the content alone: kept for each version of it.</param>
/// <param name="French">The address of its page and that of its PDF.</param>
public sealed record AdminPrintable(string Name, bool IsPublic, (string Page, string Pdf) French, (string Page, string Pdf) English)
{
    public string Page(Language language) => (language == Language.English ? English : French).Page;

    public string Pdf(Language language) => (language == Language.English ? English : French).Pdf;
}

/// <summary>All of them, in the order of the page and of the archive.</summary>
public static class AdminPrintables
{
    public static readonly IReadOnlyList<AdminPrintable> All =
    [
        new("book", true, ("/livret", "/livret.pdf"), ("/en/book", "/en/book.pdf")),
        new("programme-a4", true, ("/programme", "/programme.pdf"), ("/en/programme", "/programme.pdf?lang=en")),
        Under("/admin/printables", "programme-a3", isPublic: true),
        Under("/admin/printables", "poster-labels", isPublic: true),
        Under("/admin/printables", "badges"),
        Under("/admin/printables", "sign-in"),
        Under("/admin/printables", "certificates"),
        Under("/admin/reports", "door"),
        Under("/admin/reports", "caterer"),
        Under("/admin/reports", "funder"),
    ];

    public static AdminPrintable? Named(string name) => All.FirstOrDefault(p => p.Name == name);

    private static AdminPrintable Under(string folder, string name, bool isPublic = false) =>
        new(
            name,
            isPublic,
            ($"{folder}/{name}?lang=fr", $"{folder}/{name}.pdf?lang=fr"),
            ($"{folder}/{name}?lang=en", $"{folder}/{name}.pdf?lang=en")
        );
}
