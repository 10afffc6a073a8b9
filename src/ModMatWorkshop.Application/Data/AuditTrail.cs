namespace ModMatWorkshop.Application.Data;

/// <summary>Writes audit log lines for actions other than changes of a registration, such as sign-ins, exports and settings.</summary>
public sealed class AuditTrail(WorkshopDb db, TimeProvider realTime)
{
    /// <summary>Adds a line, which is saved with the caller's other changes.</summary>
    public void Add(Actor actor, string action, int? registration = null, string? result = null) =>
        db.AuditLog.Add(AuditEntry.Of(actor, realTime.GetUtcNow(), action, registration, result));

    /// <summary>Adds a line and saves all pending changes.</summary>
    public Task WriteAsync(Actor actor, string action, int? registration = null, string? result = null, CancellationToken cancel = default)
    {
        Add(actor, action, registration, result);
        return db.SaveChangesAsync(cancel);
    }
}
