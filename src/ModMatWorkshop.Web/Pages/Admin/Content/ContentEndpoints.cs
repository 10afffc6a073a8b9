using System.Diagnostics.CodeAnalysis;
using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Content;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Content;

/// <summary>
/// Pictures in the history, and the drafts of forms, for scripts and forms of the editor. For organisers only, by the default policy of
/// <c>/admin</c>.
/// </summary>
public static class ContentEndpoints
{
    /// <summary>Keeps the posted form as a draft of <c>?file=</c>, for one organiser.</summary>
    public const string Draft = ContentAddress.Overview + "/unsaved";

    /// <summary>Throws the draft of <c>?file=</c> away and leads back to the form.</summary>
    public const string DiscardDraft = Draft + "/discard";

    public static void MapContent(this WebApplication app)
    {
        app.MapGetLazily(ContentAddress.History + "/{id:long}/picture", ShowPictureAsync);
        app.MapGetLazily(ContentAddress.Images + "/{name}/file", ShowFileAsync);
        app.MapPostLazily(Draft, KeepDraftAsync);
        app.MapPostLazily(DiscardDraft, DiscardDraftAsync);
    }

    /// <summary>The fields of a form that a draft keeps.</summary>
    public static IReadOnlyDictionary<string, string> FieldsOf(IFormCollection form) =>
        form.Where(field => field.Key != FormToken.Field).ToDictionary(field => field.Key, field => field.Value.ToString());

    /// <summary>Whether there is a form for a name, which the site may then keep: of a text, of a person, or of the timetable.</summary>
    private static bool HasForm([NotNullWhen(true)] string? file) =>
        file is not null
        && (
            file == TimetableModel.DraftName
            || ContentFileName.IsText(file)
            || file.Split('/') is ["people", var slug] && Slug.IsValid(slug)
        );

    private static async Task<IResult> ShowPictureAsync(long id, HttpContext http, ContentHistory history, CancellationToken cancel) =>
        await history.FindAsync(id, cancel) is { Content: { } content } version ? Show(http, version.Name, content) : Results.NotFound();

    private static async Task<IResult> ShowFileAsync(string name, HttpContext http, ContentEditor editor, CancellationToken cancel)
    {
        var file = ContentFileName.OfPicture(name);
        return await editor.OpenPictureAsync(file, cancel) is { } picture ? Show(http, file, picture.Content) : Results.NotFound();
    }

    private static IResult Show(HttpContext http, string name, byte[] content)
    {
        if (ContentFileName.MediaTypeOf(name) is not { } type)
            return Results.NotFound();
        // As it was uploaded, so no script and no link of it may work.
        http.AllowStylesOf(type == MediaTypeNames.Image.Svg ? Encoding.UTF8.GetString(content) : "");
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Bytes(content, type);
    }

    private static async Task<IResult> KeepDraftAsync(
        HttpContext http,
        string? file,
        ContentDrafts drafts,
        IAntiforgery antiforgery,
        CancellationToken cancel
    )
    {
        if (!HasForm(file) || await FormReading.FindFormErrorStatusAsync(http) is not null || !await antiforgery.IsRequestValidAsync(http))
            return Nothing(StatusCodes.Status400BadRequest);
        var fields = FieldsOf(await http.Request.ReadFormAsync(cancel));
        return await drafts.KeepAsync(OrganiserSignIn.IdOf(http.User), file, fields, cancel)
            ? Results.NoContent()
            : Nothing(StatusCodes.Status413PayloadTooLarge);
    }

    private static async Task<IResult> DiscardDraftAsync(
        HttpContext http,
        string? file,
        ContentDrafts drafts,
        IAntiforgery antiforgery,
        CancellationToken cancel
    )
    {
        if (!HasForm(file) || await FormReading.FindFormErrorStatusAsync(http) is not null || !await antiforgery.IsRequestValidAsync(http))
            return Nothing(StatusCodes.Status400BadRequest);
        await drafts.DiscardAsync(OrganiserSignIn.IdOf(http.User), file, cancel);
        return Results.LocalRedirect(ContentAddress.EditorOf(file));
    }

    /// <summary>An empty response with a media type, so that the middleware does not replace it by an error page.</summary>
    private static IResult Nothing(int status) => Results.Text("", MediaTypeNames.Text.Plain, statusCode: status);
}
