using System.Text;

namespace ModMatWorkshop.Application.Tests.Mail;

/// <summary>Mails as servers send them about a mail that they could not deliver, and some that only look like it.</summary>
internal static class BounceSamples
{
    /// <param name="id">The Message-ID of the mail that came back, without angle brackets.</param>
    public static byte[] Of(string shape, string id) =>
        Encoding.UTF8.GetBytes(
            (
                shape switch
                {
                    "postfix" => Report(
                        "Action: failed\nStatus: 5.1.1\nRemote-MTA: dns; mx.labo.example\n"
                            + "Diagnostic-Code: smtp; 550 5.1.1 <ada@labo.example>: Recipient\n    address rejected: User unknown",
                        Returned("message/rfc822", id)
                    ),
                    "postfix-delayed" => Report(
                        "Action: delayed\nStatus: 4.4.1\n"
                            + "Diagnostic-Code: X-Postfix; connect to mx.labo.example[192.0.2.1]:25: Connection\n    timed out",
                        Returned("text/rfc822-headers", id)
                    ),
                    "exim" => Report(
                        "Action: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550 No such user here",
                        Returned("text/rfc822-headers", id)
                    ),
                    "exim-old" => OldExim(id),
                    "microsoft" => Report(
                        "Action: failed\nStatus: 5.1.10\n"
                            + "Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found",
                        // The returned mail is a part without its Message-ID.
                        "Content-Type: message/rfc822\n\nSubject: Atelier\n\nBonjour\n",
                        $"In-Reply-To: <{id}>\nReferences: <{id}>\n"
                    ),
                    "gmail" => Report(
                        "Action: failed\nStatus: 5.1.1\n"
                            + "Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.",
                        Returned("message/rfc822", id),
                        $"In-Reply-To: <{id}>\nX-Failed-Recipients: ada@labo.example\n"
                    ),
                    "full" => Report(
                        "Action: failed\nStatus: 5.2.2\nDiagnostic-Code: smtp; 552 5.2.2 Mailbox full",
                        Returned("message/rfc822", id)
                    ),
                    "policy" => Report(
                        "Action: failed\nStatus: 5.7.1\nDiagnostic-Code: smtp; 550 5.7.1 Message rejected as spam",
                        Returned("message/rfc822", id)
                    ),
                    "delivered" => Report("Action: delivered\nStatus: 2.0.0", Returned("message/rfc822", id)),
                    "vacation" => Vacation(id),
                    "deep" => Deep(Report("Action: failed\nStatus: 5.1.1", Returned("message/rfc822", id))),
                    _ => "\0\u0001\u0002 \xff\n\n: : :\n\n--\n",
                }
            ).ReplaceLineEndings("\r\n")
        );

    private static string OldExim(string id) =>
        $"""
            From: Mail Delivery System <Mailer-Daemon@mail.labo.example>
            To: atelier@atelier.test
            Subject: Mail delivery failed: returning message to sender
            X-Failed-Recipients: ada@labo.example
            Auto-Submitted: auto-replied
            Message-Id: <E1abc-0001-XY@mail.labo.example>

            This message was created automatically by mail delivery software.

              ada@labo.example
                SMTP error from remote mail server after RCPT TO:<ada@labo.example>:
                550 5.1.1 No such user here

            ------ This is a copy of the message, including all the headers. ------

            Message-Id: <{id}>
            From: atelier@atelier.test
            Subject: Atelier
            """;

    private static string Vacation(string id) =>
        $"""
            From: ada@labo.example
            To: atelier@atelier.test
            Subject: Absente
            In-Reply-To: <{id}>
            References: <{id}>
            Auto-Submitted: auto-replied

            Je suis absente. 550 5.1.1 <{id}>
            """;

    private static string Returned(string type, string id) =>
        $"Content-Type: {type}\n\nReceived: from site\nMessage-ID: <{id}>\nFrom: atelier@atelier.test\n"
        + "To: ada@labo.example\nSubject: Atelier\n\nBonjour\n";

    private static string Report(string recipient, string returned, string more = "") =>
        $"""
            From: MAILER-DAEMON@mail.labo.example
            To: atelier@atelier.test
            Subject: Undelivered Mail Returned to Sender
            Auto-Submitted: auto-replied
            Message-Id: <20300101120000.ABC@mail.labo.example>
            MIME-Version: 1.0
            {more}Content-Type: multipart/report; report-type=delivery-status; boundary="b0"

            --b0
            Content-Type: text/plain; charset=us-ascii

            I'm sorry to have to inform you that your message could not be delivered.

            --b0
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mail.labo.example
            Arrival-Date: Tue, 1 Jan 2030 12:00:00 +0000

            Final-Recipient: rfc822; ada@labo.example
            Original-Recipient: rfc822;ada@labo.example
            {recipient}

            --b0
            {returned}
            --b0--
            """;

    /// <summary>The report within two thousand parts.</summary>
    private static string Deep(string report)
    {
        var text = new StringBuilder("From: a@b.example\nMIME-Version: 1.0\n");
        for (var i = 0; i < 2000; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=\"d{i}\"\n\n--d{i}\n");
        return text + report;
    }
}
