namespace ModMatWorkshop.Domain.Registrations;

/// <summary>What the organisers of a workshop with registration on application have made of a person.</summary>
public enum Selection
{
    /// <summary>The person needs no selection: registration was open, or the person was invited.</summary>
    None,

    /// <summary>The application waits for a decision, confirmed by its owner or not.</summary>
    Applied,
    Accepted,
    Declined,
}
