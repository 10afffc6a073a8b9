using Microsoft.Net.Http.Headers;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Exports;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>Sends a table as a file, row by row as the database returns it. Not cached.</summary>
/// <param name="name">A fixed name without extension: user input must not enter a header.</param>
internal sealed class SheetDownload(Sheet sheet, string name, SheetFormat format, Language language) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var answer = httpContext.Response;
        answer.ContentType = format.MediaType;
        answer.Headers[HeaderNames.ContentDisposition] = $"attachment; filename=\"{name}.{format.Extension}\"";
        answer.Headers[HeaderNames.CacheControl] = "no-store";
        await format.WriteAsync(sheet, language, answer.Body, httpContext.RequestAborted);
    }
}
