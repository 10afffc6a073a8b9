using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Attendees;

/// <summary>
/// Imports a file of participants: previews it line by line, then starts a batch. Between the two steps only the form holds the file.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[RequestSizeLimit(4 << 20)]
public sealed class ImportModel(WorkshopDb db, BatchService batches, SiteContext siteContext, Words words) : PageModel
{
    private const string Run = "run";

    public ImportChoices Chosen { get; private set; } = ImportChoices.For(siteContext.Languages);

    /// <summary>Null until a file has been read.</summary>
    public ImportFile? Read { get; private set; }

    /// <summary>The content of the file, for the second form.</summary>
    public string Bytes { get; private set; } = "";

    public string Pasted { get; private set; } = "";

    public Guid Key { get; } = Guid.NewGuid();

    /// <summary>The organiser pressed "import" with choices that the dry run did not show.</summary>
    public bool HasNewChoices { get; private set; }

    public string? Fault { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancel)
    {
        var form = Request.Form;
        Chosen = ImportChoices.Read(form, siteContext.Languages);
        if (file?.Length > ImportFile.MaxFileBytes || form["pasted"].ToString().Length > ImportFile.MaxFileBytes)
            return Refuse(words.FileTooLarge);
        Pasted = file is { Length: > 0 } ? "" : form["pasted"].ToString();
        var bytes = await BytesAsync(file, form, cancel);
        if (bytes.Length == 0)
            return Refuse(words.FileIsEmpty);
        var read = await ImportFile.ReadAsync(bytes, Chosen, words, db, siteContext.Now, cancel);
        if (read.Fault is { } fault)
            return Refuse(fault);
        // Choices that were changed after the dry run are shown before they count.
        var isRun = form["action"] == Run && Guid.TryParseExact(form["key"], "N", out _) && read.Missing is null;
        if (!isRun || form["seen"] != read.Stamp)
        {
            (Read, Bytes, HasNewChoices) = (read, Convert.ToBase64String(bytes), isRun);
            return Page();
        }
        var batch = await batches.BeginImportAsync(
            Guid.ParseExact(form["key"]!, "N"),
            Chosen.How,
            read.Items,
            OrganiserSignIn.ActorOf(HttpContext),
            cancel
        );
        return LocalRedirect($"/admin/batches/{batch.Id}");
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
        return carried.Length > 0 && Convert.TryFromBase64String(carried, bytes, out var length) && length <= ImportFile.MaxFileBytes
            ? bytes[..length]
            : Encoding.UTF8.GetBytes(form["pasted"].ToString());
    }

    private PageResult Refuse(string fault)
    {
        Fault = fault;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
