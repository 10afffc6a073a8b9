using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Options;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Content;

/// <summary>Reads the options of <c>workshop.md</c>: what people may choose beside the workshop itself.</summary>
internal sealed class OptionReader(IReadOnlyList<OwnPosition> positions)
{
    private const int MostPlaces = 100_000;

    public IReadOnlyList<WorkshopOption> Read(Fields workshop)
    {
        var options = new List<WorkshopOption>();
        foreach (var item in workshop.List("options"))
        {
            var option = ReadOne(item);
            item.ReportUnknownKeys();
            if (options.Exists(o => o.Key == option.Key))
                item.Error("key", $"Two options have the key `{option.Key}`.", "Each option needs its own key.");
            else if (options.Count == WorkshopOption.Most)
                item.Error("key", $"There are more than {WorkshopOption.Most} options.", "People leave a form that is too long.");
            else if (Slug.IsValid(option.Key))
                options.Add(option);
        }
        return options;
    }

    private WorkshopOption ReadOne(Fields fields)
    {
        var key = fields.RequiredText("key");
        QuestionReader.CheckKey(fields, key, "dinner");
        var audience = fields.Map("for");
        var option = new WorkshopOption(key, ReadText(fields, "name", 100) ?? fields.RequiredLocalized("name"))
        {
            Date = fields.Date("date"),
            Start = fields.Time("start"),
            End = fields.Time("end"),
            Where = ReadText(fields, "where", 200),
            Places = ReadNumber(fields, "places", MostPlaces),
            Companions = ReadNumber(fields, "companions", WorkshopOption.MostCompanions) ?? 0,
            Price = ReadText(fields, "price", 200),
            Until = fields.Date("until"),
            Attendance = audience?.Choice("attendance", QuestionReader.Attendances),
            Positions = audience is null ? [] : QuestionReader.ReadWanted(audience, positions),
            CatererNote = ReadText(fields, "caterer", 500),
        };
        audience?.ReportUnknownKeys();
        if (option.Start is not null && option.Date is null)
            fields.Error("start", "The option has an hour, but no day.", "Add `date`.");
        if (option.End is not null && option.Start is null)
            fields.Error("end", "The option ends, but it does not start.", "Add `start`.");
        if (option.Until > option.Date)
            fields.Error("until", "People may choose the option after it has taken place.", "`until` is at most `date`.");
        return option;
    }

    private static int? ReadNumber(Fields fields, string key, int most)
    {
        if (fields.Integer(key) is not { } number)
            return null;
        if (number > most)
            fields.Error(key, $"`{key}` is at most {most}.");
        return Math.Min(number, most);
    }

    private static Localized? ReadText(Fields fields, string key, int most)
    {
        var text = fields.Localized(key);
        if (text is not null && new[] { text.Fr, text.En }.Any(t => t?.Length > most))
            fields.Error(key, $"`{key}` is longer than {most} characters.");
        return text;
    }
}
