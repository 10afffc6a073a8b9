using FluentValidation.Results;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Pages.Call;

namespace ModMatWorkshop.Web.Pages;

/// <summary>The form with which files come.</summary>
/// <param name="Name">The <see cref="AnswerFile.Form"/>.</param>
/// <param name="Registration">The registration that the form changes; null for a new one.</param>
/// <param name="IsKnown">The sender is the confirmed owner of a registration, or an organiser.</param>
public sealed record UploadForm(string Name, Guid? Registration, bool IsKnown)
{
    /// <param name="isOrganiser">The sender is an organiser.</param>
    public static UploadForm Of(Registration registration, bool isOrganiser = false) =>
        new(AnswerFile.FormOf(registration.Id), registration.Id, isOrganiser || registration.ConfirmedAt is not null);
}

/// <summary>
/// Receives the files of a registration form. A file is kept as soon as it is received, so that it is not lost when another answer is
/// refused.
/// </summary>
public sealed class AnswerUploads(WorkshopDb db, UploadReader reader, AnswerFileService files)
{
    /// <summary>The end of the name of the checkbox that removes a file.</summary>
    public const string RemoveSuffix = "-remove";

    /// <summary>In a form: a file that the site does not have.</summary>
    private const string Unknown = "?";

    /// <returns>The form with the files that were received, and the refused ones. The form must have a valid token.</returns>
    public async Task<(RegistrationForm Form, IReadOnlyList<ValidationFailure> Faults)> ReceiveAsync(
        RegistrationForm form,
        IFormFileCollection sent,
        RegistrationFields fields,
        UploadForm of,
        Words words,
        CancellationToken cancel
    )
    {
        List<ValidationFailure> faults = [];
        foreach (var field in fields.Files)
        {
            var question = field.Question!;
            var file = sent.GetFile(field.Key);
            if (await reader.ReadPdfAsync(file, question.MaxFile, cancel) is not { } read)
            {
                if (FileAnswer.Of(form[field]) is { } named)
                    form = form.With(field, await TextOfAsync(named, field, of, cancel));
                continue;
            }
            var result = read.Result;
            if (result == UploadResult.Kept)
            {
                if (await files.KeepAsync(of.Name, field.Key, file!.FileName, read.Bytes, of.IsKnown, cancel) is { } kept)
                    form = form.With(field, kept.ToString());
                else
                    result = UploadResult.NeedsConfirmation;
            }
            if (result != UploadResult.Kept)
                faults.Add(new(field.Key, words.AnswerFileFault(result, question.Megabytes)));
        }
        return (form, faults);
    }

    /// <summary>The files that a browser has sent with a form without a valid token. The site has not kept them.</summary>
    public static IEnumerable<ValidationFailure> Lost(IFormFileCollection sent, RegistrationFields fields, Words words) =>
        from field in fields.Files
        where sent.GetFile(field.Key) is { FileName.Length: > 0 }
        select new ValidationFailure(field.Key, words.Of(FieldErrors.FileUnknown(field.Label)));

    /// <summary>The faults of a form: one for each field.</summary>
    public static IReadOnlyList<ValidationFailure> All(
        IEnumerable<ValidationFailure> ofAnswers,
        IReadOnlyList<ValidationFailure> ofFiles
    ) => [.. ofAnswers.Where(fault => ofFiles.All(f => f.PropertyName != fault.PropertyName)), .. ofFiles];

    private async Task<string> TextOfAsync(FileAnswer named, RegistrationField field, UploadForm of, CancellationToken cancel) =>
        (await AnswerFileService.FindAsync(db, named, field.Key, of.Name, of.Registration, cancel))?.ToString() ?? Unknown;
}
