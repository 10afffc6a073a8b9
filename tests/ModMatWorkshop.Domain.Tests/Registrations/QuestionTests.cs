using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

/// <summary>Questions of the workshop as registration fields: what each kind accepts, when it is asked, what stays of it.</summary>
public sealed class QuestionTests
{
    private static readonly QuestionChoice[] Sizes = [new("s", new("petit", "small")), new("xl", new("très grand", "extra large"))];

    private static readonly RegistrationState Nobody = StateOf(RegistrationDetails.Empty);

    [Theory]
    [InlineData(QuestionKind.Text, "  a   b ", "a b", null)]
    [InlineData(QuestionKind.Text, "", "", "Please answer this question: Question")]
    [InlineData(QuestionKind.Text, "a\u202Eb", "a\u202Eb", "Question: remove the invisible character.")]
    [InlineData(QuestionKind.Text, "=1+1", "=1+1", null)]
    [InlineData(QuestionKind.LongText, " a\r\nb\n", "a\nb", null)]
    [InlineData(QuestionKind.Choice, "xl", "xl", null)]
    [InlineData(QuestionKind.Choice, "m", "m", "Question: choose an answer.")]
    [InlineData(QuestionKind.Choice, "s xl", "s xl", "Question: choose an answer.")]
    [InlineData(QuestionKind.Choices, "xl s xl", "s xl", null)]
    [InlineData(QuestionKind.Choices, "xl m", "xl m", "Question: choose an answer.")]
    [InlineData(QuestionKind.Choices, "", "", "Question: choose an answer.")]
    [InlineData(QuestionKind.YesNo, "no", "no", null)]
    [InlineData(QuestionKind.YesNo, "maybe", "maybe", "Question: choose an answer.")]
    [InlineData(QuestionKind.Number, "1,50", "1.5", null)]
    [InlineData(QuestionKind.Number, "-0", "0", null)]
    [InlineData(QuestionKind.Number, "1e3", "1e3", "Question: enter a number, like 12 or 1.5.")]
    [InlineData(
        QuestionKind.Number,
        "99999999999999999999999999999999",
        "99999999999999999999999999999999",
        "Question: enter a number, like 12 or 1.5."
    )]
    [InlineData(QuestionKind.Date, "3/9/2021", "2021-09-03", null)]
    [InlineData(QuestionKind.Date, "2021-02-30", "2021-02-30", "Question: enter a date, like 2021-09-23 or 23/09/2021.")]
    [InlineData(QuestionKind.Date, "0001-01-01", "0001-01-01", "Question: enter a date, like 2021-09-23 or 23/09/2021.")]
    [InlineData(QuestionKind.Country, "", "", "Please answer this question: Question")]
    [InlineData(QuestionKind.File, "", "", "Choose a file: Question")]
    [InlineData(QuestionKind.File, "0123456789abcdef0123456789abcdef 12 a b.pdf", "0123456789abcdef0123456789abcdef 12 a b.pdf", null)]
    [InlineData(QuestionKind.File, "/etc/passwd", "/etc/passwd", "Question: choose the file once more.")]
    [InlineData(QuestionKind.Consent, "yes", "yes", null)]
    [InlineData(QuestionKind.Consent, "", "", "You need to agree to this: Question")]
    [InlineData(QuestionKind.Consent, "on", "on", "You need to agree to this: Question")]
    public void Every_kind_has_its_rule(QuestionKind kind, string typed, string value, string? error)
    {
        var reading = FieldOf(Required(kind)).Read(typed);

        Assert.Equal((value, error), (reading.Value, reading.Error?.En));
    }

    [Theory]
    [InlineData("0", "Question: enter a number from 1 to 4.5.")]
    [InlineData("4,5", null)]
    [InlineData("4.6", "Question: enter a number from 1 to 4.5.")]
    public void A_number_has_bounds(string typed, string? error) =>
        Assert.Equal(error, FieldOf(Required(QuestionKind.Number) with { AtLeast = 1, AtMost = 4.5m }).Read(typed).Error?.En);

