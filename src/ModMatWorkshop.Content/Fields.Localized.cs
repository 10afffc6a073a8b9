using ModMatWorkshop.Domain;
using YamlDotNet.RepresentationModel;

namespace ModMatWorkshop.Content;

/// <content>Texts in the languages of the workshop.</content>
public sealed partial class Fields
{
    /// <summary>Null without a value, and for a placeholder.</summary>
    public Localized? Localized(string key) => AnyLocalized(key) is { } text && !SourceFile.IsPlaceholder(text.In(First)) ? text : null;

    public Localized RequiredLocalized(string key, bool isMarkdown = false) =>
        AnyLocalized(key, isMarkdown) ?? Missing(key, Domain.Localized.Same(""));

    /// <summary>One text or one for each language, as typed; null without a value.</summary>
    public Localized? LocalizedAsTyped(string key)
    {
        if (Ask(key) is not YamlMappingNode map)
            return Text(key) is { } same ? Domain.Localized.Same(same) : null;
        var texts = new Fields(File, map, _problems, _languages, path: PathOf(key));
        var main = texts.RequiredText(First.Tag());
        var other = texts.Text(First.Other().Tag());
        if (other is not null && _languages?.Has(First.Other()) == false)
            WarnOfForeign(texts.PlaceOfKey(First.Other().Tag()), key, First.Other());
        texts.ReportUnknownKeys();
        return First == Language.French ? new(main, other) : new(other, main);
    }

    /// <summary>What to write for a fact that is not known yet.</summary>
    public string Placeholder => SourceFile.PlaceholderIn(First);

    private Language First => (_languages ?? WorkshopLanguages.Default).First;

    private Localized? AnyLocalized(string key, bool isMarkdown = false)
    {
        if (Ask(key) is not { } value)
            return null;
        if (value is YamlMappingNode map)
            return EachLanguage(key, new(File, map, _problems, _languages, path: PathOf(key)), isMarkdown);
        var text = Scalar(key);
        if (!isMarkdown)
            this.WarnOfMarkup(key, text);
        return text is not { Length: > 0 } ? null
            : _languages is { Second: null } ? Domain.Localized.Of(_languages.First, Typography.Of(text, _languages.First.Tag()))
            : Domain.Localized.Same(text);
    }

    private Localized EachLanguage(string key, Fields texts, bool isMarkdown)
    {
        var place = PlaceOfKey(key);
        var (fr, en) = (TextIn(Language.French), TextIn(Language.English));
        texts.ReportUnknownKeys();
        if (fr is null && en is null || _languages is not null && (First == Language.English ? en : fr) is null)
            texts.Missing(First.Tag(), "");
        if (_languages?.Second is { } second)
        {
            var (main, translation) = second == Language.English ? (fr, en) : (en, fr);
            if (translation is null || SourceFile.IsPlaceholder(translation) && !SourceFile.IsPlaceholder(main ?? ""))
            {
                WarnOfMissing(place, key, second);
                if (second == Language.English)
                    en = null;
                else
                    fr = null;
            }
        }
        (fr, en) = First == Language.English ? (fr, en ?? "") : (fr ?? "", en);
        return new(fr is null ? null : Typography.French(fr), en is null ? null : Typography.English(en));

        string? TextIn(Language language)
        {
            var text = texts.Scalar(language.Tag()) is { Length: > 0 } given ? given : null;
            if (!isMarkdown)
                texts.WarnOfMarkup(language.Tag(), text);
            if (text is null || _languages is null || _languages.Has(language))
                return text;
            WarnOfForeign(texts.PlaceOfKey(language.Tag()), key, language);
            return null;
        }
    }

    /// <summary>Whether a key holds the text in the second language, which repeats the facts of the first.</summary>
    private bool IsTranslation(string key) =>
        _path is not null && Languages.Find(key) is { } language && language == (_languages ?? WorkshopLanguages.Default).Second;

    private void WarnOfMissing(SourceLocation place, string key, Language language)
    {
        if (language == Language.English)
            _problems.Warn(place, $"`{key}` has no English text.", "The French one is shown instead.");
        else
            _problems.Warn(place, $"`{key}` has no French text.", "The English one is shown instead.");
    }

    private void WarnOfForeign(SourceLocation place, string key, Language language)
    {
        ProblemText hint = $"Delete it, or add `{language.Tag()}` to `languages` in workshop.md.";
        if (language == Language.English)
            _problems.Warn(place, $"Nobody reads the English text of `{key}`, because the workshop is not in English.", hint);
        else
            _problems.Warn(place, $"Nobody reads the French text of `{key}`, because the workshop is not in French.", hint);
    }
}
