using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Printables;

public sealed record SignInSheets(Workshop Workshop, IReadOnlyList<SignInSheet> Sheets);

/// <summary>The sign-in sheets of every half-day, or of the one in the query.</summary>
public sealed class SignInSheetsPrintable() : Printable("sign-in")
{
    public override string? ChoiceView => "/Printables/SignIn/SignInChoice.cshtml";

    public override string AuditAction => "exported the sign-in sheets";

    public override string Title(Words words) => words.SignInSheets;

    public override string Purpose(Words words) => words.SignInSheetsPurpose;

    public override async Task<PrintableDocument?> ReadAsync(PrintableRequest request, CancellationToken cancel)
    {
        string? key = request.Query["half-day"];
        var half = HalfDayId.FromKey(key);
        if (half is null && !string.IsNullOrEmpty(key))
            return null;
        var schedule = await request.Db.WholeScheduleAsync(cancel);
        var remote = await RemotePresence.ReadAsync(request.Db, cancel);
        var sheets = await SignInSheet.ReadAsync(request.Db, schedule, half, halfDay => [.. remote[halfDay]], cancel);
        if (sheets.Count == 0)
            return null;
        return Document(request, "/Printables/SignIn/SignInSheets.cshtml", new SignInSheets(schedule.Workshop, sheets)) with
        {
            People = sheets.SelectMany(s => s.Expected).DistinctBy(r => r.Number).Count(),
        };
    }
}
