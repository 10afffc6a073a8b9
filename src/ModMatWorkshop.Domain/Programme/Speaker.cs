namespace ModMatWorkshop.Domain.Programme;

/// <summary>Somebody who speaks in a slot or presents a contribution.</summary>
/// <param name="Slug">The last part of the address of the person's page.</param>
/// <param name="Lab">The short name of the laboratory, for the timetable.</param>
public sealed record Speaker(string Name, string Slug, string? Lab = null, string? Town = null)
{
    /// <summary>The text after the speaker's name: <c>, EPFL, Lausanne</c>.</summary>
    public string FromWhere() => string.Concat(new[] { Lab, Town }.OfType<string>().Select(part => $", {part}"));
}
