using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>Somebody whom the programme names for parts, with the keys of those parts.</summary>
public sealed record NamedPerson(string Name, IReadOnlyList<string> Parts);

/// <summary>Reads the parts of the workshop and the people who have, claim or miss one. <see cref="Roles"/> decides.</summary>
public static class RoleQueries
{
    public static async Task<Roles> RolesAsync(WorkshopDb db, CancellationToken cancel) =>
        (await PartsAsync(db, cancel)).With(await PresentersAsync(db, cancel));

    /// <summary>The parts of the workshop, which depend on the content only, without the presenters of the call.</summary>
    public static async Task<Roles> PartsAsync(WorkshopDb db, CancellationToken cancel) =>
        Of(
            await Contributions(db).ToListAsync(cancel),
            await Interventions(db).ToListAsync(cancel),
            await Workshops(db).SingleAsync(cancel)
        );

    /// <summary>The people who present what was accepted in the call.</summary>
    public static async Task<IReadOnlyList<Presenter>> PresentersAsync(WorkshopDb db, CancellationToken cancel) =>
        PresenterLinks.PresentersOf(await PresenterLinks.Rows(db).ToListAsync(cancel));

    /// <summary>
    /// The ids of the people with a part in this state. It reads at once, because a query of the list is built without waiting.
    /// </summary>
    public static IReadOnlyList<Guid> IdsWith(WorkshopDb db, RoleState state)
    {
        var roles = Of([.. Contributions(db)], [.. Interventions(db)], Workshops(db).Single())
            .With(PresenterLinks.PresentersOf(PresenterLinks.Rows(db)));
        return [.. Candidates(db, roles).ToList().Where(r => roles.StandingOf(r).Any(role => role.State == state)).Select(r => r.Id)];
    }

    /// <summary>The people who have a part, registered and not cancelled.</summary>
    public static async Task<IReadOnlyList<(Part Part, Registration Person)>> HoldersAsync(
        WorkshopDb db,
        Roles roles,
        CancellationToken cancel
    )
    {
        var people = await Candidates(db, roles)
            .Where(r => r.Status == RegistrationStatus.Confirmed)
            .OrderBy(r => r.Number)
            .ToListAsync(cancel);
        return [.. people.SelectMany(person => roles.ConfirmedOf(person).Select(part => (part, person)))];
    }

    /// <summary>The claims that wait for the organisers.</summary>
    public static async Task<IReadOnlyList<Claim>> ClaimsAsync(WorkshopDb db, Roles roles, CancellationToken cancel)
    {
        var people = await Candidates(db, roles).ToListAsync(cancel);
        return Claim.Of(roles, people, await RenamedAsync(db, people, cancel));
    }

    /// <summary>The people of the programme for whose parts nobody is registered.</summary>
    public static async Task<IReadOnlyList<NamedPerson>> MissingAsync(WorkshopDb db, Roles roles, CancellationToken cancel)
    {
        var registered = await Candidates(db, roles).Where(r => r.Status != RegistrationStatus.Cancelled).ToListAsync(cancel);
        var held = registered
            .SelectMany(roles.StandingOf)
            .Where(r => r.State != RoleState.Refused && !r.Part.IsShared)
            .Select(r => r.Part)
            .ToHashSet();
        var names = registered.Select(r => NameKey.Of(r.Details)).ToHashSet();
        return
        [
            .. from part in roles.Parts
            where !held.Contains(part)
            from name in part.Names
            group part by name into person
            where !NameKey.Of(person.Key).Any(names.Contains)
            select new NamedPerson(person.Key, [.. person.Select(p => p.Key)]),
        ];
    }

    /// <summary>Everybody who may have a part: by a decision, a submission, a choice in the form, or their name.</summary>
    private static IQueryable<Registration> Candidates(WorkshopDb db, Roles roles)
    {
        var (names, presenters) = (roles.Names.ToArray(), roles.Presenters.ToArray());
        return db
            .Registrations.AsNoTracking()
            .Where(r =>
                r.Details.Presents != null
                || ((string)(object)r.RoleDecisions).Contains(nameof(RoleDecision.Part))
                || EF.Parameter(names).Contains(r.SortKey)
                || EF.Parameter(presenters).Contains(r.Id)
            );
    }

