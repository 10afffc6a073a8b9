using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Exports;

/// <summary>A file for programs: its address and media type. Derived records add the function that writes it.</summary>
/// <param name="FileName">The file name for a download, with the parameter of the address in braces; null to display the file.</param>
public abstract record Export(FileRoute Route, string MediaType, string? FileName)
{
    /// <summary>The file name where a language is the first: that of the address, if the two are the same.</summary>
    public string? NameIn(Language first) => FileName == Route.Template[1..] ? Route.TemplateIn(first)[1..] : FileName;
}

public sealed record ScheduleExport(
    FileRoute Route,
    string MediaType,
    string? FileName,
    Func<Schedule, SiteAddress, Language, string> Write
) : Export(Route, MediaType, FileName);

public sealed record DayExport(
    FileRoute Route,
    string MediaType,
    string? FileName,
    Func<Schedule, DateOnly, SiteAddress, Language, string> Write
) : Export(Route, MediaType, FileName);

public sealed record ContributionExport(
    FileRoute Route,
    string MediaType,
    string? FileName,
    Func<Schedule, Contribution, SiteAddress, Language, string> Write
) : Export(Route, MediaType, FileName);

/// <summary>An export of chosen slots and posters, by code or slug.</summary>
public sealed record SelectionExport(
    FileRoute Route,
    string MediaType,
    string? FileName,
    Func<Schedule, IReadOnlyCollection<string>, SiteAddress, Language, string> Write
) : Export(Route, MediaType, FileName);

/// <summary>An export of what one person takes part in. Its address contains a secret, so no cache may store it.</summary>
public sealed record PersonalExport(
    FileRoute Route,
    string MediaType,
    string? FileName,
    Func<Schedule, Registration, string, SiteAddress, string> Write
) : Export(Route, MediaType, FileName);

public sealed record NewsExport(
    FileRoute Route,
    string MediaType,
    string? FileName,
    Func<Workshop, IEnumerable<NewsEntry>, SiteAddress, Language, string> Write
) : Export(Route, MediaType, FileName);

/// <summary>An export of the addresses of public pages.</summary>
public sealed record PagesExport(
    FileRoute Route,
    string MediaType,
    string? FileName,
    Func<IEnumerable<SiteMapPage>, SiteAddress, WorkshopLanguages, string> Write
) : Export(Route, MediaType, FileName);

/// <param name="Extension">Without the dot.</param>
public sealed record SheetFormat(string Extension, string MediaType, Func<Sheet, Language, Stream, CancellationToken, Task> WriteAsync);