    [Fact]
    public void An_answer_of_every_kind_survives_its_text_form_and_remembers_its_question()
    {
        foreach (var kind in Enum.GetValues<QuestionKind>())
        {
            var field = FieldOf(Required(kind) with { IsErasedAfterWorkshop = true });
            var value =
                kind is QuestionKind.Choice ? "xl"
                : kind is QuestionKind.Choices ? "s xl"
                : "yes";
            var state = StateOf(field.Set!(RegistrationDetails.Empty, value));
            var answer = Assert.Single(state.Details.Answers);

            Assert.Equal((value, value), (field.Get(state), RegistrationFields.Of(field.Key).Get(state)));
            Assert.Equal(("Question", FieldRetention.UntilWorkshopEnds, field.Key), (answer.Label!.En, answer.Retention, answer.Id));
            Assert.Equal([], field.Set!(state.Details, "").Answers);
            Assert.True(state.ContainsNeeds());
            Assert.Equal([], state.Details.WithoutNeeds().Answers);
        }
    }

    [Fact]
    public void An_answer_never_appears_under_a_question_of_another_kind_or_version()
    {
        var given = StateOf(FieldOf(Required(QuestionKind.Choice)).Set!(RegistrationDetails.Empty, "xl"));
        var text = RegistrationFields.Of([], [Required(QuestionKind.Text)]);
        var former = text.WithFormer(given.Details);

        Assert.Equal("", text.Questions[0].Get(given));
        Assert.Equal(
            [("Question", ""), ("Former question: Question", "xl")],
            former.All.Where(f => QuestionAnswer.IsId(f.Key)).Select(f => (f.Label.En!, f.Get(given)))
        );
        Assert.Equal("extra large", former["question_choice"].Options.Single(o => o.Value == "xl").Label.En);

        var agreed = StateOf(FieldOf(Required(QuestionKind.Consent)).Set!(RegistrationDetails.Empty, "yes"));
        var second = RegistrationFields.Of([], [Required(QuestionKind.Consent) with { Version = "2" }]);
        Assert.Equal(["question_consent_2"], second.OpenIn(agreed).Where(f => f.Question is not null).Select(f => f.Key));
        Assert.Equal(
            ["Question", "Former question: Question (1)"],
            second.WithFormer(agreed.Details).All.Where(f => QuestionAnswer.IsId(f.Key)).Select(f => f.Label.En!)
        );
    }

    [Fact]
    public void A_condition_needs_all_its_parts_and_that_its_question_is_asked_itself()
    {
        var fields = RegistrationFields.Of(
            [],
            [
                new("dinner", QuestionKind.YesNo, Localized.Same("Dinner")) { When = new() { Attendance = Attendance.InPerson } },
                new("dishes", QuestionKind.Choices, Localized.Same("Dishes"))
                {
                    Choices = Sizes,
                    IsRequired = true,
                    When = new()
                    {
                        Question = "dinner",
                        Answers = ["yes"],
                        Positions = ["Postdoc"],
                    },
                },
                new("why", QuestionKind.Text, Localized.Same("Why")) { When = new() { Question = "dishes" } },
            ]
        );
        var dishes = fields["dishes_choices"];

        Assert.Equal(
            [true, false, false, false],
            new[]
            {
                State(Attendance.InPerson, Position.Postdoc, "yes"),
                State(Attendance.Remote, Position.Postdoc, "yes"),
                State(Attendance.InPerson, Position.Other, "yes"),
                State(Attendance.InPerson, Position.Postdoc, "no"),
            }.Select(s => fields.IsAsked(dishes, s))
        );
        Assert.False(fields.IsAsked(fields["why_text"], State(Attendance.InPerson, Position.Postdoc, "yes")));
        Assert.Equal([dishes], fields.OpenIn(State(Attendance.InPerson, Position.Postdoc, "yes")).Where(f => f.Question is not null));
        Assert.Equal([], fields.OpenIn(State(Attendance.Remote, Position.Postdoc, "yes")).Where(f => f.Question is not null));

        RegistrationState State(Attendance attendance, Position position, string dinner) =>
            StateOf(fields["dinner_yes-no"].Set!(RegistrationDetails.Empty with { Position = position }, dinner)) with
            {
                Attendance = attendance,
            };
    }

    [Fact]
    public void A_form_keeps_what_it_did_not_ask_and_takes_back_what_is_empty()
    {
        QuestionAnswer old = new("old_text", "kept"),
            back = new("size_choice", "xl"),
            changed = new("age_number", "3");

        Assert.Equal(
            [old, changed with { Value = "4" }, new("new_text", "n")],
            new QuestionAnswer[] { new("size_choice", ""), changed with { Value = "4" }, new("new_text", "n") }.Over([old, back, changed])
        );
    }

