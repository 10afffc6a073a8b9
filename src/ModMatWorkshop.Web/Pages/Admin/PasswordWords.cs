using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin;

internal static class PasswordWords
{
    /// <summary>The error in a password, in the reader's language.</summary>
    public static string Of(PasswordFault fault, Words words) =>
        fault switch
        {
            PasswordFault.TooShort => words.PasswordIsTooShort,
            PasswordFault.TooLong => words.PasswordIsTooLong,
            PasswordFault.Common => words.PasswordIsCommon,
            _ => words.PasswordIsPersonal,
        };
}
