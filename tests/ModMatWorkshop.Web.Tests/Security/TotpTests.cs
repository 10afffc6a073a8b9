using System.Text;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Tests.Security;

public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>The test vectors of RFC 6238, appendix B, without their first two digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void A_code_matches_RFC_6238(long seconds, string code) =>
        Assert.Equal(code, Totp.Code(Secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    /// <summary>The test vectors of RFC 4648, section 10.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void A_key_is_written_in_Base32(string bytes, string text) => Assert.Equal(text, Totp.Text(Encoding.ASCII.GetBytes(bytes)));

    [Theory]
    [InlineData(-61, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(61, false)]
    public void A_clock_may_be_off_by_one_step_of_30_seconds(int seconds, bool isAccepted)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_600_000_000);
        var theirs = Totp.StepAt(now.AddSeconds(seconds));

        Assert.Equal(isAccepted ? theirs : null, Totp.StepOf(Totp.Code(Secret, theirs), Secret, now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("é")]
    public void Anything_but_six_digits_is_refused(string typed) =>
        Assert.Null(Totp.StepOf(typed, Secret, DateTimeOffset.UnixEpoch.AddDays(1)));

    [Fact]
    public void The_QR_code_names_the_workshop_and_the_account() =>
        Assert.Equal(
            "otpauth://totp/ModMat%202021:grace%40example.org?secret=MZXW6&issuer=ModMat%202021",
            Totp.Uri("ModMat 2021", "grace@example.org", Encoding.ASCII.GetBytes("foo"))
        );
}
