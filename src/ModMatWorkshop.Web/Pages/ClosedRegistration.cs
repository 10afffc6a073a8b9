using System.Text.Encodings.Web;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages;

/// <summary>A talk or a poster with its materials. A slot without an abstract has no code.</summary>
public sealed record MaterialsOf(string? Code, string TitleHtml, string? TitleLang, string? Speaker, IReadOnlyList<Material> Materials);

/// <summary>What the registration page offers while nobody can register: it depends on the phase of the workshop.</summary>
/// <param name="HasOpened">False until the first day of registration.</param>
/// <param name="Materials">Empty before the end of the workshop.</param>
public sealed record ClosedRegistration(
    Workshop Workshop,
    WorkshopPhase Phase,
    RegistrationAvailability Availability,
    bool HasOpened,
    IReadOnlyList<MaterialsOf> Materials
)
{
    public static async Task<ClosedRegistration> ReadAsync(
        WorkshopDb db,
        SiteContext siteContext,
        RegistrationAvailability availability,
        CancellationToken cancel
    )
    {
        var phase = await siteContext.PhaseAsync();
        return new(
            await siteContext.WorkshopAsync(),
            phase,
            availability,
            siteContext.Now >= availability.Opens,
            phase == WorkshopPhase.After ? await ReadMaterialsAsync(db, siteContext, cancel) : []
        );
    }

    private static async Task<IReadOnlyList<MaterialsOf>> ReadMaterialsAsync(
        WorkshopDb db,
        SiteContext siteContext,
        CancellationToken cancel
    )
    {
        var slots = await db
            .Slots.AsNoTracking()
            .Where(s => !s.Cancelled)
            .OrderBy(s => s.Start)
            .Select(s => new
            {
                s.ContributionCode,
                s.Title,
                s.SpeakerName,
                s.Materials,
            })
            .ToListAsync(cancel);
        var ofTalks = slots.Where(s => s.ContributionCode is not null).ToLookup(s => s.ContributionCode, s => s.Materials);
        var contributions = await db
            .Contributions.AsNoTracking()
            .OrderBy(c => c.Kind)
            .ThenBy(c => c.Letters)
            .ThenBy(c => c.Number)
            .Select(c => new MaterialsOf(c.Code, c.TitleHtml, c.TitleLang, c.SpeakerName, c.Materials))
            .ToListAsync(cancel);
        return
        [
            .. contributions
                .Select(c => c with { Materials = [.. ofTalks[c.Code].SelectMany(materials => materials), .. c.Materials] })
                .Concat(
                    slots
                        .Where(s => s.ContributionCode is null)
                        .Select(s => new MaterialsOf(
                            null,
                            HtmlEncoder.Default.Encode(s.Title?.In(siteContext.Language) ?? ""),
                            null,
                            s.SpeakerName,
                            s.Materials
                        ))
                )
                .Where(m => m.Materials.Count > 0),
        ];
    }
}
