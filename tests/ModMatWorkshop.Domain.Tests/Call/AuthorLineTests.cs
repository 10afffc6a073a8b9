using ModMatWorkshop.Domain.Call;

namespace ModMatWorkshop.Domain.Tests.Call;

public sealed class AuthorLineTests
{
    private const string TwoPlaces = "\n1 LAAS-CNRS, Toulouse\n2 Uni Köln";

    [Theory]
    [InlineData("A. Durand¹, B. Müller¹˒², C. Kim²")]
    [InlineData("A. Durand¹, B. Müller¹,², C. Kim²")]
    [InlineData("A. Durand1, B. Müller1,2, C. Kim2")]
    [InlineData("A. Durand 1, B. Müller 1,2 and C. Kim 2")]
    [InlineData("A. Durand[1], B. Müller [1, 2] et C. Kim [2]")]
    [InlineData("A. Durand(1), B. Müller(1,2), C. Kim(2)")]
    [InlineData("A. Durand^1, B. Müller^{1,2}, C. Kim^2")]
    [InlineData("A. Durand$^{1}$, B. Müller$^{1,2}$ \\and C. Kim$^{2}$")]
    [InlineData("\\author{A. Durand$^{1}$, B. Müller$^{1,2}$, C. Kim$^{2}$}")]
    [InlineData("A. Durand\\textsuperscript{1}, B. Müller\\textsuperscript{1,2}, C. Kim\\textsuperscript{2}")]
    [InlineData("A. Durand¹*, B. Müller¹⁻², & C. Kim²†")]
    [InlineData("A. Durand1; B. Müller1-2; C. Kim2")]
    [InlineData("A. Durand¹,\nB. Müller¹˒²,\nC. Kim²")]
    public void Marks_are_read_in_every_usual_form(string authors) =>
        Assert.Equal("A.|Durand (1) / B.|Müller (1,2) / C.|Kim (2) // LAAS-CNRS, Toulouse / Uni Köln", Shown(authors + TwoPlaces));

    [Theory]
    [InlineData("Ada Lovelace and Grace Hopper", "Ada|Lovelace () / Grace|Hopper () // ")]
    [InlineData("Ada Lovelace et Grace Hopper", "Ada|Lovelace () / Grace|Hopper () // ")]
    [InlineData("Ada Lovelace, and Grace Hopper", "Ada|Lovelace () / Grace|Hopper () // ")]
    [InlineData("Plato", "|Plato () // ")]
    [InlineData("Stefano de Gironcoli", "Stefano|de Gironcoli () // ")]
    [InlineData("Andrés Etchevarria", "Andrés|Etchevarria () // ")]
    [InlineData("J.-P. Serre, M. A. Smith", "J.-P.|Serre () / M. A.|Smith () // ")]
    [InlineData("Durand, A., Müller, B.", "A.|Durand () / B.|Müller () // ")]
    [InlineData("李 明, 김 철수", "李|明 () / 김|철수 () // ")]
    [InlineData("Martin King Jr.", "Martin|King Jr. () // ")]
    [InlineData(
        "Martin King, Jr., Ada Lovelace and Adlai Stevenson, III",
        "Martin|King Jr. () / Ada|Lovelace () / Adlai|Stevenson III () // "
    )]
    [InlineData("Dr. Ada Lovelace, Prof. Grace Hopper", "Ada|Lovelace () / Grace|Hopper () // ")]
    [InlineData("Lovelace, Ada; de la Cruz, María José; King Jr., M.", "Ada|Lovelace () / María José|de la Cruz () / M.|King Jr. () // ")]
    [InlineData("A. Durand, B. Müller; C. Kim", "A.|Durand () / B.|Müller () / C.|Kim () // ")]
    [InlineData("A. Ruiz y B. Sanz", "A.|Ruiz () / B.|Sanz () // ")]
    [InlineData("Ana Ruiz, Luis Mora y Berta Sanz", "Ana|Ruiz () / Luis|Mora () / Berta|Sanz () // ")]
    [InlineData("José Ruiz y Sanz, Ana Mora", "José|Ruiz y Sanz () / Ana|Mora () // ")]
    [InlineData("Ana Mora and José Ruiz y Sanz", "Ana|Mora () / José|Ruiz y Sanz () // ")]
    [InlineData("José Ruiz y Sanz and Ana Mora", "José|Ruiz y Sanz () / Ana|Mora () // ")]
    public void Names_without_marks_are_split(string line, string expected) => Assert.Equal(expected, Shown(line));

