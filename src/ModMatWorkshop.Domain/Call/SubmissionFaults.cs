using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Call;

/// <summary>Something to put right in the form.</summary>
/// <param name="Input">The name of the input beside which it stands.</param>
public sealed record SubmissionFault(string Input, Localized Message);

/// <summary>What is wrong with a text.</summary>
/// <param name="Unreadable">What cannot even be kept as a draft.</param>
/// <param name="Missing">What keeps the text from being submitted.</param>
public sealed record SubmissionFaults(IReadOnlyList<SubmissionFault> Unreadable, IReadOnlyList<SubmissionFault> Missing)
{
    public const string EmailInput = "email";
    public const string AffiliationInput = "affiliation-";
    public const string GivenNameInput = "given-";
    public const string FamilyNameInput = "family-";
    public const string OrcidInput = "orcid-";

    public static readonly Localized OneAuthor = new("Indiquez au moins un auteur.", "Enter at least one author.");

    public static readonly Localized OneAffiliation = new("Indiquez au moins un laboratoire.", "Enter at least one affiliation.");

    public static readonly Localized Agree = new(
        "Sans l’accord des auteurs, le comité ne peut pas lire ce travail.",
        "Without the consent of the authors, the committee cannot read this work."
    );

    public IReadOnlyList<SubmissionFault> All => [.. Unreadable, .. Missing];

    public bool IsComplete => Unreadable.Count == 0 && Missing.Count == 0;

    /// <param name="printed">The characters of the abstract as printed.</param>
    /// <param name="shown">What the renderer cannot show, such as a formula with an error.</param>
    public static SubmissionFaults Of(SubmissionText text, CallForAbstracts call, int printed, IReadOnlyList<SubmissionFault> shown) =>
        new([.. UnreadableIn(text)], [.. MissingIn(text, call, printed), .. shown]);

    private static IEnumerable<SubmissionFault> UnreadableIn(SubmissionText text)
    {
        foreach (var field in SubmissionFields.All.Where(f => f.Kind != SubmissionFieldKind.People))
        {
            var value = field.Get(text);
            if (value.Length > field.MaxLength)
                yield return new(field.Key, FieldErrors.TooLong(field.Label, field.MaxLength));
            else if (field.Kind == SubmissionFieldKind.Line && value.Any(UserInput.IsInvisible))
                yield return new(field.Key, FieldErrors.NoInvisible(field.Label));
        }
        if (text.Authors.Count > SubmissionText.MaxAuthors)
            yield return new(SubmissionFields.Authors.Key, FieldErrors.AtMost(SubmissionFields.Authors.Label, SubmissionText.MaxAuthors));
        if (text.Affiliations.Count > SubmissionText.MaxAffiliations)
            yield return new(SubmissionFields.Authors.Key, FieldErrors.AtMost(AffiliationLabel, SubmissionText.MaxAffiliations));
        for (var i = 0; i < text.Authors.Count; i++)
        {
            var author = text.Authors[i];
            if (FaultOfName(PersonFields.GivenName.Label, author.GivenName) is { } given)
                yield return new($"{GivenNameInput}{i}", given);
            if (FaultOfName(PersonFields.FamilyName.Label, author.FamilyName) is { } family)
                yield return new($"{FamilyNameInput}{i}", family);
            if (author.Orcid.Length > Orcid.Field.MaxLength)
                yield return new($"{OrcidInput}{i}", FieldErrors.TooLong(Orcid.Field.Label, Orcid.Field.MaxLength));
        }
        for (var i = 0; i < text.Affiliations.Count; i++)
            if (FaultOfName(AffiliationLabel, text.Affiliations[i]) is { } fault)
                yield return new($"{AffiliationInput}{i}", fault);
    }

    private static readonly Localized AffiliationLabel = new("Laboratoire", "Affiliation");

    private static Localized? FaultOfName(Localized label, string value) =>
        value.Length > SubmissionFields.Authors.MaxLength ? FieldErrors.TooLong(label, SubmissionFields.Authors.MaxLength)
        : value.Any(c => UserInput.IsInvisible(c) || c is '<' or '>') || value.Contains("://", StringComparison.Ordinal)
            ? FieldErrors.NotInAName(label)
        : null;

    private static IEnumerable<SubmissionFault> MissingIn(SubmissionText text, CallForAbstracts call, int printed)
    {
        foreach (var field in SubmissionFields.AskedBy(call))
        {
            if (field == SubmissionFields.Authors)
                foreach (var fault in MissingOfPeople(text))
                    yield return fault;
            else if (field == SubmissionFields.Agreed && !text.IsAgreed)
                yield return new(field.Key, Agree);
            else if (field.IsRequired && string.IsNullOrWhiteSpace(field.Get(text)))
                yield return new(field.Key, field.IsChoice ? FieldErrors.ChooseOne(field.Label) : FieldErrors.Missing(field.Label));
        }
        if (text.Kind.Length > 0 && !call.Kinds.Contains(text.Kind))
            yield return new(SubmissionFields.Kind.Key, FieldErrors.ChooseOne(SubmissionFields.Kind.Label));
        if (text.Topics.Count > 0 && call.TopicsOf(text.Topics).Count < text.Topics.Count)
            yield return new(SubmissionFields.Topics.Key, FieldErrors.ChooseOne(SubmissionFields.Topics.Label));
        if (text.Language.Length > 0 && !call.Languages.Any(l => l.Tag() == text.Language))
            yield return new(SubmissionFields.Language.Key, FieldErrors.ChooseOne(SubmissionFields.Language.Label));
        if (printed > call.Length)
            yield return new(SubmissionFields.Abstract.Key, TooLong(printed, call.Length));
        if (text.FigureLines.Count > call.Figures)
            yield return new(SubmissionFields.Figures.Key, TooManyFigures(call.Figures));
    }

    private static IEnumerable<SubmissionFault> MissingOfPeople(SubmissionText text)
    {
        if (text.Authors.Count == 0)
            yield return new($"{FamilyNameInput}0", OneAuthor);
        for (var i = 0; i < text.Authors.Count; i++)
        {
            var author = text.Authors[i];
            if (author.Name.Length == 0)
                yield return new($"{FamilyNameInput}{i}", FieldErrors.MissingName);
            if (author.Orcid.Length > 0 && Orcid.Read(Orcid.Field, author.Orcid).Error is { } wrong)
                yield return new($"{OrcidInput}{i}", wrong);
            if (author.Name.Length > 0 && text.Affiliations.Count > 0 && !text.AffiliationsOf(author).Any())
                yield return new($"{FamilyNameInput}{i}", WithoutAffiliation(author.Name));
        }
        if (text.Affiliations.Count == 0 || text.Affiliations.All(string.IsNullOrWhiteSpace))
            yield return new($"{AffiliationInput}0", OneAffiliation);
        else
            for (var i = 0; i < text.Affiliations.Count; i++)
                if (string.IsNullOrWhiteSpace(text.Affiliations[i]))
                    yield return new($"{AffiliationInput}{i}", FieldErrors.Missing(AffiliationLabel));
    }

    private static Localized WithoutAffiliation(string name) =>
        new($"Cochez le laboratoire de {name}.", $"Tick the affiliation of {name}.");

    private static Localized TooLong(int printed, int most) =>
        new(
            $"Le résumé imprimé a {printed} caractères ; il en faut au plus {most}.",
            $"The printed abstract has {printed} characters; the limit is {most}."
        );

    private static Localized TooManyFigures(int most) => new($"Figures : {most} au plus.", $"Figures: at most {most}.");
}
