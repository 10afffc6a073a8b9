using System.Security.Cryptography;

namespace ModMatWorkshop.Web.Commands;

/// <summary>Makes the key with which the site signs its mails.</summary>
internal static class MailKeyCommand
{
    private const int Bits = 2048;

    /// <returns>The exit code: 1 if the file exists.</returns>
    public static async Task<int> RunAsync(string[] args, string file)
    {
        // Also makes new files private.
        var configuration = CommandDispatcher.Builder(args).Configuration;
        using var key = RSA.Create(Bits);
        try
        {
            await using var stream = new FileStream(file, FileMode.CreateNew);
            await using var writer = new StreamWriter(stream);
            await writer.WriteLineAsync(key.ExportPkcs8PrivateKeyPem());
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{file} cannot be written, and an existing key is never replaced. {failure.Message}");
            return 1;
        }
        var selector = configuration["Mail:Dkim:Selector"] is { Length: > 0 } chosen ? chosen : "site";
        var domain = configuration["Mail:Dkim:Domain"] is { Length: > 0 } named ? named : "the domain of Mail:From";
        Console.WriteLine(
            $"""
            The private key is in {file}. Set Mail:Dkim:KeyPath to it, and keep it secret.

            Write into the DNS of {domain} a record of type TXT with the name
            {selector}._domainkey
            and this text, on one line:
            {DkimSettings.RecordOf(Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()))}
            """
        );
        return 0;
    }
}
