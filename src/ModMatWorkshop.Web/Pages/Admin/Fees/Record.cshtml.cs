using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Fees;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Fees;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Pages.Admin.Attendees;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Fees;

/// <summary>Previews a record for one person or many, then makes it for exactly these.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class RecordModel(WorkshopDb db, FeeService fees, SiteContext siteContext, Words words) : PageModel
{
    public const string Address = "/admin/fees/record";

    /// <summary>In one transaction.</summary>
    public const int MaxTogether = 1000;

    public Workshop Workshop { get; private set; } = null!;

    public string Currency => Workshop.Fees?.Currency ?? WorkshopFees.DefaultCurrency;

    public FeeRecordKind Kind { get; private set; }

    public IReadOnlyList<(PersonFees Person, FeeDecision Decision)> Lines { get; private set; } = [];

    public int WillBeDone => Lines.Count(l => l.Decision.Result == FeeResult.Done);

    public string Numbers => string.Join(',', Lines.Select(l => l.Person.Registration.Number));

    public Guid Batch { get; private set; } = Guid.NewGuid();

    public string Amount { get; private set; } = "";

    public string Day { get; private set; } = "";

    public PaymentMeans Means { get; private set; } = PaymentMeans.Transfer;

    public string Note { get; private set; } = "";

    /// <summary>Of the whole page; null for none.</summary>
    public string? Fault { get; private set; }

    /// <summary>Of what was typed; null for none.</summary>
    public string? FaultOfForm { get; private set; }

    private DateOnly Today => FeeQueries.DayOf(siteContext.Now, Workshop);

    public IActionResult OnGet() => LocalRedirect(IndexModel.Address);

    public async Task<IActionResult> OnPostPreviewAsync(
        [FromForm(Name = "person")] int[] people,
        [FromForm] string? all,
        [FromForm] string? status,
        [FromForm] FeeRecordKind? kind,
        CancellationToken cancel
    )
    {
        Workshop = await siteContext.WorkshopAsync();
        (Kind, Day) = (kind ?? FeeRecordKind.Payment, DateInput.Text(Today));
        var chosen =
            all == "yes"
                ? [.. IndexModel.Filtered(await FeeQueries.AllAsync(db, Workshop, cancel), status).Select(p => p.Registration.Number)]
                : people.Distinct().ToList();
        if (chosen.Count == 0)
            return Refuse(words.FeeNobodyChosen);
        if (chosen.Count > MaxTogether)
            return Refuse(words.FeeTooMany(MaxTogether));
        await ShowAsync(chosen, cancel);
        return Lines.Count == 0 ? Refuse(words.FeeNobodyChosen) : Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(
        [FromForm] string? numbers,
        [FromForm] FeeRecordKind? kind,
        [FromForm] Guid batch,
        CancellationToken cancel
    )
    {
        Workshop = await siteContext.WorkshopAsync();
        var chosen = AttendeeSelection.ReadNumbers([numbers]);
        if (chosen.Count == 0 || chosen.Count > MaxTogether || batch == Guid.Empty || kind is null)
            return Refuse(words.FeeNobodyChosen);
        var form = Request.Form;
        (Kind, Batch) = (kind.Value, batch);
        (Amount, Day, Note) = (
            UserInput.CleanLine(form["amount"].ToString()),
            form["day"].ToString(),
            NoteText.Of(form["note"].ToString())
        );
        Means = Enum.TryParse<PaymentMeans>(form["means"], out var means) && Enum.IsDefined(means) ? means : PaymentMeans.Other;
        FaultOfForm = FaultIn(chosen.Count);
        if (FaultOfForm is null)
        {
            var done = await fees.RecordAsync(chosen, Command(), Batch, OrganiserSignIn.ActorOf(HttpContext), cancel);
            if (done.Count != 1 || done[0].Result == FeeResult.Done)
                return LocalRedirect($"{IndexModel.Address}?batch={Batch}");
            FaultOfForm = words.FeeResultText(done[0].Result);
        }
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await ShowAsync(chosen, cancel);
        return Page();
    }

    private string? FaultIn(int people)
    {
        if (DayTyped() is not { } day)
            return words.FeeDayIsWrong;
        if (day > Today)
            return words.FeeResultText(FeeResult.DayIsInFuture);
        if (!NoteText.IsFit(Note, FeeRecord.MaxNote))
            return Note.Length > FeeRecord.MaxNote
                ? words.TooLong(words.FeeNoteLabel, FeeRecord.MaxNote)
                : words.NoInvisible(words.FeeNoteLabel);
        if (Kind == FeeRecordKind.Waiver && Note.Length == 0)
            return words.FeeResultText(FeeResult.ReasonIsMissing);
        return Amount.Length > 0 && (people > 1 || FeeImport.ReadAmount(Amount) is not { } amount || !FeeRules.IsAmount(amount))
            ? words.FeeResultText(FeeResult.AmountIsWrong)
            : null;
    }

    private DateOnly? DayTyped() =>
        DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year > 1900
            ? day
            : null;

    private FeeCommand Command()
    {
        var (amount, day) = (Amount.Length > 0 ? FeeImport.ReadAmount(Amount) : null, DayTyped() ?? Today);
        return Kind switch
        {
            // The preview asks before a reason was typed.
            FeeRecordKind.Waiver => new WaiveFee(Note.Length > 0 ? Note : "–", day),
            FeeRecordKind.Refund => new RecordRefund(amount, day, Means, Note),
            _ => new RecordPayment(amount, day, Means, Note),
        };
    }

    private async Task ShowAsync(IReadOnlyCollection<int> numbers, CancellationToken cancel)
    {
        var command = Command();
        Lines =
        [
            .. (await FeeQueries.OfAsync(db, Workshop, numbers, cancel)).Select(p =>
                (p, FeeRules.Decide(p.Account, command, DateOnly.MaxValue))
            ),
        ];
    }

    private PageResult Refuse(string fault)
    {
        Fault = fault;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
