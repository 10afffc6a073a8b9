namespace ModMatWorkshop.Web.Pages;

public static class FormReading
{
    /// <summary>
    /// What is posted to a page is a form that can be read, or the page is not asked: no other kind of content, nothing mutilated, no
    /// thousand fields.
    /// </summary>
    public static IApplicationBuilder UseFormReading(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                if (
                    HttpMethods.IsPost(context.Request.Method)
                    && (
                        context.GetEndpoint()?.Metadata.GetMetadata<PageLanguage>() is not null
                        || NeutralRouteConvention.Contains(context.Request.Path)
                    )
                    && await FindFormErrorStatusAsync(context) is { } status
                )
                    context.Response.StatusCode = status;
                else
                    await next(context);
            }
        );

    /// <returns>The status that answers a form that cannot be read; null for one that has been.</returns>
    public static async Task<int?> FindFormErrorStatusAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            return StatusCodes.Status400BadRequest;
        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException fault)
        {
            return fault.StatusCode;
        }
        // The last is an encoding that is spoken no more.
        catch (Exception fault) when (fault is InvalidDataException or IOException or NotSupportedException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }
}
