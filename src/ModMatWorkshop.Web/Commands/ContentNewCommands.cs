using System.Globalization;
using ModMatWorkshop.Content;
using ModMatWorkshop.Content.Starter;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Web.Commands;

/// <summary>Writes a new content folder: for a new workshop, or for the next edition of one.</summary>
/// <param name="option">The value of a flag; null without one.</param>
/// <param name="input">Where a person answers; null if nobody can be asked.</param>
public sealed class ContentNewCommands(Func<string, string?> option, TextReader? input, TextWriter output, TextWriter errors)
{
    private readonly Language _language = CommandDispatcher.LanguageOf(option("--lang"));

    /// <returns>The exit code.</returns>
    public int New(string folder)
    {
        if (!IsFree(folder) || Answers() is not { } answers)
            return 1;
        foreach (var (name, text) in StarterFolder.FilesOf(answers))
            Write(folder, name, text);
        return Report(folder);
    }

    /// <returns>The exit code.</returns>
    public int NewEdition(string from, string to)
    {
        if (!File.Exists(Path.Combine(from, ContentFolder.WorkshopFile)))
            return Fail(new($"Il n’y a pas de workshop.md dans {from}.", $"There is no workshop.md in {from}."));
        if (!IsFree(to))
            return 1;
        var last = ContentFolder.Files(from).ToDictionary(path => Name(from, path), File.ReadAllText);
        if (NextEdition.StartOf(last[ContentFolder.WorkshopFile]) is not { } oldStart)
            return Fail(new("workshop.md n’a pas de date de début.", "workshop.md has no start date."));
        if (StartAfter(oldStart) is not { } newStart)
            return 1;
        var next = NextEdition.FilesOf(last, oldStart, newStart);
        foreach (var (name, text) in next.Texts)
            Write(to, name, text);
        foreach (var image in ContentFolder.FilesIn(from, ContentFolder.Images).Where(image => next.Shows(image.Name)))
        {
            Directory.CreateDirectory(Path.Combine(to, ContentFolder.Images));
            image.CopyTo(Path.Combine(to, ContentFolder.Images, image.Name));
        }
        foreach (var line in AboutNextEdition(next, oldStart, newStart))
            output.WriteLine(line.In(_language));
        return Report(to);
    }

    private static IEnumerable<Localized> AboutNextEdition(NextEditionFiles next, DateOnly oldStart, DateOnly newStart)
    {
        if (oldStart.DayOfWeek != newStart.DayOfWeek)
            yield return new(
                $"L’édition précédente commençait un {Weekday(oldStart, "fr-FR")}, celle-ci commence un {Weekday(newStart, "fr-FR")}.",
                $"The last edition began on a {Weekday(oldStart, "en-GB")}, this one begins on a {Weekday(newStart, "en-GB")}."
            );
        if (next.StillOld.Count > 0)
            yield return new(
                $"À relire, car l’année {oldStart.Year} y est : {string.Join(", ", next.StillOld)}.",
                $"Read these lines again, because they say {oldStart.Year}: {string.Join(", ", next.StillOld)}."
            );
        yield return new(
            $"La page d’accueil renvoie à /{oldStart.Year}/ : servez-y l’archive de cette édition (docs/running.md, « The archive »).",
            $"The home page links to /{oldStart.Year}/: serve the archive of the last edition there (docs/running.md, \"The archive\")."
        );
    }

    private static string Weekday(DateOnly day, string culture) => day.ToString("dddd", CultureInfo.GetCultureInfo(culture));

    private WorkshopAnswers? Answers()
    {
        if (input is not null)
            return Ask(input);
        var (answers, problems) = WorkshopQuestions.Read(key => option($"--{key}"));
        foreach (var (key, problem) in problems)
            Fail(new($"--{key} : {problem.Fr}", $"--{key}: {problem.In(Language.English)}"));
        return problems.Count == 0 ? answers : null;
    }

    /// <summary>Asks what no flag says, and again after an answer that is none. Null if the person ends the input.</summary>
    private WorkshopAnswers? Ask(TextReader person)
    {
        var answers = new WorkshopAnswers();
        foreach (var question in WorkshopQuestions.All)
        {
            var typed = option($"--{question.Key}");
            for (var isAsked = typed is null; ; isAsked = true)
            {
                if (isAsked && (typed = AskOnce(person, question.Text, question.Default)) is null)
                    return null;
                if (question.Answer(typed, ref answers) is not { } problem)
                    break;
                output.WriteLine(problem.In(_language));
            }
        }
        return answers;
    }

    /// <returns>Null at the end of the input.</returns>
    private string? AskOnce(TextReader person, Localized question, Localized? instead = null)
    {
        output.Write(
            question.In(_language)
                + (instead is null ? "" : $" [{instead.In(_language)}]")
                + (_language == Language.French ? "\u00A0: " : ": ")
        );
        return person.ReadLine();
    }

    /// <summary>The first day of the next edition; null if none is given.</summary>
    private DateOnly? StartAfter(DateOnly last)
    {
        var question = new Localized("Premier jour de la nouvelle édition", "First day of the new edition");
        for (var typed = option("--start"); ; typed = null)
        {
            if (typed is null && (input is null || (typed = AskOnce(input, question)) is null))
            {
                Fail(new("Donnez le premier jour : --start 2027-06-08", "Give the first day: --start 2027-06-08"));
                return null;
            }
            var problem = WorkshopQuestions.ReadDay(typed.Trim(), out var day);
            if (problem is null && day > last)
                return day;
            Fail(problem ?? new("La nouvelle édition doit suivre la précédente.", "The new edition must follow the last one."));
            if (input is null)
                return null;
        }
    }

    private bool IsFree(string folder)
    {
        if (!File.Exists(folder) && !(Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
            return true;
        Fail(new($"{folder} n’est pas un dossier vide ou nouveau.", $"{folder} is not an empty or new folder."));
        return false;
    }

    private int Fail(Localized sentence)
    {
        errors.WriteLine(sentence.In(_language));
        return 1;
    }

    private static string Name(string root, string path) => Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');

    private static void Write(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>What the content check says of the new folder, and how to see the site.</summary>
    private int Report(string folder)
    {
        var content = ContentFolder.Read(folder);
        output.WriteLine(ContentReport.Of(content, _language));
        output.WriteLine(
            new Localized(
                $"{folder} est prêt. Pour voir le site : --Site:ContentPath={folder}",
                $"{folder} is ready. To see the site: --Site:ContentPath={folder}"
            ).In(_language)
        );
        return content.HasErrors ? 1 : 0;
    }
}
