using System.Text.Json.Serialization;
using ModMatWorkshop.Domain.Options;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>The answers that a person gives and may change at any time.</summary>
public sealed record RegistrationDetails
{
    /// <summary>No answers: the start value for the fields.</summary>
    public static readonly RegistrationDetails Empty = new()
    {
        GivenName = "",
        FamilyName = "",
        Affiliation = "",
        Position = Position.Other,
        Language = Language.French,
        HalfDays = [],
        Meals = [],
        MayBeListed = false,
        MayBePhotographed = false,
    };

    public required string GivenName { get; init; }

    public required string FamilyName { get; init; }

    public required string Affiliation { get; init; }

    /// <summary>ISO 3166 code of two letters; null when not specified.</summary>
    public string? Country { get; init; }

    public required Position Position { get; init; }

    /// <summary>The key of a position that the content names; null for a built-in one. <see cref="Position"/> is then "other".</summary>
    public string? OwnPosition { get; init; }

    public string? Orcid { get; init; }

    /// <summary>Language of the pages and mails for this person.</summary>
    public required Language Language { get; init; }

    public required IReadOnlyList<HalfDayChoice> HalfDays { get; init; }

    /// <summary>Slugs of the meals and breaks that the person takes part in.</summary>
    public required IReadOnlyList<string> Meals { get; init; }

    /// <summary>Answers about what has left the programme. Only <see cref="HalfDayChanges"/> changes them.</summary>
    public AnswersAside SetAside { get; init; } = AnswersAside.None;

    public string? Diet { get; init; }

    public string? AccessNeeds { get; init; }

    /// <summary>
    /// What the person says they present: codes of contributions, separated by spaces; null for none. It is a claim and gives no role. A
    /// code stays when its contribution leaves the programme.
    /// </summary>
    public string? Presents { get; init; }

    /// <summary>The answers to the questions of the workshop, also to those that it no longer asks.</summary>
    public IReadOnlyList<QuestionAnswer> Answers { get; init; } = [];

    /// <summary>The first day on which an answer is erased; null for none. A column of its own, so that the database finds it.</summary>
    [JsonIgnore]
    public DateOnly? FirstErasure
    {
        get => Answers.Min(a => a.ErasedOn);
        private init { }
    }

    public required bool MayBeListed { get; init; }

    public required bool MayBePhotographed { get; init; }

    public string Name => NameOf(GivenName, FamilyName);

    public string FamilyNameFirst => NameOf(FamilyName, GivenName);

    /// <summary>Both parts of a name, or the only one that a person has.</summary>
    public static string NameOf(string first, string second) => $"{first} {second}".Trim();

    public IReadOnlyList<string> PresentedCodes() => Presents?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Whether the person attends all of these half-days. Only such people are put down for an added one.</summary>
    public bool AttendsAll(IEnumerable<HalfDayId> halfDays) => HalfDays.Count > 0 && halfDays.All(h => HalfDays.Any(c => c.Id == h));

    /// <summary>The same answers with the fields of <see cref="RegistrationFields.Identity"/> from <paramref name="other"/>.</summary>
    public RegistrationDetails WithIdentityOf(RegistrationDetails other) =>
        this with
        {
            GivenName = other.GivenName,
            FamilyName = other.FamilyName,
            Presents = other.Presents,
        };

    /// <summary>The same answers with half-days, meals and options from <paramref name="other"/>: what others cook and book for.</summary>
    public RegistrationDetails WithCountedOf(RegistrationDetails other) =>
        this with
        {
            HalfDays = other.HalfDays,
            Meals = other.Meals,
            Answers = [.. Answers.Where(a => !IsOption(a)), .. other.Answers.Where(IsOption)],
        };

    /// <summary>Whether half-days, meals and options are the same, in any order.</summary>
    public bool CountsLike(RegistrationDetails other) =>
        HalfDays.ToHashSet().SetEquals(other.HalfDays)
        && Meals.ToHashSet().SetEquals(other.Meals)
        && Options(this).ToHashSet().SetEquals(Options(other));

    private static IEnumerable<(string, string)> Options(RegistrationDetails details) =>
        details.Answers.Where(IsOption).Select(a => (a.Id, a.Value));

    private static bool IsOption(QuestionAnswer answer) => WorkshopOption.KeyIn(answer.Id) is not null;

    /// <summary>The same answers without these fields.</summary>
    public RegistrationDetails Without(IEnumerable<RegistrationField> fields) =>
        fields.Aggregate(this, (details, field) => field.Set!(details, ""));

    /// <summary>The answers of a form, and the earlier ones to questions that it did not ask.</summary>
    public RegistrationDetails OverAnswersOf(RegistrationDetails? before)
    {
        var answers = Answers.Over(before?.Answers ?? []);
        return answers == Answers ? this : this with { Answers = answers };
    }

    public RegistrationDetails WithoutNeeds() =>
        Without(RegistrationFields.BuiltIn.Needs).WithoutAnswers(a => a.Retention == FieldRetention.UntilWorkshopEnds);

    /// <summary>The same answers without those that a person who does not come no longer needs to give.</summary>
    public RegistrationDetails WithoutNeedsAndDatedAnswers() => WithoutNeeds().WithoutAnswers(a => a.Retention == FieldRetention.UntilDate);

    /// <summary>The same answers without those to questions of the workshop that are erased by a day.</summary>
    public RegistrationDetails WithoutAnswersDueOn(DateOnly day) => WithoutAnswers(a => a.ErasedOn <= day);

    private RegistrationDetails WithoutAnswers(Func<QuestionAnswer, bool> which) =>
        Answers.Any(which) ? this with { Answers = [.. Answers.Where(a => !which(a))] } : this;
}
