using System.Globalization;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>Reads and writes the value of an <c>input</c> of type <c>date</c>.</summary>
internal static class DateInput
{
    public static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
