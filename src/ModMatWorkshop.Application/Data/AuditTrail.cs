namespace ModMatWorkshop.Application.Data;

/// <summary>Writes what organisers do besides changing a registration: they sign in, they export, they set something.</summary>
public sealed class AuditTrail(WorkshopDb db, TimeProvider realTime)
{
    /// <summary>Adds a line, to be saved with whatever it tells of.</summary>
    public void Add(Actor actor, string action, int? registration = null, string? result = null) =>
        db.AuditLog.Add(
            new()
            {
                At = realTime.GetUtcNow(),
                Actor = actor.Name,
                From = actor.From,
                Action = action,
                Registration = registration,
                Result = result,
            }
        );

    /// <summary>Adds a line and saves it, with everything else that waits to be saved.</summary>
    public Task WriteAsync(Actor actor, string action, int? registration = null, string? result = null, CancellationToken cancel = default)
    {
        Add(actor, action, registration, result);
        return db.SaveChangesAsync(cancel);
    }
}
