using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Pages.Admin.Attendees;

namespace ModMatWorkshop.Web.Tests.Pages.Admin.Attendees;

public sealed partial class ImportFileTests
{
    [Fact]
    public async Task A_change_of_attendance_in_a_file_follows_the_rules_for_seats()
    {
        using var host = await BatchTestHost.OpenAsync(Engine.Sqlite, seats: 1);
        await host.FillAsync(2, seats: 1, areConfirmed: true);
        var read = await ReadAsync(host, "name;email;attendance\nAda Lovelace;p1@lab.example;remote\n");
        Assert.Equal(
            ["2 Changed given-name attendance"],
            Report(read).Select(line => line.Replace(" family-name", "", StringComparison.Ordinal))
        );

        await RunAsync(host, read);

        Assert.Equal("p1 remote, p2 waiting list 1", await host.Database.StandingAsync());
        Assert.Equal("SwitchedToRemote", await host.Database.MailsAsync("p1"));
    }

    [Fact]
    public async Task An_imported_person_who_has_to_confirm_gets_the_link_and_a_hold()
    {
        using var host = await BatchTestHost.OpenAsync(Engine.Sqlite);
        await RunAsync(
            host,
            await ReadAsync(
                host,
                "name;email;affiliation;attendance\nAda Lovelace;ada@lab.example;London;in person\n",
                Chosen with
                {
                    How = ImportAs.ToBeConfirmed,
                }
            ),
            ImportAs.ToBeConfirmed
        );

        Assert.Equal("ada pending seat", await host.Database.StandingAsync());
        Assert.Equal("ConfirmAddress", await host.Database.MailsAsync("ada"));
        Assert.Equal(host.Database.Clock.GetUtcNow().AddHours(48), (await host.Database.FindAsync("ada"))!.HoldUntil);
    }

    [Fact]
    public async Task A_silent_import_sends_no_mail()
    {
        using var host = await BatchTestHost.OpenAsync(Engine.Sqlite);
        await RunAsync(
            host,
            await ReadAsync(host, "name;email;affiliation\nAda Lovelace;ada@lab.example;London\n"),
            ImportAs.ConfirmedWithoutMail
        );

        Assert.Equal(("ada remote", ""), (await host.Database.StandingAsync(), await host.Database.MailsAsync("ada")));
    }

    [Theory]
    [InlineData("", "Choisissez un fichier, ou collez des lignes : une ligne de titres, puis une ligne par personne.")]
    [InlineData("name;email", "Choisissez un fichier, ou collez des lignes : une ligne de titres, puis une ligne par personne.")]
    [InlineData(
        "PK\u0003\u0004",
        "Ce fichier n’est pas un classeur XLSX lisible : il est abîmé ou d’un autre type. Enregistrez la feuille en CSV."
    )]
    public async Task An_unusable_file_is_refused_with_the_reason(string file, string sentence)
    {
        using var host = await BatchTestHost.OpenAsync(Engine.Sqlite);
        Assert.Equal(sentence, Plain((await ReadAsync(host, file)).Fault!));
    }

    [Fact]
    public async Task A_file_of_fifty_thousand_lines_is_refused_with_the_limit()
    {
        using var host = await BatchTestHost.OpenAsync(Engine.Sqlite);
        var file = new StringBuilder("name;email\n").Insert(11, "A B;a@b.fr\n", 50_000).ToString();

        Assert.Equal("Ce fichier a 50 000 lignes ; 5 000 au plus à la fois.", Plain((await ReadAsync(host, file)).Fault!));
    }

    [Trait("Category", "prove")]
    [Fact]
    public async Task A_hostile_file_is_refused_with_the_reason_before_a_line_is_read()
    {
        using var host = await BatchTestHost.OpenAsync(Engine.Sqlite);
        List<string> wrong = [];
        foreach (var (name, create, sentence) in HostileFiles.All)
        {
            var bytes = create();
            Assert.True(bytes.Length <= ImportFile.MaxFileBytes, $"{name} has {bytes.Length} bytes; the server would refuse it.");
            var read = await ReadAsync(host, bytes);
            if ((Plain(read.Fault!), read.Source.Table.Rows.Count, read.Lines.Count) != (sentence, 0, 0))
                wrong.Add($"{name}: {read.Fault}");
        }
        Assert.Equal([], wrong);
    }

    private static Task<ImportFile> ReadAsync(BatchTestHost host, string file, ImportChoices? chosen = null) =>
        ReadAsync(host, Encoding.UTF8.GetBytes(file), chosen);

    private static async Task<ImportFile> ReadAsync(BatchTestHost host, byte[] file, ImportChoices? chosen = null)
    {
        await using var db = host.Database.Open();
        return await ImportFile.ReadAsync(
            file,
            chosen ?? Chosen,
            new Words(Language.French),
            db,
            host.Database.Clock.GetUtcNow(),
            CancellationToken.None
        );
    }

    private static async Task<Batch> RunAsync(BatchTestHost host, ImportFile read, ImportAs how = ImportAs.ConfirmedWithMail)
    {
        var batch = await host.WithBatchesAsync(batches =>
            batches.BeginImportAsync(Guid.NewGuid(), how, read.Items, RegistrationTestDatabase.Organiser, CancellationToken.None)
        );
        await host.RunAsync();
        return batch;
    }

    private static IEnumerable<string> Report(ImportFile read) =>
        (read.Fault ?? read.Missing) is { } fault
            ? [Plain(fault)]
            : read.Lines.Select(l =>
                Plain(
                    string.Create(
                            CultureInfo.InvariantCulture,
                            $"{l.Line} {l.Outcome} "
                                + $"{(l.Outcome == ImportLineStatus.New ? $"{l.Place} {l.Rank}" : "")}{string.Join(' ', l.Changes)}{l.Why}"
                        )
                        .Trim()
                )
            );

    private static IEnumerable<string> Notes(ImportFile read) => read.Notes().Select(Plain);

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private static async Task<string> StateAsync(BatchTestHost host)
    {
        await using var db = host.Database.Open();
        return $"{await host.Database.StandingAsync()} {await db.AuditLog.CountAsync()} {await db.Outbox.CountAsync()} "
            + $"{await db.Batches.CountAsync()} {(await db.WorkshopStates.SingleAsync()).Version}";
    }
}
