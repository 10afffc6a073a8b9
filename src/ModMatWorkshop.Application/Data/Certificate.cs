namespace ModMatWorkshop.Application.Data;

/// <summary>
/// A certificate of attendance that was issued. What it says is sealed under its number, which stands on the paper and nowhere here: with
/// the paper in hand the site can say
/// whether it is genuine, years after the registrations are purged; without it nobody can read whom it is of.
/// </summary>
public sealed class Certificate
{
    public long Id { get; init; }

    /// <summary>SHA-256 of the number. Unique.</summary>
    public required byte[] NumberHash { get; init; }

    /// <summary>What the paper says, as JSON under AES-GCM; the key is made of the number and the site key.</summary>
    public required byte[] Sealed { get; init; }

    /// <summary>Null when the registration has been erased or purged.</summary>
    public Guid? RegistrationId { get; set; }

    /// <summary>Counts the certificates of one registration, from 1: one whose facts were corrected is issued anew.</summary>
    public required int Issue { get; init; }

    /// <summary>On the site's clock, as it stands on the paper, and so are the two that follow.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>A newer one says what is right.</summary>
    public DateTimeOffset? ReplacedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>As the log names them.</summary>
    public string? RevokedBy { get; set; }
}
