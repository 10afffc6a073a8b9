using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Mails;

namespace ModMatWorkshop.Web.Pages.Admin.Editing;

/// <summary>Shows the organisers' words for a mail as people would get them.</summary>
public sealed class MailPreviews(WorkshopDb db, MailComposer composer)
{
    /// <param name="number">The number of a registration, as typed; null or nobody's for an invented person.</param>
    public async Task<(IReadOnlyList<(Language Language, MailContent Mail)> Texts, string? Person)> ReadAsync(
        OwnMail own,
        string? number,
        WorkshopLanguages languages,
        CancellationToken cancel
    )
    {
        var person = int.TryParse(number?.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var found)
            ? await db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.Number == found, cancel)
            : null;
        var texts = new List<(Language, MailContent)>();
        foreach (var language in languages.All)
        {
            var real = person is null ? null : await composer.PreviewAsync(own, person, language, cancel);
            if (person is not null && real is null)
                person = null;
            texts.Add((language, real ?? await composer.PreviewAsync(own, language, cancel)));
        }
        return (texts, person?.Details.Name);
    }
}
