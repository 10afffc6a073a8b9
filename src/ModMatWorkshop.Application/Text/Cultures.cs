using System.Globalization;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Application.Text;

public static class Cultures
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static CultureInfo Culture(this Language language) => language == Language.English ? English : French;
}
