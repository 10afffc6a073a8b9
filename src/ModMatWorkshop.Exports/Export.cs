using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Exports;

/// <summary>A text for programs: its address, its media type and, in the derived records, how it is written.</summary>
/// <param name="FileName">What a browser saves it as, with the parameter of the address in braces; null to show it.</param>
public abstract record Export(FileRoute Route, string MediaType, string? FileName);

/// <summary>An export of the whole programme.</summary>
public sealed record ScheduleExport(
    FileRoute Route,
    string MediaType,
    string? FileName,
    Func<Schedule, SiteAddress, Language, string> Write
) : Export(Route, MediaType, FileName);

/// <summary>An export of one day of the programme.</summary>
public sealed record DayExport(
    FileRoute Route,
    string MediaType,
    string? FileName,
    Func<Schedule, DateOnly, SiteAddress, Language, string> Write
) : Export(Route, MediaType, FileName);

/// <summary>An export of one contribution.</summary>
public sealed record ContributionExport(
    FileRoute Route,
    string MediaType,
    string? FileName,
    Func<Schedule, Contribution, SiteAddress, Language, string> Write
) : Export(Route, MediaType, FileName);

/// <summary>An export of the slots and posters that somebody has chosen, by code or slug.</summary>
public sealed record SelectionExport(
    FileRoute Route,
    string MediaType,
    string? FileName,
    Func<Schedule, IReadOnlyCollection<string>, SiteAddress, Language, string> Write
) : Export(Route, MediaType, FileName);

/// <summary>An export of the news.</summary>
public sealed record NewsExport(
    FileRoute Route,
    string MediaType,
    string? FileName,
    Func<Workshop, IEnumerable<NewsEntry>, SiteAddress, Language, string> Write
) : Export(Route, MediaType, FileName);

/// <summary>An export of the addresses of the public pages.</summary>
public sealed record PagesExport(
    FileRoute Route,
    string MediaType,
    string? FileName,
    Func<IEnumerable<SiteMapPage>, SiteAddress, string> Write
) : Export(Route, MediaType, FileName);

/// <summary>A file format for tables.</summary>
/// <param name="Extension">Without the dot.</param>
public sealed record SheetFormat(string Extension, string MediaType, Func<Sheet, Language, Stream, CancellationToken, Task> WriteAsync);
