using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Content.Submissions;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Pages.Call;

/// <summary>The form of the call with all that is shown in it.</summary>
/// <param name="Address">To which the form is posted, without a handler.</param>
public sealed record SubmissionFormView(SubmissionForm Form, CallForAbstracts Call, Workshop Workshop, string Address)
{
    /// <summary>With more choices, the affiliations of an author are typed as numbers: the page would be too long.</summary>
    private const int MaxChoices = 600;

    public IReadOnlyList<SubmissionFault> Faults { get; init; } = [];

    public IReadOnlyList<SubmissionFault> Remarks { get; init; } = [];

    /// <summary>The names of laboratories to offer.</summary>
    public IReadOnlyList<string> Laboratories { get; init; } = [];

    public SubmissionPreview? Preview { get; init; }

    /// <summary>The pictures that the site has received.</summary>
    public IReadOnlyList<ListedFile> Figures { get; init; } = [];

    public ListedFile? FigureOf(int number) => Figures.FirstOrDefault(f => f.Number == number);

    /// <summary>What another device has saved in the fields that both have changed.</summary>
    public MergedText? Conflict { get; init; }

    /// <summary>The text of the other device.</summary>
    public SubmissionText? Theirs { get; init; }

    /// <summary>What the site says about the last press; null for nothing.</summary>
    public string? Notice { get; init; }

    /// <summary>The address is that of the link, and cannot be changed here.</summary>
    public bool IsAddressFixed { get; init; }

    /// <summary>The text was submitted before.</summary>
    public bool IsSubmitted { get; init; }

    /// <summary>With empty rows to fill in.</summary>
    public SubmissionText Rows => PeopleRows.ForForm(Form.Text);

    public bool AsksForNumbers => Rows.Authors.Count * Rows.Affiliations.Count > MaxChoices;

    public IEnumerable<SubmissionFault> FaultsOf(string input) => Faults.Where(f => f.Input == input);

    public string Handler(string name) => $"{Address}{(Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={name}";
}

/// <summary>One field of the form.</summary>
public sealed record SubmissionFieldView(SubmissionFormView Of, SubmissionField Field)
{
    public string Value => Field.Get(Of.Form.Text);

    public bool IsOn(string value) => Value.Split(' ').Contains(value);

    public IReadOnlyList<SubmissionFault> Faults => [.. Of.FaultsOf(Field.Key)];

    /// <summary>The ids of the texts that describe the input; null for none.</summary>
    public string? DescribedBy =>
        string.Join(
            ' ',
            new[] { Field.Help is null ? null : $"{Field.Key}-hint", Faults.Count == 0 ? null : $"{Field.Key}-fault" }.OfType<string>()
        )
            is { Length: > 0 } ids
            ? ids
            : null;
}
