using System.Reflection;
using Xunit.Sdk;

namespace ModMatWorkshop.Web.Tests.Hosting;

/// <summary>
/// The databases that the site keeps its data in. A test about data runs once on each: <c>[Theory, OnSqlite, OnPostgres]</c>.
/// </summary>
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

/// <summary>Where the server is missing, the test on it is shown as skipped, with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgresAttribute : DataAttribute
{
    public OnPostgresAttribute() => Skip = PostgresCluster.WhyMissing;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        [
            [Engine.Postgres],
        ];
}
