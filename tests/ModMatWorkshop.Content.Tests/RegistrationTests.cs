using System.Globalization;
using ModMatWorkshop.Content.Editing;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Content.Tests;

/// <summary>The key <c>registration</c> in <c>workshop.md</c>.</summary>
public sealed class RegistrationTests
{
    private const string Sample = "registration: { opens: 2030-01-01, closes: 2030-03-20 }";

    [Theory]
    [InlineData(Sample, false, null)]
    [InlineData("registration: on application", true, null)]
    [InlineData("registration: open", false, null)]
    [InlineData("registration: { opens: 2030-01-01, closes: 2030-03-01, how: on application, answers: 2030-03-10 }", true, "2030-03-10")]
    public void People_register_or_apply(string line, bool isOnApplication, string? answersBy)
    {
        var (workshop, report) = Read(line);
        Assert.Equal(
            (isOnApplication, answersBy),
            (workshop.IsOnApplication, workshop.AnswersBy?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        );
        Assert.Equal([], report);
    }

    [Theory]
    [InlineData(
        "registration: { opens: 2030-01-01, closes: 2030-03-20, changes_until: 2029-12-31 }",
        "Changes end before registration opens. Nobody could change anything without asking."
    )]
    [InlineData(
        "registration: { opens: 2030-01-01, closes: 2030-03-20, travel_support: true, travel_support_until: 2029-12-31 }",
        "Travel support ends before registration opens. Nobody could ask for it."
    )]
    [InlineData("registration: soon", "`registration` is not one of: open, on application. For example: `registration: open`.")]
    [InlineData(
        "registration: { opens: 2030-01-01, closes: 2030-03-20, answers: 2030-03-25 }",
        "Nobody applies, so nobody waits for an answer. Add `how: on application`, or leave out `answers`."
    )]
    [InlineData(
        "registration: { opens: 2030-01-01, closes: 2030-03-20, how: on application, answers: 2030-03-01 }",
        "Answers are promised before registration closes. Who applies later would be promised a past day."
    )]
    public void What_does_not_fit_is_reported(string line, string report) =>
        Assert.Equal(report, Read(line).Report.Single().Split(": ", 2)[1]);

    [Fact]
    public void The_form_adds_dates_to_the_short_text()
    {
        var edit = FileEdit.Open("---\nacronym: A\nregistration: on application\n---\n")!;
        Assert.Equal("on application", edit.Value("registration.how"));
        edit.Set("registration.opens", "2030-01-01");
        Assert.Equal("---\nacronym: A\nregistration: { opens: \"2030-01-01\", how: on application }\n---\n", edit.Text);
    }

    private static (Domain.Programme.Workshop Workshop, IReadOnlyList<string> Report) Read(string line)
    {
        using var sample = new ContentSample();
        sample.Replace("workshop.md", Sample, line);
        return (ContentFolder.Read(sample.Folder).Workshop!, sample.Report);
    }
}
