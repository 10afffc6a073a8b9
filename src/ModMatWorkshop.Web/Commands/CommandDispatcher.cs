using System.Globalization;
using ModMatWorkshop.Content.Booklet;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Web.Security;
using Serilog;

namespace ModMatWorkshop.Web.Commands;

/// <summary>Runs the command that the arguments name; without a command, serves the site.</summary>
public static class CommandDispatcher
{
    private const string Usage = """
        ModMatWorkshop                                        serves the site
        ModMatWorkshop content check [DIR] [--lang fr|en]     prints every problem of a content folder; exit code 1 if one is an error.
                                                              With the database of a site, also which files wait, and what becomes of
                                                              people's answers
        ModMatWorkshop content new DIR [--acronym A] [--title T] [--place "VENUE, TOWN, COUNTRY"] [--start DATE] [--end DATE] [--zone ZONE]
                                       [--languages "fr en"] [--seats NUMBER] [--remote yes|no] [--contact EMAIL] [--lang fr|en]
                                                              writes the content folder of a new workshop; asks what no flag says
        ModMatWorkshop content new-edition FROM TO --start DATE [--lang fr|en]
                                                              writes the content folder of the next edition: pages, committee, identity
                                                              and settings of FROM, without its programme
        ModMatWorkshop content import-booklet FILE --to DIR [--force]
                                                              copies the content folder to DIR with the authors' own texts from a booklet
        ModMatWorkshop content pull DIR [--dry-run]           writes the content of the site into a folder, for an editor or git;
                                                              keeps what has changed there since the last pull
        ModMatWorkshop content push [DIR] [--by ORGANISER] [--dry-run]
                                                              checks a folder, by default Site:ContentPath, and sends it to the site;
                                                              merges it with what has changed there since the pull
        ModMatWorkshop registration invite GUEST              prints an invitation link that uses a reserved seat, for one registration
        ModMatWorkshop registration seats NUMBER|content      sets the number of seats, or follows the content again; nobody loses a seat
        ModMatWorkshop registration open|close|dates          opens or closes registration whatever the dates, or follows the dates again
        ModMatWorkshop admin create EMAIL [--name NAME]       creates an organiser account and prints a one-time link, valid for a day,
                                                              to set its password
        ModMatWorkshop admin reset EMAIL                      prints such a link for an existing account, and resets its two-factor
                                                              authentication
        ModMatWorkshop mail key FILE                          makes a key with which the site signs its mails (DKIM), and prints the record
                                                              for the DNS
        ModMatWorkshop backup FILE                            writes database, content and site key into one file, while the site runs
        ModMatWorkshop restore FILE [--force] [--send-mails]  restores such a file into the configured database, SQLite or PostgreSQL;
                                                              the site must not be running
        ModMatWorkshop database copy --to-provider sqlite|postgres --to CONNECTION
                                                              copies the whole database into an empty one; the site must not be running
        ModMatWorkshop archive DIR                            writes the public site as static files, as it will stay after the workshop
        Give settings as --Key=value, for example --Site:ContentPath=DIR; docs/running.md lists them.
        """;

