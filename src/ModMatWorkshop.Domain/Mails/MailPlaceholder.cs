namespace ModMatWorkshop.Domain.Mails;

/// <summary>What a placeholder puts into a mail.</summary>
public enum PlaceholderUse
{
    /// <summary>One line of text.</summary>
    Text,

    /// <summary>Several lines or paragraphs; not for a subject.</summary>
    Lines,

    /// <summary>An address of the site, which may be the target of a link.</summary>
    Address,

    /// <summary>Nothing: its paragraph is left out unless the condition holds.</summary>
    Condition,
}

/// <summary>A placeholder that the text of a mail may use, in braces.</summary>
/// <param name="Meaning">What organisers read about it.</param>
/// <param name="Example">Its value in the preview with an invented person; null for a paragraph that this person does not get.</param>
public sealed record MailPlaceholder(string Name, PlaceholderUse Use, Localized Meaning, Localized? Example)
{
    /// <summary>The French names of placeholders; the others are the same in both languages.</summary>
    private static readonly Dictionary<string, string> French = new()
    {
        ["given-name"] = "prénom",
        ["family-name"] = "nom-de-famille",
        ["name"] = "nom",
        ["link"] = "lien",
        ["live"] = "direct",
        ["info"] = "infos",
        ["workshop"] = "atelier",
        ["where"] = "lieu",
        ["room"] = "salle",
    };

    private static readonly Dictionary<string, string> FromFrench = French.ToDictionary(f => f.Value, f => f.Key);

    /// <summary>The name as organisers read it. A text may use the names of both languages.</summary>
    public static string NameIn(Language language, string name) =>
        language == Language.French ? French.GetValueOrDefault(name, name) : name;

    /// <summary>The name in English; any other text unchanged.</summary>
    public static string Known(string name) => FromFrench.GetValueOrDefault(name, name);
}
