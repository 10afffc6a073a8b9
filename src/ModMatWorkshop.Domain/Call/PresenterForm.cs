using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Call;

/// <summary>What the answer to an acceptance took for the presenter, which a later "no" frees. The database stores the number.</summary>
public enum AnswerTook
{
    /// <summary>The presenter was registered and keeps what they had.</summary>
    Nothing,

    /// <summary>A registration, with its place.</summary>
    Registration,

    /// <summary>A seat, or a place in line for one, for somebody who was registered without.</summary>
    Place,
}

/// <param name="Line">The number on the waiting list before; null for somebody who was not on it.</param>
public sealed record PresenterTaking(AnswerTook Took, long? Line = null)
{
    public static readonly PresenterTaking Nothing = new(AnswerTook.Nothing);
}

/// <summary>The registration that an answer fills in from the submission.</summary>
/// <param name="Attendance">How the presenter takes part, if the workshop offers it.</param>
public sealed record PresenterForm(RegistrationDetails Details, Attendance Attendance)
{
    /// <summary>The presenter as the submission names them, put down for all half-days. What no submission says stays open.</summary>
    public static PresenterForm Of(SubmissionText text, Language language, IEnumerable<HalfDayId> halfDays, Attendance attendance)
    {
        var speaker = text.Speaker ?? new("", "", []);
        var details = RegistrationDetails.Empty with
        {
            Language = language,
            HalfDays = [.. halfDays.Select(h => new HalfDayChoice(h.Date, h.Half, attendance))],
        };
        return new(
            new (RegistrationField Field, string Text)[]
            {
                (PersonFields.GivenName, speaker.GivenName),
                (PersonFields.FamilyName, speaker.FamilyName),
                (PersonFields.Affiliation, text.AffiliationsOf(speaker).FirstOrDefault() ?? ""),
                (Orcid.Field, speaker.Orcid),
            }.Aggregate(details, (given, answer) => answer.Field.Set!(given, Fitting(answer.Field, answer.Text))),
            attendance
        );
    }

    /// <summary>A registration has shorter fields than a submission. What does not fit is cut; what is not valid is left out.</summary>
    private static string Fitting(RegistrationField field, string text)
    {
        var reading = field.Read(text.Length > field.MaxLength ? text[..field.MaxLength] : text);
        return reading.Error is null ? reading.Value : "";
    }
}

public enum PresenterResult
{
    /// <summary>Registered, in the room or remotely, as asked.</summary>
    Registered,

    /// <summary>Registered, but every seat is taken, those of the reserve, too: the presenter waits for one.</summary>
    Waits,

    /// <summary>Not registered: an organiser has closed registration.</summary>
    Closed,

    /// <summary>Not registered: the workshop is over.</summary>
    Over,
}

/// <param name="Registration">Null if the presenter is not registered.</param>
/// <param name="Decision">The mails and audit lines of the registration; null if it does not change.</param>
public sealed record PresenterDecision(PresenterResult Result, Registration? Registration, Decision? Decision, PresenterTaking Taking);
