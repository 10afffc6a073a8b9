using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Pages.Admin.Mail;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>The mail to one of the people concerned, as it would be sent now, with its secret link masked.</summary>
public sealed record ProgrammeMailPreview(Registration To, string Subject, string Text);

/// <summary>A timetable that waits until an organiser agrees, and the half-days with answers that it changes.</summary>
public sealed record TimetableToAgreeTo(string TimetableHash, IReadOnlyList<ConcernedPeople> HalfDays);

/// <summary>
/// Shows what a new timetable would do to the answers, and makes it live when an organiser agrees. Then asks who is put down for added
/// half-days and whether people are told.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ProgrammeChangeModel(
    WorkshopDb db,
    ContentImporter importer,
    ProgrammeChangeService changes,
    MailComposer composer,
    AuditTrail trail,
    TimeProvider realTime,
    Words words
) : PageModel
{
    private const string Address = "/admin/content/programme";

    public const string PutDownPrefix = "put-";
    public const string Everybody = "everybody";
    public const string Nobody = "nobody";
    public const string Yes = "yes";
    public const string Check = "check";

    /// <summary>Null when no timetable waits.</summary>
    public TimetableToAgreeTo? WaitingTimetable { get; private set; }

    /// <summary>Null when there is nothing to decide.</summary>
    public OpenProgrammeChange? Open { get; private set; }

    public ProgrammeMailPreview? Preview { get; private set; }

    public string? Notice { get; private set; }

    public bool IsFault { get; private set; }

    public bool IsChosen(string name, string value) => Request.HasFormContentType && Request.Form[name] == value;

    public async Task OnGetAsync([FromQuery] string? done, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Notice =
            done == "already" ? words.DecidedAlready
            : done == "agreed" ? words.TimetableIsLive
            : done == "again" ? words.TimetableHasChanged
            : int.TryParse(done, NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? words.Decided(told)
            : null;
    }

    public async Task<IActionResult> OnPostAgreeAsync([FromForm] string? timetable, CancellationToken cancel)
    {
        var outcome = await importer.ImportAsync(timetable, cancel);
        // Without a change of the folder, another organiser was faster.
        if (outcome.Content is null)
            return LocalRedirect($"{Address}?done=already");
        if (outcome.Content.TimetableHash != timetable)
            return LocalRedirect($"{Address}?done=again");
        await trail.WriteAsync(OrganiserSignIn.ActorOf(HttpContext), "agreed to the timetable", cancel: cancel);
        return LocalRedirect($"{Address}?done=agreed");
    }

    public async Task<IActionResult> OnPostDecideAsync([FromForm] int change, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (Open is not { } open || open.Change.Id != change)
            return LocalRedirect($"{Address}?done=already");
        var added = open.Change.HalfDays.Where(c => c.Kind == HalfDayChangeKind.Added).Select(c => c.After!.Key).ToList();
        var tell = Request.Form["tell"].ToString();
        if (tell is not (Yes or Check or Nobody) || added.Any(key => AnswerFor(key) is not (Everybody or Nobody)))
        {
            (Notice, IsFault, Response.StatusCode) = (words.AnswerEveryQuestion, true, StatusCodes.Status400BadRequest);
            return Page();
        }
        var told = await changes.DecideAsync(
            change,
            new([.. added.Where(key => AnswerFor(key) == Everybody)], tell != Nobody, tell == Check),
            OrganiserSignIn.ActorOf(HttpContext),
            cancel
        );
        return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"{Address}?done={(told is { } count ? $"{count}" : "already")}"));

        string AnswerFor(string key) => Request.Form[PutDownPrefix + key].ToString();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        if (
            importer.WaitingTimetable is { } content
            && await ProgrammeChangePreview.ReadAsync(db, content, cancel) is { Count: > 0 } halfDays
        )
            WaitingTimetable = new(content.TimetableHash, halfDays);
        Open = await changes.FindOpenAsync(cancel);
        // Nobody is put down for an added half-day yet, so the mail of somebody with an answer that has moved shows most.
        if (
            Open?.HalfDays.Where(h => h.Change.Kind != HalfDayChangeKind.Added).SelectMany(h => h.People).FirstOrDefault() is not { } person
        )
            return;
        var message = OutboxMessage.For(
            person,
            MailKind.ProgrammeChanged,
            ProgrammeChange.MailCause(Open.Change.Id),
            realTime.GetUtcNow(),
            "preview.invalid"
        );
        using var mail = await composer.ComposeAsync(message, cancel);
        if (mail is not null)
            Preview = new(person, mail.Subject ?? "", QueuedMailModel.Mask(mail.TextBody ?? ""));
    }
}
