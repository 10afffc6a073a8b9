using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Mails;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Editing;

/// <content>The preview of a mail, and what its text may use.</content>
public sealed partial class EditorModel
{
    /// <summary>The input with the number of the person for whom the preview is made.</summary>
    public const string PersonInput = "preview-person";

    /// <summary>The mail in each language, for an invented person or for a real one.</summary>
    public IReadOnlyList<(Language Language, MailContent Mail)> MailTexts { get; private set; } = [];

    /// <summary>The number that was typed; null for an invented person.</summary>
    public string? PersonTyped { get; private set; }

    /// <summary>Whose mail the preview shows; null for an invented person, and for a number that nobody has.</summary>
    public string? PersonShown { get; private set; }

    /// <summary>The placeholders of the mail.</summary>
    public IReadOnlyList<MailPlaceholder> Placeholders => Thing.Mail is { } kind ? MailPlaceholders.For(kind) : [];

    /// <summary>
    /// Whether one of the registered people can be chosen for the preview: the mail goes to them, and the reader may see who they are.
    /// </summary>
    public bool HasRealPreview =>
        Thing.Mail is { } kind && MailList.Find(kind) is RegistrationMail && OrganiserSignIn.May(User, OrganiserArea.Registration);

    private async Task PreviewMailAsync(CancellationToken cancel)
    {
        if (Preview.Mail is not { } own)
            return;
        PersonTyped = HasRealPreview && Request.HasFormContentType ? Request.Form[PersonInput].ToString().Trim() : null;
        (MailTexts, PersonShown) = await mails.ReadAsync(own, PersonTyped, Thing.Languages, cancel);
    }
}
