using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Printables;

/// <summary>
/// The letter of invitation with passport data, for a visa. It has no address of its own: it is the answer to a form, and nothing keeps it.
/// </summary>
public sealed record LetterForVisa(ParticipantLetter Letter, Passport Passport)
{
    public const string Name = "visa";

    public static PrintableDocument DocumentOf(ParticipantLetter letter, Passport passport, string title) =>
        new(Name, title, "/Printables/VisaLetter/VisaLetter.cshtml", new LetterForVisa(letter, passport)) { People = 1 };
}
