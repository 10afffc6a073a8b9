using System.Text;
using MimeKit;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Exports;
using QRCoder;

namespace ModMatWorkshop.Application.Mail;

/// <summary>
/// What a participant needs on the day, for the paragraphs of the file Practical: the way, half-days, meals, the ticket and the calendar.
/// </summary>
public sealed class PracticalFacts(Registration registration, Schedule schedule, SiteAddress site, SecretLinks links)
{
    private const int PixelsPerSquare = 6;
    private readonly PersonalProgramme _programme = PersonalProgramme.Of(registration, schedule);
    private readonly string _calendarToken = links.OfCalendar(registration);

    private bool HasTicket => registration is { Status: RegistrationStatus.Confirmed, Place: Place.Seat };

    private string ImageId => $"ticket@{schedule.Workshop.UidDomain}";

    public void AddTo(Dictionary<string, string?> values, Words words)
    {
        var isInTheRoom = _programme.HalfDays.Any(h => h.Choice.Attendance == Attendance.InPerson);
        var hasMeals = schedule.Slots.Any(s => s is { Kind: SlotKind.Meal or SlotKind.Break, Cancelled: false });
        values["in-room"] = isInTheRoom ? "" : null;
        values["map"] = schedule.Workshop.Venue.MapUrl();
        values["half-days-title"] = _programme.HalfDays.Count > 0 ? words.YourHalfDays(_programme.HalfDays.Count) : null;
        values["half-days"] = string.Join('\n', _programme.HalfDays.Select(h => words.AttendedHalfDay(h, schedule.Workshop.TimeZone)));
        values["meals"] = _programme.Meals.Count > 0 ? words.MealsInWords(_programme.Meals) : null;
        values["no-meals"] = isInTheRoom && hasMeals && _programme.Meals.Count == 0 ? "" : null;
        values["ticket"] = HasTicket ? "" : null;
        values["qr"] = ImageId;
        values["code"] = HasTicket && registration.CheckInCode is { } code ? DigitCode.InPairs(code) : null;
        values["calendar"] = ExportList.PersonalCalendar is { } calendar
            ? site.Of(FileRoute.Fill(calendar.Route.TemplateIn(schedule.Workshop.Languages.First), _calendarToken))
            : null;
    }

    /// <summary>Adds the calendar as an attachment, and the ticket as an image of the HTML part.</summary>
    public void AddTo(BodyBuilder body, bool withTicket)
    {
        if (withTicket && HasTicket)
        {
            var image = body.LinkedResources.Add("ticket.png", Ticket(), new ContentType("image", "png"));
            image.ContentId = ImageId;
        }
        if (ExportList.PersonalCalendar is { } calendar)
            body.Attachments.Add(Attachment(calendar));
    }

    private byte[] Ticket()
    {
        using var data = QRCodeGenerator.GenerateQrCode(site.Of(Routes.Ticket(registration.Ticket)), QRCodeGenerator.ECCLevel.M);
        using var image = new PngByteQRCode(data);
        return image.GetGraphic(PixelsPerSquare);
    }

    private MimePart Attachment(PersonalExport calendar)
    {
        var name = FileRoute.Fill(calendar.FileName!, schedule.Workshop.Slug);
        var text = calendar.Write(schedule, registration, _calendarToken, site);
        return new("text", "calendar")
        {
            ContentType = { Charset = "utf-8", Name = name },
            ContentDisposition = new(ContentDisposition.Attachment) { FileName = name },
            ContentTransferEncoding = ContentEncoding.Base64,
            Content = new MimeContent(new MemoryStream(Encoding.UTF8.GetBytes(text))),
        };
    }
}
