namespace ModMatWorkshop.Content.Editing;

/// <summary>Writes a picture into a text.</summary>
public static class PictureMarkdown
{
    /// <summary>The text with a picture at its end.</summary>
    /// <param name="alternative">What it shows. Square brackets would end it, so they become round ones.</param>
    public static string Append(string body, string picture, string alternative)
    {
        var words = alternative.Replace('[', '(').Replace(']', ')').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return $"{body.TrimEnd()}\n\n![{string.Join(' ', words)}]({picture})\n".TrimStart();
    }
}
