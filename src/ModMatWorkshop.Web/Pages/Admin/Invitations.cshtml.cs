using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Pages.Admin.Attendees;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>An invitation as organisers see it. Its link is shown only once, when it is created.</summary>
/// <param name="Mail">The state of its mail; null when the link was not sent by mail.</param>
public sealed record InvitationLine(Invitation Invitation, string By, string? UserName, int? UserNumber, bool IsUsed, OutboxMessage? Mail);

/// <summary>Creates invitations for speakers and committee, with seats of the reserve.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class InvitationsModel(
    WorkshopDb db,
    InvitationService invitations,
    SiteContext siteContext,
    SecretLinks links,
    IAntiforgery antiforgery
) : PageModel
{
    public const int MaxGuest = 100;

    private Words Words => siteContext.Words;

    public Workshop Workshop { get; private set; } = null!;

    public IReadOnlyList<InvitationLine> Lines { get; private set; } = [];

    public IReadOnlyList<NamedPerson> Speakers { get; private set; } = [];

    public int Reserved { get; private set; }

    public int Left { get; private set; }

    public string Until { get; private set; } = "";

    public string Guest { get; private set; } = "";

    public string Email { get; private set; } = "";

    /// <summary>The keys of the parts that the guest is invited for.</summary>
    public IReadOnlyList<string> Parts { get; private set; } = [];

    public Roles Roles { get; private set; } = null!;

    public Language Chosen { get; private set; }

    /// <summary>Created with the form, so that sending the form twice creates one invitation.</summary>
    public Guid Key { get; private set; } = Guid.NewGuid();

    /// <summary>The errors of the form, by the id of the field.</summary>
    public IReadOnlyDictionary<string, string> Faults { get; private set; } = new Dictionary<string, string>();

    /// <summary>The invitation just created.</summary>
    public Invitation? Created { get; private set; }

    public string LinkOf(Invitation invitation) =>
        siteContext.Address.Of(
            $"{Routes.Register.Path(siteContext.Languages, invitation.Language)}?invitation={links.OfInvitation(invitation.Id)}"
        );

    /// <summary>The names of the parts of an invitation; empty for none.</summary>
    public string PartsOf(Invitation invitation) =>
        string.Join(", ", invitation.RoleDecisions().Select(d => Roles.Find(d.Part)).OfType<Part>().Select(Words.PartShort));

    /// <summary>The address of the form, filled in for somebody whom the programme names.</summary>
    public static string AddressFor(NamedPerson person)
    {
        IEnumerable<KeyValuePair<string, string?>> query =
        [
            KeyValuePair.Create("guest", (string?)person.Name),
            .. person.Parts.Select(part => KeyValuePair.Create("part", (string?)part)),
        ];
        return QueryHelpers.AddQueryString("/admin/invitations", query) + "#invite";
    }

    public string? Notice { get; private set; }

    public async Task OnGetAsync([FromQuery] string? guest, [FromQuery] string[] part, [FromQuery] string? done, CancellationToken cancel)
    {
        Parts = part;
        Chosen = siteContext.Languages.OrFirst(siteContext.Language);
        Guest = guest is { Length: <= MaxGuest } ? NoteText.Of(guest) : "";
        Notice = done == "revoked" ? Words.Revoked : Words.PersonResult(done);
        await LoadAsync(cancel);
    }

    public async Task<IActionResult> OnPostRevokeAsync([FromForm] Guid id, CancellationToken cancel)
    {
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
        {
            Chosen = siteContext.Languages.OrFirst(siteContext.Language);
            await ShowFaultsAsync(new() { [""] = FormToken.FaultIn(HttpContext, Words) }, cancel);
            return Page();
        }
        var answer = await invitations.RevokeAsync(id, OrganiserSignIn.ActorOf(HttpContext), cancel);
        return LocalRedirect($"/admin/invitations?done={(answer == ChangeResult.Done ? "revoked" : answer.ToString().ToLowerInvariant())}");
    }

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancel)
    {
        var form = Request.Form;
        Guest = string.Join(' ', NoteText.Of(form["guest"].ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Email = form["email"].ToString().Trim();
        Chosen = siteContext.Languages.OrFirst(Languages.Find(form["language"]));
        Parts = [.. form["part"].OfType<string>().Where(p => p.Length > 0).Distinct()];
        var roles = await siteContext.RolesAsync();
        Key = Guid.TryParseExact(form["key"], "N", out var key) ? key : Key;
        var faults = new Dictionary<string, string>();
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
            faults[""] = FormToken.FaultIn(HttpContext, Words);
        if (Guest.Length == 0)
            faults["guest"] = Words.TellUs(Words.GuestName);
        else if (!NoteText.IsFit(Guest, MaxGuest))
            faults["guest"] = Guest.Length > MaxGuest ? Words.TooLong(Words.GuestName, MaxGuest) : Words.NoInvisible(Words.GuestName);
        EmailAddress? email = null;
        if (Email.Length > 0 && !EmailAddress.TryParse(Email, out email))
            faults["email"] = Words.NotAnAddress(Email);
        if (Parts.Any(p => roles.Find(p) is null))
            faults["part"] = Words.TellUs(Words.InvitedFor);
        if (faults.Count > 0)
        {
            await ShowFaultsAsync(faults, cancel);
            return Page();
        }
        // Render the page without a redirect: the link is shown on this response only.
        Created = await invitations.InviteAsync(Key, Guest, email, Chosen, Parts, OrganiserSignIn.ActorOf(HttpContext), cancel);
        (Guest, Email, Parts, Key) = ("", "", [], Guid.NewGuid());
        await LoadAsync(cancel);
        return Page();
    }

    private Task ShowFaultsAsync(Dictionary<string, string> faults, CancellationToken cancel)
    {
        (Faults, Response.StatusCode) = (faults, StatusCodes.Status400BadRequest);
        siteContext.Head.Mark("invalid");
        return LoadAsync(cancel);
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Workshop = await siteContext.WorkshopAsync();
        Roles = await siteContext.RolesAsync();
        var context = await RegistrationContext.ReadAsync(db, cancel);
        (Reserved, Left) = (context.Policy.Reserved, context.SeatsAt(siteContext.Now).AvailableReserve);
        Until = Words.DayWithYear(context.LastReserveDay);

        var names = await ActorNames.ReadAsync(db, Words, cancel);
        var lines = await (
            from invitation in db.Invitations.AsNoTracking()
            from user in db.Registrations.Where(r => r.Id == invitation.UsedBy).DefaultIfEmpty()
            from mail in db.Outbox.Where(m => m.RegistrationId == invitation.Id).DefaultIfEmpty()
            orderby invitation.CreatedAt descending
            select new
            {
                invitation,
                Number = (int?)user!.Number,
                Given = user.Details.GivenName,
                Family = user.Details.FamilyName,
                Status = (RegistrationStatus?)user.Status,
                mail,
            }
        ).ToListAsync(cancel);
        Lines =
        [
            .. lines.Select(l => new InvitationLine(
                l.invitation,
                names.Of(l.invitation.By),
                l.Number is null ? null : $"{l.Given} {l.Family}",
                l.Number,
                l.Status == RegistrationStatus.Confirmed,
                l.mail
            )),
        ];
        Speakers = await SpeakersToInviteAsync(cancel);
    }

    /// <summary>Speakers and committee members who are not registered and whose name has no invitation.</summary>
    private async Task<IReadOnlyList<NamedPerson>> SpeakersToInviteAsync(CancellationToken cancel)
    {
        var invited = Lines.Select(l => Folding.Fold(l.Invitation.Guest)).ToHashSet();
        return
        [
            .. (await RoleQueries.MissingAsync(db, Roles, cancel))
                .Where(person => !NameKey.Of(person.Name).Any(invited.Contains))
                .OrderBy(person => new PersonName(person.Name).SortKey, StringComparer.Ordinal),
        ];
    }
}
