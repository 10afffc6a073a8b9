using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>A claim as an organiser saw it.</summary>
/// <param name="Number">The number of the registration.</param>
/// <param name="Name">The name that the page showed.</param>
public sealed record SeenClaim(int Number, string Part, string Name);

/// <summary>Confirms several claims at once.</summary>
public sealed class ClaimService(WorkshopDb db, RegistrationQueue queue)
{
    /// <summary>
    /// Confirms those of the claims that are still obvious. The others stay: something has changed since the organiser saw them.
    /// </summary>
    /// <returns>The number of confirmed claims.</returns>
    public Task<int> ConfirmObviousAsync(IReadOnlyCollection<SeenClaim> seen, Actor actor, CancellationToken cancel) =>
        queue.RunAsync(
            db,
            async transaction =>
            {
                var roles = await RoleQueries.RolesAsync(transaction.Db, CancellationToken.None);
                var confirmed = 0;
                foreach (var claim in await RoleQueries.ClaimsAsync(transaction.Db, roles, CancellationToken.None))
                {
                    var (part, name) = (claim.Role.Part.Key, claim.Person.Details.Name);
                    if (
                        claim.IsObvious
                        && seen.Contains(new(claim.Person.Number, part, name))
                        && await transaction.FindAsync(claim.Person.Id) is { } registration
                        && await transaction.ApplyAsync(registration, new ConfirmRole(part, name), actor) == ChangeResult.Done
                    )
                        confirmed++;
                }
                return confirmed;
            },
            cancel
        );
}
