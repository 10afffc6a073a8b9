using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Exports;

namespace ModMatWorkshop.Web.Pages.Admin.Attendees;

public enum ImportColumn
{
    NotTaken,
    GivenName,
    FamilyName,
    FullName,
    Email,
    Affiliation,
    Country,
    Position,
    Attendance,
    Language,

    /// <summary>All of them in one cell.</summary>
    HalfDays,

    /// <summary>One of them, by the key in its heading.</summary>
    HalfDay,
    Meals,
    Meal,
    Diet,
    AccessNeeds,
    Presents,
    Listed,
    Photos,
    Status,
}

/// <summary>
/// What the headings of a file mean, and what its cells say: in the words of our own exports, of our forms in both languages, and of the
/// tools that others use.
/// </summary>
public sealed class ImportColumns
{
    private static readonly Dictionary<string, ImportColumn> Known = Names(
        (ImportColumn.GivenName, "given name, givenname, first name, firstname, forename, prenom, prenoms, attendee name given name"),
        (ImportColumn.FamilyName, "family name, familyname, last name, lastname, surname, nom, nom de famille, attendee name family name"),
        (ImportColumn.FullName, "name, full name, fullname, nom complet, participant, attendee name"),
        (
            ImportColumn.Email,
            "email, e mail, mail, courriel, email address, e mail address, adresse electronique, adresse email, adresse e mail, adresse "
                + "mail, adresse courriel, attendee email"
        ),
        (
            ImportColumn.Affiliation,
            "affiliation, institution, institute, laboratoire, laboratory, lab, organisation, organization, organisme, company, societe,"
                + " etablissement, university, universite"
        ),
        (ImportColumn.Country, "country, pays, country of affiliation, pays de l affiliation"),
        (ImportColumn.Position, "position, situation, fonction, job title, career stage"),
        (
            ImportColumn.Attendance,
            "attendance, participation, mode, presence, attendance mode, mode de participation, votre participation, how you attend, "
                + "your attendance"
        ),
        (ImportColumn.Language, "language, langue, locale"),
        (ImportColumn.HalfDays, "half days, half day, demi journees, demi journee"),
        (ImportColumn.Meals, "meals, repas, meals and breaks, repas et pauses"),
        (ImportColumn.Diet, "diet, regime, regime alimentaire, dietary requirements, dietary restrictions, dietary needs"),
        (
            ImportColumn.AccessNeeds,
            "access, access needs, accessibilite, besoins d accessibilite, accessibility, accessibility needs, accessibility requirements"
        ),
        (ImportColumn.Presents, "presents, presente, je presente, i present, i am presenting, contribution, presentation"),
        (ImportColumn.Listed, "listed, public list, liste publique, may be listed"),
        (ImportColumn.Photos, "photos, photographs, photographies, may be photographed"),
        (ImportColumn.Status, "status, statut, etat, state, registration state, registration status")
    );

    private static readonly Dictionary<string, Attendance> Attendances = Names(
        (
            Attendance.InPerson,
            "in person, inperson, in the room, room, on site, onsite, en salle, salle, sur place, presentiel, en presentiel"
        ),
        (
            Attendance.Remote,
            "remote, remotely, online, virtual, a distance, distance, distanciel, en distanciel, en ligne, visio, visioconference"
        )
    );

    private static readonly Dictionary<string, Position> Positions = Names(
        (
            Position.PhdStudent,
            "phdstudent, phd student, phd, doctoral student, doctorant, doctorante, doctorant ou doctorante, doctorant e"
        ),
        (
            Position.Postdoc,
            "postdoc, post doc, postdoctoral researcher, postdoctorant, postdoctorante, postdoctorant ou postdoctorante, post doctorant,"
                + " post doctorante"
        ),
        (Position.PermanentStaff, "permanentstaff, permanent staff, permanent, staff, personnel permanent, permanente"),
        (Position.Other, "other, autre")
    );

    private static readonly Dictionary<string, Language> Languages = Names(
        (Language.French, "fr, french, francais"),
        (Language.English, "en, english, anglais")
    );

    private static readonly Dictionary<string, bool> Answers = Names(
        (true, "yes, y, true, 1, oui, o, vrai, x"),
        (false, "no, n, false, 0, non, faux, absent")
    );

    private static readonly HashSet<string> Cancellations =
    [
        "cancelled",
        "canceled",
        "annulee",
        "annule",
        "withdrawn",
        "rejected",
        "refused",
    ];

    private static readonly Dictionary<string, string> CountryCodes = Enum.GetValues<Language>()
        .SelectMany(Countries.All)
        .SelectMany(c => new[] { (Name: Folding.Fold(c.Code), c.Code), (Name: Folding.Fold(c.Name), c.Code) })
        .DistinctBy(c => c.Name)
        .ToDictionary(c => c.Name, c => c.Code);

    private readonly RegistrationChoices _choices;
    private readonly IReadOnlyList<(ImportColumn Column, string? Key)> _columns;
    private readonly Dictionary<(ImportColumn, string?), int> _at;

    public ImportColumns(IReadOnlyList<string> head, RegistrationChoices choices)
    {
        _choices = choices;
        var taken = new HashSet<(ImportColumn, string?)>();
        // The first column of a meaning counts.
        _columns =
        [
            .. head.Select(Meaning).Select(c => c.Column == ImportColumn.NotTaken || taken.Add(c) ? c : (ImportColumn.NotTaken, null)),
        ];
        _at = _columns.Index().Where(c => c.Item.Column != ImportColumn.NotTaken).ToDictionary(c => c.Item, c => c.Index);
        Head = head;
    }

