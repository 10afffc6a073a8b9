using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Data;

/// <summary>A database from before roles were confirmed.</summary>
public sealed class RoleMigrationTests
{
    private static readonly Roles Roles = new([new("o1", Role.Talk, ["Ada Lovelace"], "On engines", "en")]);

    [Fact]
    public async Task What_somebody_presented_before_becomes_a_claim_and_no_role()
    {
        var folder = Directory.CreateTempSubdirectory("modmat-migration-").FullName;
        try
        {
            await using var db = DatabaseTemplates.Open(Engine.Sqlite, DatabaseTemplates.WithFirstTables(Engine.Sqlite, folder));
            var person = People.Person(1, People.Details("Ada", "Lovelace") with { Presents = "o1" }, People.Confirmed);
            await InsertAsync(db, person);
            await db.PrepareAsync(CancellationToken.None);

            var read = await db.Registrations.AsNoTracking().SingleAsync();

            Assert.Equal([], read.RoleDecisions);
            Assert.Equal([Role.Participant], Roles.Of(read));
            Assert.Equal(["o1 Claimed"], Roles.StandingOf(read).Select(r => $"{r.Part.Key} {r.State}"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_state_in_the_history_from_before_has_no_decisions()
    {
        var state = People.Person(1, People.Details("Ada", "Lovelace"), People.WithRole("o1")).Snapshot();
        var json = JsonSerializer.SerializeToNode(state)!.AsObject();
        Assert.True(json.Remove(nameof(RegistrationState.RoleDecisions)));

        Assert.Equal([], json.Deserialize<RegistrationState>()!.RoleDecisions);
    }

    /// <summary>Inserts the values of a registration into the columns that the table has now.</summary>
    private static async Task InsertAsync(WorkshopDb db, Registration person)
    {
        var columns = await db
            .Database.SqlQuery<string>($"""SELECT name AS "Value" FROM pragma_table_info('Registrations')""")
            .ToListAsync();
        Assert.DoesNotContain("RoleDecisions", columns);
        var entry = db.Entry(person);
        var values = columns.Select(column => ValueOf(entry, column)).ToArray();
        var names = string.Join(", ", columns.Select(c => $"\"{c}\""));
        var places = string.Join(", ", columns.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"{{{i}}}")));
        var insert = $"INSERT INTO \"Registrations\" ({names}) VALUES ({places})";
        await db.Database.ExecuteSqlRawAsync(insert, values!);
        db.ChangeTracker.Clear();
    }

    private static object? ValueOf(Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry entry, string column)
    {
        var property = column.StartsWith("Details_", StringComparison.Ordinal)
            ? entry.ComplexProperty("Details").Property(column["Details_".Length..])
            : entry.Property(column);
        var value = property.CurrentValue;
        return property.Metadata.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
    }
}
