using System.Reflection;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Tests.Pages.Call;

/// <summary>A submission with a row in every table of the call, and a secret in every text of these rows.</summary>
internal static class SecretCall
{
    public const string Text = "Xyzzyqux7";

    /// <summary>Tables whose rows are not of the call by their type. A new one is added here, or gets a row with the secret.</summary>
    public static readonly IReadOnlyList<string> OtherTables =
    [
        "Announcements",
        "AnswerFiles",
        "AnswerProposals",
        "AuditLog",
        "Authorships",
        "BatchItems",
        "Batches",
        "Broadcasts",
        "CallTotals",
        "Certificates",
        "ContentDrafts",
        "ContentFileVersions",
        "ContentStates",
        "Contributions",
        "DataProtectionKeys",
        "DroppedHalfDays",
        "FeeBillings",
        "FeeRecords",
        "Formulas",
        "Images",
        "ImportedRows",
        "Invitations",
        "KeywordFacets",
        "KeywordUses",
        "LastGoodFiles",
        "Messages",
        "News",
        "Outbox",
        "OrganiserClaims",
        "OrganiserLogins",
        "OrganiserPasskeys",
        "OrganiserSessions",
        "OrganiserTokens",
        "Organisers",
        "Pages",
        "Persons",
        "Presences",
        "ProgrammeChanges",
        "ProgrammeVersions",
        "RegistrationChanges",
        "RegistrationNotes",
        "Registrations",
        "Rehearsals",
        "SearchDocuments",
        "SessionLinks",
        "Sessions",
        "SignInAttempts",
        "Slots",
        "StreamChanges",
        "Totals",
        "WorkshopStates",
        "Workshops",
    ];

    /// <summary>Keys of the content, which say nothing of a person. The totals keep them.</summary>
    private static readonly Dictionary<string, string> ContentKeys = new()
    {
        [nameof(Submission.Kind)] = "oral",
        [nameof(Submission.Topics)] = " potentials ",
        [nameof(Assessment.DecidedKind)] = "",
    };

    /// <summary>A type of the namespace of the call, or one that refers to a submission.</summary>
    public static bool IsOfTheCall(IEntityType type) =>
        type.ClrType.Namespace == typeof(Submission).Namespace
        || type.GetForeignKeys().Any(key => key.PrincipalEntityType.ClrType == typeof(Submission));

    /// <returns>The tables of the rows, sorted.</returns>
    public static async Task<IReadOnlyList<string>> PlantAsync(WorkshopDb db)
    {
        var now = new DateTimeOffset(2021, 9, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.True(EmailAddress.TryParse($"{Text}@example.org".ToLowerInvariant(), out var email));
        var submission = Submission.New(Guid.NewGuid(), 1, email, now);
        submission.Keep(SecretText(), Language.English, now);
        submission.Submit(now);
        submission.Confirm(now);
        db.Add(submission);
        var types = db.Model.GetEntityTypes().Where(t => !t.IsOwned() && IsOfTheCall(t)).ToList();
        foreach (var type in types.Where(t => t.ClrType != typeof(Submission)))
        {
            var row = db.Entry(Activator.CreateInstance(type.ClrType, nonPublic: true)!);
            Fill(row, submission.Id, now);
            row.State = EntityState.Added;
        }
        Fill(db.Entry(submission), submission.Id, now);
        db.Outbox.Add(OutboxMessage.For(submission, MailKind.SubmissionReceived, Text, now, "modmat.test"));
        foreach (var entry in db.ChangeTracker.Entries<OutboxMessage>())
            (entry.Entity.State, entry.Entity.Reason) = (MailState.Failed, Text);
        db.AuditLog.Add(
            AuditEntry.Of(new("organiser 1", null), DateTimeOffset.UtcNow, "marked a submission", null, $"submission 1, {Text}")
        );
        await db.SaveChangesAsync();
        return [.. types.Select(t => t.GetTableName()!).Where(HasText).Append("Outbox").Append("AuditLog").Order(StringComparer.Ordinal)];

        bool HasText(string table) =>
            types
                .Single(t => t.GetTableName() == table)
                .GetProperties()
                .Any(p => SecretOf(p.ClrType) is not null && !p.IsKey() && !IsContentKey(p));
    }

    /// <summary>The tables of the database, whether or not the model knows them, in which the secret is.</summary>
    public static async Task<IReadOnlyList<string>> TablesWithSecretAsync(WorkshopDb db)
    {
        var list =
            db is SqliteWorkshopDb
                ? "SELECT name FROM sqlite_master WHERE type = 'table'"
                : "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'";
        var found = new List<string>();
        foreach (var table in await ReadAsync(db, list, r => r.GetString(0)))
            if ((await ReadAsync(db, $"SELECT * FROM \"{table}\"", RowOf)).Any(IsIn))
                found.Add(table);
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    /// <summary>In any case of letters: addresses and search keys are in lower case.</summary>
    public static bool IsIn(byte[] bytes) => Encoding.Latin1.GetString(bytes).Contains(Text, StringComparison.OrdinalIgnoreCase);

    private static byte[] RowOf(System.Data.Common.DbDataReader row)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < row.FieldCount; i++)
            bytes.AddRange(row.GetValue(i) is byte[] value ? value : Encoding.UTF8.GetBytes($"{row.GetValue(i)}\n"));
        return [.. bytes];
    }

