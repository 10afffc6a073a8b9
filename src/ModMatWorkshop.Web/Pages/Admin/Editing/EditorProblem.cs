using ModMatWorkshop.Content;
using ModMatWorkshop.Content.Editing;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Web.Pages.Admin.Editing;

/// <summary>What the check says, in the language of the reader.</summary>
/// <param name="Input">The name of the input beside which it stands; null for none.</param>
/// <param name="File">The file, if it is not the one of the form.</param>
public sealed record EditorProblem(string? Input, string? File, int Line, bool IsError, string Message, string Hint)
{
    public static EditorProblem Of(Problem problem, EditedThing thing, Language language)
    {
        var (message, hint) = (problem.Message.In(language), problem.Hint.In(language));
        var isError = problem.Severity == Severity.Error;
        if (problem.File == thing.TranslationName)
            return new(EditedThing.TranslationInput, problem.File, problem.Line, isError, message, hint);
        if (problem.File != thing.Name)
            return new(null, problem.File, problem.Line, isError, message, hint);
        var input = thing.Values is { } values ? FormProblems.InputOf(problem, thing.Form, values) : null;
        return new(input, null, problem.Line, isError, message, hint);
    }
}
