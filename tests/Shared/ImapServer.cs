using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;

namespace ModMatWorkshop.Tests.Shared;

/// <summary>A fact that needs an IMAP server. It is skipped where dovecot is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ImapFactAttribute : FactAttribute
{
    public ImapFactAttribute() => Skip = ImapServer.WhyMissing;
}

/// <summary>Runs dovecot on this machine, with empty mailboxes, until disposed.</summary>
public sealed class ImapServer : IAsyncDisposable
{
    public const string User = "retours";
    public const string Password = "vraiment-secret";
    private const string Program = "/usr/sbin/dovecot";
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    // Not in TMPDIR, which ./dev test lets nobody else enter: as root, dovecot reads mail as another user.
    private readonly DirectoryInfo _folder = Directory.CreateDirectory($"/tmp/mm-imap-{Guid.NewGuid():N}");
    private readonly Process _process;

    private ImapServer(int port)
    {
        Port = port;
        var home = _folder.CreateSubdirectory("home").FullName;
        if (!OperatingSystem.IsWindows() && Environment.UserName == "root")
            foreach (var path in new[] { _folder.FullName, home })
                File.SetUnixFileMode(path, (UnixFileMode)511);
        var file = Path.Combine(_folder.FullName, "dovecot.conf");
        File.WriteAllText(file, Configuration(_folder.FullName, port));
        _process = Process.Start(new ProcessStartInfo(Program, ["-F", "-c", file]) { RedirectStandardError = true })!;
    }

    /// <summary>The reason why no server can be started here, or null.</summary>
    public static string? WhyMissing { get; } =
        File.Exists(Program) && File.Exists("/usr/lib/dovecot/imap")
            ? null
            : "dovecot is not installed; run `apt-get install dovecot-imapd`.";

    public int Port { get; }

    public static async Task<ImapServer> StartAsync()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var server = new ImapServer(port);
        var since = Stopwatch.StartNew();
        while (true)
            try
            {
                using var client = await server.OpenAsync();
                // The mailbox is made at the first visit.
                await client.Inbox!.OpenAsync(FolderAccess.ReadOnly);
                await client.DisconnectAsync(quit: true);
                return server;
            }
            catch (Exception) when (since.Elapsed < Timeout)
            {
                await Task.Delay(50);
            }
    }

    /// <summary>Delivers a mail into a folder of the mailbox.</summary>
    public async Task AppendAsync(byte[] mail)
    {
        using var client = await OpenAsync();
        using var stream = new MemoryStream(mail);
        // The server takes the bytes as they are.
        await client.Inbox!.AppendAsync(new AppendRequest(await MimeKit.MimeMessage.LoadAsync(stream), MessageFlags.None));
        await client.DisconnectAsync(quit: true);
    }

    /// <summary>The number of mails, and of those that somebody has read.</summary>
    public async Task<(int All, int Seen)> CountAsync()
    {
        using var client = await OpenAsync();
        await client.Inbox!.OpenAsync(FolderAccess.ReadOnly);
        var seen = await client.Inbox.SearchAsync(MailKit.Search.SearchQuery.Seen);
        return (client.Inbox.Count, seen.Count);
    }

    public async ValueTask DisposeAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"])!)
            await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<ImapClient> OpenAsync()
    {
        var client = new ImapClient();
        await client.ConnectAsync("127.0.0.1", Port, SecureSocketOptions.None);
        await client.AuthenticateAsync(User, Password);
        return client;
    }

    private static string Configuration(string folder, int port)
    {
        var isRoot = Environment.UserName == "root";
        var own = isRoot
            ? ""
            : $"default_internal_user = {Environment.UserName}\ndefault_login_user = {Environment.UserName}\n"
                + "service anvil {\n  chroot =\n}\n";
        return $$"""
            base_dir = {{folder}}/run
            log_path = {{folder}}/log
            protocols = imap
            ssl = no
            disable_plaintext_auth = no
            first_valid_uid = 1
            mail_location = maildir:{{folder}}/home/%u
            {{own}}passdb {
              driver = static
              args = password={{Password}}
            }
            userdb {
              driver = static
              args = home={{folder}}/home/%u{{(isRoot ? " uid=65534 gid=65534" : "")}}
            }
            service imap-login {
              {{(isRoot ? "" : "chroot =")}}
              inet_listener imap {
                address = 127.0.0.1
                port = {{port}}
              }
              inet_listener imaps {
                port = 0
              }
            }

            """;
    }
}
