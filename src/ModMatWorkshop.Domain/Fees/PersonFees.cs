using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Fees;

/// <summary>One person with their account.</summary>
public sealed record PersonFees(Registration Registration, FeeAccount Account)
{
    public string Reference => FeeReference.Of(Registration.Id);
}
