using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Chairs;

/// <summary>What the chair of a session knows of a speaker's presence.</summary>
public enum SpeakerPresence
{
    /// <summary>Nobody is registered for the talk with a confirmed role.</summary>
    Unknown,
    NotYet,
    InRoom,
    OnStream,
}

/// <param name="FromWhere">The laboratory and the town; empty for none.</param>
/// <param name="IsNamed">The programme names the person; otherwise an organiser has given them the talk.</param>
public sealed record ChairSpeaker(string Name, string FromWhere, SpeakerPresence Presence, bool IsNamed = true);

/// <summary>A row of the session.</summary>
/// <param name="Talk">Null for a row without an abstract.</param>
/// <param name="Pronunciation">How to say the name; empty while nobody has said it.</param>
/// <param name="Slides">The file that the authors have sent; null for none.</param>
public sealed record ChairRow(
    Slot Slot,
    Contribution? Talk,
    IReadOnlyList<ChairSpeaker> Speakers,
    string Pronunciation,
    ListedFile? Slides,
    bool IsNotRecorded
)
{
    public bool IsCancelled => Slot.Cancelled || Talk is { Cancelled: true };

    /// <summary>What is public already.</summary>
    public IReadOnlyList<Material> Published => Talk?.Materials ?? Slot.Materials;
}

/// <summary>A session on one page for its chair: order, hours, names, presence, slides.</summary>
public sealed record ChairSession(Workshop Workshop, Session Session, IReadOnlyList<ChairRow> Rows)
{
    /// <returns>Null if the programme has no such session.</returns>
    public static async Task<ChairSession?> ReadAsync(WorkshopDb db, int number, CancellationToken cancel)
    {
        var outline = await db.OutlineAsync(cancel);
        if (outline.Sessions.FirstOrDefault(s => s.Number == number) is not { } session)
            return null;
        var schedule = await db.TimetableAsync(session.Date, outline, cancel);
        var slots = schedule.Slots.Where(s => s.SessionNumber == number).OrderBy(s => s.Start).ThenBy(s => s.Slug).ToList();
        var talks = slots.ToDictionary(
            s => s.Slug,
            s => s.ContributionCode is { } code ? schedule.Contributions.GetValueOrDefault(code) : null
        );
        var codes = talks.Values.OfType<Contribution>().Select(t => t.Code.ToUpperInvariant()).ToArray();
        var submissions = await db
            .Submissions.AsNoTracking()
            .Where(s => s.ContributionCode != null && codes.Contains(s.ContributionCode))
            .ToDictionaryAsync(s => s.ContributionCode!, cancel);
        var ids = submissions.Values.Select(s => s.Id).ToArray();
        var slides = (
            await db
                .SubmissionFiles.Where(f => ids.Contains(f.SubmissionId) && f.Use == SubmissionFileUse.Slides)
                .Select(f => new
                {
                    f.SubmissionId,
                    File = new ListedFile(f.Id, f.Use, f.Number, f.Extension, f.Length, f.Width, f.Height, f.At, f.PublishedAt),
                })
                .ToListAsync(cancel)
        ).ToDictionary(f => f.SubmissionId, f => f.File);
        var people = await PeopleAsync(db, session, cancel);
        return new(
            outline.Workshop,
            session,
            [
                .. slots.Select(slot =>
                {
                    var talk = talks[slot.Slug];
                    var submission = talk is null ? null : submissions.GetValueOrDefault(talk.Code.ToUpperInvariant());
                    return new ChairRow(
                        slot,
                        talk,
                        SpeakersOf(slot, talk, people[talk?.Code ?? slot.Slug]),
                        submission is { Pronunciation.Length: > 0 } said ? said.Pronunciation
                            : talk is null ? slot.Pronunciation ?? ""
                            : talk.Pronunciation ?? "",
                        submission is null ? null : slides.GetValueOrDefault(submission.Id),
                        slot.DoNotRecord || talk is { DoNotRecord: true } || submission is { IsNotRecorded: true }
                    );
                }),
            ]
        );
    }

    /// <summary>The people with a confirmed role, by the key of the part, with their presence at the half-day of the session.</summary>
    private static async Task<ILookup<string, (RegistrationDetails Person, SpeakerPresence Presence)>> PeopleAsync(
        WorkshopDb db,
        Session session,
        CancellationToken cancel
    )
    {
        var holders = await RoleQueries.HoldersAsync(db, await RoleQueries.RolesAsync(db, cancel), cancel);
        var presences = await db
            .Presences.AsNoTracking()
            .Where(p => p.Date == session.Date && p.Half == session.HalfDay)
            .ToDictionaryAsync(p => p.RegistrationId, cancel);
        return holders.ToLookup(
            h => h.Part.Key,
            h =>
                (
                    h.Person.Details,
                    presences.GetValueOrDefault(h.Person.Id)?.Attended switch
                    {
                        Attendance.InPerson => SpeakerPresence.InRoom,
                        Attendance.Remote => SpeakerPresence.OnStream,
                        _ => SpeakerPresence.NotYet,
                    }
                )
        );
    }

    /// <summary>Those whom the programme names, then those to whom organisers have given the talk.</summary>
    private static List<ChairSpeaker> SpeakersOf(
        Slot slot,
        Contribution? talk,
        IEnumerable<(RegistrationDetails Person, SpeakerPresence Presence)> registered
    )
    {
        var left = registered.ToList();
        var speakers = new List<ChairSpeaker>();
        foreach (var speaker in talk?.Speakers ?? slot.Speakers)
        {
            var at = left.FindIndex(r => NameKey.Of(speaker.Name).Contains(NameKey.Of(r.Person)) || MayBe(r.Person, speaker.Name));
            speakers.Add(new(speaker.Name, speaker.FromWhere().TrimStart(',', ' '), at < 0 ? SpeakerPresence.Unknown : left[at].Presence));
            if (at >= 0)
                left.RemoveAt(at);
        }
        speakers.AddRange(left.Select(r => new ChairSpeaker(r.Person.Name, "", r.Presence, IsNamed: false)));
        return speakers;
    }

    private static bool MayBe(RegistrationDetails person, string name) =>
        AuthorKey.Of(person.GivenName, person.FamilyName).MayBe(AuthorKey.Of(name));
}
