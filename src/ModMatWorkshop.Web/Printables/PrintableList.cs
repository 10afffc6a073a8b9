namespace ModMatWorkshop.Web.Printables;

/// <summary>
/// All printables, in the order of the organisers' page and of the archive. To remove a printable, delete its folder and its lines here.
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
        new ReceptionListPrintable(),
        new CatererPrintable(),
        new FunderPrintable(),
        new CallTotalsPrintable(),
    ];

    public static readonly IReadOnlyList<Letter> Letters =
    [
        new ConfirmationOfRegistration(),
        new LetterOfInvitation(),
        new CertificateOfAttendance(),
        new ProformaInvoice(),
        new ReceiptOfFee(),
        new NoFeeStatement(),
    ];

    public static Printable? Find(string name) => All.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
