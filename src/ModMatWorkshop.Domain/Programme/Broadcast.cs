namespace ModMatWorkshop.Domain.Programme;

/// <summary>The stream address of a session. It has its own table, which no public page and no export reads.</summary>
public sealed class Broadcast
{
    public required int SessionNumber { get; init; }

    public required string Url { get; init; }
}
