using System.Reflection;
using Xunit.Sdk;

namespace ModMatWorkshop.Tests.Shared;

/// <summary>The databases that the site supports. <c>[Theory, OnSqlite, OnPostgres]</c> runs a test once on each.</summary>
public enum Engine
{
    Sqlite,
    Postgres,
}

[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        [
            [Engine.Sqlite],
        ];
}

/// <summary>Runs a theory on PostgreSQL. It is skipped where PostgreSQL is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgresAttribute : DataAttribute
{
    public OnPostgresAttribute() => Skip = PostgresCluster.WhyMissing;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        [
            [Engine.Postgres],
        ];
}
