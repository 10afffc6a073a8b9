namespace ModMatWorkshop.Domain.Registrations;

/// <summary>The status that an import gives to people who are not registered yet.</summary>
public enum ImportAs
{
    ConfirmedWithMail,
    ConfirmedWithoutMail,

    /// <summary>Pending. Each person gets the mail with the link and confirms.</summary>
    ToBeConfirmed,
}

/// <summary>A valid row of an imported file. For a registered person, it changes only the fields that it contains.</summary>
/// <param name="Email">In the form of <see cref="EmailAddress"/>.</param>
/// <param name="Details">The answers of a new registration.</param>
/// <param name="Given">The keys of the fields in the row. The other answers are the organiser's defaults for the whole file.</param>
public sealed record ImportRow(string Email, RegistrationDetails Details, Attendance Attendance, IReadOnlyList<string> Given)
{
    /// <summary>A new person joins the waiting list, even if a seat is free: it is offered in order.</summary>
    public bool IsWaiting { get; init; }

    /// <summary>A new person has to confirm, whatever the import does with the others.</summary>
    public bool IsUnconfirmed { get; init; }

    /// <summary>A new person has applied, and no organiser has decided. Where registration is open, they have to confirm.</summary>
    public bool IsApplied { get; init; }

    /// <summary>The fields that the row changes in an existing registration.</summary>
    public IReadOnlyList<RegistrationField> ChangesOf(Registration known)
    {
        var before = known.Snapshot();
        var after = before with { Details = Details, Attendance = Attendance };
        return [.. GivenFields.Where(field => field.Differs(before, after))];
    }

    public RegistrationDetails Onto(Registration known)
    {
        var typed = known.Snapshot() with { Details = Details };
        return GivenFields.Where(field => field.Set is not null).Aggregate(known.Details, (details, field) => field.Copy(typed, details));
    }

    /// <summary>The row without the answers to these fields, which their owner has withdrawn since.</summary>
    public ImportRow Without(IReadOnlyList<RegistrationField> withdrawn) =>
        this with
        {
            Details = Details.Without(withdrawn),
            Given = [.. Given.Except(withdrawn.Select(f => f.Key))],
        };

    private IEnumerable<RegistrationField> GivenFields => Given.Select(RegistrationFields.Of);
}
