namespace ModMatWorkshop.Domain.Registrations;

/// <summary>Whose data a column of an imported list contains, according to its heading.</summary>
public enum ColumnOwner
{
    Attendee,
    Unsaid,

    /// <summary>The buyer, the invoice, a contact. Never the attendee.</summary>
    SomebodyElse,
}

/// <summary>
/// A column heading of another tool, in French, English or German: whose data it announces, and the meanings that it can have. The whole
/// list decides between several meanings, see <see cref="ImportAssignment"/>.
/// </summary>
/// <param name="Rank">0 for the name of the field itself, 1 for a synonym, 2 for a part of the heading. The lowest wins.</param>
public sealed record ImportHeading(ColumnOwner Owner, IReadOnlyList<ImportColumn> Meanings, int Rank)
{
    private static readonly HashSet<string> Attendee = Words(
        "attendee attendees participant participants participante participantes delegate delegates registrant beneficiaire beneficiaires "
            + "inscrit inscrite inscrits holder titulaire porteur porteuse teilnehmer teilnehmers "
            + "teilnehmerin teilnehmende teilnehmenden"
    );

    private static readonly HashSet<string> SomebodyElse = Words(
        "buyer purchaser orderer order ordered customer client cliente payer payor payeur payeuse acheteur acheteuse acquereur acquereuse "
            + "commande commanditaire facturation facture invoice invoicing billing bill contact contacts secretary secretariat secretaire "
            + "assistant assistante supervisor advisor adviser encadrant encadrante directeur directrice director responsable manager "
            + "emergency urgence booker booked booking reserved sponsor parrain donor donateur donatrice referent referente tutor tuteur "
            + "tutrice companion accompanying accompagnant accompagnante organiser organizer organisateur organisatrice kaufer kauferin "
            + "besteller bestellers bestellerin bestellung kunde kunden zahler auftraggeber rechnung rechnungsadresse kontakt "
            + "ansprechpartner ansprechpartnerin by par"
    );

    private static readonly HashSet<string> Fillers = Words(
        "de du des d la le les l of the a an your votre vos my mon ma s et and und sur on please enter indiquez obligatoire required "
            + "optional facultatif facultative optionnel professionnel professionnelle professional work pro personal personnel "
            + "personnelle principal principale primary der die das"
    );

    private static readonly HashSet<string> StatusWords = Words(
        "status statut etat state registrierungsstatus anmeldestatus bestellstatus zahlungsstatus"
    );

    private static readonly HashSet<string> StatusQualifiers = Words(
        "registration inscription payment paiement ticket billet reservation approval zahlung anmeldung"
    );

    private static readonly HashSet<string> NameWords = Words("name nom");
    private static readonly HashSet<string> TicketWords = Words("ticket tickets billet billets");

    private static readonly Dictionary<string, (ImportColumn[] Meanings, int Rank)> Known = AllKnown();

    /// <param name="programme">The headings of half-days and meals, folded.</param>
    public static ImportHeading Read(string heading, IReadOnlyDictionary<string, ImportColumn> programme)
    {
        var folded = Folding.Fold(heading);
        if (programme.TryGetValue(folded, out var part))
            return new(ColumnOwner.Unsaid, [part], 0);
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var owner =
            words.Any(SomebodyElse.Contains) ? ColumnOwner.SomebodyElse
            : words.Any(Attendee.Contains) ? ColumnOwner.Attendee
            : ColumnOwner.Unsaid;
        return (Lookup(words) ?? OfLastGroup(heading) ?? MeaningOf(words) ?? OfParts(heading)) is { } known
            ? new(owner, known.Meanings, known.Rank)
            : new(owner, [], 2);
    }

    /// <summary>"Attendee name: Given name" is a given name. Null for a heading without groups.</summary>
    private static (ImportColumn[] Meanings, int Rank)? OfLastGroup(string heading) =>
        Groups(heading) is [.., _, var last] ? MeaningOf(Folding.Words(last)) : null;

