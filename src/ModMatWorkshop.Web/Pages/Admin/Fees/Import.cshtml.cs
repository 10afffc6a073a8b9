using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Fees;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Fees;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Fees;

/// <summary>
/// Imports the list of a payment platform: previews it line by line, then records it. Between the two steps only the form holds the file.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[RequestSizeLimit(4 << 20)]
public sealed class ImportModel(WorkshopDb db, FeeService fees, SiteContext siteContext, Words words) : PageModel
{
    public const string Address = "/admin/fees/import";
    private const int MaxFileBytes = 1 << 20;

    /// <summary>Of the lines that an organiser may record although they do not match: a form has 200 fields.</summary>
    public const int MaxChoices = 100;

    public Workshop Workshop { get; private set; } = null!;

    public string Currency => Workshop.Fees?.Currency ?? WorkshopFees.DefaultCurrency;

    /// <summary>Null until a file has been read.</summary>
    public PaymentFile? Read { get; private set; }

    public IReadOnlyList<PaymentLine> Lines { get; private set; } = [];

    public IReadOnlyDictionary<string, PersonFees> People { get; private set; } = new Dictionary<string, PersonFees>();

    public IEnumerable<PaymentLine> Matching => Lines.Where(l => l.Outcome == PaymentOutcome.Matches);

    public string Seen => FeeService.StampOf(Lines);

    public string Bytes { get; private set; } = "";

    public string Pasted { get; private set; } = "";

    public PaymentMeans Means { get; private set; } = PaymentMeans.Page;

    public IReadOnlySet<int> Chosen { get; private set; } = new HashSet<int>();

    public Guid Batch { get; private set; } = Guid.NewGuid();

    public string? Fault { get; private set; }

    /// <summary>The list means something else than what the organiser has seen.</summary>
    public bool HasChanged { get; private set; }

    public async Task OnGetAsync() => Workshop = await siteContext.WorkshopAsync();

    /// <summary>Shows what a list would do.</summary>
    public async Task<IActionResult> OnPostCheckAsync(IFormFile? file, CancellationToken cancel)
    {
        if (await ReadAsync(file, cancel) is { } refusal)
            return refusal;
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync([FromForm] Guid batch, CancellationToken cancel)
    {
        if (await ReadAsync(null, cancel) is { } refusal)
            return refusal;
        if (batch == Guid.Empty || Read is not { IsComplete: true } read)
            return Page();
        (Batch, Chosen) = (batch, ChosenIn(Request.Form["take"]));
        var done = await fees.ImportAsync(
            read.Rows,
            Means,
            Chosen,
            Request.Form["seen"].ToString(),
            batch,
            OrganiserSignIn.ActorOf(HttpContext),
            cancel
        );
        if (done is not null)
            return LocalRedirect($"{IndexModel.Address}?batch={batch}");
        HasChanged = true;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<IActionResult?> ReadAsync(IFormFile? file, CancellationToken cancel)
    {
        Workshop = await siteContext.WorkshopAsync();
        var form = Request.Form;
        Means = Enum.TryParse<PaymentMeans>(form["means"], out var means) && Enum.IsDefined(means) ? means : PaymentMeans.Page;
        if (file?.Length > MaxFileBytes || form["pasted"].ToString().Length > MaxFileBytes)
            return Refuse(words.FileTooLarge);
        Pasted = file is { Length: > 0 } ? "" : form["pasted"].ToString();
        var bytes = await BytesAsync(file, form, cancel);
        if (bytes.Length == 0)
            return Refuse(words.FileIsEmpty);
        var read = PaymentFile.Read(bytes, ColumnsIn(form), words);
        if (read.Fault is { } fault)
            return Refuse(fault);
        (Read, Bytes) = (read, Convert.ToBase64String(bytes));
        if (read.IsComplete)
            (Lines, People) = await FeeService.CompareAsync(db, Workshop, read.Rows, FeeQueries.DayOf(siteContext.Now, Workshop), cancel);
        return null;
    }

    private static async Task<byte[]> BytesAsync(IFormFile? file, IFormCollection form, CancellationToken cancel)
    {
        if (file is { Length: > 0 })
        {
            using var memory = new MemoryStream();
            await file.CopyToAsync(memory, cancel);
            return memory.ToArray();
        }
        var carried = form["bytes"].ToString();
        var bytes = new byte[carried.Length];
        return carried.Length > 0 && Convert.TryFromBase64String(carried, bytes, out var length) && length <= MaxFileBytes
            ? bytes[..length]
            : Encoding.UTF8.GetBytes(form["pasted"].ToString());
    }

    private static Dictionary<string, int>? ColumnsIn(IFormCollection form) =>
        form.ContainsKey("column-reference")
            ? PaymentFile.Names.ToDictionary(
                name => name,
                name => int.TryParse(form[$"column-{name}"], NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : -1
            )
            : null;

    private static HashSet<int> ChosenIn(IEnumerable<string?> lines) =>
        [.. lines.Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : 0)];

    private PageResult Refuse(string fault)
    {
        Fault = fault;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
