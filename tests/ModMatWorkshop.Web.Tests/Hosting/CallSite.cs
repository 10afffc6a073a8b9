using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Web.Tests.Hosting;

/// <summary>
/// ModMat with a call that was never there: open from 1 August to 10 September 2021, 18:00 in Toulouse. The clock begins on 1 September.
/// </summary>
public sealed class CallSite : IDisposable
{
    public const string Call = """
        call:
          opens: 2021-08-01
          closes: 2021-09-10 18:00
          kinds: [oral, poster]
          topics:
            - { key: potentials, name: { fr: "Potentiels", en: "Potentials" } }
            - { key: rare-events, name: { fr: "Événements rares", en: "Rare events" } }
          length: 500
          figures: 1
          answers: 2021-09-15
          erased: 2022-01-31
          text: { fr: "Proposez un exposé ou un poster.", en: "Propose a talk or a poster." }

        """;

    private readonly ContentCopy content = new();
    private readonly Dictionary<(Engine, string), SiteFactory> sites = [];

    public CallSite() => content.Edit("workshop.md", "\ncommittee:\n", $"\n{Call}committee:\n");

    public SiteFactory Open => At("2021-09-01T09:00");

    public string ContentPath => content.Path;

    /// <summary>The site whose clock begins at a local time.</summary>
    public SiteFactory At(string start, Engine engine = Engine.Sqlite)
    {
        if (!sites.TryGetValue((engine, start), out var site))
            sites[(engine, start)] = site = new()
            {
                ContentPath = content.Path,
                RehearseFrom = start,
                Engine = engine,
            };
        return site;
    }

    public void Dispose()
    {
        foreach (var site in sites.Values)
            site.Dispose();
        content.Dispose();
    }
}

internal static class SubmissionReading
{
    public static async Task<Submission?> SubmissionAsync(this SiteFactory site, string email)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<WorkshopDb>()
            .Submissions.AsNoTracking()
            .SingleOrDefaultAsync(s => s.Email == email);
    }

    /// <summary>The secret link in the mail to an address, in English.</summary>
    public static async Task<string> SubmissionLinkAsync(this SiteFactory site, string email) =>
        Routes.MySubmission.Path(
            WorkshopLanguages.Default,
            Language.English,
            site.Services.GetRequiredService<SecretLinks>().Of((await site.SubmissionAsync(email))!)
        );
}
