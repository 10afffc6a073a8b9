namespace ModMatWorkshop.Exports;

/// <summary>One item of news, in the language of its feed.</summary>
/// <param name="Slug">Its name on the page of the news, and for ever in the feed.</param>
/// <param name="Html">Sanitised; paths of this site may stand in its links.</param>
public sealed record NewsEntry(string Slug, DateOnly Date, string Title, string Html);
