using ModMatWorkshop.Domain.Addresses;

namespace ModMatWorkshop.Exports;

/// <param name="Value">The value of the route's parameter, a code or slug; null for a route without one.</param>
/// <param name="LastModified">Null when it is not known.</param>
public sealed record SiteMapPage(PageRoute Route, string? Value, DateTimeOffset? LastModified);
