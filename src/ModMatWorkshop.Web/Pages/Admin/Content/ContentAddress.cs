using System.Globalization;
using ModMatWorkshop.Content;

namespace ModMatWorkshop.Web.Pages.Admin.Content;

/// <summary>The addresses of the pages that edit content.</summary>
public static class ContentAddress
{
    public const string Overview = "/admin/content";
    public const string Timetable = Overview + "/timetable";
    public const string People = Overview + "/people";
    public const string History = Overview + "/history";
    public const string Draft = Overview + "/draft";
    public const string Images = Overview + "/images";

    /// <summary>The form of the thing that a file is about: a text and its translation have the same one.</summary>
    public static string EditorOf(string file)
    {
        if (ContentFileName.IsPicture(file))
            return $"{Images}/{Uri.EscapeDataString(Path.GetFileName(file))}";
        var stem = file.EndsWith(".md", StringComparison.Ordinal) ? file[..^".md".Length] : file;
        if (TranslatedBodies.LanguageOf(file) is not null)
            stem = stem[..stem.LastIndexOf('.')];
        return $"{Overview}/{string.Join('/', stem.Split('/').Select(Uri.EscapeDataString))}";
    }

    /// <summary>The form, at a line of the file.</summary>
    public static string EditorOf(string file, int line) =>
        string.Create(CultureInfo.InvariantCulture, $"{EditorOf(file)}?file={Uri.EscapeDataString(file)}&line={line}");

    public static string Person(string slug) => $"{People}/{Uri.EscapeDataString(slug)}";

    /// <summary>The form for a new file of a folder.</summary>
    public static string NewIn(string folder) => $"{Overview}/{folder}/new";

    /// <summary>The history of one file.</summary>
    public static string HistoryOf(string file) => $"{History}?file={Uri.EscapeDataString(file)}";

    public static string Version(long id) => string.Create(CultureInfo.InvariantCulture, $"{History}/{id}");
}
