using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Content;

/// <summary>Reads <c>registration</c> of <c>workshop.md</c>: its dates, and whether people register or apply.</summary>
internal sealed class RegistrationReader
{
    public const string Key = "registration";
    public const string How = "how";
    public const string OnApplication = "on application";
    private const string SupportUntil = "travel_support_until";

    private static readonly Dictionary<string, bool> Ways = new() { ["open"] = false, [OnApplication] = true };

    private readonly Fields? _fields;

    public RegistrationReader(Fields workshop, DateOnly start)
    {
        // `registration: on application` says how, and leaves the dates to the defaults.
        var isText = workshop.IsText(Key);
        _fields = isText ? null : workshop.Map(Key);
        IsOnApplication = (isText ? workshop.Choice(Key, Ways) : _fields?.Choice(How, Ways)) ?? false;
        Opens = _fields?.RequiredDate("opens") ?? Workshop.OpensByDefault(start);
        Closes = _fields?.RequiredDate("closes") ?? Workshop.ClosesByDefault(start);
        ChangesUntil = _fields?.Date("changes_until");
        AnswersBy = _fields?.Date("answers");
        OffersVisaLetter = _fields?.Flag("visa_letter") ?? false;
        TravelSupport = ReadTravelSupport();
    }

    public bool IsOnApplication { get; }

    public DateOnly Opens { get; }

    public DateOnly Closes { get; }

    public DateOnly? ChangesUntil { get; }

    public DateOnly? AnswersBy { get; }

    public bool OffersVisaLetter { get; }

    /// <summary>The questions about travel support; none in a workshop without it.</summary>
    public IReadOnlyList<Question> TravelSupport { get; }

    /// <summary>Reports unknown keys, and dates that do not fit together.</summary>
    public void Check()
    {
        if (_fields is null)
            return;
        _fields.ReportUnknownKeys();
        if (IsBefore(Closes, Opens))
            _fields.Error("closes", "Registration closes before it opens.");
        if (ChangesUntil is { } changes && IsBefore(changes, Opens))
            _fields.Error("changes_until", "Changes end before registration opens.", "Nobody could change anything without asking.");
        if (_fields.Has(SupportUntil) && TravelSupport is [{ AskedUntil: { } support }, ..] && IsBefore(support, Opens))
            _fields.Error(SupportUntil, "Travel support ends before registration opens.", "Nobody could ask for it.");
        if (AnswersBy is { } answers && !IsOnApplication)
            _fields.Error(
                "answers",
                "Nobody applies, so nobody waits for an answer.",
                "Add `how: on application`, or leave out `answers`."
            );
        else if (AnswersBy is { } day && IsBefore(day, Closes))
            _fields.Warn("answers", "Answers are promised before registration closes.", "Who applies later would be promised a past day.");
    }

    private IReadOnlyList<Question> ReadTravelSupport()
    {
        var isAsked = _fields?.Flag("travel_support") ?? false;
        var (until, whom) = (_fields?.Date(SupportUntil), _fields?.Localized("travel_support_for"));
        return isAsked ? TravelSupportRules.Questions(until, whom) : [];
    }

    /// <summary>False if a date is missing or invalid, which has been reported already.</summary>
    private static bool IsBefore(DateOnly one, DateOnly other) => one != default && other != default && one < other;
}
