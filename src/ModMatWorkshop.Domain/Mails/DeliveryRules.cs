namespace ModMatWorkshop.Domain.Mails;

/// <summary>
/// What the records SPF (RFC 7208), DKIM (RFC 6376) and DMARC (RFC 7489) of a domain mean for mails from it, in plain words.
/// </summary>
public static class DeliveryRules
{
    /// <param name="texts">The TXT records of the domain; null if the DNS did not answer.</param>
    /// <param name="mailServer">The host of the mail server in the settings; null without one.</param>
    public static DeliveryFinding Spf(string domain, IReadOnlyList<string>? texts, string? mailServer)
    {
        if (texts is null)
            return Unknown("SPF", domain);
        var records = texts.Where(t => IsVersion(t, "v=spf1", ' ')).ToList();
        if (records.Count == 0)
            return new(
                "SPF",
                FindingLevel.Bad,
                domain,
                null,
                new(
                    "Aucun enregistrement ne dit quels serveurs envoient le courrier de ce domaine. Demandez la bonne ligne à qui tient"
                        + " le serveur de courriel ; celle-ci n’autorise que le serveur des réglages.",
                    "No record says which servers send mail from this domain. Ask the person who runs the mail server for the right line;"
                        + " this one allows only the server of the settings."
                ),
                mailServer is null ? null : $"v=spf1 a:{mailServer} ~all"
            );
        if (records.Count > 1)
            return new(
                "SPF",
                FindingLevel.Bad,
                domain,
                string.Join(" ", records),
                new(
                    "Il y a plusieurs enregistrements SPF : les destinataires n’en acceptent qu’un. Réunissez-les en un seul.",
                    "There are several SPF records, and receivers accept one only. Merge them into one."
                )
            );
        var record = records[0];
        var words = record.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Any(w => w.Equals("+all", StringComparison.OrdinalIgnoreCase) || w.Equals("all", StringComparison.OrdinalIgnoreCase)))
            return new(
                "SPF",
                FindingLevel.Bad,
                domain,
                record,
                new(
                    "Cet enregistrement autorise le monde entier à écrire au nom du domaine. Remplacez `+all` par `~all`.",
                    "This record allows the whole world to send mail as this domain. Replace `+all` by `~all`."
                )
            );
        var ends = words.Any(w =>
            w.EndsWith("all", StringComparison.OrdinalIgnoreCase) || w.StartsWith("redirect=", StringComparison.OrdinalIgnoreCase)
        );
        return ends
            ? new("SPF", FindingLevel.Good, domain, record, new("L’enregistrement existe.", "The record exists."))
            : new(
                "SPF",
                FindingLevel.Advice,
                domain,
                record,
                new(
                    "L’enregistrement ne dit rien des autres serveurs. Terminez-le par `~all`.",
                    "The record says nothing about other servers. End it with `~all`."
                ),
                $"{record.TrimEnd()} ~all"
            );
    }

    /// <param name="name">The name of the record with the key; null if the site does not sign.</param>
    /// <param name="texts">Its TXT records; null if the DNS did not answer.</param>
    /// <param name="key">The public key of the site, as base64.</param>
    public static DeliveryFinding Dkim(string? name, IReadOnlyList<string>? texts, string? key)
    {
        if (name is null || key is null)
            return new(
                "DKIM",
                FindingLevel.Advice,
                "",
                null,
                new(
                    "Le site ne signe pas. Si le serveur de courriel signe, c’est bien ainsi : le message d’essai le dira. Sinon, donnez"
                        + " une clé au site (docs/running.md, « Mail that arrives »).",
                    "The site does not sign. That is fine if the mail server signs: the test email will tell. Otherwise give the site a key"
                        + " (docs/running.md, “Mail that arrives”)."
                )
            );
        if (texts is null)
            return Unknown("DKIM", name);
        var wanted = $"v=DKIM1; k=rsa; p={key}";
        var records = texts.Where(t => TagOf(t, "p") is not null).ToList();
        if (records.Count == 0)
            return new(
                "DKIM",
                FindingLevel.Bad,
                name,
                null,
                new(
                    "Le site signe, mais personne ne peut vérifier la signature : la clé publique n’est pas dans le DNS.",
                    "The site signs, but nobody can verify the signature: the public key is not in the DNS."
                ),
                wanted
            );
        return records.Exists(r => TagOf(r, "p") == key)
            ? new(
                "DKIM",
                FindingLevel.Good,
                name,
                records[0],
                new("La clé publique est celle du site.", "The public key is that of the site.")
            )
            : new(
                "DKIM",
                FindingLevel.Bad,
                name,
                records[0],
                new(
                    "La clé publique n’est pas celle du site : toute signature échoue.",
                    "The public key is not that of the site: every signature fails."
                ),
                wanted
            );
    }

    /// <param name="domain">Whose record it is: the domain of the sender, or the one above it.</param>
    /// <param name="texts">The TXT records of <c>_dmarc</c> in it; null if the DNS did not answer.</param>
    /// <param name="contact">Where reports may go; null for none.</param>
    public static DeliveryFinding Dmarc(string domain, IReadOnlyList<string>? texts, string? contact)
    {
        var name = $"_dmarc.{domain}";
        if (texts is null)
            return Unknown("DMARC", name);
        var records = texts.Where(t => IsVersion(t, "v=DMARC1", ';')).ToList();
        var suggestion = contact is null ? "v=DMARC1; p=none" : $"v=DMARC1; p=none; rua=mailto:{contact}";
        if (records.Count != 1)
            return new(
                "DMARC",
                FindingLevel.Bad,
                name,
                records.Count == 0 ? null : string.Join(" ", records),
                records.Count == 0
                    ? new(
                        "Aucun enregistrement ne dit quoi faire des messages qui ne sont pas authentiques. Les grands fournisseurs"
                            + " en demandent un.",
                        "No record says what to do with emails that are not authentic. Large providers ask for one."
                    )
                    : new("Il y en a plusieurs : aucun ne compte. Gardez-en un.", "There are several, so none counts. Keep one."),
                records.Count == 0 ? suggestion : null
            );
        return TagOf(records[0], "p")?.ToLowerInvariant() switch
        {
            "reject" or "quarantine" => new(
                "DMARC",
                FindingLevel.Good,
                name,
                records[0],
                new(
                    "L’enregistrement existe et il est strict : sans SPF ni DKIM valides, les messages sont rejetés ou mis de côté.",
                    "The record exists and is strict: emails without a valid SPF or DKIM are refused or set aside."
                )
            ),
            "none" => new("DMARC", FindingLevel.Good, name, records[0], new("L’enregistrement existe.", "The record exists.")),
            _ => new(
                "DMARC",
                FindingLevel.Bad,
                name,
                records[0],
                new("La valeur `p` manque ou est inconnue.", "The value `p` is missing or unknown."),
                suggestion
            ),
        };
    }

    /// <summary>The value of a tag of a record such as <c>v=DKIM1; p=…</c>, without spaces; null without one.</summary>
    public static string? TagOf(string record, string tag) =>
        record
            .Split(';')
            .Select(part => part.Split('=', 2))
            .Where(pair => pair.Length == 2 && pair[0].Trim().Equals(tag, StringComparison.OrdinalIgnoreCase))
            .Select(pair => string.Concat(pair[1].Where(c => !char.IsWhiteSpace(c))))
            .FirstOrDefault();

    private static bool IsVersion(string text, string version, char next) =>
        text.TrimStart().StartsWith(version, StringComparison.OrdinalIgnoreCase)
        && (text.Trim().Length == version.Length || text.TrimStart()[version.Length] is var c && (c == next || c == ' '));

    private static DeliveryFinding Unknown(string check, string name) =>
        new(
            check,
            FindingLevel.Advice,
            name,
            null,
            new("Le DNS n’a pas répondu. Réessayez plus tard.", "The DNS did not answer. Try again later.")
        );
}
