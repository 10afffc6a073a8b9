using System.Globalization;
using Microsoft.Extensions.Primitives;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Content;
using ModMatWorkshop.Content.Editing;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Pages.Admin.Content;

namespace ModMatWorkshop.Web.Pages.Admin.Editing;

/// <summary>A file, and that with its translation, as the editor shows them: with all that was typed.</summary>
public sealed class EditedThing
{
    public const string TextInput = "text";
    public const string TranslationInput = "translation";
    private const string Was = "was";
    private const string WasTranslation = "was-translation";
    private const string VersionInput = "version";
    private const string TranslationVersionInput = "translation-version";
    private const string LiveInput = "live";
    private const string TranslationLiveInput = "translation-live";

    private EditedThing(string name, FileForm form, WorkshopLanguages languages) =>
        (Name, Form, Languages, TranslationName) = (
            name,
            form,
            languages,
            form.HasTranslation ? FilePreview.TranslationOf(name, languages) : null
        );

    /// <summary>The path in the content folder.</summary>
    public string Name { get; }

    public FileForm Form { get; }

    public WorkshopLanguages Languages { get; }

    /// <summary>The file with the body in the second language; null for a thing without one.</summary>
    public string? TranslationName { get; }

    public string Text { get; private set; } = "";

    /// <summary>The version with which the form was opened.</summary>
    public long? Version { get; private set; }

    /// <summary>See <see cref="FileChange.Live"/>.</summary>
    public long? Live { get; private set; }

    public string Translation { get; private set; } = "";

    public long? TranslationVersion { get; private set; }

    private long? TranslationLive { get; set; }

    /// <summary>Whether the form was opened with the shared draft.</summary>
    public bool IsInDraft { get; private set; }

    /// <summary>The files of which the same lines have changed in the shared draft and live.</summary>
    public IReadOnlyList<DraftFile> Conflicting { get; private set; } = [];

    /// <summary>Null if the file can be shown as text only.</summary>
    public FormEdit? Values { get; private set; }

    /// <summary>Whether the text of the file was sent, not its form.</summary>
    public bool IsTyped { get; private set; }

    /// <summary>What is too long, by the name of the input.</summary>
    public IReadOnlyList<(string Name, FormField Field)> TooLong { get; private set; } = [];

    /// <summary>The path of the file of an address; null if there can be none.</summary>
    public static string? NameOf(string folder, string? slug) =>
        folder == "workshop" && slug is null ? "workshop.md"
        : FileForms.Folders.Contains(folder) && slug is not null && Slug.IsValid(slug) ? $"{folder}/{slug}.md"
        : null;

    /// <summary>The mail that the file words; null for another file.</summary>
    public MailKind? Mail => MailReader.KindOf(Name);

    /// <summary>Whether the file exists. Without it, a mail has its built-in text, which the form shows.</summary>
    public bool Exists => Version is not null;

    /// <summary>Null if there is no such file.</summary>
    public static async Task<EditedThing?> OpenAsync(
        string folder,
        string? slug,
        WorkshopLanguages languages,
        ContentEditor editor,
        CancellationToken cancel
    )
    {
        if (NameOf(folder, slug) is not { } name || FileForms.Of(name) is not { } form)
            return null;
        if (await editor.OpenAsync(name, cancel) is not { } opened)
            return MailReader.KindOf(name) is { } kind ? BuiltIn(kind, name, form, languages) : null;
        var thing = new EditedThing(name, form, languages)
        {
            Text = opened.Text,
            Version = opened.Version,
            Live = opened.Live,
        };
        var translation = thing.TranslationName is { } other ? await editor.OpenAsync(other, cancel) : null;
        if (translation is not null)
            (thing.Translation, thing.TranslationVersion, thing.TranslationLive) = (
                translation.Text,
                translation.Version,
                translation.Live
            );
        thing.IsInDraft = opened.Draft is not null || translation?.Draft is not null;
        thing.Conflicting = [.. new[] { opened.Draft, translation?.Draft }.OfType<DraftFile>().Where(d => d.Conflict is not null)];
        thing.Read();
        return thing;
    }

    /// <summary>A mail without the organisers' words: they start from the built-in text.</summary>
    private static EditedThing BuiltIn(MailKind kind, string name, FileForm form, WorkshopLanguages languages)
    {
        var edit = new FileEdit("---\n---\n");
        var texts = languages.All.Select(language => (language.Tag(), MailTemplate.BuiltIn(kind, language))).ToDictionary();
        new FormEdit(edit, languages).Apply(form, input =>
            (Domain.Languages.Find(input.Split('.')[^1]) ?? languages.First) is var language ? texts[language.Tag()].Subject : null
        );
        edit.Body = texts[languages.First.Tag()].Body;
        var thing = new EditedThing(name, form, languages)
        {
            Text = edit.Text,
            Translation = languages.Second is { } second ? texts[second.Tag()].Body + "\n" : "",
        };
        thing.Read();
        return thing;
    }

