using System.Globalization;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>Reads the fields of the forms and notes their faults.</summary>
public sealed partial class SettingsModel
{
    private int? Capacity() => Number("capacity", 0, WorkshopState.MaxSeats);

    private RegistrationDateSettings? Dates()
    {
        var dates = new RegistrationDateSettings(
            Date("opens"),
            Date("closes"),
            Date("reserved-until"),
            Date("offers-until"),
            Hours("offer-hours"),
            Hours("last-offer-hours"),
            Read("reserved").Length == 0 ? null : Number("reserved", 0, WorkshopState.MaxSeats)
        );
        if (HasFaults)
            return null;
        if ((dates.Opens ?? Workshop.RegistrationOpens) > (dates.Closes ?? Workshop.RegistrationCloses))
            _faults["closes"] = siteContext.Words.ClosesBeforeItOpens;
        return HasFaults ? null : dates;

        DateOnly? Date(string field) => Read(field).Length == 0 ? null : DateField(field);

        int? Hours(string field) => Read(field).Length == 0 ? null : Number(field, 1, MaxHours);
    }

    private (int Session, Uri? Url)? Stream()
    {
        if (SessionNumber() is not { } session)
            return null;
        var (field, typed) = ($"stream-{session}", Read("stream"));
        _typed[field] = typed;
        if (typed.Length == 0)
            return (session, null);
        if (StreamAddress.Read(typed) is { } url)
            return (session, url);
        _faults[field] = siteContext.Words.StreamMustBeHttps;
        return null;
    }

    private int? SessionNumber() =>
        int.TryParse(Read("session"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && Streams.Any(s => s.Session.Number == number)
            ? number
            : null;

    private string? Code()
    {
        if (DigitCode.Read(Read("code")) is { } code)
            return code;
        _faults["code"] = siteContext.Words.CodeMustHaveDigits(DigitCode.Digits);
        return null;
    }

    private DateOnly? CodeDay() => Read("code-day").Length == 0 ? Today : DateField("code-day");

    private DateOnly? DateField(string field)
    {
        if (
            DateOnly.TryParseExact(Read(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is > 1900 and < 3000
        )
            return day;
        _faults[field] = siteContext.Words.NotADate;
        return null;
    }

    private int? Number(string field, int least, int most)
    {
        if (int.TryParse(Read(field), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        _faults[field] = siteContext.Words.WholeNumber(least, most);
        return null;
    }

    private string Read(string field) => _typed.GetValueOrDefault(field)?.Trim() ?? "";
}
