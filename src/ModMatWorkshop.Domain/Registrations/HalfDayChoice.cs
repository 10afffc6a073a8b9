using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>A half-day that somebody attends, and how.</summary>
public sealed record HalfDayChoice(DateOnly Date, HalfDay Half, Attendance Attendance);
