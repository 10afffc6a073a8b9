using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

public sealed class PassportTests
{
    private static readonly DateOnly Today = new(2030, 1, 1);
    private static readonly DateOnly End = new(2030, 4, 1);
    private static readonly PassportForm Valid = PassportForm.Of(" Ada  Lovelace ", "gb", "ab 123 456", "10/12/1990", "2031-05-01");

    [Fact]
    public void A_passport_is_read_as_it_is_printed() =>
        Assert.Equal(
            new Passport("Ada Lovelace", "GB", "AB123456", new(1990, 12, 10), new(2031, 5, 1)),
            Valid.Read(Today, End, code => code == "GB").Passport
        );

    [Fact]
    public void Each_wrong_field_is_named_and_the_others_are_not()
    {
        var (passport, faults) = PassportForm.Empty.Read(Today, End, code => code == "GB");
        Assert.Null(passport);
        Assert.Equal(["passport-name", "nationality", "passport-number", "born", "expires"], faults.Select(f => f.Field));
    }

    [Theory]
    [InlineData("passport-name", "Ada <b>Lovelace</b>", "GB", "AB123456", "1990-12-10", "2031-05-01")]
    [InlineData("nationality", "Ada", "XX", "AB123456", "1990-12-10", "2031-05-01")]
    [InlineData("passport-number", "Ada", "GB", "AB-123", "1990-12-10", "2031-05-01")]
    [InlineData("passport-number", "Ada", "GB", "1234", "1990-12-10", "2031-05-01")]
    [InlineData("born", "Ada", "GB", "AB123456", "2030-01-01", "2031-05-01")]
    [InlineData("born", "Ada", "GB", "AB123456", "31/02/1990", "2031-05-01")]
    [InlineData("expires", "Ada", "GB", "AB123456", "1990-12-10", "2030-03-31")]
    [InlineData("expires", "Ada", "GB", "AB123456", "1990-12-10", "soon")]
    public void One_wrong_field_is_named(string field, string name, string nationality, string number, string born, string expires) =>
        Assert.Equal(
            [field],
            PassportForm.Of(name, nationality, number, born, expires).Read(Today, End, code => code == "GB").Faults.Select(f => f.Field)
        );

    [Fact]
    public void A_passport_that_expires_on_the_last_day_is_valid() =>
        Assert.NotNull((Valid with { Expires = "2030-04-01" }).Read(Today, End, _ => true).Passport);
}
