namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>The address of a stream, as organisers type it.</summary>
public static class StreamAddress
{
    private const int MaxLength = 2000;

    /// <summary>Null for a text that is no https address.</summary>
    public static Uri? Read(string typed) =>
        typed.Length <= MaxLength
        && Uri.TryCreate(typed, UriKind.Absolute, out var url)
        && url.Scheme == Uri.UriSchemeHttps
        && url.UserInfo.Length == 0
        && !typed.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
            ? url
            : null;
}
