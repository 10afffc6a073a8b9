using ModMatWorkshop.Domain.Options;
using ModMatWorkshop.Domain.Organisers;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>The registration fields of a workshop, in the order of forms and tables: the built-in ones and its own questions.</summary>
public sealed class RegistrationFields
{
    private static readonly IReadOnlyList<RegistrationField> Consents = [ParticipationFields.Listed, ParticipationFields.Photographed];

    /// <summary>Name and claims, which only organisers change once a presence is recorded.</summary>
    public static readonly IReadOnlyList<RegistrationField> Identity =
    [
        PersonFields.GivenName,
        PersonFields.FamilyName,
        ParticipationFields.Presents,
    ];

    /// <summary>The fields of a workshop without questions of its own.</summary>
    public static readonly RegistrationFields BuiltIn = new([], [], []);

    private static readonly Dictionary<string, RegistrationField> BuiltInByKey = BuiltIn.All.ToDictionary(f => f.Key);

    private readonly Dictionary<string, RegistrationField> _byKey;

    // Null for the person, who sees every answer.
    private readonly OrganiserRoles? _viewer;

    private RegistrationFields(IReadOnlyList<RegistrationField> all, OrganiserRoles? viewer = null)
    {
        (All, _viewer) = (all, viewer);
        _byKey = all.ToDictionary(f => f.Key);
        Needs = [.. all.Where(f => f.Retention == FieldRetention.UntilWorkshopEnds)];
        Withdrawable = [.. all.Where(f => f.Retention != FieldRetention.WithRegistration)];
        InFormOrder =
        [
            .. all.GroupBy(f => f.Section)
                .SelectMany(s => s.Key == FormSections.Questions ? s.AsEnumerable() : s.OrderBy(f => f.IsOptional)),
        ];
        Questions = [.. all.Where(f => f.Question is not null)];
        Options = [.. all.Where(f => f.Option is not null)];
    }

    private RegistrationFields(
        IReadOnlyList<OwnPosition> positions,
        IReadOnlyList<Question> questions,
        IReadOnlyList<WorkshopOption> options
    )
        : this([
            PersonFields.GivenName,
            PersonFields.FamilyName,
            PersonFields.Email,
            PersonFields.Affiliation,
            PersonFields.Country,
            positions.Count == 0 ? PersonFields.Position : PersonFields.PositionOf(positions),
            PersonFields.Language,
            Orcid.Field,
            ParticipationFields.Attendance,
            ParticipationFields.HalfDays,
            ParticipationFields.Meals,
            ParticipationFields.Diet,
            ParticipationFields.AccessNeeds,
            ParticipationFields.Presents,
            .. options.Select(OptionFields.Of),
            .. Of(questions, isConsent: false),
            .. Of(questions, isConsent: true),
            .. Consents,
        ]) { }

    public IReadOnlyList<RegistrationField> All { get; }

    /// <summary>Diet, access needs and other fields that are erased when the workshop is over.</summary>
    public IReadOnlyList<RegistrationField> Needs { get; }

    /// <summary>Needs, consents and what has an erasure date: an answer that is withdrawn or replaced is not kept anywhere.</summary>
    public IReadOnlyList<RegistrationField> Withdrawable { get; }

    /// <summary>Required fields come first within each section. Questions keep their order, because one may depend on another.</summary>
    public IReadOnlyList<RegistrationField> InFormOrder { get; }

    /// <summary>The fields that the content of the workshop asks for.</summary>
    public IReadOnlyList<RegistrationField> Questions { get; }

    /// <summary>Whether people may ask for travel support.</summary>
    public bool HasTravelSupport => _byKey.ContainsKey(TravelSupportRules.Id);

    /// <summary>The questions that ask for a file.</summary>
    public IEnumerable<RegistrationField> Files => Questions.Where(f => f.Kind == FieldKind.File);

    /// <summary>The fields of the options that people may choose.</summary>
    public IReadOnlyList<RegistrationField> Options { get; }

    /// <summary>The options themselves.</summary>
    public IReadOnlyList<WorkshopOption> Offered => [.. Options.Select(f => f.Option!)];

    public RegistrationField Position => _byKey[PersonFields.Position.Key];

    public static RegistrationFields Of(
        IReadOnlyList<OwnPosition> positions,
        IReadOnlyList<Question> questions,
        params IReadOnlyList<WorkshopOption> options
    ) => positions.Count + questions.Count + options.Count == 0 ? BuiltIn : new(positions, questions, options);

    /// <summary>A built-in field, or what can be done with the answer to a question without knowing the question.</summary>
    public static RegistrationField Of(string key) => QuestionAnswer.IsId(key) ? QuestionFields.Former(key) : BuiltInByKey[key];

    /// <summary>The field with this key; of a question that is not asked, what can be done without knowing it.</summary>
    public RegistrationField this[string key] => _byKey.GetValueOrDefault(key) ?? Of(key);

    public RegistrationField? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The fields that an organiser with these roles sees.</summary>
    public RegistrationFields For(OrganiserRoles roles) => new([.. All.Where(f => IsSeenBy(f.OnlyFor, roles))], roles);

    /// <summary>The fields without the questions and options of the workshop, for forms that do not ask them.</summary>
    public RegistrationFields WithoutQuestions() =>
        Questions.Count + Options.Count == 0 ? this : new([.. All.Except(Questions).Except(Options)], _viewer);

    /// <summary>Also the questions that are no longer asked and that these people have answered.</summary>
    public RegistrationFields WithFormer(params IReadOnlyList<RegistrationDetails> people)
    {
        var former = people
            .SelectMany(p => p.Answers)
            .Where(a => !_byKey.ContainsKey(a.Id) && (_viewer is not { } roles || IsSeenBy(a.OnlyFor, roles)))
            .GroupBy(a => a.Id)
            .Select(answers => QuestionFields.Former(answers.Key, [.. answers.DistinctBy(a => a.Value)]))
            .ToList();
        return former.Count == 0 ? this : new([.. All, .. former], _viewer);
    }

    /// <summary>Whether a field is asked for, given the answers to the fields before it.</summary>
    public bool IsAsked(RegistrationField field, Func<RegistrationField, string> answerOf) =>
        field.Condition is null
        || field.Condition.Parts.All(part => Find(part.Key) is { } other && IsAsked(other, answerOf) && part.HoldsFor(answerOf(other)));

    /// <summary>Whether a condition of the content holds for the answers of a person. One about a question that is gone does not.</summary>
    public bool Holds(QuestionCondition condition, RegistrationState state)
    {
        var questions = Questions.Select(f => f.Question!).ToList();
        return (condition.Question is not { } key || questions.Exists(q => q.Key == key))
            && QuestionFields
                .ConditionOf(condition, questions)
                .Parts.All(part => Find(part.Key) is { } other && IsAsked(other, state) && part.HoldsFor(other.Get(state)));
    }

    public bool IsAsked(RegistrationField field, RegistrationState state) => IsAsked(field, other => other.Get(state));

    /// <summary>The required answers that an import has left open, and those to questions that were added later.</summary>
    public IReadOnlyList<RegistrationField> OpenIn(RegistrationState state) =>
        [.. All.Where(f => f.MayBeLeftOpen && f.Get(state).Length == 0 && IsAsked(f, state))];

    private static bool IsSeenBy(OrganiserRoles only, OrganiserRoles roles) => only == OrganiserRoles.None || (only & roles) != 0;

    private static IEnumerable<RegistrationField> Of(IReadOnlyList<Question> questions, bool isConsent) =>
        questions.Where(q => q.Kind == QuestionKind.Consent == isConsent).Select(q => QuestionFields.Of(q, questions));
}
