using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages;

/// <summary>
/// Saves what somebody typed into the form of a registration, unless somebody else was faster: the participant, an organiser, or the site.
/// Then nothing of either is lost.
/// </summary>
public static class RegistrationEdit
{
    public const string Revision = "revision";

    /// <summary>Of the answers that the form was shown with; -1 for a form that does not say.</summary>
    public static int RevisionIn(IFormCollection form) =>
        int.TryParse(form[Revision], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : -1;

    /// <param name="form">Valid, with the attendance of the registration.</param>
    /// <param name="language">Of the person, where the form does not ask for it.</param>
    /// <returns>The result; with <see cref="ChangeResult.Conflict"/> the form as it is to be shown again.</returns>
    public static async Task<(ChangeResult Answer, MergedForm? Merged)> SaveAsync(
        WorkshopDb db,
        RegistrationService registrations,
        Words words,
        RegistrationChoices choices,
        Guid id,
        int revision,
        RegistrationForm form,
        Language language,
        Actor actor,
        CancellationToken cancel
    )
    {
        while (true)
        {
            var answer = await registrations.ApplyAsync(
                id,
                new ChangeDetails(form.ToDetails(choices, form.ChosenLanguage ?? language), revision),
                actor,
                cancel
            );
            if (
                answer != ChangeResult.Conflict
                || await db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } now
            )
                return (answer, null);
            var shown = await db
                .RegistrationChanges.AsNoTracking()
                .Where(c => c.RegistrationId == id && c.Revision == revision)
                .OrderBy(c => c.Id)
                .FirstOrDefaultAsync(cancel);
            var merged = new RegistrationFormDiff(words, choices).Merge(
                shown is null ? null : RegistrationForm.Of(shown.Before),
                RegistrationForm.Of(now),
                now.Revision,
                form
            );
            if (merged.Changes.Count > 0)
                return (ChangeResult.Conflict, merged);
            // What the others changed they have changed back, or both typed the same.
            (form, revision) = (merged.Form, merged.Revision);
        }
    }
}
