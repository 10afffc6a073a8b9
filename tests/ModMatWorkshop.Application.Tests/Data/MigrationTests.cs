using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Data;

public sealed class MigrationTests
{
    /// <summary>The comparison needs no connection.</summary>
    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public void The_migrations_make_the_database_that_the_model_describes(Engine engine)
    {
        using var db = DatabaseTemplates.Open(engine, engine is Engine.Postgres ? "Host=localhost" : "Data Source=:memory:");

        Assert.False(db.Database.HasPendingModelChanges());
    }
}
