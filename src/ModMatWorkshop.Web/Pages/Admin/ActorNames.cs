using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>The current names of the organisers that rows and the audit log know by number. A deleted account stays a number.</summary>
public sealed class ActorNames(IReadOnlyDictionary<string, string> organisers, Words words)
{
    public static async Task<ActorNames> ReadAsync(WorkshopDb db, Words words, CancellationToken cancel) =>
        new(
            await db
                .Organisers.AsNoTracking()
                .ToDictionaryAsync(o => string.Create(CultureInfo.InvariantCulture, $"organiser {o.Number}"), o => o.Name, cancel),
            words
        );

    public string? OrganiserOf(string actor) => organisers.GetValueOrDefault(actor);

    public string Of(string actor) => words.ActorName(actor, OrganiserOf(actor));
}
