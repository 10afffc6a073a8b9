using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Attendees;

/// <summary>A filter with a choice of values.</summary>
/// <param name="Name">The key in the query.</param>
public sealed record ListFilter(string Name, string Label, IReadOnlyList<(string Value, string Text)> Choices, string? Chosen);

/// <summary>An active filter.</summary>
/// <param name="Without">The address of the list without this filter.</param>
public sealed record FilterChip(string Name, string Text, string Without);

/// <summary>
/// The list of registrations, with search, filters and order. The address contains them in one normal form, so that it can be sent to a
/// colleague. Actions, messages and exports use the same query and so concern the same people.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed partial class IndexModel(WorkshopDb db, SiteContext siteContext, Words words) : PageModel
{
    public const int PageSize = 100;
    public const string Address = "/admin/attendees";

    /// <summary>The actions on selected registrations, by their names in <c>/admin/attendees/act</c>.</summary>
    private static readonly IReadOnlyList<string> Actions = ["confirm", "cancel", "remote", "offer", "message", "link"];

    public AttendeeQuery Query { get; private set; } = new();

    public int Everybody { get; private set; }

    public int Matching { get; private set; }

    public Paging Paging { get; private set; } = new(1, 1, PageSize);

    public IReadOnlyList<Registration> People { get; private set; } = [];

    public IReadOnlyList<HalfDayId> HalfDays { get; private set; } = [];

    public IReadOnlyList<ServedMeal> Meals { get; private set; } = [];

    public Roles Roles { get; private set; } = null!;

    public RegistrationFields Fields { get; private set; } = RegistrationFields.BuiltIn;

    /// <summary>The questions of the workshop with a column of their own.</summary>
    public IReadOnlyList<RegistrationField> Questions => [.. Fields.Questions.Where(f => f.IsUsedIn(FieldUse.List))];

    public IReadOnlyList<ListFilter> Filters { get; private set; } = [];

    public IReadOnlyList<FilterChip> Chips { get; private set; } = [];

    /// <summary>The rank on the waiting list for each line number on this page.</summary>
    public IReadOnlyDictionary<long, int> Ranks { get; private set; } = new Dictionary<long, int>();

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        Query = AttendeeQuery.Read(new(Request.Query));
        // A form also sends its empty fields. Redirect to the address without them, which is easier to share.
        if (Request.Query.Any(q => q.Key != "page" && string.IsNullOrEmpty(q.Value)))
            return LocalRedirect(Address + Query.ToQueryString());
        Everybody = await db.Registrations.CountAsync(cancel);
        Matching = Query.IsFiltered ? await Query.Filtered(db).CountAsync(cancel) : Everybody;
        Paging = Paging.Of(page, Matching, PageSize);
        People = await Query.In(db).Skip(Paging.Skip).Take(PageSize).ToListAsync(cancel);
        HalfDays = await AttendeeReports.HalfDaysAsync(db, cancel);
        Meals = await AttendeeReports.MealsAsync(db, cancel);
        Ranks = await RanksAsync(cancel);
        Roles = await siteContext.RolesAsync();
        _workshop = await siteContext.WorkshopAsync();
        Fields = _workshop.Fields.For(OrganiserSignIn.RolesOf(User));
        Filters = AllFilters();
        Chips = [.. ActiveFilters()];
        return Page();
    }

    public string PositionOf(Registration person) =>
        person.Details.OwnPosition is { } own ? words.PositionName(own, Fields) : words.PositionShort(person.Details.Position);

    /// <summary>The answer of a person, as text; empty to a question that is not asked.</summary>
    public string AnswerOf(Registration person, RegistrationField field) =>
        person.Snapshot() is var state && field.Get(state) is { Length: > 0 } value && Fields.IsAsked(field, state)
            ? words.AnswerTo(field, value)
            : "";

    /// <summary>The orders of the list, with the text of their headings.</summary>
    public IReadOnlyList<(AttendeeOrder Order, string Text)> Orders =>
        [
            (AttendeeOrder.Name, words.ListName),
            (AttendeeOrder.Number, words.ListNumber),
            (AttendeeOrder.Affiliation, words.Affiliation),
            (AttendeeOrder.Position, words.ListPosition),
            (AttendeeOrder.Place, words.ListPlace),
            (AttendeeOrder.Line, words.InLine),
            (AttendeeOrder.Registered, words.ListRegistered),
        ];

    /// <summary>The address that sorts by this column, or reverses the order if it is already the current one.</summary>
    public string SortedBy(AttendeeOrder order) =>
        Address + (Query with { Order = order, Descending = Query.Order == order && !Query.Descending }).ToQueryString();

    public string? AriaSort(AttendeeOrder order) =>
        Query.Order != order ? null
        : Query.Descending ? "descending"
        : "ascending";

    /// <summary>The place, in the spelling of the attribute on the registration's own page.</summary>
    public static string StateOf(Place place) => place == Place.WaitingList ? "waiting-list" : place.ToString().ToLowerInvariant();

    private async Task<IReadOnlyDictionary<long, int>> RanksAsync(CancellationToken cancel)
    {
        if (People.Max(p => p.LineNumber) is not { } last)
            return new Dictionary<long, int>();
        var line = await db
            .Registrations.Where(r => r.LineNumber <= last)
            .OrderBy(r => r.LineNumber)
            .Select(r => r.LineNumber!.Value)
            .ToListAsync(cancel);
        return line.Select((number, i) => (number, i)).ToDictionary(l => l.number, l => l.i + 1);
    }

    private List<ListFilter> AllFilters()
    {
        return
        [
            WithNumbers("status", words.ListStatus, Statuses().Select(s => (s.ToString().ToLowerInvariant(), words.Status(s)))),
            .. BySelection(),
            Of<Place>("place", words.ListPlace, words.PlaceWord),
            Of<Attendance>("attendance", words.ListWish, words.AttendanceName),
            WithNumbers(
                "position",
                words.ListPosition,
                Fields.Position.Options.Select(o => (o.Value.ToLowerInvariant(), words.PositionName(o.Value, Fields)))
            ),
            WithNumbers("half-day", words.ListHalfDay, HalfDays.Select(h => (h.Key, words.HalfDayName(h.Date, h.Half)))),
            Of<Attendance>("there", words.ListThere, a => words.ListHalfDayMark(a)),
            Of<AttendeePresence>("came", words.ListCame, words.CameWord),
            WithNumbers("came-at", words.ListCameAt, HalfDays.Select(h => (h.Key, words.HalfDayName(h.Date, h.Half)))),
            WithNumbers("needs", words.ListNeeds, [("yes", words.ListNeedsSpecified)]),
            WithNumbers("presents", words.ListPresents, [("yes", words.ListPresenters)]),
            Of<RoleState>("role", words.ListRoleState, words.RoleStateName),
            WithNumbers("listed", words.ListListed, [("yes", words.ListConsent(true)), ("no", words.ListConsent(false))]),
            WithNumbers("photos", words.ListPhotos, [("yes", words.ListConsent(true)), ("no", words.ListConsent(false))]),
            WithNumbers("bounces", words.ListBounces, [("yes", words.ListBouncing)]),
            .. ByAnswer(),
        ];

        // One filter for all questions with options: their answers name the question too.
        IEnumerable<ListFilter> ByAnswer()
        {
            var choices =
                from field in Fields.Questions
                where field.Kind is FieldKind.Choice or FieldKind.YesNo
                from value in field.Kind == FieldKind.YesNo ? [Question.Yes] : field.Options.Select(o => o.Value)
                select ($"{field.Key}:{value}", words.ListChip(words.NameOf(field), words.AnswerTo(field, value)));
            return choices.Any() ? [WithNumbers("answer", words.ListAnswer, choices)] : [];
        }

        ListFilter Of<T>(string name, string label, Func<T, string> say)
            where T : struct, Enum => WithNumbers(name, label, Enum.GetValues<T>().Select(v => (v.ToString().ToLowerInvariant(), say(v))));
    }

    private ListFilter WithNumbers(string name, string label, IEnumerable<(string, string)> choices) =>
        new(name, label, [.. choices], Query.Pairs.FirstOrDefault(p => p.Key == name).Value);

    private IEnumerable<FilterChip> ActiveFilters()
    {
        if (Query.Search.Length > 0)
            yield return new("q", words.ListSearched(Query.Search), Address + Query.Without("q").ToQueryString());
        foreach (var filter in Filters.Where(f => f.Chosen is not null))
        {
            // Show a chosen half-day even if it has left the programme.
            var text = filter.Choices.FirstOrDefault(c => c.Value == filter.Chosen).Text
                ?? (HalfDayId.FromKey(filter.Chosen) is { } half ? words.HalfDayName(half.Date, half.Half) : filter.Chosen!);
            yield return new(filter.Name, words.ListChip(filter.Label, text), Address + Query.Without(filter.Name).ToQueryString());
        }
    }
}
