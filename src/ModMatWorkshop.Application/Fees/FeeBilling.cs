namespace ModMatWorkshop.Application.Fees;

/// <summary>
/// What an institution wants to read on the proforma and the receipt, as the participant typed it. Erased with the registration.
/// </summary>
public sealed class FeeBilling
{
    public const int MaxLine = 200;
    public const int MaxAddress = 500;

    public required Guid RegistrationId { get; init; }

    public string Institution { get; set; } = "";

    /// <summary>Line by line.</summary>
    public string Address { get; set; } = "";

    public string VatNumber { get; set; } = "";

    public string OrderNumber { get; set; } = "";
}
