using ModMatWorkshop.Domain.Organisers;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>
/// The answer to a question of the workshop. It remembers what is needed to read and to erase it when the question is no longer asked.
/// </summary>
/// <param name="Id">The <see cref="Question.Id"/>.</param>
/// <param name="Value">The text form of the answer; empty in a form that takes an answer back.</param>
public sealed record QuestionAnswer(string Id, string Value)
{
    /// <summary>The question.</summary>
    public Localized? Label { get; init; }

    /// <summary>The names of what was chosen; null if the value is the text itself.</summary>
    public Localized? Text { get; init; }

    public FieldRetention Retention { get; init; }

    /// <summary>Only with <see cref="FieldRetention.UntilDate"/>.</summary>
    public DateOnly? ErasedOn { get; init; }

    public OrganiserRoles OnlyFor { get; init; }

    /// <summary>Whether the key of a field is that of a question.</summary>
    public static bool IsId(string key) => key.Contains('_', StringComparison.Ordinal);

    public static string KeyIn(string id) => id.Split('_')[0];
}

/// <summary>The answers of one person, each to another question.</summary>
public static class QuestionAnswers
{
    public static QuestionAnswer? Find(this IReadOnlyList<QuestionAnswer> answers, string id) => answers.FirstOrDefault(a => a.Id == id);

    /// <summary>The same list if it has no such answer.</summary>
    public static IReadOnlyList<QuestionAnswer> Without(this IReadOnlyList<QuestionAnswer> answers, string id) =>
        answers.Find(id) is null ? answers : [.. answers.Where(a => a.Id != id)];

    /// <summary>Replaces an answer at its place, or adds it.</summary>
    public static IReadOnlyList<QuestionAnswer> With(this IReadOnlyList<QuestionAnswer> answers, QuestionAnswer answer) =>
        answers.Find(answer.Id) is { } old
            ? old == answer
                ? answers
                : [.. answers.Select(a => a.Id == answer.Id ? answer : a)]
            : [.. answers, answer];

    /// <summary>
    /// The answers after a form: those that it gives, and the earlier ones to questions that it did not ask. An empty one takes one back.
    /// </summary>
    public static IReadOnlyList<QuestionAnswer> Over(this IReadOnlyList<QuestionAnswer> form, IReadOnlyList<QuestionAnswer> before) =>
        form.Count == 0
            ? before
            : form.Aggregate(before, (all, answer) => answer.Value.Length == 0 ? all.Without(answer.Id) : all.With(answer));
}
