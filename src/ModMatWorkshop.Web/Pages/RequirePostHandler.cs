using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ModMatWorkshop.Web.Pages;

/// <summary>Answers 400 to a form that names no handler of its page.</summary>
/// <remarks>Razor Pages would render the page instead, without the data that a handler loads.</remarks>
internal sealed class RequirePostHandler : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (
            context.HandlerMethod is null
            && HttpMethods.IsPost(context.HttpContext.Request.Method)
            && context.ActionDescriptor.HandlerMethods.Any(handler => HttpMethods.IsPost(handler.HttpMethod))
        )
            context.Result = new BadRequestResult();
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context) { }
}
