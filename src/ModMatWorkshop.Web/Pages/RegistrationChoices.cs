using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Content;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Options;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages;

public sealed record MealChoice(string Slug, Localized Title, DateOnly Date, DateTimeOffset Start);

public sealed record PresentedChoice(string Code, string Title, string? Lang = null);

/// <summary>An option of a choice, in the reader's language.</summary>
public sealed record ChoiceOption(string Value, string Text, string? Lang = null);

/// <summary>The choices that the workshop offers: half-days, meals, contributions and languages.</summary>
public sealed record RegistrationChoices(
    IReadOnlyList<HalfDayId> HalfDays,
    IReadOnlyList<MealChoice> Meals,
    IReadOnlyList<PresentedChoice> Contributions,
    WorkshopLanguages Languages,
    RegistrationFields Fields
)
{
    private const int MaxContributions = 500;

    /// <summary>The options, and until when people choose them.</summary>
    public IReadOnlyList<OptionTerms> Options { get; init; } = [];

    /// <summary>When questions are closed to participants, by key of the field; none for those that are open to the end.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> QuestionsCloseAt { get; init; } = new Dictionary<string, DateTimeOffset>();

    /// <summary>Whether participants no longer choose an option, or answer a question, themselves.</summary>
    public bool IsClosed(RegistrationField field, DateTimeOffset now) =>
        Options.FirstOrDefault(t => t.Option.Id == field.Key) is { } terms
            ? !terms.IsOpenAt(now)
            : QuestionsCloseAt.TryGetValue(field.Key, out var closes) && now >= closes;

    public static async Task<RegistrationChoices> ReadAsync(WorkshopDb db)
    {
        var workshop = await db
            .Workshops.AsNoTracking()
            .Select(w => new
            {
                w.Languages,
                w.Positions,
                w.Questions,
                w.Options,
                w.TimeZoneId,
                w.Start,
                First = db.Slots.Min(s => (DateTimeOffset?)s.Start),
            })
            .SingleAsync();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(workshop.TimeZoneId);
        var start = workshop.First ?? LocalHours.StartOfDay(workshop.Start, zone);
        return new(
            [
                .. (await db.Sessions.AsNoTracking().Select(s => new { s.Date, s.HalfDay }).ToListAsync())
                    .Distinct()
                    .OrderBy(s => s.Date)
                    .ThenBy(s => s.HalfDay)
                    .Select(s => new HalfDayId(s.Date, s.HalfDay)),
            ],
            await db
                .Slots.AsNoTracking()
                .Where(s => (s.Kind == SlotKind.Meal || s.Kind == SlotKind.Break) && !s.Cancelled)
                .OrderBy(s => s.Start)
                .Select(s => new MealChoice(s.Slug, s.Title!, s.Date, s.Start))
                .ToListAsync(),
            [
                .. (
                    await db
                        .Contributions.AsNoTracking()
                        .OrderBy(c => c.Kind)
                        .ThenBy(c => c.Letters)
                        .ThenBy(c => c.Number)
                        .Take(MaxContributions)
                        .Select(c => new
                        {
                            c.Code,
                            c.Title,
                            c.TitleLang,
                        })
                        .ToListAsync()
                ).Select(c => new PresentedChoice(c.Code, Typography.Of(c.Title, c.TitleLang), c.TitleLang)),
            ],
            workshop.Languages,
            RegistrationFields.Of(workshop.Positions, workshop.Questions, workshop.Options)
        )
        {
            Options = [.. workshop.Options.Select(o => new OptionTerms(o, o.ClosesAt(zone, start)))],
            QuestionsCloseAt = workshop
                .Questions.Where(q => q.AskedUntil is not null)
                .ToDictionary(q => q.Id, q => LocalHours.StartOfDay(q.AskedUntil!.Value.AddDays(1), zone)),
        };
    }

    /// <summary>What an organiser sees: some answers are for one role only.</summary>
    public RegistrationChoices For(ClaimsPrincipal user) => this with { Fields = Fields.For(OrganiserSignIn.RolesOf(user)) };

    /// <summary>
    /// Keeps removed contributions selectable for the person who presents them, and lets the person take back answers to former questions.
    /// </summary>
    public RegistrationChoices With(RegistrationDetails details) => WithRemoved(details) with { Fields = Fields.WithFormer(details) };

    private RegistrationChoices WithRemoved(RegistrationDetails details) =>
        details.PresentedCodes().Except(Contributions.Select(c => c.Code)).ToList() is { Count: > 0 } removed
            ? this with
            {
                Contributions = [.. Contributions, .. removed.Select(code => new PresentedChoice(code, ""))],
            }
            : this;

    /// <summary>False for a contribution that was removed from the programme.</summary>
    public bool IsInProgramme(string code) => Contributions.Any(c => c.Code == code && c.Title.Length > 0);

    public IEnumerable<ChoiceOption> OptionsOf(RegistrationField field, Words words) =>
        field.Kind switch
        {
            FieldKind.Country => Countries.All(words.Language).Select(c => new ChoiceOption(c.Code, c.Name)),
            FieldKind.Contribution => Contributions.Select(c => new ChoiceOption(
                c.Code,
                c.Title.Length == 0 ? c.Code.ToUpperInvariant() : $"{c.Code.ToUpperInvariant()} – {c.Title}",
                c.Lang
            )),
            _ => field.Options.Select(o => new ChoiceOption(o.Value, words.Of(o.Label))),
        };

    /// <summary>The text of an answer to a text or choice field.</summary>
    public string InWords(RegistrationField field, string value, Words words) =>
        field.Kind == FieldKind.Contribution
            ? string.Join(" ; ", value.Split(' ').Select(code => OptionText(field, code, words) ?? code.ToUpperInvariant()))
            : words.AnswerTo(field, value);

    private string? OptionText(RegistrationField field, string value, Words words) =>
        OptionsOf(field, words).FirstOrDefault(o => o.Value == value)?.Text;
}
