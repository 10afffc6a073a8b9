using System.Globalization;
using System.Text;
using FluentValidation;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages;

/// <summary>
/// The rules of the form, in the reader's language. The name of a failure is the id of its field. Only the sentences that are said are
/// made: to typeset one costs more than a rule.
/// </summary>
public sealed class RegistrationFormValidator : AbstractValidator<RegistrationForm>
{
    public const int MaxName = 100;
    public const int MaxAffiliation = 200;
    public const int MaxText = 500;

    public RegistrationFormValidator(Words words, RegistrationChoices choices)
    {
        RuleLevelCascadeMode = CascadeMode.Stop;
        Name(RuleFor(f => f.GivenName), "given-name", words.GivenName, MaxName);
        Name(RuleFor(f => f.FamilyName), "family-name", words.FamilyName, MaxName);
        RuleFor(f => f.Email)
            .NotEmpty()
            .WithMessage(_ => words.TellUs(words.Email))
            .Must(email => EmailAddress.TryParse(email, out _))
            .WithMessage(_ => words.NotAnAddress)
            .OverridePropertyName("email");
        Name(RuleFor(f => f.Affiliation), "affiliation", words.Affiliation, MaxAffiliation);
        RuleFor(f => f.Country)
            .Must(code => code.Length == 0 || Countries.All(words.Language).Any(c => c.Code == code))
            .WithMessage(_ => words.ChooseOne(words.Country))
            .OverridePropertyName("country");
        RuleFor(f => f.Position)
            .Must(position => Enum.GetNames<Position>().Contains(position))
            .WithMessage(_ => words.ChooseOne(words.PositionLabel))
            .OverridePropertyName("position");
        RuleFor(f => f.ChosenAttendance).NotNull().WithMessage(_ => words.ChooseOne(words.HowYouAttend)).OverridePropertyName("attendance");
        // A rule for the form as a whole would be compiled anew each time; one for a property is kept.
        RuleFor(f => f.HalfDays)
            .Must(halves =>
                choices.HalfDays.All(h =>
                    halves.GetValueOrDefault(h.Key)
                        is null
                            or ""
                            or RegistrationForm.InPerson
                            or RegistrationForm.Remote
                            or RegistrationForm.Absent
                )
            )
            .WithMessage(_ => words.ChooseOne(words.WhichHalfDays))
            .Must((f, _) => choices.HalfDays.Count == 0 || choices.HalfDays.Any(h => f.AttendanceOf(h) is not null))
            .WithMessage(_ => words.OneHalfDayAtLeast)
            .Must(
                (f, _) => f.ChosenAttendance == Attendance.InPerson || !choices.HalfDays.Any(h => f.AttendanceOf(h) == Attendance.InPerson)
            )
            .WithMessage(_ => words.RoomNeedsSeat)
            .Must(
                (f, _) =>
                    f.ChosenAttendance == Attendance.Remote
                    || choices.HalfDays.Count == 0
                    || choices.HalfDays.Any(h => f.AttendanceOf(h) == Attendance.InPerson)
            )
            .WithMessage(_ => words.OneHalfDayInTheRoom)
            .When(f => f.ChosenAttendance is not null)
            .OverridePropertyName("half-days");
        Text(RuleFor(f => f.Diet), "diet", words.Diet);
        Text(RuleFor(f => f.AccessNeeds), "access", words.AccessNeeds);
        RuleFor(f => f.Presents)
            .Must(code => code.Length == 0 || choices.Contributions.Any(c => c.Code == code))
            .WithMessage(_ => words.ChooseOne(words.IPresent))
            .OverridePropertyName("presents");

        void Name(IRuleBuilderInitial<RegistrationForm, string> rule, string id, string label, int most) =>
            rule.Must(text => text.EnumerateRunes().Any(HasVisibleText))
                .WithMessage(_ => words.TellUs(label))
                .MaximumLength(most)
                .WithMessage(_ => words.TooLong(label, most))
                .Must(text =>
                    !text.Any(UserInput.IsInvisible)
                    && !text.Contains('<', StringComparison.Ordinal)
                    && !text.Contains('>', StringComparison.Ordinal)
                    && !text.Contains("://", StringComparison.Ordinal)
                )
                .WithMessage(_ => words.NotInAName(label))
                .OverridePropertyName(id);

        void Text(IRuleBuilderInitial<RegistrationForm, string> rule, string id, string label) =>
            rule.MaximumLength(MaxText)
                .WithMessage(_ => words.TooLong(label, MaxText))
                .Must(text => !text.Any(c => UserInput.IsInvisible(c) && c is not ('\r' or '\n' or '\t')))
                .WithMessage(_ => words.NoInvisible(label))
                .OverridePropertyName(id);
    }

    private static bool HasVisibleText(Rune rune) =>
        !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format);
}