    /// <summary>The thing with what was typed into its form; null if the form is damaged.</summary>
    public static EditedThing? Posted(string folder, string? slug, WorkshopLanguages languages, IFormCollection posted)
    {
        if (
            NameOf(folder, slug) is not { } name
            || FileForms.Of(name) is not { } form
            || PackedText.Unpack(One(posted, Was)) is not { } was
            || PackedText.Unpack(One(posted, WasTranslation)) is not { } wasTranslation
        )
            return null;
        var thing = new EditedThing(name, form, languages)
        {
            Text = was,
            Version = NumberIn(One(posted, VersionInput)),
            Live = NumberIn(One(posted, LiveInput)),
            Translation = wasTranslation,
            TranslationVersion = NumberIn(One(posted, TranslationVersionInput)),
            TranslationLive = NumberIn(One(posted, TranslationLiveInput)),
        };
        thing.Read();
        thing.IsTyped = One(posted, TextInput) is not null;
        if (One(posted, TextInput) is { } typed)
            thing.Text = FileEdit.Retyped(was, typed);
        else if (thing.Values is { } values)
        {
            thing.TooLong = values.Apply(form, name => One(posted, name));
            if (form.BodyLabel is not null && One(posted, FormProblems.Body) is { } body)
                values.Edit.Body = body;
            thing.Text = values.Edit.Text;
        }
        if (thing.TranslationName is not null && One(posted, TranslationInput) is { } other)
            thing.Translation = FileEdit.Open(wasTranslation) is { } edit ? Changed(edit, other) : FileEdit.Retyped(wasTranslation, other);
        thing.Read();
        return thing;
    }

    /// <summary>What is to be saved. An empty translation is deleted.</summary>
    public IReadOnlyList<FileChange> Changes()
    {
        var main = new FileChange(Name, Text, Version, Live);
        if (TranslationName is null || TranslationVersion is null && string.IsNullOrWhiteSpace(Translation))
            return [main];
        return
        [
            main,
            new(TranslationName, string.IsNullOrWhiteSpace(Translation) ? null : Translation, TranslationVersion, TranslationLive),
        ];
    }

    public IReadOnlyList<FileChange> Deletion() =>
        TranslationVersion is null
            ? [new(Name, null, Version, Live)]
            : [new(Name, null, Version, Live), new(TranslationName!, null, TranslationVersion, TranslationLive)];

    /// <summary>What was typed for a file with a conflict.</summary>
    public string TextOf(FileConflict conflict) => conflict.Name == Name ? Text : Translation;

    /// <summary>Puts another text in place of what was typed, based on the version that somebody else has saved.</summary>
    public void Take(FileConflict conflict)
    {
        if (conflict.Name == Name)
            (Text, Version, Live) = (conflict.Merged, conflict.Theirs.Version, conflict.Theirs.Live);
        else if (conflict.Name == TranslationName)
            (Translation, TranslationVersion, TranslationLive) = (conflict.Merged, conflict.Theirs.Version, conflict.Theirs.Live);
        Read();
    }

    /// <summary>The hidden fields of the form.</summary>
    public IEnumerable<(string Name, string Value)> Hidden() =>
        [
            (Was, PackedText.Pack(Text)),
            (WasTranslation, PackedText.Pack(Translation)),
            (VersionInput, TextOf(Version)),
            (TranslationVersionInput, TextOf(TranslationVersion)),
            (LiveInput, TextOf(Live)),
            (TranslationLiveInput, TextOf(TranslationLive)),
        ];

    /// <summary>The field with a line of a file, or the line in the text of the file if no field has it.</summary>
    /// <param name="file">This file or its translation; null for this one.</param>
    public string AddressOfLine(string? file, int line)
    {
        var address = ContentAddress.EditorOf(Name);
        var input =
            file is not null && file == TranslationName ? TranslationInput
            : Values is { } values ? FormProblems.InputOf(new(Name, line, 1, Severity.Error, "", ""), Form, values)
            : null;
        return input is null
            ? string.Create(CultureInfo.InvariantCulture, $"{address}?as=text&line={line}#{TextInput}")
            : $"{address}#{input}";
    }

    /// <summary>The body of the translation, without the empty lines around it.</summary>
    public string TranslationBody => FileEdit.Open(Translation)?.Body ?? Translation;

    /// <summary>The title in the language of the reader.</summary>
    public string TitleIn(Words words)
    {
        if (Mail is { } mail)
            return words.MailKindName(mail);
        if (Values?.Edit is not { } edit)
            return Name;
        var title = edit.Value(FieldPath.Parse("title").Add(Languages.OrFirst(words.Language).Tag())) ?? edit.Value("title");
        return title is null && int.TryParse(edit.Value("session"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? words.SessionName(number)
            : words.EditTitle(title);
    }

    private void Read() => Values = FileEdit.Open(Text) is { HasFrontMatter: true } edit ? new(edit, Languages) : null;

    private static string Changed(FileEdit edit, string body)
    {
        edit.Body = body;
        return edit.Text;
    }

    private static string? One(IFormCollection posted, string name) =>
        posted.TryGetValue(name, out var values) && values != StringValues.Empty ? values[0] : null;

    private static string TextOf(long? version) => version?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static long? NumberIn(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
