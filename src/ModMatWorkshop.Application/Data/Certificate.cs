namespace ModMatWorkshop.Application.Data;

/// <summary>
/// An issued certificate of attendance. Its facts are encrypted with a key derived from its number, and the number is not stored. So the
/// site can verify a certificate years after the purge, but nobody can read from the database to whom it belongs.
/// </summary>
public sealed class Certificate
{
    public long Id { get; init; }

    /// <summary>SHA-256 of the number. Unique.</summary>
    public required byte[] NumberHash { get; init; }

    /// <summary>
    /// The facts on the certificate, as JSON encrypted with AES-GCM. The key is derived from the number and the site key.
    /// </summary>
    public required byte[] Sealed { get; init; }

    /// <summary>Null once the registration has been erased or purged.</summary>
    public Guid? RegistrationId { get; set; }

    /// <summary>Counts the certificates of one registration, from 1. Corrected facts lead to a new certificate.</summary>
    public required int Issue { get; init; }

    /// <summary>Site time, like the two times below. The certificate shows it.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>When a newer certificate replaced this one; null if none has.</summary>
    public DateTimeOffset? ReplacedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>The actor's name as in the audit log.</summary>
    public string? RevokedBy { get; set; }
}