    /// <returns>The exit code: 0 success, 1 the command failed, 2 the command was not understood.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var words = args.TakeWhile(IsWord).ToArray();
        return words switch
        {
            [] when !args.Contains("--help") => await ServeAsync(args),
            ["content", "check"] => await ContentCheckCommand.RunAsync(args, ContentPath(args), Option(args, "--lang")),
            ["content", "check", var folder] => await ContentCheckCommand.RunAsync(args, folder, Option(args, "--lang")),
            ["content", "new", var folder] => NewContent(args).New(Path.GetFullPath(folder)),
            ["content", "new-edition", var from, var to] => NewContent(args).NewEdition(Path.GetFullPath(from), Path.GetFullPath(to)),
            ["content", "import-booklet", var booklet] => ImportBooklet(booklet, args),
            ["content", "pull", var folder] => await TransferAsync(args, (services, isDry) =>
                ContentTransferCommands.PullAsync(services, Path.GetFullPath(folder), isDry)
            ),
            ["content", "push"] => await PushAsync(args, ContentPath(args)),
            ["content", "push", var folder] => await PushAsync(args, Path.GetFullPath(folder)),
            ["registration", .. var what] when RegistrationCommands.Find(what) is { } verb => await RunWithServicesAsync(
                args,
                verb,
                needsContent: true
            ),
            ["admin", .. var what] when AdminCommands.Find(what, Option(args, "--name")) is { } verb => await RunWithServicesAsync(
                args,
                verb,
                needsContent: false
            ),
            ["mail", "key", var file] => await MailKeyCommand.RunAsync(args, Path.GetFullPath(file)),
            ["backup", var file] => await BackupCommands.BackupAsync(args, file),
            ["restore", var file] => await BackupCommands.RestoreAsync(args, file),
            ["archive", var folder] => await ArchiveCommand.RunAsync(args, folder),
            ["database", "copy"] when Option(args, "--to-provider") is "sqlite" or "postgres" && Option(args, "--to") is { } to =>
                await DatabaseCommands.CopyAsync(args, Option(args, "--to-provider") == "postgres", to),
            _ => PrintUsage(args.Contains("--help") ? Console.Out : Console.Error, args.Contains("--help") ? 0 : 2),
        };
    }

    private static async Task<int> ServeAsync(string[] args)
    {
        var app = Builder(args).AddSite().AddBackgroundServices().Build();
        // From here on, a fatal error is logged in the configured format.
        Log.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
        // Preparation waits for the disk, UseSite does not. Running both at once makes a restart faster.
        var preparing = Task.Run(() => app.Services.GetRequiredService<SitePreparation>().TryAsync(CancellationToken.None));
        app.UseSite();
        await preparing;
        var stopping = app.Lifetime.ApplicationStopping;
        try
        {
            await app.RunAsync();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The site was stopped while it waited for the database.
        }
        return 0;
    }

    /// <summary>Runs a command with the same services as the pages. A site that runs at the same time is not interrupted.</summary>
    private static async Task<int> RunWithServicesAsync(string[] args, Func<IServiceProvider, Task<string>> verb, bool needsContent)
    {
        await using var app = Builder(args).AddSite().Build();
        await app.Services.GetRequiredService<SitePreparation>().RunAsync(needsContent, CancellationToken.None);
        await using var scope = app.Services.CreateAsyncScope();
        Console.WriteLine(await verb(scope.ServiceProvider));
        return 0;
    }

    private static Task<int> PushAsync(string[] args, string folder) =>
        TransferAsync(args, (services, isDry) => ContentTransferCommands.PushAsync(services, folder, Option(args, "--by"), isDry));

    /// <summary>Without the flag, which has no value: the configuration would read the next argument as its value.</summary>
    private static Task<int> TransferAsync(string[] args, Func<IServiceProvider, bool, Task<string>> transfer)
    {
        var isDry = args.Contains(ContentTransferCommands.DryRun);
        return RunWithServicesAsync(
            [.. args.Where(a => a != ContentTransferCommands.DryRun)],
            services => transfer(services, isDry),
            needsContent: false
        );
    }

    /// <summary>
    /// Skips the words before the first option: the configuration would read a path that begins with a slash as an option.
    /// </summary>
    internal static WebApplicationBuilder Builder(string[] args)
    {
        FilePermissions.MakeNewFilesPrivate();
        return WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = [.. args.SkipWhile(IsWord)], ContentRootPath = SiteSettings.Root }
        );
    }

    private static bool IsWord(string argument) => !argument.StartsWith("--", StringComparison.Ordinal);

    /// <summary>The language in which a command answers.</summary>
    /// <param name="lang">The value of <c>--lang</c>; null for the language of the locale, or English.</param>
    internal static Language LanguageOf(string? lang) =>
        Languages.Find(lang ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? Language.English;

    private static ContentNewCommands NewContent(string[] args) =>
        new(name => Option(args, name), Console.IsInputRedirected ? null : Console.In, Console.Out, Console.Error);

    private static int ImportBooklet(string booklet, string[] args)
    {
        if (Option(args, "--to") is not { } to)
            return PrintUsage(Console.Error, 2);

        var result = BookletImport.Run(booklet, ContentPath(args), to, args.Contains("--force"));
        foreach (var problem in result.Problems)
            Console.Error.WriteLine($"{booklet}:{problem.Line} error: {problem.Message}");
        foreach (var conflict in result.Conflicts)
            Console.Error.WriteLine($"{conflict} has different content and is not overwritten without --force.");
        Console.WriteLine($"{result.Written.Count} written, {result.Unchanged.Count} unchanged in {to}");
        return result.Succeeded ? 0 : 1;
    }

    /// <returns>The value of an option, given as the next word or after an equals sign; null without one.</returns>
    private static string? Option(string[] args, string name)
    {
        var value = Array.IndexOf(args, name) is >= 0 and var at
            ? args.ElementAtOrDefault(at + 1)
            : Array.Find(args, a => a.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];
        return value is null or "" || value.StartsWith("--", StringComparison.Ordinal) ? null : value;
    }

    /// <summary>
    /// Reads the path of the content folder from arguments (<c>--Key=value</c>) and the environment, without building the site.
    /// </summary>
    private static string ContentPath(string[] args)
    {
        var settings = args.Where(a => a.StartsWith("--", StringComparison.Ordinal) && a.Contains('=', StringComparison.Ordinal)).ToArray();
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(settings).Build();
        return Path.GetFullPath(configuration["Site:ContentPath"] ?? "content", SiteSettings.Root);
    }

    private static int PrintUsage(TextWriter writer, int code)
    {
        writer.WriteLine(Usage);
        return code;
    }
}
