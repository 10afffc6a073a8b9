using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

/// <summary>Files that answer questions of the workshop.</summary>
public sealed class FileAnswerTests
{
    private static readonly Guid Id = new("0123456789abcdef0123456789abcdef");

    [Theory]
    [InlineData("card.pdf", "card.pdf")]
    [InlineData("Carte d’étudiante.PDF", "Carte d’étudiante.pdf")]
    [InlineData("C:\\Users\\ada\\card.pdf", "card.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("..", "document.pdf")]
    [InlineData("", "document.pdf")]
    [InlineData(".pdf", "document.pdf")]
    [InlineData("a\u202Efdp.exe", "a fdp.exe.pdf")]
    [InlineData("a\r\nSet-Cookie: b\0.pdf", "a Set-Cookie b.pdf")]
    [InlineData("<script>\"?*|.pdf", "script.pdf")]
    [InlineData("CON:aux.pdf", "CON aux.pdf")]
    public void A_name_has_no_folder_and_nothing_that_deceives(string sent, string kept) => Assert.Equal(kept, FileAnswer.NameOf(sent));

    [Fact]
    public void A_long_name_is_cut_and_keeps_its_extension()
    {
        var name = FileAnswer.NameOf(new string('é', 300) + ".pdf");

        Assert.Equal((FileAnswer.MaxName, true), (name.Length, name.EndsWith("é.pdf", StringComparison.Ordinal)));
        Assert.Equal(name, FileAnswer.Of(new FileAnswer(Id, int.MaxValue, name).ToString())!.Name);
        Assert.InRange(new FileAnswer(Id, int.MaxValue, name).ToString().Length, 1, FileAnswer.MaxText);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcdef 12")]
    [InlineData("0123456789abcdef0123456789abcdef 12 ")]
    [InlineData("01234567-89ab-cdef-0123-456789abcdef 12 a.pdf")]
    [InlineData("0123456789abcdef0123456789abcdef -1 a.pdf")]
    [InlineData("0123456789abcdef0123456789abcdef 99999999999 a.pdf")]
    public void Any_other_text_is_no_answer(string text) => Assert.Null(FileAnswer.Of(text));

    [Fact]
    public void Only_answers_to_questions_for_files_name_files()
    {
        var answer = new FileAnswer(Id, 12, "a.pdf").ToString();

        Assert.Equal(
            [Id],
            FileAnswer.FilesIn([new("card_file", answer), new("card_text", answer), new("file_text", answer), new("other_file", "?")])
        );
    }

    [Fact]
    public void A_replaced_file_leaves_the_history_and_an_undo_keeps_the_present_one()
    {
        var field = Assert.Single(RegistrationFields.Of([], [new("card", QuestionKind.File, Localized.Same("Card"))]).Files);
        var (first, second) = (new FileAnswer(Id, 12, "first.pdf").ToString(), new FileAnswer(Guid.NewGuid(), 13, "second.pdf").ToString());
        var before = StateOf(field.Set!(RegistrationDetails.Empty, first), 1);
        var now = StateOf(field.Set!(RegistrationDetails.Empty, second), 2);

        var history = before.WithoutWithdrawn(now);

        Assert.Equal(("", second), (field.Get(history), field.Get(history with { Details = history.DetailsOver(now) })));
        var former = Assert.Single(RegistrationFields.BuiltIn.WithFormer(now.Details).All, f => f.IsFormer);
        Assert.Equal((FieldKind.File, "second.pdf"), (former.Kind, Assert.Single(former.Options).Label.En));
    }

    [Theory]
    [InlineData(true, AnswerFileRules.MaxOfStrangers, true)]
    [InlineData(false, AnswerFileRules.MaxOfStrangers - 1, true)]
    [InlineData(false, AnswerFileRules.MaxOfStrangers, false)]
    public void Strangers_send_files_up_to_a_sum(bool isKnown, long ofStrangers, bool may) =>
        Assert.Equal(may, AnswerFileRules.MayKeep(isKnown, ofStrangers));

    private static RegistrationState StateOf(RegistrationDetails details, int revision) =>
        new()
        {
            Details = details,
            Revision = revision,
            Email = "ada@example.org",
            Attendance = Attendance.InPerson,
            Status = RegistrationStatus.Confirmed,
            Place = Place.Seat,
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
}
