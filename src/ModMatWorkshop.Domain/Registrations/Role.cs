using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>What the workshop certifies about a person, in ascending order of importance.</summary>
public enum Role
{
    Participant,
    Poster,
    Talk,
    InvitedTalk,
    Organiser,
}

/// <summary>
/// What somebody does in the workshop: presents a contribution, speaks without an abstract, or belongs to the committee. A part that has
/// left the programme or is cancelled does not exist and gives no role.
/// </summary>
/// <param name="Key">The code of the contribution, the slug of the slot, or <see cref="Committee"/>.</param>
/// <param name="Names">The people whom the programme names for it.</param>
/// <param name="Title">Plain text; null for the committee.</param>
/// <param name="TitleLang">BCP 47 tag of the title; null for the committee.</param>
public sealed record Part(string Key, Role Role, IReadOnlyList<string> Names, string? Title = null, string? TitleLang = null)
{
    public const string Committee = "committee";

    /// <summary>The title with sub- and superscripts, sanitised; null without markup.</summary>
    public string? TitleHtml { get; init; }

    /// <summary>True if several people have the part, each without contesting that of the others.</summary>
    public bool IsShared => Key == Committee || Names.Count > 1;

    public static Role RoleOf(ContributionKind kind) =>
        kind switch
        {
            ContributionKind.Invited => Role.InvitedTalk,
            ContributionKind.Oral => Role.Talk,
            _ => Role.Poster,
        };
}

/// <summary>Somebody who presents an accepted submission and has answered so.</summary>
/// <param name="Part">The key of its <see cref="Registrations.Part"/>.</param>
/// <param name="Speaker">The speaker in the submission, which another author may have sent.</param>
public sealed record Presenter(Guid Registration, string Part, string Speaker)
{
    /// <summary>Whether the name is that of the speaker, as far as initials and accents allow.</summary>
    public bool MayBe(RegistrationDetails person) => AuthorKey.Of(person.GivenName, person.FamilyName).MayBe(AuthorKey.Of(Speaker));
}
