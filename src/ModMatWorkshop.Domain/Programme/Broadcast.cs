namespace ModMatWorkshop.Domain.Programme;

/// <summary>Where a session is streamed. In a table of its own, which no public page and no export reads.</summary>
public sealed class Broadcast
{
    public required int SessionNumber { get; init; }

    public required string Url { get; init; }
}
