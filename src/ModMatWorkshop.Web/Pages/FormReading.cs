using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages;

public static class FormReading
{
    /// <summary>A talk, or a submission, may have many authors and references, each with several fields.</summary>
    private const int MostValuesOfContent = 5000;

    /// <summary>
    /// Answers 400 or 413 to a post whose body is not a readable form, before the page runs: another content type, a damaged form or too
    /// many fields.
    /// </summary>
    public static IApplicationBuilder UseFormReading(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                // A deadline is compared with the beginning of a request: the body of a long text takes time.
                if (HttpMethods.IsPost(context.Request.Method) && IsOfCall(context))
                    context.Features.Set(new ReceivedAt(context.RequestServices.GetRequiredService<SiteClock>().GetUtcNow()));
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

    /// <summary>A form of the call may have pictures, and that behind a link a file of fifty megabytes. Others stay small.</summary>
    private const long MostOfCall = 3L * FileRules.MaxFigure + (1 << 20);

    private const long MostBehindLink = FileRules.MaxDocument + (1 << 20);

    /// <summary>
    /// A registration form with files. It is larger than what the questions allow, so that a file that is too large is told beside its
    /// question, and no answer is lost.
    /// </summary>
    private const long MostOfRegistration = ((long)AnswerFileRules.MostQuestions * AnswerFileRules.MostMegabytes + 1) << 20;

    /// <returns>In bytes; null for a form without files.</returns>
    private static async Task<long?> MostBytesAsync(HttpContext context)
    {
        var route = context.GetEndpoint()?.Metadata.GetMetadata<PageLanguage>()?.Route;
        if (route == Routes.Call)
            return MostOfCall;
        if (route == Routes.MySubmission)
            return MostBehindLink;
        if (route != Routes.Register && route != Routes.MyRegistration && !IsOrganisersForm(context.Request.Path))
            return null;
        var workshop = await context.RequestServices.GetRequiredService<SiteContext>().WorkshopAsync();
        return workshop.Fields.Files.Any() ? MostOfRegistration : null;
    }

    /// <summary>Whether organisers add or edit a person at this address.</summary>
    private static bool IsOrganisersForm(PathString path) =>
        path.StartsWithSegments(Admin.Attendees.IndexModel.Address, StringComparison.OrdinalIgnoreCase, out var rest)
        && (
            rest.Value!.EndsWith("/new", StringComparison.OrdinalIgnoreCase)
            || rest.Value!.EndsWith("/edit", StringComparison.OrdinalIgnoreCase)
        );

    /// <returns>The error status for a form that cannot be read; null when it was read.</returns>
    public static async Task<int?> FindFormErrorStatusAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            return StatusCodes.Status400BadRequest;
        var most = await MostBytesAsync(context);
        var isUpload = most is not null && context.Request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);
        // A longer request is refused by its announced length, before its body is read.
        if (isUpload && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = most;
        if (isUpload && context.Request.ContentLength > most)
            return StatusCodes.Status413PayloadTooLarge;
        if (
            (IsOfCall(context) || context.Request.Path.StartsWithSegments("/admin/content", StringComparison.OrdinalIgnoreCase))
            && context.Features.Get<IFormFeature>()?.Form is null
        )
            context.Features.Set<IFormFeature>(
                new FormFeature(
                    context.Request,
                    new() { ValueCountLimit = MostValuesOfContent, MultipartBodyLengthLimit = most ?? MostBehindLink }
                )
            );
        else if (isUpload && context.Features.Get<IFormFeature>()?.Form is null)
            context.Features.Set<IFormFeature>(
                new FormFeature(
                    context.Request,
                    new()
                    {
                        ValueCountLimit = context.RequestServices.GetRequiredService<IOptions<FormOptions>>().Value.ValueCountLimit,
                        MultipartBodyLengthLimit = most!.Value,
                    }
                )
            );
        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException fault)
        {
            return fault.StatusCode;
        }
        catch (InvalidDataException fault) when (isUpload && fault.Message.Contains("length limit", StringComparison.Ordinal))
        {
            return StatusCodes.Status413PayloadTooLarge;
        }
        // NotSupportedException: the form names an encoding that .NET no longer supports.
        catch (Exception fault) when (fault is InvalidDataException or IOException or NotSupportedException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }

    /// <summary>Whether the request is for a form of the call for abstracts.</summary>
    internal static bool IsOfCall(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<PageLanguage>()?.Route is { } route
        && (route == Routes.Call || route == Routes.MySubmission);
}

/// <summary>When the site began to receive a request, by its own clock.</summary>
public sealed record ReceivedAt(DateTimeOffset Instant)
{
    public static DateTimeOffset Of(HttpContext context) =>
        context.Features.Get<ReceivedAt>()?.Instant ?? context.RequestServices.GetRequiredService<SiteClock>().GetUtcNow();
}
