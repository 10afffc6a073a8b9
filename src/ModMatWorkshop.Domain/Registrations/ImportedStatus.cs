namespace ModMatWorkshop.Domain.Registrations;

/// <summary>What another tool says about a registration, the strictest last.</summary>
public enum ImportedStatus
{
    Confirmed,

    /// <summary>Unpaid or not confirmed yet. The import does not confirm the person.</summary>
    Pending,

    /// <summary>Applied, and not decided yet. The import gives no place.</summary>
    Applied,

    /// <summary>On the waiting list. The import gives no seat.</summary>
    Waiting,

    /// <summary>The import does not register the person.</summary>
    Cancelled,
}

/// <summary>Recognises the words of other tools for a status, in French, English and German.</summary>
public static class ImportedStatuses
{
    private static readonly Dictionary<string, ImportedStatus> Phrases = new (ImportedStatus Status, string Texts)[]
    {
        (ImportedStatus.Cancelled, "not attending, ne vient pas, ne viendra pas"),
        (ImportedStatus.Waiting, "waiting, wartend, attente liste"),
        (
            ImportedStatus.Pending,
            "en attente, a payer, a regler, a confirmer, a valider, to pay, to be confirmed, in progress, en cours, offen"
        ),
    }
        .SelectMany(group => group.Texts.Split(", ").Select(text => (text, group.Status)))
        .ToDictionary(pair => pair.text, pair => pair.Status);

    private static readonly HashSet<string> Cancelled = Words(
        "cancelled canceled cancellation annule annulee annules annulees annulation refunded refund rembourse remboursee remboursement "
            + "withdrawn retire retiree desiste desistee desistement rejected refused refuse refusee rejete rejetee declined decline "
            + "declinee deleted supprime supprimee voided chargeback storniert storno stornierung erstattet abgesagt "
            + "abgemeldet abgelehnt geloscht"
    );

    private static readonly string[] Waiting = ["waiting list", "wait list", "waitlist", "liste d attente", "liste attente", "warteliste"];

    private static readonly HashSet<string> Pending = Words(
        "pending unpaid unconfirmed awaiting provisional tentative incomplete overdue expired impaye impayee impayes attente provisoire "
            + "expire expiree preinscrit preinscrite unbezahlt ausstehend unbestatigt vorlaufig abgelaufen"
    );

    private static readonly HashSet<string> Confirmed = Words(
        "confirmed confirme confirmee paid paye payee regle reglee received recu recue completed complete termine terminee valid valide "
            + "validee validated approved approuve approuvee accepted accepte acceptee active actif registered inscrit inscrite attending "
            + "checked processed traite success succeeded free gratuit ok bestatigt bezahlt angemeldet genehmigt eingegangen"
    );

    private static readonly HashSet<string> Applied = Words("applied applicant candidat candidate candidature beworben bewerbung");

    private static readonly HashSet<string> Negations = Words("not non pas no nicht noch kein keine jamais never");
    private static readonly HashSet<string> Parts = Words("partially partial partly partiellement partiel partielle teilweise");

    /// <summary>Null for a text that is not recognised.</summary>
    public static ImportedStatus? Of(string text)
    {
        var folded = Folding.Fold(text);
        if (Phrases.TryGetValue(folded, out var known))
            return known;
        var words = folded.Split(' ');
        if (words.Any(Parts.Contains))
            return null;
        if (words.Any(Negations.Contains))
            return words.Any(Confirmed.Contains) ? ImportedStatus.Pending : null;
        return words.Any(Cancelled.Contains) ? ImportedStatus.Cancelled
            : Waiting.Any(phrase => $" {folded} ".Contains($" {phrase}", StringComparison.Ordinal)) ? ImportedStatus.Waiting
            : words.Any(Pending.Contains) ? ImportedStatus.Pending
            : words.Any(Confirmed.Contains) ? ImportedStatus.Confirmed
            : words.Any(Applied.Contains) ? ImportedStatus.Applied
            : null;
    }

    private static HashSet<string> Words(string text) => [.. text.Split(' ')];
}
