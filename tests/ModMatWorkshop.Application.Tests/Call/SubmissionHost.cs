using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Call;

/// <summary>
/// A database with a call that is open until noon on 1 March 2030, UTC. It is noon on 1 January until the test moves the clock.
/// </summary>
internal sealed class SubmissionHost : IDisposable
{
    public static readonly DateTimeOffset Closes = new(2030, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly ContentSample content = new();

    private SubmissionHost(RegistrationTestDatabase database) => Database = database;

    public RegistrationTestDatabase Database { get; }

    public static SubmissionText Complete { get; } =
        new()
        {
            Title = "A title",
            Kind = "oral",
            Language = "en",
            Authors = [new("Ada", "Lovelace", [1])],
            Affiliations = ["LAAS-CNRS, Toulouse"],
            Abstract = "The text.",
            IsAgreed = true,
        };

    public static async Task<SubmissionHost> OpenAsync(Engine engine, int seats = 20, int reserved = 2, string call = "")
    {
        var host = new SubmissionHost(await RegistrationTestDatabase.OpenAsync(engine));
        host.content.Replace(
            "workshop.md",
            "seats: 20\nreserved: 2\n",
            $"seats: {seats}\nreserved: {reserved}\nreserved_until: 2030-02-01\n"
        );
        host.content.Replace(
            "workshop.md",
            "contact: \"atelier@example.org\"\n",
            "contact: \"atelier@example.org\"\ncall: { opens: 2029-12-01, closes: 2030-03-01 13:00, erased: 2030-09-01" + call + " }\n"
        );
        await host.Database.ImportAndAgreeAsync(host.content);
        return host;
    }

    public async Task<T> WithAsync<T>(Func<SubmissionService, WorkshopDb, Task<T>> ask, int instance = 0)
    {
        await using var db = Database.Open(instance);
        return await ask(new(db, Database.LockOf(instance), Database.Time, new OutboxSignal()), db);
    }

    public Task<SubmissionChange> KeepAsync(
        Guid id,
        SubmissionText text,
        string name = "ada",
        DateTimeOffset? at = null,
        int instance = 0
    ) => ApplyAsync(id, new KeepText(text, null, Address(name), Faults(text), Language.English), at, instance);

    public Task<SubmissionChange> SubmitAsync(
        Guid id,
        SubmissionText text,
        string name = "ada",
        DateTimeOffset? at = null,
        int instance = 0
    ) => ApplyAsync(id, new SubmitText(text, null, Address(name), Faults(text), Language.English), at, instance);

    public Task<SubmissionChange> ApplyAsync(
        Guid id,
        SubmissionCommand command,
        DateTimeOffset? at = null,
        int instance = 0,
        bool isByLink = false
    ) =>
        WithAsync(
            (service, _) => service.ApplyAsync(id, command, at ?? Database.Time.GetUtcNow(), isByLink, CancellationToken.None),
            instance
        );

    /// <summary>Decides about all submissions and tells their authors, without a mail.</summary>
    public Task TellAsync(CallDecision decision) =>
        WithAsync(
            async (_, db) =>
            {
                foreach (var id in await db.Submissions.Select(s => s.Id).ToListAsync())
                {
                    var assessment = new Assessment { SubmissionId = id };
                    assessment.Decide(decision, Closes);
                    assessment.Tell(Closes);
                    db.Assessments.Add(assessment);
                }
                return await db.SaveChangesAsync();
            }
        );

    public Task<string> MailsAsync(string name = "ada")
    {
        var email = Address(name).Value;
        return WithAsync(
            async (_, db) =>
                string.Join(
                    ", ",
                    await (
                        from mail in db.Outbox
                        join submission in db.Submissions on mail.RegistrationId equals submission.Id
                        where submission.Email == email
                        orderby mail.Id
                        select mail.Kind
                    ).ToListAsync()
                )
        );
    }

    public static EmailAddress Address(string name) => RegistrationTestDatabase.AddressOf(name);

    private static SubmissionFaults Faults(SubmissionText text) => new([], text.Title.Length == 0 ? [new("title", new("?"))] : []);

    public void Dispose()
    {
        Database.Dispose();
        content.Dispose();
    }
}