    /// <summary>The people among these who had another name before, unless an organiser corrected it.</summary>
    private static async Task<IReadOnlySet<Guid>> RenamedAsync(WorkshopDb db, List<Registration> people, CancellationToken cancel)
    {
        var ids = people.Select(p => p.Id).ToArray();
        var changes = await db
            .RegistrationChanges.AsNoTracking()
            .Where(c => EF.Parameter(ids).Contains(c.RegistrationId))
            .OrderByDescending(c => c.Id)
            .Select(c => new
            {
                c.RegistrationId,
                c.Actor,
                c.Before,
            })
            .ToListAsync(cancel);
        var names = people.ToDictionary(p => p.Id, p => NameKey.Of(p.Details));
        var renamed = new HashSet<Guid>();
        foreach (var change in changes)
        {
            var before = NameKey.Of(change.Before.Details);
            if (change.Actor == Actor.Participant.Name && !NameKey.AreSame(before, names[change.RegistrationId]))
                renamed.Add(change.RegistrationId);
            names[change.RegistrationId] = before;
        }
        return renamed;
    }

    private static IQueryable<Contribution> Presented(WorkshopDb db) =>
        db.Contributions.Where(c => !c.Cancelled && !db.Slots.Any(s => s.ContributionCode == c.Code && s.Cancelled));

    private static IQueryable<ContributionLine> Contributions(WorkshopDb db) =>
        Presented(db)
            .OrderBy(c => c.Kind)
            .ThenBy(c => c.Letters)
            .ThenBy(c => c.Number)
            .Select(c => new ContributionLine(c.Code, c.Kind, c.SpeakerName, c.MoreSpeakers, c.Title, c.TitleLang, c.TitleHtml));

    /// <summary>Slots whose speaker has no contribution.</summary>
    private static IQueryable<InterventionLine> Interventions(WorkshopDb db) =>
        db
            .Slots.Where(s => s.SpeakerName != null && s.ContributionCode == null && !s.Cancelled)
            .OrderBy(s => s.Start)
            .Select(s => new InterventionLine(s.Slug, s.SpeakerName!, s.MoreSpeakers, s.Title!));

    private static Roles Of(IEnumerable<ContributionLine> contributions, IEnumerable<InterventionLine> interventions, WorkshopLine workshop)
    {
        var first = workshop.Languages.First;
        return new([
            .. contributions.Select(c => new Part(c.Code, Part.RoleOf(c.Kind), Names(c.Speaker, c.MoreSpeakers), c.Title, c.TitleLang)
            {
                TitleHtml = c.TitleHtml,
            }),
            .. interventions.Select(s => new Part(
                s.Slug,
                Role.Talk,
                Names(s.Speaker, s.MoreSpeakers),
                s.Title.In(first),
                s.Title.LanguageFor(first).Tag()
            )),
            new(Part.Committee, Role.Organiser, [.. workshop.Committee.Select(m => m.Name)]),
        ]);
    }

    private static IQueryable<WorkshopLine> Workshops(WorkshopDb db) =>
        db.Workshops.Select(w => new WorkshopLine(w.Committee, w.Languages));

    private static IReadOnlyList<string> Names(string first, IEnumerable<Speaker> more) => [first, .. more.Select(s => s.Name)];

    private sealed record WorkshopLine(IReadOnlyList<CommitteeMember> Committee, WorkshopLanguages Languages);

    private sealed record ContributionLine(
        string Code,
        ContributionKind Kind,
        string Speaker,
        IReadOnlyList<Speaker> MoreSpeakers,
        string Title,
        string TitleLang,
        string TitleHtml
    );

    private sealed record InterventionLine(string Slug, string Speaker, IReadOnlyList<Speaker> MoreSpeakers, Localized Title);
}
