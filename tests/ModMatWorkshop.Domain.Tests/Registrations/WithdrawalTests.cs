using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

/// <summary>What a state of the history keeps of needs and consents that a later state does not have any more.</summary>
public class WithdrawalTests
{
    private static readonly DateTimeOffset Since = new(2021, 7, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly RegistrationState Before = new()
    {
        Details = RegistrationDetails.Empty with { Diet = "no nuts", AccessNeeds = "a ramp", MayBeListed = true, Affiliation = "LAAS" },
        Revision = 3,
        Email = "ada@lab.example",
        Attendance = Attendance.InPerson,
        Status = RegistrationStatus.Confirmed,
        Place = Place.Remote,
        CreatedAt = Since,
        ListedSince = Since,
    };

    [Fact]
    public void Needs_and_consents_are_the_answers_that_a_withdrawal_erases() =>
        Assert.Equal(["diet", "access", "listed", "photos"], RegistrationFields.BuiltIn.Withdrawable.Select(f => f.Key));

    [Fact]
    public void A_state_keeps_the_answers_that_are_still_given_and_all_others()
    {
        var after = After(d => d with { Affiliation = "CEMES" });
        Assert.Equal([], Before.WithdrawnIn(after));
        Assert.Same(Before, Before.WithoutWithdrawn(after));
    }

    [Fact]
    public void A_state_loses_an_answer_that_is_withdrawn_or_replaced_and_a_consent_loses_its_date()
    {
        var kept = Before.WithoutWithdrawn(After(d => d with { Diet = null, AccessNeeds = "a lift", MayBeListed = false }));
        Assert.Equal(RegistrationDetails.Empty with { Affiliation = "LAAS" }, kept.Details);
        Assert.Null(kept.ListedSince);
        Assert.Equal(
            new Dictionary<string, int>
            {
                ["diet"] = 4,
                ["access"] = 4,
                ["listed"] = 4,
            },
            kept.Erased
        );
    }

    [Fact]
    public void Restoring_a_state_keeps_the_current_answer_where_the_old_one_is_erased()
    {
        var now = After(d => d with { Diet = "gluten free", AccessNeeds = null, Affiliation = "CEMES" });
        Assert.Equal(
            RegistrationDetails.Empty with
            {
                Diet = "gluten free",
                MayBeListed = true,
                Affiliation = "LAAS",
            },
            Before.WithoutWithdrawn(now).DetailsOver(now)
        );
    }

    [Fact]
    public void A_row_of_an_import_loses_withdrawn_answers_and_does_not_set_them()
    {
        var row = new ImportRow("ada@lab.example", Before.Details, Attendance.InPerson, ["diet", "affiliation"]);
        var kept = row.Without([ParticipationFields.Diet, ParticipationFields.Listed]);
        Assert.Equal(Before.Details with { Diet = null, MayBeListed = false }, kept.Details);
        Assert.Equal(["affiliation"], kept.Given);
    }

    private static RegistrationState After(Func<RegistrationDetails, RegistrationDetails> change) =>
        Before with
        {
            Details = change(Before.Details),
            Revision = 4,
        };
}
