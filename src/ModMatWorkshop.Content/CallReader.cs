using System.Globalization;
using ModMatWorkshop.Content.Markdown;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content;

/// <summary>Reads the call for abstracts of <c>workshop.md</c>.</summary>
/// <param name="timeZone">The name of a zone that exists.</param>
/// <param name="lastDay">Of the workshop; the default value if it is unknown.</param>
internal sealed class CallReader(
    WorkshopLanguages languages,
    IReadOnlyList<OwnKind> kinds,
    string timeZone,
    DateOnly lastDay,
    ProblemList problems
)
{
    /// <summary>Submissions are erased so many days after the workshop, unless the content names a day.</summary>
    public const int DaysUntilErased = 90;

    private const int LeastLength = 100;

    private static readonly Dictionary<string, bool> Publishing = new() { ["after-review"] = false, ["at-once"] = true };

    private static readonly Dictionary<string, bool> Typos = new() { ["after-review"] = false, ["at-once"] = true };

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);

    public CallForAbstracts Read(Fields fields)
    {
        var (opens, closes) = (Instant(fields, "opens", isEnd: false), Instant(fields, "closes", isEnd: true));
        var call = new CallForAbstracts
        {
            Opens = opens ?? default,
            Closes = closes ?? default,
            Kinds = Kinds(fields),
            Topics = Topics(fields),
            Length = Whole(fields, "length", LeastLength, CallForAbstracts.MaxLength) ?? CallForAbstracts.DefaultLength,
            Figures = Whole(fields, "figures", 0, CallForAbstracts.MaxFigures) ?? 0,
            Languages = LanguagesOf(fields),
            IsBlind = fields.Flag("blind"),
            AnsweredBy = fields.Date("answers"),
            RemindAfter = Whole(fields, "remind-after", 1, AnswerReminder.MaxDays),
            Reminders = Whole(fields, "reminders", 1, AnswerReminder.MaxTimes) ?? CallForAbstracts.DefaultReminders,
            SlidesBy = fields.Date("slides-by"),
            PublishesAtOnce = fields.Choice("publish-files", Publishing) ?? false,
            TyposAtOnce = fields.Choice("typos", Typos) ?? false,
            ErasedOn = fields.Date("erased") ?? (lastDay == default ? DateOnly.MaxValue : lastDay.AddDays(DaysUntilErased)),
            TextHtml = fields.Has("text") ? Html(fields, fields.RequiredLocalized("text", isMarkdown: true)) : null,
        };
        fields.ReportUnknownKeys();
        if (opens is not null && closes is not null)
            CheckOrder(fields, call);
        return call;
    }

    private void CheckOrder(Fields fields, CallForAbstracts call)
    {
        if (call.Closes <= call.Opens)
            fields.Error("closes", "The call closes before it opens.");
        // A deadline at midnight belongs to the day before.
        var closes = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(call.Closes.AddTicks(-1), _zone).DateTime);
        if (call.AnsweredBy < closes)
            fields.Error("answers", "Authors would hear before the call has closed.", "`answers` is the day by which they hear.");
        if (call.ErasedOn <= (call.AnsweredBy > closes ? call.AnsweredBy : closes))
            fields.Error(
                "erased",
                "The submissions would be erased before the committee has decided.",
                "`erased` is a day after `closes` and `answers`."
            );
    }

    /// <summary>A day as a whole is its first minute, or its last.</summary>
    private DateTimeOffset? Instant(Fields fields, string key, bool isEnd)
    {
        if (!fields.Has(key))
            fields.RequiredText(key);
        if (fields.DayOrHour(key) is not var (day, hour))
            return null;
        if (hour is null)
            return LocalHours.StartOfDay(isEnd ? day.AddDays(1) : day, _zone);
        if (LocalHours.TryToInstant(day, hour.Value, _zone, out var instant))
            return instant;
        fields.Error(
            key,
            $"At {hour.Value.ToString("HH:mm", CultureInfo.InvariantCulture)} that day, the clocks change: there is no such hour.",
            "Choose another hour."
        );
        return null;
    }

    private List<string> Kinds(Fields fields)
    {
        var known = OwnKind.All(kinds).Select(k => k.Key).ToList();
        var asked = fields.TextOrTexts("kinds");
        foreach (var key in asked.Where(key => !known.Contains(key)))
            fields.Error("kinds", $"There is no kind `{key}`.", $"The kinds are: {string.Join(", ", known)}.");
        foreach (var twice in asked.GroupBy(key => key).Where(same => same.Count() > 1))
            fields.Error("kinds", $"The kind `{twice.Key}` is named twice.", "Name each one once.");
        return asked.Count > 0
            ? [.. asked.Where(known.Contains).Distinct()]
            : [ContributionCode.KeyOf(ContributionKind.Oral), ContributionCode.KeyOf(ContributionKind.Poster)];
    }

    private static List<Topic> Topics(Fields fields)
    {
        var topics = new List<Topic>();
        foreach (var item in fields.List("topics"))
        {
            var topic = new Topic(item.RequiredText("key"), item.RequiredLocalized("name"));
            item.ReportUnknownKeys();
            if (topic.Key.Length > 0 && !Slug.IsValid(topic.Key))
                item.Error("key", $"`{topic.Key}` is not a slug.", "Lower-case letters, digits and hyphens: `rare-events`.");
            else if (topics.Exists(t => t.Key == topic.Key))
                item.Error("key", $"Two topics have the key `{topic.Key}`.", "Each topic needs its own key.");
            topics.Add(topic);
        }
        return topics;
    }

    private List<Language> LanguagesOf(Fields fields)
    {
        var tags = fields.TextOrTexts("languages");
        foreach (var tag in tags.Where(tag => Languages.Find(tag) is null))
            fields.Error(
                "languages",
                $"`{tag}` is not a language of the site.",
                "One or two of `fr` and `en`, the main one first: `languages: [fr, en]`."
            );
        var known = tags.Select(Languages.Find).OfType<Language>().Distinct().ToList();
        return known.Count > 0 ? known : [.. languages.All];
    }

    private static int? Whole(Fields fields, string key, int least, int most) =>
        (int?)fields.Number(key, d => d >= least && d <= most && d == Math.Floor(d), $"a number from {least} to {most}", $"{most}");

    private Localized Html(Fields fields, Localized text)
    {
        return new(Of(text.Fr, "fr"), Of(text.En, "en"));

        string? Of(string? markdown, string lang) =>
            markdown is null
                ? null
                : MarkdownText
                    .Parse(markdown, lang, fields.PlaceOfKey("text"), problems, inFrontMatter: true)
                    .WithReferences(0, "A page has no references: write a link.", problems)
                    .ToHtml();
    }
}
