using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Web.Pages.Admin.Messages;

/// <summary>The text of a message, as an organiser typed it.</summary>
public sealed record MessageForm(string SubjectFr, string SubjectEn, string BodyFr, string BodyEn)
{
    public const int MaxSubject = 200;
    public const int MaxBody = 10_000;

    public static readonly MessageForm Empty = new("", "", "", "");

    public bool IsTooLong =>
        SubjectFr.Length > MaxSubject || SubjectEn.Length > MaxSubject || BodyFr.Length > MaxBody || BodyEn.Length > MaxBody;

    public static MessageForm Read(IFormCollection form)
    {
        return new(Line("subject-fr"), Line("subject-en"), Text("body-fr"), Text("body-en"));

        // Control characters come from pasted text. A line break in a subject would also be one in the mail header.
        string Text(string name) =>
            string.Concat(
                UserInput.Clean(form[name].ToString().ReplaceLineEndings("\n")).Where(c => !char.IsControl(c) || c is '\n' or '\t')
            );

        string Line(string name) => UserInput.CleanLine(Text(name).Replace('\n', ' '));
    }

    public static MessageForm Of(Message message) => new(message.SubjectFr, message.SubjectEn, message.BodyFr, message.BodyEn);

    public void WriteTo(Message message) =>
        (message.SubjectFr, message.SubjectEn, message.BodyFr, message.BodyEn) = (SubjectFr, SubjectEn, BodyFr, BodyEn);

    public string Subject(Language language) => language == Language.English ? SubjectEn : SubjectFr;

    public string Body(Language language) => language == Language.English ? BodyEn : BodyFr;

    /// <summary>The languages to write in: those of the workshop, and another one as long as it has a text.</summary>
    public IEnumerable<Language> LanguagesIn(WorkshopLanguages languages) =>
        languages.All.Concat(Enum.GetValues<Language>().Where(l => !languages.Has(l) && (Subject(l).Length > 0 || Body(l).Length > 0)));

    public bool IsWrittenIn(Language language) => Subject(language).Length > 0 && Body(language).Length > 0;
}

/// <summary>The fields of the form.</summary>
/// <param name="Stamp">The version of the draft that the fields show; empty for a new one.</param>
public sealed record MessageFields(MessageForm Form, string Action, string Stamp, Guid Key);
