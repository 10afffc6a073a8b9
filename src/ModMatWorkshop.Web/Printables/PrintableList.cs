namespace ModMatWorkshop.Web.Printables;

/// <summary>
/// The one list of the printables, in the order of the organisers' page and of the archive. A printable is a folder; delete it with
/// its lines here, and its addresses are gone.
/// </summary>
public static class PrintableList
{
    public static readonly IReadOnlyList<Printable> All =
    [
        new BookPrintable(),
        new ProgrammeA4(),
        new ProgrammeA3(),
        new PosterLabelsPrintable(),
        new BadgesPrintable(),
        new SignInSheetsPrintable(),
        new CertificatesPrintable(),
        new DoorPrintable(),
        new CatererPrintable(),
        new FunderPrintable(),
    ];

    public static readonly IReadOnlyList<Letter> Letters =
    [
        new ConfirmationOfRegistration(),
        new LetterOfInvitation(),
        new CertificateOfAttendance(),
    ];

    public static Printable? Find(string name) => All.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
