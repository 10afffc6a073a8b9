using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace ModMatWorkshop.Tests.Shared;

/// <summary>
/// A private PostgreSQL server for one test run, started when first needed. It listens on a Unix socket in its own folder, so that
/// ports cannot collide and other users cannot connect, although there is no password.
/// </summary>
public static class PostgresCluster
{
    // The shell stops the server and deletes its folder when its standard input closes, which happens however the tests end.
    private const string ServerScript = """
        set -eu
        trap : INT TERM HUP
        home=$(mktemp -d /tmp/modmat-postgres-XXXXXX)
        trap '"$1/pg_ctl" stop --silent --mode=immediate --pgdata="$home/data" >&2 || true; rm -rf "$home"' EXIT
        "$1/initdb" --pgdata="$home/data" --username=postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >&2
        "$1/pg_ctl" start --silent --pgdata="$home/data" --log="$home/log" \
          --options="-k $home -c listen_addresses= -c fsync=off -c max_connections=1000" >&2 || { cat "$home/log" >&2; exit 1; }
        echo "$home"
        cat
        """;

    private static readonly string? Binaries = FindBinaries();

    // Keep the process object: its finalizer would close the standard input that the shell waits on.
    private static readonly Lazy<(Process Shell, string Socket)> Server = new(Start);
    private static int databases;

    /// <summary>The reason why no server can be started here, or null.</summary>
    public static string? WhyMissing { get; } =
        Binaries is null ? "PostgreSQL is not installed; run `apt-get install postgresql`."
        : Environment.IsPrivilegedProcess
        && !File.ReadLines("/etc/passwd").Any(user => user.StartsWith("postgres:", StringComparison.Ordinal))
            ? "PostgreSQL refuses to run as root, and there is no user `postgres` to run it as."
        : null;

    /// <summary>Starts a separate server, for a test that stops it.</summary>
    public static OwnServer StartAnother() => new(Start());

    /// <param name="template">The database to copy, without open connections. The default is an empty one.</param>
    /// <returns>The connection string of a new database.</returns>
    public static string NewDatabase(string template = "template1")
    {
        var name = NewName();
        using var server = new NpgsqlConnection(ConnectionString("postgres"));
        server.Open();
        using var create = new NpgsqlCommand($"create database {name} template {template}", server);
        create.ExecuteNonQuery();
        return ConnectionString(name);
    }

    /// <returns>The connection string of a database that does not exist yet.</returns>
    public static string MissingDatabase() => ConnectionString(NewName());

    private static string NewName() => string.Create(CultureInfo.InvariantCulture, $"modmat_{Interlocked.Increment(ref databases)}");

    /// <summary>A server that belongs to one test.</summary>
    public sealed class OwnServer : IDisposable
    {
        private readonly (Process Shell, string Socket) server;

        internal OwnServer((Process Shell, string Socket) server) => this.server = server;

        public string ConnectionString => PostgresCluster.ConnectionString("modmat", server.Socket);

        /// <summary>Stops the server as the service script does: open connections are closed.</summary>
        public void Stop() => Control("stop", "--mode=fast");

        /// <summary>Stops the server without a checkpoint, as a power cut does.</summary>
        public void Crash() => Control("stop", "--mode=immediate");

        /// <summary>Starts the server and waits until it accepts connections.</summary>
        public void Start() =>
            Control("start", $"--log={server.Socket}/log", $"--options=-k {server.Socket} -c listen_addresses= -c fsync=off");

        public void Dispose()
        {
            server.Shell.StandardInput.Close();
            server.Shell.WaitForExit();
            server.Shell.Dispose();
        }

        private void Control(params string[] arguments)
        {
            var command = AsPostgresUser([
                Path.Combine(Binaries!, "pg_ctl"),
                .. arguments,
                "--silent",
                "--wait",
                $"--pgdata={server.Socket}/data",
            ]);
            using var control = Process.Start(new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = "/" })!;
            control.WaitForExit();
            Assert.Equal(0, control.ExitCode);
        }
    }

    private static string ConnectionString(string database) => ConnectionString(database, Server.Value.Socket);

    private static string ConnectionString(string database, string socket) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = socket,
            Username = "postgres",
            Database = database,
            IncludeErrorDetail = true,
        }.ConnectionString;

    private static string? FindBinaries()
    {
        var folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (Directory.Exists("/usr/lib/postgresql"))
            folders =
            [
                .. Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin")),
                .. folders,
            ];
        return Array.Find(folders, folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));
    }

    private static string[] AsPostgresUser(string[] command) =>
        Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", .. command] : command;

    private static (Process Shell, string Socket) Start()
    {
        var command = AsPostgresUser(["sh", "-c", ServerScript, "sh", Binaries!]);
        var shell = Process.Start(
            new ProcessStartInfo(command[0], command[1..])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = "/",
            }
        )!;
        var errors = shell.StandardError.ReadToEndAsync();
        var socket = shell.StandardOutput.ReadLine();
        return socket is null
            ? throw new InvalidOperationException($"PostgreSQL did not start: {errors.GetAwaiter().GetResult()}")
            : (shell, socket);
    }
}
