namespace ModMatWorkshop.Domain.Registrations;

/// <summary>
/// Answers that change nothing until somebody agrees: those of a registration form that was sent with the address of a confirmed
/// registration, until the owner of the address applies them on their own page; and what the owner changes late, until the organisers
/// approve it.
/// </summary>
public sealed class AnswerProposal
{
    /// <summary>How long a proposal waits for its owner.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    public long Id { get; init; }

    public required Guid RegistrationId { get; init; }

    /// <summary>When the form was sent, on the site's clock.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The key of the form, so that its sender can correct a mistyped address.</summary>
    public required string FormKey { get; init; }

    public required Attendance Attendance { get; init; }

    public required RegistrationDetails Details { get; set; }

    /// <summary>True for a late change, which organisers decide. A person has at most one proposal of each sort.</summary>
    public bool IsLate { get; init; }

    /// <summary>When the organisers refused a late change; null while it waits.</summary>
    public DateTimeOffset? RefusedAt { get; private set; }

    /// <summary>What the person is told about the refusal; null for nothing.</summary>
    public string? Reason { get; private set; }

    /// <summary>Whether a late change waits for a decision.</summary>
    public bool Waits => IsLate && RefusedAt is null;

    public static AnswerProposal Of(FormSubmission form, Registration known, DateTimeOffset now) =>
        new()
        {
            RegistrationId = known.Id,
            SentAt = now,
            FormKey = form.FormKey,
            Attendance = form.Attendance,
            Details = form.Details,
        };

    public static AnswerProposal Late(Registration owner, Attendance attendance, RegistrationDetails details, DateTimeOffset now) =>
        new()
        {
            RegistrationId = owner.Id,
            SentAt = now,
            FormKey = "",
            Attendance = attendance,
            Details = details,
            IsLate = true,
        };

    public void Refuse(string? reason, DateTimeOffset now) => (Reason, RefusedAt) = (reason, now);

    /// <summary>
    /// The answers of the registration after the proposal is applied. The place stays, because giving up a seat is a decision of its own.
    /// So do half-days and meals when the form asked for another attendance.
    /// </summary>
    /// <param name="isIdentityFixed">Name and claims stay too.</param>
    public RegistrationDetails DetailsFor(Registration registration, bool isIdentityFixed)
    {
        var current = registration.Details;
        if (IsLate)
            return current.WithCountedOf(Details);
        var details = Attendance == registration.Attendance ? Details : Details with { HalfDays = current.HalfDays, Meals = current.Meals };
        details = details.OverAnswersOf(current);
        return isIdentityFixed ? details.WithIdentityOf(current) : details;
    }

    /// <summary>Whether the proposal says anything that the registration does not.</summary>
    public bool DiffersFrom(Registration registration, bool isIdentityFixed)
    {
        var before = registration.Snapshot();
        var after = before with { Details = DetailsFor(registration, isIdentityFixed) };
        return Attendance != registration.Attendance
            || RegistrationFields.BuiltIn.All.Any(field => field.Set is not null && field.Differs(before, after))
            || !before
                .Details.Answers.Select(a => (a.Id, a.Value))
                .ToHashSet()
                .SetEquals(after.Details.Answers.Select(a => (a.Id, a.Value)));
    }

    /// <summary>Removes answers that the owner has withdrawn since.</summary>
    public void Erase(IReadOnlyList<RegistrationField> withdrawn) => Details = Details.Without(withdrawn);
}
