using ModMatWorkshop.Domain.Addresses;

namespace ModMatWorkshop.Exports;

/// <param name="Value">The code or slug in the route's parameter; null for a route without one.</param>
public sealed record SiteMapPage(PageRoute Route, string? Value, DateTimeOffset LastModified);
