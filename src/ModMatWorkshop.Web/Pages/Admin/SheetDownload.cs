using Microsoft.Net.Http.Headers;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Exports;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>A table as a file to be saved, sent row by row while it is read. Nobody in between keeps it.</summary>
/// <param name="name">Fixed, without its ending: nothing that somebody typed stands in a header.</param>
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
