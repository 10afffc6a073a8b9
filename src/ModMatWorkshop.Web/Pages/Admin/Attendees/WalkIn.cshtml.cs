using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages.Admin.Attendees;

/// <summary>
/// Registers a walk-in with as few questions as possible. The registration is confirmed at once, with a seat from this half-day on if one
/// is free.
/// </summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public class WalkInModel(
    WorkshopDb db,
    RegistrationService registrations,
    SiteContext siteContext,
    AnswerUploads uploads,
    IAntiforgery antiforgery
) : NewModel(db, registrations, siteContext, uploads, antiforgery)
{
    public virtual string Address => "/admin/attendees/walkin";

    protected override RegistrationForm WithDefaults(RegistrationForm form) => form.With(PersonFields.Position, nameof(Position.Other));

    /// <summary>The questions of the workshop wait for the person's own page.</summary>
    protected override RegistrationChoices Asked(RegistrationChoices choices) =>
        choices with
        {
            Fields = choices.Fields.WithoutQuestions(),
        };

    protected override RegistrationForm Complete(RegistrationForm form)
    {
        var now = TimeZoneInfo.ConvertTime(Now, Workshop.TimeZone).DateTime;
        var (today, half) = (DateOnly.FromDateTime(now), now.Hour < 13 ? HalfDay.Morning : HalfDay.Afternoon);
        var over = Choices.HalfDays.Where(h => h.Date < today || h.Date == today && h.Half < half).Select(h => h.Key).ToHashSet();
        return form.With(ParticipationFields.Attendance, AttendanceWords.InPerson) with
        {
            HalfDays =
                over.Count < Choices.HalfDays.Count
                    ? over.ToDictionary(key => key, _ => RegistrationForm.Absent)
                    : new Dictionary<string, string>(),
            Meals = [.. Choices.Meals.Where(m => m.Start > Now).Select(m => m.Slug)],
        };
    }

    protected override bool ConfirmsAtOnce(IFormCollection form) => true;
}