    private static (ImportColumn[] Meanings, int Rank)? OfParts(string heading)
    {
        var known = Groups(heading)
            .SelectMany(g => g.Split('/', '|', '(', ')', '[', ']', ',', ';', '?', '\n'))
            .Select(part => MeaningOf(Folding.Words(part)))
            .OfType<(ImportColumn[] Meanings, int Rank)>()
            .ToList();
        return known.Count == 0 ? null : (known[^1].Meanings, 2);
    }

    private static string[] Groups(string heading) => heading.Replace(" - ", ":", StringComparison.Ordinal).Split(':', '>', '–', '—');

    private static (ImportColumn[] Meanings, int Rank)? MeaningOf(string[] words)
    {
        if (Lookup(words) is { } exact)
            return exact;
        // The ticket of "ticket holder" is no other thing.
        var isOfHolder = words.Any(Attendee.Contains);
        var rest = words
            .Where(w => !Attendee.Contains(w) && !SomebodyElse.Contains(w) && !(isOfHolder && TicketWords.Contains(w)))
            .ToArray();
        if (Lookup(rest) is { } known)
            return (known.Meanings, 1);
        var bare = rest.Where(w => !Fillers.Contains(w) && !StatusQualifiers.Contains(w)).ToArray();
        if (bare is [var only] && StatusWords.Contains(only))
            return StatusOr(only);
        // "Company name" and "nom du laboratoire" are no names of people.
        return
            rest.Any(NameWords.Contains)
            && Lookup([.. rest.Where(w => !NameWords.Contains(w))]) is { } thing
            && !thing.Meanings.Any(m => m.IsName)
            ? (thing.Meanings, 1)
            : null;
    }

    private static (ImportColumn[] Meanings, int Rank)? Lookup(string[] words) =>
        Known.TryGetValue(string.Join(' ', words), out var known) ? known
        : Known.TryGetValue(Bare(words), out var bare) ? (bare.Meanings, Math.Max(1, bare.Rank))
        : null;

    /// <summary>In French, "statut" may also be the position.</summary>
    private static (ImportColumn[] Meanings, int Rank) StatusOr(string word) =>
        (word is "status" or "statut" ? [ImportColumn.Status, ImportColumn.Position] : [ImportColumn.Status], 1);

    private static string Bare(IEnumerable<string> words) => string.Join(' ', words.Where(w => !Fillers.Contains(w)));

    private static Dictionary<string, (ImportColumn[] Meanings, int Rank)> AllKnown()
    {
        var known = new Dictionary<string, (ImportColumn[] Meanings, int Rank)>();
        // "Nom" is the family name only beside a given name.
        Add("name, nom", 1, ImportColumn.FamilyName, ImportColumn.FullName);
        Add(
            "full name, fullname, nom complet, vollstandiger name, display name, badge name, nom badge, participant, participante, "
                + "attendee, teilnehmer, nom prenom, prenom nom, nom prenoms, nom et prenom, prenom et nom, first and last name, "
                + "first name last name, last name first name, given name family name, family name given name, name vorname, "
                + "vorname name, vorname nachname, "
                + "nachname vorname, vor und nachname",
            1,
            ImportColumn.FullName
        );
        foreach (var field in RegistrationFields.BuiltIn.All)
        {
            // The address and the names have no preferred word: "Mail" and "E-mail" are equally plausible.
            var isIdentity = field == PersonFields.Email || field.IsPartOfName;
            foreach (var label in new[] { field.Label, field.ShortLabel ?? field.Label })
                Add(
                    $"{Folding.Fold(label.In(Language.French))}, {Folding.Fold(label.In(Language.English))}",
                    isIdentity ? 1 : 0,
                    ImportColumn.Of(field)
                );
            Add(Folding.Fold(field.Key), isIdentity ? 1 : 0, ImportColumn.Of(field));
            Add(field.ImportHeadings, 1, ImportColumn.Of(field));
        }
        return known;

        void Add(string headings, int rank, params ImportColumn[] meanings)
        {
            foreach (var heading in headings.Split(", "))
            {
                known.TryAdd(heading, (meanings, rank));
                if (Bare(heading.Split(' ')) is { Length: > 0 } bare)
                    known.TryAdd(bare, (meanings, Math.Max(1, rank)));
            }
        }
    }

    private static HashSet<string> Words(string text) => [.. text.Split(' ')];
}
