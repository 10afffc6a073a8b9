using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin;

internal static class PasswordWords
{
    /// <summary>What is wrong with a password, to whoever chose it.</summary>
    public static string Of(PasswordFault fault, Words words) =>
        fault switch
        {
            PasswordFault.TooShort => words.PasswordIsTooShort,
            PasswordFault.TooLong => words.PasswordIsTooLong,
            PasswordFault.Common => words.PasswordIsCommon,
            _ => words.PasswordIsPersonal,
        };
}
