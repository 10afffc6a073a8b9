using System.Globalization;
using System.Text.RegularExpressions;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Content;

/// <summary>Reads one author of a contribution.</summary>
internal sealed partial class AuthorReader(PersonCollector people)
{
    public Author Read(Fields item, bool presents, IReadOnlyList<Affiliation> affiliations)
    {
        var marks = item.Integers("affiliations");
        var (name, slug, orcid) = people.Add(
            item,
            presents ? PersonCollector.PersonRole.Author | PersonCollector.PersonRole.Speaker : PersonCollector.PersonRole.Author,
            affiliations: [.. marks.Where(m => m >= 1 && m <= affiliations.Count).Select(m => affiliations[m - 1])]
        );
        foreach (var mark in marks.Where(m => m < 1 || m > affiliations.Count))
            item.Error(
                "affiliations",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name.Full} has the affiliation mark {mark}, but there are {affiliations.Count} affiliations."
                ),
                "Correct the mark, or add the affiliation."
            );
        if (orcid is not null && !Orcid().IsMatch(orcid))
            item.Error("orcid", $"`{orcid}` is not an ORCID.", "For example: `0000-0002-1825-0097`.");
        var author = new Author(name.Full, slug, name.Family, marks, orcid)
        {
            Equal = item.Flag("equal"),
            Corresponding = item.Flag("corresponding"),
            Email = Email(item),
            PresentAddress = item.PlainText("present_address"),
        };
        if (author is { Email: not null, Corresponding: false })
            item.Warn(
                "email",
                "Readers see the address of a corresponding author only.",
                "Add `corresponding: true`, or delete the address."
            );
        item.ReportUnknownKeys();
        return author;
    }

    private static string? Email(Fields item)
    {
        if (item.Text("email") is not { } email)
            return null;
        if (EmailAddress.TryParse(email, out var address))
            return address.Value;
        item.Error("email", $"`{email}` is not an email address.", "For example: `jane@example.org`.");
        return null;
    }

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Orcid();
}
