using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Web.Pages.Admin;

internal static class AccountName
{
    private const int MaxLength = 100;

    /// <returns>The error in the name of an account; null when it is valid.</returns>
    public static string? FaultOf(string name, Words words) =>
        string.IsNullOrWhiteSpace(name) ? words.TellUs(words.FullName)
        : name.Length > MaxLength ? words.TooLong(words.FullName, MaxLength)
        : name.Any(c => UserInput.IsInvisible(c) || char.IsSurrogate(c) || c is '<' or '>' or '\uFFFE' or '\uFFFF')
        || name.Contains("://", StringComparison.Ordinal)
            ? words.NotInAName(words.FullName)
        : null;
}
