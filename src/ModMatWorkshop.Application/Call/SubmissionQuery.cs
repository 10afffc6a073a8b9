using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application.Call;

/// <summary>
/// The submissions that organisers select: the query string of their list and of its exports. Unknown values are ignored. Drafts are their
/// authors' own and in no list.
/// </summary>
public sealed record SubmissionQuery
{
    /// <summary>Submitted or withdrawn; null for both.</summary>
    public SubmissionState? State { get; init; }

    /// <summary>The name of a kind in content files.</summary>
    public string? Kind { get; init; }

    /// <summary>The key of a topic.</summary>
    public string? Topic { get; init; }

    public static SubmissionQuery Read(IReadOnlyDictionary<string, StringValues> query)
    {
        return new()
        {
            State = Text("state") switch
            {
                "submitted" => SubmissionState.Submitted,
                "withdrawn" => SubmissionState.Withdrawn,
                _ => null,
            },
            Kind = Text("kind"),
            Topic = Text("topic"),
        };

        string? Text(string name) =>
            query.TryGetValue(name, out var value) && value.ToString() is { Length: > 0 } text && Slug.IsValid(text) ? text : null;
    }

    public IEnumerable<KeyValuePair<string, string?>> Pairs
    {
        get
        {
            if (State is { } state)
                yield return new("state", state.ToString().ToLowerInvariant());
            if (Kind is not null)
                yield return new("kind", Kind);
            if (Topic is not null)
                yield return new("topic", Topic);
        }
    }

    /// <summary>The query with its <c>?</c>; empty for all.</summary>
    public string ToQueryString() => QueryHelpers.AddQueryString("", Pairs);

    public IQueryable<Submission> Filtered(WorkshopDb db)
    {
        var found = db.Submissions.AsNoTracking().Where(s => s.State != SubmissionState.Draft && s.Sent != null);
        if (State is { } state)
            found = found.Where(s => s.State == state);
        if (Kind is { } kind)
            found = found.Where(s => s.Kind == kind);
        if (Topic is { } topic)
        {
            var key = $" {topic} ";
            found = found.Where(s => s.Topics.Contains(key));
        }
        return found;
    }

    public IQueryable<Submission> In(WorkshopDb db) => Filtered(db).OrderBy(s => s.Number);
}