    private static async Task<List<T>> ReadAsync<T>(WorkshopDb db, string query, Func<System.Data.Common.DbDataReader, T> read)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The names are those of the database.
        command.CommandText = query;
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<T>();
        while (await rows.ReadAsync())
            found.Add(read(rows));
        return found;
    }

    private static void Fill(EntityEntry row, Guid submission, DateTimeOffset now)
    {
        foreach (var property in row.Properties)
        {
            var (type, metadata) = (property.Metadata.ClrType, property.Metadata);
            if (metadata.GetContainingForeignKeys().Any(key => key.PrincipalEntityType.ClrType == typeof(Submission)))
                property.CurrentValue = submission;
            else if (metadata.IsPrimaryKey())
                property.CurrentValue =
                    row.Entity is Submission ? property.CurrentValue
                    : type == typeof(Guid) ? Guid.NewGuid()
                    : type == typeof(int) && metadata.ValueGenerated == ValueGenerated.Never ? 1
                    : property.CurrentValue;
            else if (type == typeof(DateTimeOffset))
                property.CurrentValue = now;
            else if (IsContentKey(metadata))
                property.CurrentValue = ContentKeys[metadata.Name];
            else if (SecretOf(type) is { } secret)
                property.CurrentValue = secret;
        }
    }

    private static bool IsContentKey(IProperty property) => property.ClrType == typeof(string) && ContentKeys.ContainsKey(property.Name);

    /// <returns>A value with the secret; null for a type that has no text.</returns>
    private static object? SecretOf(Type type) =>
        type == typeof(string) ? Text
        : type == typeof(byte[]) ? Encoding.UTF8.GetBytes(Text)
        : type == typeof(SubmissionText) ? SecretText()
        : type == typeof(CorrectedText) ? new CorrectedText(Text, Text, Text, Text, Text)
        : type.IsAssignableFrom(typeof(string[])) && type != typeof(object) ? new[] { Text }
        : null;

    private static SubmissionText SecretText()
    {
        var text = new SubmissionText { Authors = [new(Text, Text, [1], Text)], Affiliations = [$"{Text}, France"] };
        foreach (var property in typeof(SubmissionText).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
            if (property.PropertyType == typeof(string))
                property.SetValue(text, Text);
            else if (property.Name == nameof(SubmissionText.Topics))
                property.SetValue(text, new[] { Text });
        return text;
    }
}
