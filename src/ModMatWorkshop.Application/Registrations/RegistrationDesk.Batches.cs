using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Application.Registrations;

/// <content>What batches ask of the desk, one item at a time.</content>
public sealed partial class RegistrationDesk
{
    private long? _item;

    /// <summary>Does one item of a batch, in a turn that also writes that it is done; nothing when the batch is paused or the item done already.</summary>
    public async Task DoAsync(Batch batch, BatchItem item, CancellationToken cancel)
    {
        var actor = new Actor(batch.Actor, batch.From);
        var id = item.Number is { } number ? await db.Registrations.Where(r => r.Number == number).Select(r => r.Id).SingleOrDefaultAsync(cancel) : Guid.Empty;
        _item = item.Id;
        try
        {
            await (batch.Kind switch
            {
                BatchKind.Confirm => ConfirmAsync(id, actor, cancel),
                BatchKind.Cancel => CancelAsync(id, actor, cancel),
                BatchKind.Remote => FollowRemotelyAsync(id, actor, cancel),
                BatchKind.Offer => OfferSeatAsync(id, actor, cancel),
                BatchKind.Link => SendLinkAgainAsync(id, actor, cancel),
                BatchKind.Message => WriteToAsync(id, batch.MessageId!.Value, actor, cancel),
                BatchKind.Import => ImportAsync(ImportRow.Read(item.Row!), batch.ImportAs!.Value, actor, cancel),
                BatchKind.Undo => UndoAsync(id, await ChangeOfAsync(id, item, cancel), actor, cancel),
                _ => throw new ArgumentOutOfRangeException(nameof(batch), batch.Kind, "There is no such batch."),
            });
        }
        finally
        {
            _item = null;
        }
    }

    /// <summary>Puts a message of the organisers into the outbox, once for each person.</summary>
    public Task<DeskAnswer> WriteToAsync(Guid id, long message, Actor actor, CancellationToken cancel) =>
        ChangeAsync(id, string.Create(CultureInfo.InvariantCulture, $"wrote message {message}"), actor, async (turn, registration) =>
        {
            var suffix = message.ToString(CultureInfo.InvariantCulture);
            var cause = OutboxMessage.CauseOf(MailKind.Message, registration.Id, suffix);
            if (await turn.Db.Outbox.AnyAsync(m => m.Cause == cause))
                return DeskAnswer.AlreadySo;
            if (registration.Status == RegistrationStatus.Cancelled && !await turn.Db.Messages.AnyAsync(m => m.Id == message && m.ToCancelled))
                return DeskAnswer.NotNow;
            turn.Mail(registration, MailKind.Message, suffix, message);
            return DeskAnswer.Done;
        }, cancel);

    /// <summary>What a line of a file says, by its address: somebody new comes in as others do, somebody known is changed in what the line says. Who has cancelled stays so.</summary>
    private Task<DeskAnswer> ImportAsync(ImportRow row, ImportAs how, Actor actor, CancellationToken cancel) => TurnAsync(ForItem(async (turn, item) =>
    {
        var registration = await turn.Db.Registrations.SingleOrDefaultAsync(r => r.Email == row.Email);
        var isNew = registration is null;
        DeskAnswer answer;
        if (registration is not null)
            answer = Change(turn, registration, row, how);
        else if (turn.Now >= turn.State.End || !EmailAddress.TryParse(row.Email, out var email))
            return DeskAnswer.TooLate;
        else
        {
            turn.Db.Registrations.Add(registration = Registration.New(Guid.CreateVersion7(), ++turn.Room.LastNumber, RandomText(), email));
            Enter(turn, registration, row, how);
            answer = DeskAnswer.Done;
        }
        item!.Number = registration.Number;
        turn.Log(actor, isNew ? "imported" : "changed by an import", registration, answer == DeskAnswer.Done ? registration.Place.ToString() : answer.ToString(), changed: answer == DeskAnswer.Done);
        return answer;
    }), cancel);

    private static void Enter(Turn turn, Registration registration, ImportRow row, ImportAs how)
    {
        registration.Begin(row.Details, row.Attendance, "", turn.Now);
        if (row.Attendance == Attendance.Remote)
            registration.FollowRemotely();
        else
            SeatOrQueue(turn, registration, invited: false);
        if (how == ImportAs.ToBeConfirmed)
        {
            // As long as an offer: nobody is sitting in front of the form.
            registration.HoldPlaceUntil(turn.State.OfferUntil(turn.Now));
            turn.Mail(registration, MailKind.ConfirmAddress);
            return;
        }
        registration.Confirm(turn.Now);
        if (how == ImportAs.ConfirmedAndTold)
            turn.Mail(registration, registration.Place == Place.WaitingList ? MailKind.WaitingList : MailKind.Confirmed);
    }

    private DeskAnswer Change(Turn turn, Registration registration, ImportRow row, ImportAs how)
    {
        if (registration.Status == RegistrationStatus.Cancelled)
            return DeskAnswer.NotNow;
        var changes = row.ChangesOf(registration);
        if (changes.Count == 0)
            return DeskAnswer.AlreadySo;
        var hold = registration.HoldUntil;
        if (changes.Any(field => field != ImportField.Attendance))
            registration.Describe(row.Onto(registration.Details), turn.Now);
        if (!changes.Contains(ImportField.Attendance))
            return DeskAnswer.Done;

        turn.SeatsChanged(registration);
        if (row.Attendance == Attendance.Remote)
            registration.FollowRemotely();
        else
            SeatOrQueue(turn, registration, invited: false);
        if (registration.Status == RegistrationStatus.Pending)
            registration.HoldPlaceUntil(hold ?? turn.Now + settings.Hold);
        else if (how != ImportAs.ConfirmedSilently)
            turn.Mail(registration, registration.Place switch { Place.Seat => MailKind.SwitchedToSeat, Place.WaitingList => MailKind.WaitingList, _ => MailKind.SwitchedToRemote });
        return DeskAnswer.Done;
    }

    private Func<Turn, Task<DeskAnswer>> ForItem(Func<Turn, Task<DeskAnswer>> work) => ForItem((turn, _) => work(turn));

    /// <summary>What is done for an item of a batch and that it is done are one commit. Whoever comes second, or after a pause, finds nothing to do.</summary>
    private Func<Turn, Task<DeskAnswer>> ForItem(Func<Turn, BatchItem?, Task<DeskAnswer>> work)
    {
        if (_item is not { } id)
            return turn => work(turn, null);
        return async turn =>
        {
            var item = await (from i in turn.Db.BatchItems
                              join b in turn.Db.Batches on i.BatchId equals b.Id
                              where i.Id == id && i.State == BatchItemState.Waiting && b.State == BatchState.Running
                              select i).SingleOrDefaultAsync(CancellationToken.None);
            if (item is null)
                return DeskAnswer.AlreadySo;
            turn.BatchItem = id;
            var answer = await work(turn, item);
            (item.Answer, item.Row) = (answer.ToString(), null);
            item.State = answer switch { DeskAnswer.Done or DeskAnswer.Queued => BatchItemState.Done, DeskAnswer.AlreadySo => BatchItemState.Nothing, _ => BatchItemState.Refused };
            return answer;
        };
    }

    /// <summary>The change that a batch made, which is taken back if nothing has happened since.</summary>
    private Task<long> ChangeOfAsync(Guid id, BatchItem item, CancellationToken cancel) =>
        db.RegistrationChanges.Where(c => c.RegistrationId == id && c.BatchItem == item.Undoes).Select(c => c.Id).SingleOrDefaultAsync(cancel);
}
