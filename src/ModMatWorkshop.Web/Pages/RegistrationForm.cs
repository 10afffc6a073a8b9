using System.Globalization;
using System.Text;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Content;
using ModMatWorkshop.Web.Data;
using ModMatWorkshop.Web.Text;

namespace ModMatWorkshop.Web.Pages;

/// <summary>What was typed, as it was typed: a form that is refused comes back with every word of it. Only these fields are read; whatever else is posted is nothing.</summary>
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

    public bool MayBeListed { get; init; }

    public bool MayBePhotographed { get; init; }

    /// <summary>Drawn when the form is shown: the same form sent twice is known by it.</summary>
    public string Key { get; init; } = "";

    public Attendance? ChosenAttendance => Attendance switch { InPerson => Domain.Registrations.Attendance.InPerson, Remote => Domain.Registrations.Attendance.Remote, _ => null };

    public static RegistrationForm Empty(RegistrationChoices choices) => new() { Meals = [.. choices.Meals.Select(m => m.Slug)], Key = NewKey() };

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
            HalfDays = form.Where(f => f.Key.StartsWith("half-day-", StringComparison.Ordinal)).ToDictionary(f => f.Key["half-day-".Length..], f => f.Value.ToString()),
            Meals = [.. form["meals"].OfType<string>()],
            Diet = Text("diet"),
            AccessNeeds = Text("access"),
            Presents = Line("presents"),
            MayBeListed = form["listed"] == "yes",
            MayBePhotographed = form["photos"] == "yes",
            Key = Guid.TryParseExact(form["key"], "N", out _) ? form["key"].ToString() : NewKey(),
        };

        // In one normal form, and without halves of characters, which neither database takes, nor U+FFFE, which has no normal form.
        string Text(string name) => string.Concat(form[name].ToString().EnumerateRunes()).Replace('\uFFFE', '\uFFFD').Normalize(NormalizationForm.FormC).Trim();

        string Line(string name) => string.Join(' ', Text(name).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    public static RegistrationForm Of(Registration registration) => new()
    {
        GivenName = registration.Details.GivenName,
        FamilyName = registration.Details.FamilyName,
        Email = registration.Email,
        Affiliation = registration.Details.Affiliation,
        Country = registration.Details.Country ?? "",
        Position = registration.Details.Position.ToString(),
        Attendance = Word(registration.Attendance),
        HalfDays = registration.Details.HalfDays.ToDictionary(h => new HalfDayOf(h.Date, h.Half).Key, h => Word(h.Attendance)),
        Meals = registration.Details.Meals,
        Diet = registration.Details.Diet ?? "",
        AccessNeeds = registration.Details.AccessNeeds ?? "",
        Presents = registration.Details.Presents ?? "",
        MayBeListed = registration.Details.MayBeListed,
        MayBePhotographed = registration.Details.MayBePhotographed,
    };

    /// <summary>How a half-day is attended; null for not at all.</summary>
    public Attendance? AttendanceOf(HalfDayOf half) => HalfDays.GetValueOrDefault(half.Key) switch
    {
        InPerson => Domain.Registrations.Attendance.InPerson,
        Remote => Domain.Registrations.Attendance.Remote,
        Absent => null,
        _ => ChosenAttendance,
    };

    /// <summary>Of a form that is valid.</summary>
    public RegistrationDetails ToDetails(RegistrationChoices choices, Language language) => new()
    {
        GivenName = GivenName,
        FamilyName = FamilyName,
        Affiliation = Affiliation,
        Country = Country.Length == 0 ? null : Country,
        Position = Enum.Parse<Position>(Position),
        Language = language,
        HalfDays = [.. from half in choices.HalfDays let attendance = AttendanceOf(half) where attendance is not null select new HalfDayChoice(half.Date, half.Half, attendance.Value)],
        Meals = ChosenAttendance == Domain.Registrations.Attendance.InPerson ? [.. choices.Meals.Select(m => m.Slug).Where(Meals.Contains)] : [],
        Diet = Diet.Length == 0 ? null : Diet,
        AccessNeeds = AccessNeeds.Length == 0 ? null : AccessNeeds,
        Presents = Presents.Length == 0 ? null : Presents,
        MayBeListed = MayBeListed,
        MayBePhotographed = MayBePhotographed,
    };

    private static string NewKey() => Guid.NewGuid().ToString("N");

    private static string Word(Attendance attendance) => attendance == Domain.Registrations.Attendance.InPerson ? InPerson : Remote;
}

public sealed record MealChoice(string Slug, Localized Title, DateOnly Date, DateTimeOffset Start);

public sealed record PresentedChoice(string Code, string Title);

/// <summary>What the programme gives to choose from.</summary>
public sealed record RegistrationChoices(IReadOnlyList<HalfDayOf> HalfDays, IReadOnlyList<MealChoice> Meals, IReadOnlyList<PresentedChoice> Contributions)
{
    private const int MaxContributions = 500;

    public static async Task<RegistrationChoices> ReadAsync(WorkshopDb db, CancellationToken cancel) => new(
        [.. (await db.Sessions.AsNoTracking().Select(s => new { s.Date, s.HalfDay }).ToListAsync(cancel)).Distinct().OrderBy(s => s.Date).ThenBy(s => s.HalfDay).Select(s => new HalfDayOf(s.Date, s.HalfDay))],
        await db.Slots.AsNoTracking().Where(s => (s.Kind == SlotKind.Meal || s.Kind == SlotKind.Break) && !s.Cancelled).OrderBy(s => s.Start).Select(s => new MealChoice(s.Slug, s.Title!, s.Date, s.Start)).ToListAsync(cancel),
        [.. (await db.Contributions.AsNoTracking().OrderBy(c => c.Kind).ThenBy(c => c.Number).Take(MaxContributions).Select(c => new { c.Code, c.Title, c.TitleLang }).ToListAsync(cancel))
            .Select(c => new PresentedChoice(c.Code, Typography.Of(c.Title, c.TitleLang)))]);
}

