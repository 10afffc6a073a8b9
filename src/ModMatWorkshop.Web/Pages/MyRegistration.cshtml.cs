using System.Text.Json;
using System.Text.Json.Serialization;
using FluentValidation.Results;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Exports;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages;

/// <summary>The page behind the secret link: it is the account. Reading it changes nothing; every button is a form.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class MyRegistrationModel(
    WorkshopDb db,
    RegistrationService registrations,
    SiteContext siteContext,
    Words words,
    SecretLinks links,
    IAntiforgery antiforgery
) : PageModel
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public Workshop Workshop { get; private set; } = null!;

    /// <summary>Null for a link that opens nothing.</summary>
    public Registration? Registration { get; private set; }

    /// <summary>The link came by mail to a new address, whose owner may now confirm it.</summary>
    public bool IsOfNewAddress { get; private set; }

    public SeatOutcome Standing { get; private set; } = new(Place.None);

    public RegistrationChoices Choices { get; private set; } = null!;

    public RegistrationForm Form { get; private set; } = new();

    public IReadOnlyList<ValidationFailure> Faults { get; private set; } = [];

    /// <summary>Of the answers that the form was shown with.</summary>
    public int Revision { get; private set; }

    /// <summary>The form with what somebody else has changed while it was open; null when nobody has.</summary>
    public MergedForm? Merged { get; private set; }

    public string? Said { get; private set; }

    public bool IsErased { get; private set; }

    public string Token { get; private set; } = "";

    /// <summary>The last half-day has ended: there are certificates.</summary>
    public bool IsOver { get; private set; }

    /// <summary>The organisers have revoked the certificate.</summary>
    public bool IsRevoked { get; private set; }

    /// <summary>Recorded at some half-day, so that there is something to certify.</summary>
    public bool WasThere { get; private set; }

    /// <summary>The address of the check-in, drawn as a QR code.</summary>
    public string TicketAddress => siteContext.Address.Of(Routes.Ticket(Registration!.Ticket));

    public async Task OnGetAsync([FromRoute] string token, [FromQuery] string? said, CancellationToken cancel)
    {
        siteContext.Head.NoIndex = true;
        IsErased = said == "erased";
        Said = words.Said(said);
        if (await LoadAsync(token, cancel))
            Form = RegistrationForm.Of(Registration!);
    }

    /// <summary>What we hold about the person, whole.</summary>
    public async Task<IActionResult> OnGetDataAsync([FromRoute] string token, CancellationToken cancel)
    {
        if (!await LoadAsync(token, cancel) || IsOfNewAddress)
            return NotFound();
        var mails = await db
            .Outbox.AsNoTracking()
            .Where(m => m.RegistrationId == Registration!.Id)
            .OrderBy(m => m.Id)
            .Select(m => new
            {
                m.Kind,
                m.CreatedAt,
                m.SentAt,
                m.State,
            })
            .ToListAsync(cancel);
        var log = await db
            .AuditLog.AsNoTracking()
            .Where(e => e.Registration == Registration!.Number)
            .OrderBy(e => e.Id)
            .Select(e => new
            {
                e.At,
                e.Action,
                e.Result,
            })
            .ToListAsync(cancel);
        var changes = await db
            .RegistrationChanges.AsNoTracking()
            .Where(c => c.RegistrationId == Registration!.Id)
            .OrderBy(c => c.Id)
            .Select(c => new
            {
                c.At,
                c.Action,
                c.Before,
            })
            .ToListAsync(cancel);
        var notes = await db
            .RegistrationNotes.AsNoTracking()
            .Where(n => n.RegistrationId == Registration!.Id)
            .OrderBy(n => n.Id)
            .Select(n => new { n.At, n.Text })
            .ToListAsync(cancel);
        var presences = await db
            .Presences.AsNoTracking()
            .Where(p => p.RegistrationId == Registration!.Id)
            .OrderBy(p => p.Date)
            .ThenBy(p => p.Half)
            .Select(p => new
            {
                p.Date,
                p.Half,
                p.CheckedInAt,
                p.Heartbeats,
                p.FirstHeartbeat,
                p.LastHeartbeat,
                p.Correction,
                p.CorrectedAt,
            })
            .ToListAsync(cancel);
        var certificates = await db
            .Certificates.AsNoTracking()
            .Where(c => c.RegistrationId == Registration!.Id)
            .OrderBy(c => c.Issue)
            .Select(c => new
            {
                c.IssuedAt,
                c.ReplacedAt,
                c.RevokedAt,
            })
            .ToListAsync(cancel);
        var invitations = await db
            .Invitations.AsNoTracking()
            .Where(i => i.UsedBy == Registration!.Id)
            .OrderBy(i => i.CreatedAt)
            .Select(i => new
            {
                i.CreatedAt,
                i.Guest,
                i.Email,
            })
            .ToListAsync(cancel);
        return File(
            JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    registration = Registration,
                    invitations,
                    presences,
                    certificates,
                    changes,
                    notes,
                    mails,
                    log,
                },
                Readable
            ),
            "application/json; charset=utf-8",
            $"{Workshop.Slug}-{Registration!.Number}.json"
        );
    }

    /// <summary>The slots of the half-days that the person attends.</summary>
    public async Task<IActionResult> OnGetCalendarAsync([FromRoute] string token, CancellationToken cancel)
    {
        if (ExportList.PersonalCalendar is not { } calendar || !await LoadAsync(token, cancel) || IsOfNewAddress)
            return NotFound();
        var schedule = await db.WholeScheduleAsync(cancel);
        var slugs = Registration!.Details.TimetableIn(schedule).Select(s => s.Slug).ToList();
        var text = calendar.Write(schedule, slugs, siteContext.Address, siteContext.Language);
        return File(System.Text.Encoding.UTF8.GetBytes(text), calendar.MediaType, Workshop.Slug + Path.GetExtension(calendar.FileName));
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string token, CancellationToken cancel)
    {
        siteContext.Head.NoIndex = true;
        var form = Request.Form;
        if (!await LoadAsync(token, cancel))
            return Page();
        Form = RegistrationForm.Of(Registration!);
        if (form["action"] == "save")
            Revision = RegistrationEdit.RevisionIn(form);
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
            return Refuse([new("", words.FormIsOld)], form);

        var (id, actor) = (Registration!.Id, Actor.Participant);
        var action = form["action"].ToString();
        if (IsOfNewAddress)
            return action == "take-address"
                ? await RedirectWithResultAsync(await registrations.ApplyAsync(id, new TakeNewAddress(), Actor.Participant, cancel), cancel)
                : Page();
        switch (action)
        {
            case "confirm":
                return await RedirectWithResultAsync(await registrations.ApplyAsync(id, new Confirm(), Actor.Participant, cancel), cancel);
            case "seat":
                return await RedirectWithResultAsync(await registrations.ApplyAsync(id, new RequestSeat(), actor, cancel), cancel);
            case "remote":
                return await RedirectWithResultAsync(await registrations.ApplyAsync(id, new FollowRemotely(), actor, cancel), cancel);
            case "accept":
                return await RedirectWithResultAsync(await registrations.ApplyAsync(id, new AcceptOffer(), actor, cancel), cancel);
            case "cancel":
                return await RedirectWithResultAsync(await registrations.ApplyAsync(id, new Cancel(), actor, cancel), cancel);
            case "erase":
                await registrations.EraseAsync(id, actor, cancel);
                ParticipantCookie.Remove(HttpContext);
                return SeeOther(token, "erased");
            case "address":
                if (!EmailAddress.TryParse(form["email"], out var address))
                    return Refuse([new("email", words.NotAnAddress)], form);
                return SeeOther(
                    token,
                    await registrations.ApplyAsync(id, new RequestAddressChange(address), actor, cancel) == ChangeResult.Done
                        ? "mailed"
                        : "nochange"
                );
            case "save":
                Form = RegistrationForm.Read(form).OnAddressAndPlaceOf(Registration) with { Key = Registration.FormKey };
                var checkedForm = await new RegistrationFormValidator(words, Choices).ValidateAsync(Form, cancel);
                if (!checkedForm.IsValid)
                    return Refuse(checkedForm.Errors, form);
                (var saved, Merged) = await RegistrationEdit.SaveAsync(
                    db,
                    registrations,
                    words,
                    Choices,
                    id,
                    Revision,
                    Form.With(PersonFields.Language, ""),
                    siteContext.Language,
                    actor,
                    cancel
                );
                return Merged is null ? await RedirectWithResultAsync(saved, cancel) : ShowConflict(Merged);
            default:
                return Page();
        }
    }

    private PageResult Refuse(IReadOnlyList<ValidationFailure> faults, IFormCollection form)
    {
        Faults = faults;
        if (form["action"] == "save")
            Form = RegistrationForm.Read(form).OnAddressAndPlaceOf(Registration!);
        else if (form["action"] == "address")
            Form = Form.With(PersonFields.Email, form["email"].ToString());
        Response.StatusCode = StatusCodes.Status400BadRequest;
        siteContext.Head.Mark("invalid");
        return Page();
    }

    private PageResult ShowConflict(MergedForm merged)
    {
        (Form, Revision) = (merged.Form, merged.Revision);
        Response.StatusCode = StatusCodes.Status409Conflict;
        siteContext.Head.Mark("invalid");
        return Page();
    }

    /// <summary>Back to the page, whose link may have become another one.</summary>
    private async Task<IActionResult> RedirectWithResultAsync(ChangeResult answer, CancellationToken cancel)
    {
        var registration = await db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == Registration!.Id, cancel);
        return registration is null ? NotFound() : SeeOther(links.Of(registration), answer.ToString().ToLowerInvariant());
    }

    private RedirectResult SeeOther(string token, string said) => Redirect($"{siteContext.Path(Routes.MyRegistration, token)}?said={said}");

    private async Task<bool> LoadAsync(string token, CancellationToken cancel)
    {
        Workshop = await siteContext.WorkshopAsync();
        (Token, Registration) = (token, await OfAsync(token, cancel));
        if (Registration is null)
        {
            if (!IsErased)
                Response.StatusCode = StatusCodes.Status404NotFound;
            siteContext.Head.Mark("invalid");
            return false;
        }
        Standing = new(Registration.Place, await RegistrationQueries.RankAsync(db, Registration, cancel));
        Revision = Registration.Revision;
        Choices = (await siteContext.CachedAsync(RegistrationChoices.ReadAsync)).With(Registration.Details.Presents);
        siteContext.Head.Mark(Registration.Status, Registration.Place);
        IsOver = CertificateService.MayIssueAt(
            siteContext.Now,
            await siteContext.CachedAsync(db => PresenceService.HalfDayHoursAsync(db, CancellationToken.None))
        );
        if (IsOver)
            IsRevoked = await db
                .Certificates.AsNoTracking()
                .Where(c => c.RegistrationId == Registration.Id)
                .OrderByDescending(c => c.Issue)
                .Select(c => c.RevokedAt != null)
                .FirstOrDefaultAsync(cancel);
        if (IsOver && !IsRevoked)
            WasThere = (await db.Presences.AsNoTracking().Where(p => p.RegistrationId == Registration.Id).ToListAsync(cancel)).Any(p =>
                p.Attended is not null
            );
        if (!IsOfNewAddress)
            ParticipantCookie.Set(HttpContext, token, Workshop, siteContext.Now);
        return true;
    }

    private async Task<Registration?> OfAsync(string token, CancellationToken cancel)
    {
        if (links.Read(token) is { } read)
            return await db
                .Registrations.AsNoTracking()
                .SingleOrDefaultAsync(r => r.Id == read.Id && r.Generation == read.Generation, cancel);
        if (
            SecretLinks.IdIn(token) is not { } id
            || await db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } registration
            || !links.IsOfNewAddress(token, registration)
        )
            return null;
        IsOfNewAddress = true;
        return registration;
    }
}
