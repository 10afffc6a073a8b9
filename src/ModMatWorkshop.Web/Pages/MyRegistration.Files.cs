using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Pages.Admin.Attendees;

namespace ModMatWorkshop.Web.Pages;

/// <content>The files that answer questions.</content>
public sealed partial class MyRegistrationModel
{
    /// <summary>Downloads a file of the person.</summary>
    /// <param name="question">The id of the question.</param>
    public async Task<IActionResult> OnGetFileAsync([FromRoute] string token, [FromQuery] string? question, CancellationToken cancel) =>
        await LoadAsync(token, cancel)
        && !IsOfAnotherAddress
        && Choices.Fields.Find(question ?? "") is { Kind: FieldKind.File } field
        && FileAnswer.Of(field.Get(Registration!.Snapshot())) is { } answer
        && await AnswerFileService.ReadAsync(db, Registration.Id, answer.Id, cancel) is { } bytes
            ? File(bytes, AnswerFileDownloads.MediaType, answer.Name)
            : NotFound();

    /// <summary>The address of a saved file; null while the form has another one.</summary>
    public string? AddressOfFile(RegistrationField field) =>
        Registration is { } registration && Form[field] is { Length: > 0 } shown && shown == field.Get(registration.Snapshot())
            ? $"{Request.Path}?handler=File&question={field.Key}"
            : null;

    private async Task<IReadOnlyList<ValidationFailure>> ReceiveFilesAsync(CancellationToken cancel)
    {
        (Form, var faults) = await uploads.ReceiveAsync(
            Form,
            Request.Form.Files,
            Choices.Fields,
            UploadForm.Of(Registration!),
            Words,
            cancel
        );
        return faults;
    }
}
