namespace ModMatWorkshop.Application.Data;

/// <summary>
/// SQL of migrations that EF Core cannot express: the search indexes, an index on columns of a complex property, and random codes.
/// </summary>
internal static class RawSql
{
    private const string IndexByPosition = """
        CREATE INDEX "IX_Registrations_Position_SortKey_Number" ON "Registrations" ("Details_Position", "SortKey", "Number");
        """;

    /// <summary>An FTS5 index of SearchDocuments, updated by triggers.</summary>
    public const string Sqlite =
        """
            CREATE VIRTUAL TABLE SearchIndex USING fts5(Title, People, Keywords, Body, content='SearchDocuments', content_rowid='Id',
                tokenize="unicode61 remove_diacritics 0");
            CREATE TRIGGER SearchDocuments_added AFTER INSERT ON SearchDocuments BEGIN
                INSERT INTO SearchIndex(rowid, Title, People, Keywords, Body)
                VALUES (new.Id, new.Title, new.People, new.Keywords, new.Body);
            END;
            CREATE TRIGGER SearchDocuments_removed AFTER DELETE ON SearchDocuments BEGIN
                INSERT INTO SearchIndex(SearchIndex, rowid, Title, People, Keywords, Body)
                VALUES ('delete', old.Id, old.Title, old.People, old.Keywords, old.Body);
            END;

            """ + IndexByPosition;

    /// <summary>A generated tsvector column with search weights.</summary>
    public const string Postgres =
        """
            ALTER TABLE "SearchDocuments" ADD COLUMN "Vector" tsvector GENERATED ALWAYS AS (
                setweight(to_tsvector('simple', "Title"), 'A') || setweight(to_tsvector('simple', "People"), 'B') ||
                setweight(to_tsvector('simple', "Keywords"), 'C') || setweight(to_tsvector('simple', "Body"), 'D')) STORED;
            CREATE INDEX "IX_SearchDocuments_Vector" ON "SearchDocuments" USING GIN ("Vector");

            """ + IndexByPosition;

    /// <summary>
    /// Gives everybody who is registered a check-in code. Two people hardly ever get the same one; the repetitions then give them others.
    /// </summary>
    public static readonly string SqliteCheckInCodes = CheckInCodes("printf('%08d', abs(random() % 100000000))");

    /// <inheritdoc cref="SqliteCheckInCodes"/>
    public static readonly string PostgresCheckInCodes = CheckInCodes("lpad(floor(random() * 100000000)::bigint::text, 8, '0')");

    private static string CheckInCodes(string random)
    {
        var update = $"UPDATE \"Registrations\" SET \"CheckInCode\" = {random}";
        const string Repeated = """
             WHERE "CheckInCode" IN (SELECT "CheckInCode" FROM "Registrations" GROUP BY "CheckInCode" HAVING count(*) > 1);
            """;
        return $"{update};\n{update}{Repeated}\n{update}{Repeated}";
    }
}
