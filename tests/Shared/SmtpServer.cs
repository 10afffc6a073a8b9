using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using MimeKit;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Tests.Shared;

/// <summary>A fact that needs an SMTP server. It is skipped where aiosmtpd is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmtpFactAttribute : FactAttribute
{
    public SmtpFactAttribute() => Skip = SmtpServer.WhyMissing;
}

/// <summary>A theory that needs an SMTP server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmtpTheoryAttribute : TheoryAttribute
{
    public SmtpTheoryAttribute() => Skip = SmtpServer.WhyMissing;
}

/// <summary>A mail that the server has accepted.</summary>
public sealed record ReceivedMail(string From, IReadOnlyList<string> To, bool Encrypted, string? User, MimeMessage Mail)
{
    /// <summary>The bytes as they came.</summary>
    public byte[] Raw { get; init; } = [];
}

/// <summary>Runs smtp_server.py, an SMTP server on this machine, until disposed.</summary>
public sealed class SmtpServer : IAsyncDisposable
{
    public const string User = "atelier";
    public const string Password = "vraiment secret";
    private const string Python = "/usr/bin/python3";
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly SemaphoreSlim _available = new(0);

    private SmtpServer(int port, TestCertificate? certificate)
    {
        string[] secure = certificate is null ? [] : [certificate.CertificateFile, certificate.KeyFile, User, Password];
        _process = Process.Start(
            new ProcessStartInfo(Python, [Path.Combine(Repository.Root, "tests/Shared/smtp_server.py"), $"{port}", .. secure])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        _process.OutputDataReceived += (_, line) => Receive(line.Data);
        _process.BeginOutputReadLine();
    }

    /// <summary>The reason why no server can be started here, or null.</summary>
    public static string? WhyMissing { get; } =
        File.Exists(Python) && Directory.Exists("/usr/lib/python3/dist-packages/aiosmtpd")
            ? null
            : "aiosmtpd is not installed; run `apt-get install python3-aiosmtpd`.";

    public int Port { get; private set; }

    public ConcurrentQueue<ReceivedMail> Received { get; } = new();

    /// <param name="port">The port; 0 for any free one.</param>
    /// <param name="certificate">If given, the server requires STARTTLS and the login above; otherwise it accepts all mail.</param>
    public static async Task<SmtpServer> StartAsync(int port = 0, TestCertificate? certificate = null)
    {
        var server = new SmtpServer(port, certificate);
        var line = await server.NextLineAsync();
        server.Port = int.Parse(line["listening ".Length..], CultureInfo.InvariantCulture);
        return server;
    }

    public async Task BehaveAsync(string behaviour)
    {
        await _process.StandardInput.WriteLineAsync(behaviour);
        await _process.StandardInput.FlushAsync();
        Assert.Equal(behaviour, await NextLineAsync());
    }

    /// <summary>All mails accepted so far. The server prints them before it answers the command that this sends.</summary>
    public async Task<IReadOnlyCollection<ReceivedMail>> AllReceivedAsync()
    {
        await BehaveAsync("well");
        return Received;
    }

    public async Task AssertReceivedOnceAsync(IReadOnlyList<OutboxMessage> messages)
    {
        var received = (await AllReceivedAsync()).Select(t => t.Mail.MessageId).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(messages.Select(m => m.MessageId).Order(StringComparer.Ordinal), received);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _available.Dispose();
    }

    private async Task<string> NextLineAsync()
    {
        Assert.True(await _available.WaitAsync(Timeout), "The SMTP server prints nothing.");
        Assert.True(_lines.TryDequeue(out var line));
        return line;
    }

    private void Receive(string? line)
    {
        if (line is null)
            return;
        if (!line.StartsWith('{'))
        {
            _lines.Enqueue(line);
            _available.Release();
            return;
        }
        var mail = JsonDocument.Parse(line).RootElement;
        using var bytes = new MemoryStream(mail.GetProperty("mail").GetBytesFromBase64());
        Received.Enqueue(
            new(
                mail.GetProperty("from").GetString()!,
                [.. mail.GetProperty("to").EnumerateArray().Select(to => to.GetString()!)],
                mail.GetProperty("encrypted").GetBoolean(),
                mail.GetProperty("user").GetString(),
                MimeMessage.Load(bytes)
            )
            {
                Raw = bytes.ToArray(),
            }
        );
    }
}

/// <summary>A self-signed certificate for localhost, and a validation that trusts only this one.</summary>
public sealed class TestCertificate : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("modmat-tls-");
    private readonly string _thumbprint;

    public TestCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        _thumbprint = certificate.Thumbprint;
        File.WriteAllText(CertificateFile, certificate.ExportCertificatePem());
        File.WriteAllText(KeyFile, key.ExportPkcs8PrivateKeyPem());
    }

    public string CertificateFile => Path.Combine(_folder.FullName, "certificate.pem");

    public string KeyFile => Path.Combine(_folder.FullName, "key.pem");

    /// <summary>Accepts the missing authority of this certificate, but not a wrong host name.</summary>
    public bool Trusts(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        errors is SslPolicyErrors.None or SslPolicyErrors.RemoteCertificateChainErrors
        && certificate is X509Certificate2 { Thumbprint: var thumbprint }
        && thumbprint == _thumbprint;

    public void Dispose() => _folder.Delete(recursive: true);
}
