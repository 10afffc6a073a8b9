namespace ModMatWorkshop.Application.Data;

/// <summary>
/// SQL of a migration: erases from the history the needs and consents that were withdrawn or replaced before
/// <see cref="RegistrationChange.EraseWithdrawn"/> did so. It names the fields of that moment.
/// </summary>
public static class WithdrawnAnswers
{
    /// <summary>The key of a field, the name of its property, and the property with the start of a consent.</summary>
    private static readonly (string Key, string Property, string? Since)[] Fields =
    [
        ("diet", "Diet", null),
        ("access", "AccessNeeds", null),
        ("listed", "MayBeListed", "ListedSince"),
        ("photos", "MayBePhotographed", "PhotographedSince"),
    ];

    public static string Sqlite => string.Concat(Fields.Select(OnSqlite)) + ContainsNeeds("json_extract(\"Before\", '$.Details.{0}')");

    public static string Postgres => string.Concat(Fields.Select(OnPostgres)) + ContainsNeeds("(\"Before\"::jsonb #>> '{{Details,{0}}}')");

    private static string OnSqlite((string Key, string Property, string? Since) field)
    {
        var answer = $"json_extract(c.\"Before\", '$.Details.{field.Property}')";
        var since = field.Since is null ? "" : $", '$.{field.Since}', NULL";
        return $"""
            {Select(answer, field)}
            UPDATE "RegistrationChanges" SET "Before" = json_set(json_insert("Before", '$.Erased', json('{"{}"}')),
                '$.Details.{field.Property}', {(field.Since is null ? "NULL" : "json('false')")}{since},
                '$.Erased.{field.Key}', (SELECT "First" FROM "Withdrawn" w WHERE w."Id" = "RegistrationChanges"."Id"))
            WHERE "Id" IN (SELECT "Id" FROM "Withdrawn");
            DROP TABLE "Withdrawn";

            """;
    }

    private static string OnPostgres((string Key, string Property, string? Since) field)
    {
        var answer = $"(c.\"Before\"::jsonb #>> '{"{Details,"}{field.Property}{"}"}')";
        var since = field.Since is null ? "" : $" || '{"{"}\"{field.Since}\": null{"}"}'";
        return $"""
            {Select(answer, field)}
            UPDATE "RegistrationChanges" c SET "Before" = jsonb_set(
                jsonb_set(('{"{\"Erased\": {}}"}'::jsonb || c."Before"::jsonb){since},
                    '{"{Details,"}{field.Property}{"}"}', '{(field.Since is null ? "null" : "false")}'),
                '{"{Erased,"}{field.Key}{"}"}', to_jsonb(w."First"))::text
            FROM "Withdrawn" w WHERE w."Id" = c."Id";
            DROP TABLE "Withdrawn";

            """;
    }

    /// <summary>
    /// The changes whose state has an answer that the registration does not have any more, each with the first revision that has the same
    /// one.
    /// </summary>
    private static string Select(string answer, (string Key, string Property, string? Since) field)
    {
        var isTrue = field.Since is null ? $"{answer} <> ''" : $"CAST({answer} AS text) IN ('1', 'true')";
        var differs = field.Since is null
            ? $"{answer} <> coalesce(r.\"Details_{field.Property}\", '')"
            : $"NOT r.\"Details_{field.Property}\"";
        return $"""
            CREATE TEMPORARY TABLE "Withdrawn" AS
            SELECT c."Id", (
                SELECT min(s."Revision") FROM "RegistrationChanges" s
                WHERE s."RegistrationId" = c."RegistrationId" AND {answer} = {answer.Replace(
                "c.",
                "s.",
                StringComparison.Ordinal
            )}) AS "First"
            FROM "RegistrationChanges" c JOIN "Registrations" r ON r."Id" = c."RegistrationId"
            WHERE {isTrue} AND {differs};
            """;
    }

    private static string ContainsNeeds(string answer)
    {
        var needs = Fields.Where(f => f.Since is null).Select(f => $"coalesce({string.Format(null, answer, f.Property)}, '') <> ''");
        return $"""UPDATE "RegistrationChanges" SET "ContainsNeeds" = ({string.Join(" OR ", needs)});""";
    }
}
