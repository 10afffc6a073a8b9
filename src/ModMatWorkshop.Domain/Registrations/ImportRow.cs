namespace ModMatWorkshop.Domain.Registrations;

/// <summary>How people arrive whom a file names for the first time.</summary>
public enum ImportAs
{
    ConfirmedAndTold,
    ConfirmedSilently,

    /// <summary>Each gets the mail with the link, and confirms.</summary>
    ToBeConfirmed,
}

/// <summary>
/// A line of an imported file that is as the form would have it. Somebody who is known already is changed only in what the line says.
/// </summary>
/// <param name="Email">In the form of <see cref="EmailAddress"/>.</param>
/// <param name="Details">Of a newcomer.</param>
/// <param name="Given">The keys of the fields that the line says; the rest is what the organiser chose for all.</param>
public sealed record ImportRow(string Email, RegistrationDetails Details, Attendance Attendance, IReadOnlyList<string> Given)
{
    /// <summary>What the line changes of somebody who is known.</summary>
    public IReadOnlyList<RegistrationField> ChangesOf(Registration known)
    {
        var before = known.Snapshot();
        var after = before with { Details = Details, Attendance = Attendance };
        return [.. GivenFields.Where(field => field.Differs(before, after))];
    }

    public RegistrationDetails Onto(Registration known)
    {
        var typed = known.Snapshot() with { Details = Details };
        return GivenFields
            .Where(field => field.Set is not null)
            .Aggregate(known.Details, (details, field) => field.Set!(details, field.Get(typed)));
    }

    private IEnumerable<RegistrationField> GivenFields => Given.Select(RegistrationFields.Of);
}
