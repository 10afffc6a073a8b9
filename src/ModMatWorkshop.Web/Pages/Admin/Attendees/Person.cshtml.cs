using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Options;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Attendees;

/// <summary>One line of a registration's history: who did what when, and the fields that changed.</summary>
/// <param name="IsLast">True for the change that undo would take back.</param>
/// <param name="LostAnswers">The fields whose answer an undo cannot restore, because it was withdrawn and is not kept.</param>
public sealed record PersonEvent(
    RegistrationChange Change,
    string By,
    IReadOnlyList<FieldChange> Changes,
    bool IsLast,
    IReadOnlyList<RegistrationField> LostAnswers
)
{
    /// <summary>The seat that an undo of a change would free; null for none.</summary>
    /// <param name="now">The registration as it is.</param>
    public int? SeatFreedByUndo(Registration now) => Change.Before.SeatNumber is null ? now.SeatNumber : null;
}

/// <summary>The position of a registration in the list that the organiser came from.</summary>
/// <param name="Position">Counted from 1.</param>
public sealed record ListPosition(int Position, int Total, int? Previous, int? Next);

/// <summary>Shows everything about one registration, and the actions that are possible now.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed partial class PersonModel(
    WorkshopDb db,
    RegistrationService registrations,
    CertificateService certificates,
    SiteContext siteContext,
    Words words
) : PageModel
{
    private const int MaxEvents = 200;
    private const string OfferRefusedKey = "nooffer";

    public Workshop Workshop { get; private set; } = null!;

    public Registration Registration { get; private set; } = null!;

    public SeatOutcome Standing { get; private set; } = new(Place.None);

    public RegistrationChoices Choices { get; private set; } = null!;

    /// <summary>Free seats of the reserve.</summary>
    public int ReserveLeft { get; private set; }

    public IReadOnlyList<PersonEvent> History { get; private set; } = [];

    public IReadOnlyList<OutboxMessage> Mails { get; private set; } = [];

    public IReadOnlyList<RegistrationNote> Notes { get; private set; } = [];

    /// <summary>The presence at each half-day; empty for a person who is neither confirmed nor was ever present.</summary>
    public IReadOnlyList<OpenPresenceCell> Presences { get; private set; } = [];

    /// <summary>The latest certificate of attendance; null when none was issued.</summary>
    public Certificate? Certificate { get; private set; }

    public Roles Roles { get; private set; } = null!;

    public ActorNames Names { get; private set; } = null!;

    public ListPosition? List { get; private set; }

    /// <summary>The query of the list that the organiser came from.</summary>
    public string Query { get; private set; } = "";

    public string? Notice { get; private set; }

    /// <summary>True after an action that can be undone.</summary>
    public bool HasJustChanged { get; private set; }

    /// <summary>The text of a note that was refused.</summary>
    public string Note { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync([FromRoute] int number, [FromQuery] string? done, CancellationToken cancel)
    {
        if (!await LoadAsync(number, cancel))
            return NotFound();
        Notice = done == OfferRefusedKey ? await OfferRefusedAsync(cancel) : words.PersonResult(done);
        HasJustChanged = done is "done" or "saved" or "queued";
        return Page();
    }

    public Task<IActionResult> OnPostConfirmAsync([FromRoute] int number, CancellationToken cancel) =>
        ApplyAsync(number, new Confirm(), cancel);

    public Task<IActionResult> OnPostAcceptAsync([FromRoute] int number, CancellationToken cancel) =>
        ApplyAsync(number, new AcceptOffer(), cancel);

    public Task<IActionResult> OnPostRemoteAsync([FromRoute] int number, CancellationToken cancel) =>
        ApplyAsync(number, new FollowRemotely(), cancel);

    public Task<IActionResult> OnPostCancelAsync([FromRoute] int number, CancellationToken cancel) =>
        ApplyAsync(number, new Cancel(), cancel);

    public Task<IActionResult> OnPostReinstateAsync([FromRoute] int number, CancellationToken cancel) =>
        ApplyAsync(number, new Reinstate(), cancel);

    public Task<IActionResult> OnPostLinkAsync([FromRoute] int number, CancellationToken cancel) =>
        ApplyAsync(number, new SendLink(), cancel);

    public Task<IActionResult> OnPostUndoAsync([FromRoute] int number, [FromForm] long change, CancellationToken cancel) =>
        ApplyAsync(number, new UndoLastChange(change), cancel);

    public Task<IActionResult> OnPostRetryAsync([FromRoute] int number, [FromForm] long mail, CancellationToken cancel) =>
        ChangeAsync(number, (id, actor) => registrations.RetryMailAsync(id, mail, actor, cancel), cancel);

    public Task<IActionResult> OnPostDeleteNoteAsync([FromRoute] int number, [FromForm] long note, CancellationToken cancel) =>
        ChangeAsync(number, (id, actor) => registrations.DeleteNoteAsync(id, note, actor, cancel), cancel);

    public Task<IActionResult> OnPostRevokeAsync([FromRoute] int number, CancellationToken cancel) =>
        ChangeAsync(
            number,
            async (_, actor) => await certificates.RevokeAsync(number, actor, cancel) ? ChangeResult.Done : ChangeResult.NoChange,
            cancel
        );

    public async Task<IActionResult> OnPostEraseAsync([FromRoute] int number, CancellationToken cancel)
    {
        if (!await LoadAsync(number, cancel))
            return NotFound();
        await registrations.EraseAsync(Registration.Id, OrganiserSignIn.ActorOf(HttpContext), cancel);
        return LocalRedirect($"/admin/attendees{Query}");
    }

    public async Task<IActionResult> OnPostNoteAsync([FromRoute] int number, [FromForm] string? text, CancellationToken cancel)
    {
        if (!await LoadAsync(number, cancel))
            return NotFound();
        Note = NoteText.Of(text ?? "");
        var fault =
            Note.Length == 0 ? "empty"
            : NoteText.IsFit(Note) ? null
            : "toolong";
        if (fault is null)
        {
            var result = await registrations.NoteAsync(Registration.Id, Note, OrganiserSignIn.ActorOf(HttpContext), cancel);
            return Back(number, result.ToString().ToLowerInvariant());
        }
        Notice = words.PersonResult(fault);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private Task<IActionResult> ApplyAsync(int number, RegistrationCommand command, CancellationToken cancel) =>
        ChangeAsync(number, (id, actor) => registrations.ApplyAsync(id, command, actor, cancel), cancel);

    private async Task<IActionResult> ChangeAsync(int number, Func<Guid, Actor, Task<ChangeResult>> change, CancellationToken cancel)
    {
        if (!await LoadAsync(number, cancel))
            return NotFound();
        return Back(number, (await change(Registration.Id, OrganiserSignIn.ActorOf(HttpContext))).ToString().ToLowerInvariant());
    }

    private LocalRedirectResult Back(int number, string said) =>
        LocalRedirect(
            string.Create(CultureInfo.InvariantCulture, $"/admin/attendees/{number}{Query}{(Query.Length == 0 ? '?' : '&')}done={said}")
        );

    private async Task<bool> LoadAsync(int number, CancellationToken cancel)
    {
        if (await db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.Number == number, cancel) is not { } registration)
            return false;
        Registration = registration;
        Workshop = await siteContext.WorkshopAsync();
        Certificate = await db
            .Certificates.AsNoTracking()
            .Where(c => c.RegistrationId == registration.Id)
            .OrderByDescending(c => c.Issue)
            .FirstOrDefaultAsync(cancel);
        Standing = new(registration.Place, await RegistrationQueries.RankAsync(db, registration, cancel));
        Choices = (await siteContext.CachedAsync(RegistrationChoices.ReadAsync)).With(registration.Details).For(User);
        Options = await OptionQueries.StandingOfAsync(db, registration, Workshop.Options, cancel);
        Roles = await siteContext.RolesAsync();
        siteContext.Head.Mark(registration.Status, registration.Place);
        var context = await RegistrationContext.ReadAsync(db, cancel);
        ReserveLeft = context.SeatsAt(siteContext.Now).AvailableReserve;
        Names = await ActorNames.ReadAsync(db, words, cancel);
        History = await HistoryAsync(cancel);
        Mails = await db
            .Outbox.AsNoTracking()
            .Where(m => m.RegistrationId == registration.Id && m.To == null)
            .OrderByDescending(m => m.Id)
            .Take(MaxEvents)
            .ToListAsync(cancel);
        Notes = await db
            .RegistrationNotes.AsNoTracking()
            .Where(n => n.RegistrationId == registration.Id)
            .OrderByDescending(n => n.Id)
            .ToListAsync(cancel);
        var query = AttendeeQuery.Read(new(Request.Query));
        Query = query.ToQueryString();
        var numbers = await query.In(db).Select(r => r.Number).ToListAsync(cancel);
        if (numbers.IndexOf(number) is >= 0 and var at)
            List = new(at + 1, numbers.Count, at > 0 ? numbers[at - 1] : null, at + 1 < numbers.Count ? numbers[at + 1] : null);
        Presences = await PresencesAsync(cancel);
        await LoadLateChangeAsync(cancel);
        return true;
    }

    private async Task<IReadOnlyList<OpenPresenceCell>> PresencesAsync(CancellationToken cancel)
    {
        var recorded = await db
            .Presences.AsNoTracking()
            .Where(p => p.RegistrationId == Registration.Id)
            .ToDictionaryAsync(p => new HalfDayId(p.Date, p.Half), cancel);
        if (recorded.Count == 0 && Registration.Status != RegistrationStatus.Confirmed)
            return [];
        var hours = await siteContext.CachedAsync(source => PresenceService.HalfDayHoursAsync(source, CancellationToken.None));
        return
        [
            .. hours.Select(h => new OpenPresenceCell(
                PresenceCell.Of(Registration, h, recorded.GetValueOrDefault(h.HalfDay), siteContext.Now),
                Workshop.TimeZone,
                PresenceModel.Address + Query,
                true,
                Names.Of
            )),
        ];
    }

    private async Task<IReadOnlyList<PersonEvent>> HistoryAsync(CancellationToken cancel)
    {
        var changes = await db
            .RegistrationChanges.AsNoTracking()
            .Where(c => c.RegistrationId == Registration.Id)
            .OrderByDescending(c => c.Id)
            .Take(MaxEvents)
            .ToListAsync(cancel);
        var last = (await RegistrationQueries.LastChangeAsync(db, Registration.Id, cancel))?.Id;
        var events = new List<PersonEvent>();
        var after = Registration.Snapshot();
        foreach (var change in changes)
        {
            var lost = Choices.Fields.Withdrawable.Where(f => change.Before.Erased.ContainsKey(f.Key));
            events.Add(new(change, Names.Of(change.Actor), Between(change.Before, after), change.Id == last, [.. lost]));
            after = change.Before;
        }
        return events;
    }

    private List<FieldChange> Between(RegistrationState before, RegistrationState after)
    {
        List<FieldChange> all = [.. new RegistrationFormDiff(words, Choices).Diff(before, after)];
        Add("email", words.Email, EmailAddress.Display(before.Email), EmailAddress.Display(after.Email));
        Add("new-email", words.NewAddressLabel, Address(before.NewEmail), Address(after.NewEmail));
        Add("status", words.StatusLabel, words.Status(before.Status), words.Status(after.Status));
        Add("selection", words.ApplicationOfPerson, words.SelectionName(before.Selection), words.SelectionName(after.Selection));
        Add("travel-support", words.TravelSupport, SupportOf(before), SupportOf(after));
        Add("roles", words.RolesOfPerson, words.RolesDecided(before.RoleDecisions), words.RolesDecided(after.RoleDecisions));
        Add("place", words.PlaceLabel, words.PlaceName(before.Place, before.SeatNumber), words.PlaceName(after.Place, after.SeatNumber));
        return all;

        string SupportOf(RegistrationState state) => $"{words.TravelSupportName(state.TravelSupport)} {state.TravelSupportWords}".TrimEnd();

        string Address(string? stored) => stored is null ? words.Nothing : EmailAddress.Display(stored);

        void Add(string id, string label, string was, string became)
        {
            if (was != became)
                all.Add(new(id, label, was, became));
        }
    }
}
