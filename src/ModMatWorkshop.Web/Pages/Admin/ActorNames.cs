using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>
/// Who is behind the numbers by which rows and the log know organisers, looked up now: who has no account any more stays a number.
/// </summary>
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