    public IReadOnlyList<string> Head { get; }

    public bool Has(ImportColumn column) => _columns.Any(c => c.Column == column);

    public ImportColumn ColumnAt(int index) => _columns[index].Column;

    /// <summary>What a line says in a column, cleaned as the form cleans it; empty for nothing.</summary>
    public string Text(CsvRow row, ImportColumn column, string? key = null) =>
        _at.TryGetValue((column, key), out var index) && index < row.Cells.Count ? RegistrationForm.Clean(row.Cells[index]) : "";

    public string Line(CsvRow row, ImportColumn column) =>
        string.Join(' ', Text(row, column).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public static Attendance? AttendanceOf(string text) => Attendances.TryGetValue(Folding.Fold(text), out var found) ? found : null;

    public static Position? PositionOf(string text) => Positions.TryGetValue(Folding.Fold(text), out var found) ? found : null;

    public static Language? LanguageOf(string text) => Languages.TryGetValue(Folding.Fold(text), out var found) ? found : null;

    public static bool? AnswerOf(string text) => Answers.TryGetValue(Folding.Fold(text), out var found) ? found : null;

    public static bool IsCancellation(string text) => Cancellations.Contains(Folding.Fold(text));

    public static string? CountryOf(string text) => CountryCodes.GetValueOrDefault(Folding.Fold(text));

    /// <summary>
    /// How each half-day is attended, as the form has it; null when something is not recognised, empty when nothing is said.
    /// </summary>
    public Dictionary<string, string>? HalfDaysOf(CsvRow row)
    {
        var told = new Dictionary<string, string>();
        foreach (var half in _choices.HalfDays)
            if (Text(row, ImportColumn.HalfDay, half.Key) is { Length: > 0 } cell)
            {
                if (HowIn(cell) is not { } how)
                    return null;
                told[half.Key] = how;
            }
        if (Text(row, ImportColumn.HalfDays) is not { Length: > 0 } all)
            return told;
        foreach (var half in _choices.HalfDays)
            told.TryAdd(half.Key, RegistrationForm.Absent);
        foreach (var part in all.Split([';', ',', '|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var folded = Folding.Fold(part);
            if (
                _choices
                    .HalfDays.SelectMany(h => NamesOf(h).Select(name => (Half: h, Name: name)))
                    .FirstOrDefault(h => folded.StartsWith(h.Name, StringComparison.Ordinal))
                is not { Name: not null } found
            )
                return null;
            var rest = folded[found.Name.Length..].Trim();
            if (rest.Length == 0)
                told[found.Half.Key] = "";
            else if (HowIn(rest) is { } how)
                told[found.Half.Key] = how;
            else
                return null;
        }
        return told;
    }

    /// <summary>For each meal that the line speaks of, whether the person takes part; null when something is not recognised.</summary>
    public Dictionary<string, bool>? MealsOf(CsvRow row)
    {
        var told = new Dictionary<string, bool>();
        foreach (var meal in _choices.Meals)
            if (Text(row, ImportColumn.Meal, meal.Slug) is { Length: > 0 } cell)
            {
                if (AnswerOf(cell) is not { } yes)
                    return null;
                told[meal.Slug] = yes;
            }
        if (Text(row, ImportColumn.Meals) is not { Length: > 0 } all)
            return told;
        foreach (var meal in _choices.Meals)
            told.TryAdd(meal.Slug, false);
        foreach (var part in all.Split([';', ',', '|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var folded = Folding.Fold(part);
            if (
                _choices.Meals.FirstOrDefault(m =>
                    Folding.Fold(m.Slug) == folded || Enum.GetValues<Language>().Any(l => Folding.Fold(m.Title.In(l)) == folded)
                )
                is not { } meal
            )
                return null;
            told[meal.Slug] = true;
        }
        return told;
    }

    private (ImportColumn Column, string? Key) Meaning(string heading)
    {
        var folded = Folding.Fold(heading);
        if (Known.TryGetValue(folded, out var column))
            return (column, null);
        if (_choices.HalfDays.FirstOrDefault(h => NamesOf(h).Any(name => folded == name || folded == $"half day {name}")) is { } half)
            return (ImportColumn.HalfDay, half.Key);
        return _choices.Meals.FirstOrDefault(m => folded == $"meal {Folding.Fold(m.Slug)}" || folded == Folding.Fold(m.Slug)) is { } meal
            ? (ImportColumn.Meal, meal.Slug)
            : (ImportColumn.NotTaken, null);
    }

    private static IEnumerable<string> NamesOf(HalfDayId half) =>
        [Folding.Fold(half.Key), .. Enum.GetValues<Language>().Select(l => Folding.Fold(new Words(l).HalfDayName(half.Date, half.Half)))];

    private static string? HowIn(string text) =>
        AttendanceOf(text) switch
        {
            Attendance.InPerson => RegistrationForm.InPerson,
            Attendance.Remote => RegistrationForm.Remote,
            // A tick means "as I attend".
            _ => AnswerOf(text) switch
            {
                true => "",
                false => RegistrationForm.Absent,
                _ => null,
            },
        };

    private static Dictionary<string, T> Names<T>(params (T Value, string Names)[] all) =>
        all.SelectMany(one => one.Names.Split(", ").Select(name => (name, one.Value))).ToDictionary(pair => pair.name, pair => pair.Value);
}
