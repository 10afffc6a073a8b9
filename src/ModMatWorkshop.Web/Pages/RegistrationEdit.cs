using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages;

/// <summary>
/// Saves an edited registration. If somebody else has changed it since the form was shown, merges both versions, so that nothing is lost.
/// </summary>
public static class RegistrationEdit
{
    public const string Revision = "revision";

    /// <summary>The revision of the answers in the form; -1 when the form contains none.</summary>
    public static int RevisionIn(IFormCollection form) =>
        int.TryParse(form[Revision], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : -1;

    /// <param name="form">A valid form, with the attendance of the registration.</param>
    /// <param name="language">The language of the person, for a form without a language field.</param>
    /// <returns>The result; with <see cref="ChangeResult.Conflict"/>, also the merged form to show.</returns>
    public static async Task<(ChangeResult Result, MergedForm? Merged)> SaveAsync(
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
                shown?.Before,
                RegistrationForm.Of(now, choices.Fields),
                now.Revision,
                form
            );
            if (merged.Changes.Count > 0)
                return (ChangeResult.Conflict, merged);
            // The other changes have no effect on the form: they were reverted, or both people typed the same. Save again.
            (form, revision) = (merged.Form, merged.Revision);
        }
    }
}
