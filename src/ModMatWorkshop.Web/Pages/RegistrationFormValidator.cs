using FluentValidation;
using FluentValidation.Results;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages;

/// <summary>Validates the registration form by the rules of its fields. The property name of a failure is the id of the field.</summary>
public sealed class RegistrationFormValidator : AbstractValidator<RegistrationForm>
{
    private readonly RegistrationChoices _choices;
    private readonly bool _asksForHalfDays;

    /// <param name="asksForHalfDays">The form has the choice between all half-days and some of them, which needs an answer.</param>
    public RegistrationFormValidator(Words words, RegistrationChoices choices, bool asksForHalfDays = false)
    {
        (_choices, _asksForHalfDays) = (choices, asksForHalfDays);
        // FluentValidation compiles a rule for the whole form every time, but caches a rule for a property.
        RuleFor(f => f.Answers)
            .Custom(
                (_, context) =>
                {
                    foreach (var field in choices.Fields.All)
                        if (ErrorOf(context.InstanceToValidate, field, words) is { } error)
                            context.AddFailure(new ValidationFailure(field.Key, words.Of(error)));
                }
            );
    }

    private Localized? ErrorOf(RegistrationForm form, RegistrationField field, Words words) =>
        field.Kind switch
        {
            _ when field == PersonFields.GivenName && FieldRules.WholeName(form[field], form[PersonFields.FamilyName]) is { } missing =>
                missing,
            FieldKind.HalfDays => form.ChosenAttendance is { } attendance ? HalfDaysError(form, attendance) : null,
            FieldKind.Meals => null,
            _ when field.Condition is not null && !_choices.Fields.IsAsked(field, other => form[other]) => null,
            FieldKind.Country
            or FieldKind.Contribution
                when form[field].Length > 0 && form[field].Split(' ').Except(_choices.OptionsOf(field, words).Select(o => o.Value)).Any() =>
                FieldErrors.ChooseOne(field.Label),
            _ => field.Check(form[field]).Error,
        };

    private Localized? HalfDaysError(RegistrationForm form, Attendance attendance)
    {
        var isInRoom = _choices.HalfDays.Any(h => form.AttendanceOf(h) == Attendance.InPerson);
        return !_choices.HalfDays.All(h => IsKnown(form.HalfDays.GetValueOrDefault(h.Key)))
                ? FieldErrors.ChooseOne(ParticipationFields.HalfDays.Label)
            : form.HalfDays.Keys.Any(key => HalfDayId.FromKey(key) is { } half && !_choices.HalfDays.Contains(half))
                ? FieldErrors.ProgrammeChanged
            : _choices.HalfDays.Count == 0 ? null
            : _asksForHalfDays && form.WhichHalfDays is not (RegistrationForm.AllHalfDays or RegistrationForm.SomeHalfDays)
                ? FieldErrors.WhichHalfDays
            : !_choices.HalfDays.Any(h => form.AttendanceOf(h) is not null) ? FieldErrors.OneHalfDayAtLeast
            : attendance == Attendance.Remote && isInRoom ? FieldErrors.RoomNeedsSeat
            : attendance == Attendance.InPerson && !isInRoom ? FieldErrors.OneHalfDayInTheRoom
            : null;
    }

    private static bool IsKnown(string? how) =>
        how is null or "" or RegistrationForm.InPerson or RegistrationForm.Remote or RegistrationForm.Absent;
}