    [Fact]
    public void Answers_that_are_taken_back_leave_the_history_if_the_notice_promises_an_erasure()
    {
        var dated = FieldOf(Required(QuestionKind.Text) with { ErasedOn = new(2021, 10, 1) });
        var kept = FieldOf(new Question("kept", QuestionKind.Text, Localized.Same("Kept")));
        var before = StateOf(kept.Set!(dated.Set!(RegistrationDetails.Empty, "passport"), "blue"));
        var now = Nobody with { Revision = 7 };

        var history = before.WithoutWithdrawn(now);

        Assert.Equal(["question_text"], before.WithdrawnIn(now).Select(f => f.Key));
        Assert.Equal([new("question_text", 7)], history.Erased);
        Assert.Equal(["kept_text"], history.Details.Answers.Select(a => a.Id));
        Assert.Equal(["kept_text"], history.DetailsOver(now).Answers.Select(a => a.Id));
        Assert.Equal((new DateOnly(2021, 10, 1), null), (before.Details.FirstErasure, history.Details.FirstErasure));
        Assert.Equal(["kept_text"], before.Details.WithoutAnswersDueOn(new(2021, 10, 1)).Answers.Select(a => a.Id));
        Assert.Equal(2, before.Details.WithoutAnswersDueOn(new(2021, 9, 30)).Answers.Count);
    }

    [Fact]
    public void Answers_for_one_role_are_not_shown_to_another_even_when_the_question_is_gone()
    {
        Question secret = new("visa", QuestionKind.Text, Localized.Same("Visa")) { OnlyFor = OrganiserRoles.Organiser };
        var fields = RegistrationFields.Of([], [secret]);
        var person = fields["visa_text"].Set!(RegistrationDetails.Empty, "A1");

        Assert.Equal(
            ["visa_text | visa_text", "visa_text | visa_text", " | "],
            new[] { fields, fields.For(OrganiserRoles.Organiser | OrganiserRoles.Chair), fields.For(OrganiserRoles.Registration) }.Select(
                seen => $"{Ids(seen)} | {Ids(seen.WithFormer(person))}"
            )
        );
        var gone = RegistrationFields.BuiltIn;
        Assert.Equal(
            ("visa_text", ""),
            (Ids(gone.For(OrganiserRoles.Organiser).WithFormer(person)), Ids(gone.For(OrganiserRoles.Registration).WithFormer(person)))
        );

        static string Ids(RegistrationFields of) => string.Join(' ', of.All.Select(f => f.Key).Where(QuestionAnswer.IsId));
    }

    [Fact]
    public void Positions_of_the_content_take_the_place_of_the_built_in_ones()
    {
        var position = RegistrationFields
            .Of([new("professor", new("Professeur", "Professor")), new("postdoc", new("Postdoc", "Postdoc"))], [])
            .Position;

        Assert.Equal(["professor", "Postdoc", "Other"], position.Options.Select(o => o.Value));
        Assert.Equal("choose an answer", position.Read("PhdStudent").Error?.En!.Split(": ")[1].TrimEnd('.'));
        var professor = position.Set!(RegistrationDetails.Empty, "professor");
        Assert.Equal(
            (Position.Other, "professor", "professor"),
            (professor.Position, professor.OwnPosition, position.Get(StateOf(professor)))
        );
        Assert.Equal(
            (Position.Postdoc, null, "Postdoc"),
            position.Set!(professor, "Postdoc") is var postdoc
                ? (postdoc.Position, postdoc.OwnPosition, position.Get(StateOf(postdoc)))
                : default
        );
        Assert.Equal("professor", position.OptionIn("Professeur"));
    }

    private static Question Required(QuestionKind kind) =>
        new("question", kind, Localized.Same("Question"))
        {
            IsRequired = true,
            Choices = kind is QuestionKind.Choice or QuestionKind.Choices ? Sizes : [],
        };

    private static RegistrationField FieldOf(Question question) => Assert.Single(RegistrationFields.Of([], [question]).Questions);

    private static RegistrationState StateOf(RegistrationDetails details) =>
        new()
        {
            Details = details with { Affiliation = "LAAS" },
            Revision = 1,
            Email = "ada@example.org",
            Attendance = Attendance.InPerson,
            Status = RegistrationStatus.Confirmed,
            Place = Place.Seat,
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
}
