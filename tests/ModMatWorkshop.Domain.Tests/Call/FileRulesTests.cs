using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;
using static ModMatWorkshop.Domain.Tests.Call.SubmissionSample;

namespace ModMatWorkshop.Domain.Tests.Call;

public sealed class FileRulesTests
{
    private static readonly DateTimeOffset Later = Closes.AddMonths(1);

    [Theory]
    [InlineData(SubmissionFileUse.Figure, 1, UploadResult.Kept)]
    [InlineData(SubmissionFileUse.Figure, 0, UploadResult.NotAsked)]
    [InlineData(SubmissionFileUse.Figure, 2, UploadResult.NotAsked)]
    [InlineData(SubmissionFileUse.Slides, 0, UploadResult.NotAsked)]
    [InlineData(SubmissionFileUse.Poster, 0, UploadResult.NotAsked)]
    public void During_the_call_there_are_as_many_figures_as_it_asks_for(SubmissionFileUse use, int number, UploadResult expected) =>
        Assert.Equal(expected, FileRules.May(Sample(), use, number, At(Meanwhile)));

    [Theory]
    [InlineData(-1, UploadResult.Kept)]
    [InlineData(0, UploadResult.TooLate)]
    public void A_figure_has_the_deadline_of_the_text(int ticks, UploadResult expected) =>
        Assert.Equal(expected, FileRules.May(Sample(), SubmissionFileUse.Figure, 1, At(Closes.AddTicks(ticks))));

    [Theory]
    [InlineData(ContributionKind.Oral, SubmissionFileUse.Slides, 0, UploadResult.Kept)]
    [InlineData(ContributionKind.Invited, SubmissionFileUse.Slides, 0, UploadResult.Kept)]
    [InlineData(ContributionKind.Poster, SubmissionFileUse.Slides, 0, UploadResult.NotAsked)]
    [InlineData(ContributionKind.Poster, SubmissionFileUse.Poster, 0, UploadResult.Kept)]
    [InlineData(ContributionKind.Oral, SubmissionFileUse.Poster, 0, UploadResult.NotAsked)]
    [InlineData(ContributionKind.Oral, SubmissionFileUse.Slides, 1, UploadResult.NotAsked)]
    [InlineData(ContributionKind.Oral, SubmissionFileUse.Figure, 1, UploadResult.Kept)]
    public void After_the_acceptance_a_talk_has_slides_and_a_poster_its_file(
        ContributionKind kind,
        SubmissionFileUse use,
        int number,
        UploadResult expected
    ) => Assert.Equal(expected, FileRules.May(Sample(), use, number, At(Later) with { IsAccepted = true, Kind = kind }));

    [Theory]
    [InlineData("2030-05-01", UploadResult.Kept)]
    [InlineData("2030-05-02", UploadResult.TooLate)]
    public void Files_are_replaced_until_the_end_of_their_day(string day, UploadResult expected)
    {
        var facts = At(Later) with
        {
            Call = SubmissionSample.Call with { SlidesBy = new(2030, 5, 1) },
            Today = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
            IsAccepted = true,
        };

        Assert.Equal(expected, FileRules.May(Sample(), SubmissionFileUse.Slides, 0, facts));
    }

    [Fact]
    public void A_withdrawn_submission_takes_no_file()
    {
        var submission = Sample();
        submission.Withdraw(Meanwhile);

        Assert.Equal(UploadResult.NotAsked, FileRules.May(submission, SubmissionFileUse.Slides, 0, At(Later) with { IsAccepted = true }));
    }

    [Fact]
    public void Strangers_cannot_fill_the_disk_and_a_confirmed_address_is_not_held_up()
    {
        var full = At(Meanwhile) with { BytesOfStrangers = FileRules.MaxOfStrangers + 1 };
        var confirmed = Sample();
        confirmed.Confirm(Meanwhile);

        Assert.Equal(
            (UploadResult.NeedsConfirmation, UploadResult.Kept),
            (FileRules.May(Sample(), SubmissionFileUse.Figure, 1, full), FileRules.May(confirmed, SubmissionFileUse.Figure, 1, full))
        );
    }

    [Fact]
    public void What_is_missing_follows_from_the_kind_and_the_captions()
    {
        var text = Text with { Figures = "One\nTwo\nThree" };

        Assert.Equal(
            [(SubmissionFileUse.Slides, 0), (SubmissionFileUse.Figure, 2)],
            FileRules.Missing(text, ContributionKind.Oral, 2, [(SubmissionFileUse.Figure, 1)])
        );
        Assert.Equal([], FileRules.Missing(Text, ContributionKind.Poster, 2, [(SubmissionFileUse.Poster, 0)]));
    }

    [Fact]
    public void An_author_is_asked_once_a_day() =>
        Assert.Equal(
            [true, false, true],
            [
                FileRules.MayAskAt(null, Later),
                FileRules.MayAskAt(Later, Later.AddHours(24).AddTicks(-1)),
                FileRules.MayAskAt(Later, Later.AddHours(24)),
            ]
        );

    [Theory]
    [InlineData("https://tube.example.org/w/1?t=2#x", true)]
    [InlineData("http://tube.example.org/w/1", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("https://user:word@tube.example.org/", false)]
    [InlineData("https://localhost/", false)]
    [InlineData("https://tube.example.org/a b", false)]
    [InlineData("//tube.example.org", false)]
    public void A_recording_is_an_encrypted_address_of_the_web(string url, bool expected) =>
        Assert.Equal(expected, PresentationDetails.IsRecording(url));

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void The_address_of_a_recording_has_an_end(int more, bool expected)
    {
        var url = "https://tube.example.org/".PadRight(PresentationDetails.MaxUrl + more, 'a');

        Assert.Equal(expected, PresentationDetails.IsRecording(url));
    }

    private static Submission Sample()
    {
        var submission = Submission.New(Guid.NewGuid(), 1, Address(), Opens);
        submission.Keep(Text, Language.English, Opens);
        submission.Submit(Opens);
        return submission;
    }

    private static FileFacts At(DateTimeOffset instant) =>
        new(SubmissionSample.Call, instant, DateOnly.FromDateTime(instant.Date), IsAccepted: false, ContributionKind.Oral);
}
