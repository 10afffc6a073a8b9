using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Exports.Tests;

public sealed class CitationTagsTests
{
    private static readonly Schedule Schedule = SampleSchedule.Create();

    [Fact]
    public void Each_author_is_followed_by_their_institutions_and_ORCID_iD() =>
        Assert.Equal(
            [
                ("citation_title", "Énergies de Al₁₃Co₄(100) & surfaces <lisses>; suite"),
                ("citation_author", "Nuñez, Élodie"),
                ("citation_author_institution", "Laboratoire des Ponts, Toulouse, France"),
                ("citation_author_orcid", "https://orcid.org/0000-0001-2345-6789"),
                ("citation_author", "van der Berg, Jan"),
                ("citation_author_institution", "Polder & Sons, Delft"),
                ("citation_author_institution", "Laboratoire des Ponts, Toulouse, France"),
                ("citation_conference_title", "Atelier 2021 – Données & matériaux"),
                ("citation_publication_date", "2021/10/29"),
                ("citation_language", "fr"),
                ("citation_keywords", "surfaces"),
                ("citation_keywords", "énergie"),
                ("citation_abstract_html_url", "https://atelier.example/resumes/i1"),
            ],
            CitationTags.Of(Schedule, Schedule.Contributions["i1"], SampleSchedule.Site, Language.French)
        );
}
