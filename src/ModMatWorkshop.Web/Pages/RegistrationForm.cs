using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages;

/// <summary>
/// What was typed, as it was typed: a form that is refused comes back with every word of it. Only these fields are read; whatever else is
/// posted is nothing.
/// </summary>
public sealed record RegistrationForm
{
    public const string InPerson = "in-person";
    public const string Remote = "remote";
    public const string Absent = "absent";

    public string GivenName { get; init; } = "";

    public string FamilyName { get; init; } = "";

    public string Email { get; init; } = "";

    public string Affiliation { get; init; } = "";

    public string Country { get; init; } = "";

    public string Position { get; init; } = "";

    public string Attendance { get; init; } = "";

    /// <summary>By the key of the half-day; empty for "as above".</summary>
    public IReadOnlyDictionary<string, string> HalfDays { get; init; } = new Dictionary<string, string>();

    public IReadOnlyCollection<string> Meals { get; init; } = [];

    public string Diet { get; init; } = "";

    public string AccessNeeds { get; init; } = "";

    public string Presents { get; init; } = "";

    /// <summary>Of the person, where somebody else fills the form in; empty where it is the language of the page.</summary>
    public string Language { get; init; } = "";

    public bool MayBeListed { get; init; }

    public bool MayBePhotographed { get; init; }

    /// <summary>Drawn when the form is shown: the same form sent twice is known by it.</summary>
    public string Key { get; init; } = "";

    public Attendance? ChosenAttendance =>
        Attendance switch
        {
            InPerson => Domain.Registrations.Attendance.InPerson,
            Remote => Domain.Registrations.Attendance.Remote,
            _ => null,
        };

    public static RegistrationForm Empty(RegistrationChoices choices) =>
        new() { Meals = [.. choices.Meals.Select(m => m.Slug)], Key = NewKey() };

    public static RegistrationForm Read(IFormCollection form)
    {
        return new()
        {
            GivenName = Line("given-name"),
            FamilyName = Line("family-name"),
            Email = Line("email"),
            Affiliation = Line("affiliation"),
            Country = Line("country"),
            Position = Line("position"),
            Attendance = Line("attendance"),
            HalfDays = form.Where(f => f.Key.StartsWith("half-day-", StringComparison.Ordinal))
                .ToDictionary(f => f.Key["half-day-".Length..], f => f.Value.ToString()),
            Meals = [.. form["meals"].OfType<string>()],
            Diet = Text("diet"),
            AccessNeeds = Text("access"),
            Presents = Line("presents"),
            Language = Line("language"),
            MayBeListed = form["listed"] == "yes",
            MayBePhotographed = form["photos"] == "yes",
            Key = Guid.TryParseExact(form["key"], "N", out _) ? form["key"].ToString() : NewKey(),
        };

        string Text(string name) => Clean(form[name].ToString());

        string Line(string name) => CleanLine(form[name].ToString());
    }

    public static string Clean(string text) => UserInput.Normalize(text).Trim();

    public static string CleanLine(string text) => string.Join(' ', Clean(text).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public static RegistrationForm Of(Registration registration) => Of(registration.Snapshot());

    public static RegistrationForm Of(RegistrationState state) =>
        new()
        {
            GivenName = state.Details.GivenName,
            FamilyName = state.Details.FamilyName,
            Email = state.Email,
            Affiliation = state.Details.Affiliation,
            Country = state.Details.Country ?? "",
            Position = state.Details.Position.ToString(),
            Attendance = Word(state.Attendance),
            HalfDays = state.Details.HalfDays.ToDictionary(h => new HalfDayId(h.Date, h.Half).Key, h => Word(h.Attendance)),
            Meals = state.Details.Meals,
            Diet = state.Details.Diet ?? "",
            AccessNeeds = state.Details.AccessNeeds ?? "",
            Presents = state.Details.Presents ?? "",
            Language = state.Details.Language.Tag(),
            MayBeListed = state.Details.MayBeListed,
            MayBePhotographed = state.Details.MayBePhotographed,
        };

    /// <summary>The language that was chosen in the form, where it asks for one.</summary>
    public Domain.Language? ChosenLanguage =>
        Language == Domain.Language.French.Tag() ? Domain.Language.French
        : Language == Domain.Language.English.Tag() ? Domain.Language.English
        : null;

    /// <summary>How a half-day is attended; null for not at all.</summary>
    public Attendance? AttendanceOf(HalfDayId half) =>
        HalfDays.GetValueOrDefault(half.Key) switch
        {
            InPerson => Domain.Registrations.Attendance.InPerson,
            Remote => Domain.Registrations.Attendance.Remote,
            Absent => null,
            _ => ChosenAttendance,
        };

    /// <summary>Of a form that is valid.</summary>
    public RegistrationDetails ToDetails(RegistrationChoices choices, Domain.Language language) =>
        new()
        {
            GivenName = GivenName,
            FamilyName = FamilyName,
            Affiliation = Affiliation,
            Country = Country.Length == 0 ? null : Country,
            Position = Enum.Parse<Position>(Position),
            Language = language,
            HalfDays =
            [
                .. from half in choices.HalfDays
                let attendance = AttendanceOf(half)
                where attendance is not null
                select new HalfDayChoice(half.Date, half.Half, attendance.Value),
            ],
            Meals =
                ChosenAttendance == Domain.Registrations.Attendance.InPerson
                    ? [.. choices.Meals.Select(m => m.Slug).Where(Meals.Contains)]
                    : [],
            Diet = Diet.Length == 0 ? null : Diet,
            AccessNeeds = AccessNeeds.Length == 0 ? null : AccessNeeds,
            Presents = Presents.Length == 0 ? null : Presents,
            MayBeListed = MayBeListed,
            MayBePhotographed = MayBePhotographed,
        };

    private static string NewKey() => Guid.NewGuid().ToString("N");

    private static string Word(Attendance attendance) => attendance == Domain.Registrations.Attendance.InPerson ? InPerson : Remote;
}
