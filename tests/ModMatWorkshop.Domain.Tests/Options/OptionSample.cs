using System.Globalization;
using ModMatWorkshop.Domain.Options;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Domain.Tests.Registrations;

namespace ModMatWorkshop.Domain.Tests.Options;

/// <summary>
/// Registrations and the options of a workshop, in memory, with many seats. It is noon on 1 January 2030; the options close a month later.
/// </summary>
internal sealed class OptionSample
{
    public static readonly DateTimeOffset Noon = SeatingSample.Noon;
    public static readonly DateTimeOffset ClosesAt = Noon.AddDays(30);
    public static readonly RegistrationFacts ByOwner = new() { IsByOwner = true };
    public static readonly RegistrationFacts ByOrganiser = new(IsByOrganiser: true);

    private readonly List<Registration> _people = [];
    private readonly Dictionary<string, RegistrationState> _before = [];

    public OptionSample(int? places = 4, int seats = 100, Func<WorkshopOption, WorkshopOption>? dinner = null)
    {
        var option = new WorkshopOption("dinner", new("Dîner", "Dinner")) { Places = places, Companions = 4 };
        Options = [new(dinner?.Invoke(option) ?? option, ClosesAt), new(new("tour", new("Visite", "Tour")) { Companions = 1 }, ClosesAt)];
        Reopen(seats);
    }

    public IReadOnlyList<OptionTerms> Options { get; private set; }

    public Seating Seating { get; private set; } = null!;

    public DateTimeOffset Now
    {
        get => Seating.Now;
        set => Seating.Now = value;
    }

    /// <summary>The mails of all changes: <c>ada OptionOffer</c>.</summary>
    public List<string> Mails { get; } = [];

    public Registration this[string name] => _people.Single(p => p.Details.GivenName == name);

    /// <summary>The content has changed.</summary>
    public void Change(Func<WorkshopOption, WorkshopOption?> change)
    {
        Options = [.. Options.Select(t => change(t.Option) is { } option ? t with { Option = option } : null).OfType<OptionTerms>()];
        Reopen(Seating.Policy.Capacity);
    }

    /// <summary>Sends the form: <c>dinner 2</c> asks for two places.</summary>
    public void Register(string name, string wishes = "dinner 1", Attendance attendance = Attendance.InPerson)
    {
        var form = new FormSubmission(
            SeatingSample.AddressOf(name),
            SeatingSample.DetailsOf(name) with
            {
                Answers = WishesOf(wishes),
            },
            attendance,
            $"form of {name} {wishes}"
        );
        var known = _people.SingleOrDefault(p => p.Details.GivenName == name);
        var decision = NewcomerRules.Register(Seating, form, new(known), () =>
            Registration.New(Guid.CreateVersion7(), _people.Count + 1, $"ticket of {name}", form.Email)
        );
        if (known is null)
            _people.Add(decision.Registration!);
        Tell(name, decision.Decision!);
        OfferFree();
    }

    /// <summary>Registers and confirms: <c>ada dinner 1</c>.</summary>
    public void Confirmed(params string[] people)
    {
        foreach (var person in people)
        {
            var (name, wishes) = (person.Split(' ')[0], person[(person.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            Register(name, wishes);
            Apply(name, new Confirm());
        }
    }

    public ChangeResult Apply(string name, RegistrationCommand command, RegistrationFacts? facts = null)
    {
        _before[name] = this[name].Snapshot();
        var decision = RegistrationRules.Decide(Seating, this[name], command, facts ?? ByOwner);
        Tell(name, decision);
        OfferFree();
        return decision.Result;
    }

    /// <summary>Changes what the person asks for; an empty text gives everything up.</summary>
    public ChangeResult Ask(string name, string wishes, RegistrationFacts? facts = null)
    {
        var answers = WishesOf(wishes);
        QuestionAnswer[] open =
        [
            .. Options.Select(t => t.Option.Id).Except(answers.Select(a => a.Id)).Select(id => new QuestionAnswer(id, "")),
        ];
        return Apply(name, new ChangeDetails(this[name].Details with { Answers = [.. answers, .. open] }), facts);
    }

    public ChangeResult UndoLast(string name) =>
        Apply(name, new UndoLastChange(1), ByOrganiser with { LastChange = new(1, _before[name], HasWaitingListMoved: false) });

    /// <summary>What everybody has of an option: <c>ada 2, ben offered 3, cat 1 + waiting 2 (1)</c>.</summary>
    public string Standing(string key = "dinner") => string.Join(", ", _people.Select(p => $"{p.Details.GivenName} {StandingOf(p, key)}"));

    public OptionTotals Totals(string key = "dinner") => OptionTotals.Of(_people.SelectMany(p => p.Options).Where(p => p.Key == key));

    public string WishOf(string name, string key = "dinner") => this[name].Details.Answers.Find(WorkshopOption.IdOf(key))?.Value ?? "";

    private static IReadOnlyList<QuestionAnswer> WishesOf(string wishes) =>
        [
            .. wishes
                .Split(", ", StringSplitOptions.RemoveEmptyEntries)
                .Select(w => w.Split(' '))
                .Select(w => new QuestionAnswer(WorkshopOption.IdOf(w[0]), w[1])),
        ];

    private string StandingOf(Registration person, string key)
    {
        var parts = new List<string>();
        if (person.OptionPlace(key) is { } place)
        {
            if (place.Held > 0)
                parts.Add(place.Held.ToString(CultureInfo.InvariantCulture));
            if (place.IsOffered)
                parts.Add($"offered {place.Missing}");
            if (place.IsWaiting)
                parts.Add($"waiting {place.Missing} ({Seating.Options.Rank(key, person.Id)})");
        }
        if (person.Options.FirstOrDefault(p => p.Key == key && p.KeptUntil > Now) is { } kept)
            parts.Add($"kept {kept.Held}");
        return parts.Count == 0 ? "-" : string.Join(" + ", parts);
    }

    private void OfferFree()
    {
        foreach (var offer in Seating.Options.OfferFree(Seating.Policy, Now))
        {
            var person = _people.Single(p => p.Id == offer.Id);
            person.OfferOption(offer.Key, offer.Until);
            Seating.Options.Update(person);
            Mails.Add($"{person.Details.GivenName} {MailKind.OptionOffer}");
        }
    }

    private void Tell(string name, Decision decision) =>
        Mails.AddRange(decision.Mails.Where(m => m.Kind >= MailKind.OptionOffer).Select(m => $"{name} {m.Kind}"));

    private void Reopen(int seats)
    {
        var policy = new SeatingSample(seats).Policy with { Options = Options };
        var now = Seating?.Now ?? Noon;
        Seating = new(policy, now, _people.Select(SeatingEntry.Of), Seating?.LastLineNumber ?? 0);
        foreach (var person in _people)
            Seating.Options.Update(person);
        OfferFree();
    }
}