/// <summary>The rules of the form, in the reader's language. The name of a failure is the id of its field.</summary>
public sealed class RegistrationFormValidator : AbstractValidator<RegistrationForm>
{
    public const int MaxName = 100;
    public const int MaxAffiliation = 200;
    public const int MaxText = 500;

    public RegistrationFormValidator(Words words, RegistrationChoices choices)
    {
        RuleLevelCascadeMode = CascadeMode.Stop;
        Name(RuleFor(f => f.GivenName), "given-name", words.GivenName, MaxName);
        Name(RuleFor(f => f.FamilyName), "family-name", words.FamilyName, MaxName);
        RuleFor(f => f.Email).NotEmpty().WithMessage(words.TellUs(words.Email))
            .Must(email => EmailAddress.TryParse(email, out _)).WithMessage(words.NotAnAddress).OverridePropertyName("email");
        Name(RuleFor(f => f.Affiliation), "affiliation", words.Affiliation, MaxAffiliation);
        RuleFor(f => f.Country).Must(code => code.Length == 0 || Countries.All(words.Language).Any(c => c.Code == code)).WithMessage(words.ChooseOne(words.Country)).OverridePropertyName("country");
        RuleFor(f => f.Position).Must(position => Enum.GetNames<Position>().Contains(position)).WithMessage(words.ChooseOne(words.PositionLabel)).OverridePropertyName("position");
        RuleFor(f => f.ChosenAttendance).NotNull().WithMessage(words.ChooseOne(words.HowYouAttend)).OverridePropertyName("attendance");
        RuleFor(f => f)
            .Must(f => choices.HalfDays.All(h => f.HalfDays.GetValueOrDefault(h.Key) is null or "" or RegistrationForm.InPerson or RegistrationForm.Remote or RegistrationForm.Absent)).WithMessage(words.ChooseOne(words.WhichHalfDays))
            .Must(f => choices.HalfDays.Count == 0 || choices.HalfDays.Any(h => f.AttendanceOf(h) is not null)).WithMessage(words.OneHalfDayAtLeast)
            .Must(f => f.ChosenAttendance == Attendance.InPerson || !choices.HalfDays.Any(h => f.AttendanceOf(h) == Attendance.InPerson)).WithMessage(words.RoomNeedsSeat)
            .Must(f => f.ChosenAttendance == Attendance.Remote || choices.HalfDays.Count == 0 || choices.HalfDays.Any(h => f.AttendanceOf(h) == Attendance.InPerson)).WithMessage(words.OneHalfDayInTheRoom)
            .When(f => f.ChosenAttendance is not null).OverridePropertyName("half-days");
        Text(RuleFor(f => f.Diet), "diet", words.Diet);
        Text(RuleFor(f => f.AccessNeeds), "access", words.AccessNeeds);
        RuleFor(f => f.Presents).Must(code => code.Length == 0 || choices.Contributions.Any(c => c.Code == code)).WithMessage(words.ChooseOne(words.IPresent)).OverridePropertyName("presents");

        void Name(IRuleBuilderInitial<RegistrationForm, string> rule, string id, string label, int most) => rule
            .Must(text => text.EnumerateRunes().Any(IsSeen)).WithMessage(words.TellUs(label))
            .MaximumLength(most).WithMessage(words.TooLong(label, most))
            .Must(text => !text.Any(IsInvisible) && !text.Contains('<', StringComparison.Ordinal) && !text.Contains('>', StringComparison.Ordinal) && !text.Contains("://", StringComparison.Ordinal)).WithMessage(words.NotInAName(label))
            .OverridePropertyName(id);

        void Text(IRuleBuilderInitial<RegistrationForm, string> rule, string id, string label) => rule
            .MaximumLength(MaxText).WithMessage(words.TooLong(label, MaxText))
            .Must(text => !text.Any(c => IsInvisible(c) && c is not ('\r' or '\n' or '\t'))).WithMessage(words.NoInvisible(label))
            .OverridePropertyName(id);
    }

    private static bool IsSeen(Rune rune) => !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format);

    /// <summary>Control characters, and the marks that turn the direction of writing: both let a text show as something else.</summary>
    private static bool IsInvisible(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' or '\uFFFD';
}

/// <summary>The countries of the world by their ISO 3166 codes, named in the reader's language.</summary>
public static class Countries
{
    private static readonly Dictionary<Language, IReadOnlyList<(string Code, string Name)>> Named = Enum.GetValues<Language>().ToDictionary(language => language, Read);

    public static IReadOnlyList<(string Code, string Name)> All(Language language) => Named[language];

    private static IReadOnlyList<(string Code, string Name)> Read(Language language)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            // The name of a region follows the culture of the thread.
            CultureInfo.CurrentUICulture = language.Culture();
            return [.. CultureInfo.GetCultures(CultureTypes.SpecificCultures)
                .Select(c => new RegionInfo(c.Name)).Where(r => r.TwoLetterISORegionName is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'])
                .Select(r => (r.TwoLetterISORegionName, r.DisplayName)).DistinctBy(r => r.TwoLetterISORegionName)
                .OrderBy(r => r.DisplayName, StringComparer.Create(language.Culture(), CompareOptions.IgnoreCase))];
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