    [Fact]
    public void One_affiliation_without_a_mark_is_that_of_everybody() =>
        Assert.Equal("A.|Durand (1) / B.|Müller (1) // LAAS-CNRS, Toulouse", Shown("A. Durand, B. Müller\nLAAS-CNRS, Toulouse"));

    [Fact]
    public void Numbers_without_affiliations_give_empty_rows() =>
        Assert.Equal("A.|Durand (1) / B.|Müller (3) //  /  / ", Shown("A. Durand¹, B. Müller³"));

    [Fact]
    public void Marks_other_than_numbers_are_numbered() =>
        Assert.Equal("A.|Durand (1) / B.|Müller (1,2) // LAAS / Köln", Shown("A. Durand^a, B. Müller^{a,b}\n(a) LAAS\n(b) Köln"));

    [Fact]
    public void Signs_lead_to_the_lines_that_begin_with_them() =>
        Assert.Equal("A.|Durand (1) / B.|Müller (2) // LAAS / Köln", Shown("A. Durand*, B. Müller†\n* LAAS\n† Köln"));

    [Fact]
    public void A_line_of_mail_addresses_is_no_affiliation() =>
        Assert.Equal("A.|Durand (1) // LAAS", Shown("A. Durand1,*\n1 LAAS\n* corresponding author: a.durand@laas.fr"));

    [Fact]
    public void What_authors_say_of_themselves_is_no_affiliation() =>
        Assert.Equal(
            "A.|Durand (1) / B.|Müller (1) // LAAS",
            Shown("A. Durand1,†, B. Müller1,*\n1 LAAS\n† These authors contributed equally\n* Corresponding author")
        );

    [Theory]
    [InlineData("A. Durand¹, B. Müller²\n¹ LAAS\n² 4PI Lab, Köln")]
    [InlineData("A. Durandᵃ, B. Müllerᵇ\nᵃ LAAS\nᵇ4PI Lab, Köln")]
    [InlineData("A. Durand (1), B. Müller (2)\n(1) LAAS\n(2) 4PI Lab, Köln")]
    [InlineData("A. Durand1; B. Müller2\n1. LAAS\n2. 4PI Lab, Köln")]
    public void The_name_of_an_affiliation_may_begin_with_a_digit(string text) =>
        Assert.Equal("A.|Durand (1) / B.|Müller (2) // LAAS / 4PI Lab, Köln", Shown(text));

    [Fact]
    public void An_affiliation_goes_on_in_the_next_line() =>
        Assert.Equal("A.|Durand (1) // LAAS-CNRS, 31031 Toulouse, France", Shown("A. Durand¹\n1 LAAS-CNRS,\n31031 Toulouse, France"));

    [Theory]
    [InlineData("")]
    [InlineData("   \n \n")]
    [InlineData("12345")]
    [InlineData("*,†;")]
    [InlineData(",,,, and and")]
    public void A_text_without_names_gives_nobody(string line) => Assert.Equal([], AuthorLine.Read(line).Authors);

    [Theory]
    [InlineData("^")]
    [InlineData("$^{")]
    [InlineData("\\textsuperscript{{{{")]
    [InlineData("A¹˒˒˒˒²⁻⁻³, B^^^{}[1")]
    public void Damaged_marks_do_no_harm(string line) => Assert.True(AuthorLine.Read(line).Authors.Count <= 2);

    [Fact]
    public void Two_hundred_authors_are_read_and_a_megabyte_is_not()
    {
        var line = string.Join(", ", Enumerable.Range(1, 200).Select(i => $"A. Name{new string((char)('a' + i % 26), 1 + i / 26)}¹"));

        Assert.Equal((200, 0), (AuthorLine.Read(line + "\n1 LAAS").Authors.Count, AuthorLine.Read(new string('a', 1 << 20)).Authors.Count));
    }

    private static string Shown(string text)
    {
        var (authors, affiliations) = AuthorLine.Read(text);
        return $"{string.Join(" / ", authors.Select(a => a.ToText()))} // {string.Join(" / ", affiliations)}";
    }
}
