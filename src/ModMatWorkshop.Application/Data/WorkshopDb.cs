using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using ModMatWorkshop.Application.Data.Mapping;
using ModMatWorkshop.Application.Fees;
using ModMatWorkshop.Content.Formulas;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Fees;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Data;

/// <summary>The database of the site. Two small subclasses contain the differences between SQLite and PostgreSQL.</summary>
public abstract partial class WorkshopDb(DbContextOptions options)
    : IdentityUserContext<Organiser, Guid>(options),
        IDataProtectionKeyContext
{
    public DbSet<Workshop> Workshops => Set<Workshop>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<Slot> Slots => Set<Slot>();

    public DbSet<Contribution> Contributions => Set<Contribution>();

    public DbSet<Person> Persons => Set<Person>();

    public DbSet<Authorship> Authorships => Set<Authorship>();

    public DbSet<KeywordUse> KeywordUses => Set<KeywordUse>();

    public DbSet<KeywordFacet> KeywordFacets => Set<KeywordFacet>();

    public DbSet<Page> Pages => Set<Page>();

    public DbSet<NewsItem> News => Set<NewsItem>();

    public DbSet<ImageFile> Images => Set<ImageFile>();

    public DbSet<Formula> Formulas => Set<Formula>();

    public DbSet<SearchDocument> SearchDocuments => Set<SearchDocument>();

    public DbSet<ImportedRow> ImportedRows => Set<ImportedRow>();

    public DbSet<LastGoodFile> LastGoodFiles => Set<LastGoodFile>();

    public DbSet<ContentFileVersion> ContentFileVersions => Set<ContentFileVersion>();

    public DbSet<ContentDraft> ContentDrafts => Set<ContentDraft>();

    public DbSet<ContentState> ContentStates => Set<ContentState>();

    public DbSet<Rehearsal> Rehearsals => Set<Rehearsal>();

    public DbSet<Registration> Registrations => Set<Registration>();

    public DbSet<ProgrammeChange> ProgrammeChanges => Set<ProgrammeChange>();

    public DbSet<ProgrammeVersion> ProgrammeVersions => Set<ProgrammeVersion>();

    public DbSet<DroppedHalfDayRow> DroppedHalfDays => Set<DroppedHalfDayRow>();

    public DbSet<RegistrationChange> RegistrationChanges => Set<RegistrationChange>();

    public DbSet<AnswerProposal> AnswerProposals => Set<AnswerProposal>();

    public DbSet<AnswerFile> AnswerFiles => Set<AnswerFile>();

    public DbSet<RegistrationNote> RegistrationNotes => Set<RegistrationNote>();

    public DbSet<Presence> Presences => Set<Presence>();

    public DbSet<Certificate> Certificates => Set<Certificate>();

    public DbSet<Totals> Totals => Set<Totals>();

    public DbSet<WorkshopState> WorkshopStates => Set<WorkshopState>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<Submission> Submissions => Set<Submission>();

    public DbSet<SubmissionFile> SubmissionFiles => Set<SubmissionFile>();

    public DbSet<SubmissionCorrection> SubmissionCorrections => Set<SubmissionCorrection>();

    public DbSet<ReviewerProfile> ReviewerProfiles => Set<ReviewerProfile>();

    public DbSet<Review> Reviews => Set<Review>();

    public DbSet<Assessment> Assessments => Set<Assessment>();

    public DbSet<DecisionRecord> DecisionRecords => Set<DecisionRecord>();

    public DbSet<ReviewComment> ReviewComments => Set<ReviewComment>();

    public DbSet<CallTotals> CallTotals => Set<CallTotals>();

    public DbSet<FeeRecord> FeeRecords => Set<FeeRecord>();

    public DbSet<FeeBilling> FeeBillings => Set<FeeBilling>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<AuditEntry> AuditLog => Set<AuditEntry>();

    public DbSet<Broadcast> Broadcasts => Set<Broadcast>();

    public DbSet<Announcement> Announcements => Set<Announcement>();

    public DbSet<StreamChange> StreamChanges => Set<StreamChange>();
    public DbSet<SessionLink> SessionLinks => Set<SessionLink>();

    public DbSet<Batch> Batches => Set<Batch>();

    public DbSet<BatchItem> BatchItems => Set<BatchItem>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<Organiser> Organisers => Users;

    public DbSet<OrganiserSession> OrganiserSessions => Set<OrganiserSession>();

    public DbSet<SignInAttempt> SignInAttempts => Set<SignInAttempt>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Opens a database other than the one in the settings.</summary>
    public static WorkshopDb Open(bool usesPostgres, string connectionString) =>
        usesPostgres
            ? new PostgresWorkshopDb(new DbContextOptionsBuilder<PostgresWorkshopDb>().UseNpgsql(connectionString).Options)
            : new SqliteWorkshopDb(new DbContextOptionsBuilder<SqliteWorkshopDb>().UseSqliteFile(connectionString).Options);

    /// <summary>
    /// One page of hits, best first, each with the total number of hits. An exact code ranks before codes that begin with it.
    /// </summary>
    /// <param name="words">Folded words, at least one. Each must be the beginning of a word in the document.</param>
    public abstract Task<IReadOnlyList<SearchHit>> SearchAsync(
        IReadOnlyList<string> words,
        Language language,
        int skip,
        int take,
        CancellationToken cancel
    );

    /// <summary>
    /// Locks other writers out. Must be the first statement of a transaction that reads shared data and then writes; a second transaction
    /// waits for the first.
    /// </summary>
    public Task LockForWriteAsync(CancellationToken cancel) =>
        ContentStates.ExecuteUpdateAsync(state => state.SetProperty(s => s.Version, s => s.Version), cancel);

    /// <summary>Removes copies of deleted personal data that remain in the database files. Call it outside transactions.</summary>
    public abstract Task PurgeDeletedDataAsync(CancellationToken cancel);

    /// <summary>Begins a transaction whose reads see one snapshot. It does not block writers.</summary>
    public abstract Task<IDbContextTransaction> BeginSnapshotAsync(CancellationToken cancel);

    /// <summary>Writes a snapshot of all data to an SQLite file. It does not block writers.</summary>
    /// <param name="file">An empty or new file.</param>
    public abstract Task ExportToSqliteAsync(string file, CancellationToken cancel);

    /// <summary>Advances the sequences after rows were inserted with their ids, so that the next id is free.</summary>
    public virtual Task ResetSequencesAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>The domain of Message-IDs; a reserved one before the site is set up.</summary>
    public async Task<string> UidDomainAsync(CancellationToken cancel) =>
        await Workshops.Select(w => w.UidDomain).SingleOrDefaultAsync(cancel) ?? "setup.invalid";

    /// <summary>Prepares the file or the cluster at start: settings and migrations.</summary>
    public virtual async Task PrepareAsync(CancellationToken cancel)
    {
        var applied = (await Database.GetAppliedMigrationsAsync(cancel)).ToList();
        if (PreviousSchema.IsIn(applied))
            throw new SettingsException(
                "This database was made by an earlier version of the program, and this version cannot run on it. "
                    + "Write a backup with the earlier version (`backup FILE`), give this one an empty data folder or database, "
                    + "and copy the backup into it (`restore FILE`). Nothing was changed."
            );
        if (Database.GetMigrations().Except(applied).Any())
        {
            await MigrateAsync(cancel);
            // A migration may erase personal data.
            if (applied.Count > 0)
                await PurgeDeletedDataAsync(cancel);
        }
        await RefoldAddressesAsync(cancel);
    }

    protected virtual Task MigrateAsync(CancellationToken cancel) => Database.MigrateAsync(cancel);

    /// <summary>Reports that the preparation waits for the lock of another process.</summary>
    protected void LogWaiting() => LogWaiting(this.GetService<ILoggerFactory>().CreateLogger<WorkshopDb>());

    [LoggerMessage(LogLevel.Warning, "Waiting for another process that prepares the database")]
    private static partial void LogWaiting(ILogger log);

    /// <summary>Makes addresses with an international domain searchable in both forms, also those from an older version.</summary>
    private async Task RefoldAddressesAsync(CancellationToken cancel)
    {
        await foreach (var registration in Registrations.Where(r => r.Email.Contains("xn--")).AsAsyncEnumerable().WithCancellation(cancel))
            registration.FoldForSearch();
        await SaveChangesAsync(cancel);
        ChangeTracker.Clear();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        OrganiserMapping.Map(builder);
        SignInMapping.Map(builder);
        ProgrammeMapping.Map(builder);
        ContentMapping.Map(builder);
        RegistrationMapping.Map(builder);
        RegistrationHistoryMapping.Map(builder);
        PresenceMapping.Map(builder);
        SettingsMapping.Map(builder);
        BatchMapping.Map(builder);
        SubmissionMapping.Map(builder);
        FeeMapping.Map(builder);
    }
}
