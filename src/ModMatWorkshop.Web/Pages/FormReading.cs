using Microsoft.AspNetCore.Http.Features;

namespace ModMatWorkshop.Web.Pages;

public static class FormReading
{
    /// <summary>A talk may have many authors and references, each with several fields.</summary>
    private const int MostValuesOfContent = 5000;

    /// <summary>
    /// Answers 400 or 413 to a post whose body is not a readable form, before the page runs: another content type, a damaged form or too
    /// many fields.
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

    /// <returns>The error status for a form that cannot be read; null when it was read.</returns>
    public static async Task<int?> FindFormErrorStatusAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            return StatusCodes.Status400BadRequest;
        if (
            context.Request.Path.StartsWithSegments("/admin/content", StringComparison.OrdinalIgnoreCase)
            && context.Features.Get<IFormFeature>()?.Form is null
        )
            context.Features.Set<IFormFeature>(new FormFeature(context.Request, new() { ValueCountLimit = MostValuesOfContent }));
        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException fault)
        {
            return fault.StatusCode;
        }
        // NotSupportedException: the form names an encoding that .NET no longer supports.
        catch (Exception fault) when (fault is InvalidDataException or IOException or NotSupportedException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }
}
