using System.Globalization;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>The value of an <c>input</c> of type <c>date</c>.</summary>
internal static class DateInput
{
    public static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
