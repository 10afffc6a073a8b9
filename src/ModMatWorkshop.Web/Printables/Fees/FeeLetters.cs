using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Fees;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Fees;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Printables;

/// <summary>The data of a paper about the fee of one person.</summary>
/// <param name="Billing">What the institution wants to read; null if nothing was typed.</param>
public sealed record FeeLetter(ParticipantLetter Letter, PersonFees Person, FeeBilling? Billing)
{
    public FeeAccount Account => Person.Account;

    /// <summary>Of what is due, or else of what was paid.</summary>
    public string Currency =>
        Letter.Workshop.Fees?.Currency ?? Account.Records.Select(r => r.Currency).LastOrDefault(WorkshopFees.DefaultCurrency);

    /// <summary>
    /// The number of a receipt: the reference and a count for this person alone. A receipt is no invoice, so no law asks for one sequence
    /// of all of them, which would tell how many have paid.
    /// </summary>
    public string ReceiptNumber => $"{Person.Reference}-{Account.Records.Count(r => r.Kind != FeeRecordKind.Waiver)}";
}

/// <summary>A paper about the fee.</summary>
public abstract class FeePaper(string name, PageRoute route, string view) : Letter(name, route)
{
    protected abstract string TitleOf(Application.Text.Words words);

    /// <summary>Whether the paper says something true for this person.</summary>
    protected abstract bool IsFor(FeeAccount account);

    public override async Task<PrintableDocument?> ReadAsync(Registration registration, PrintableRequest request, CancellationToken cancel)
    {
        var letter = await ParticipantLetter.ReadAsync(registration, request, cancel);
        var person = await FeeQueries.OfAsync(request.Db, letter.Workshop, registration, cancel);
        if (!IsFor(person.Account) || registration.Place is not (Place.Seat or Place.Remote) && person.Account.Records.Count == 0)
            return null;
        var billing = await request.Db.FeeBillings.AsNoTracking().SingleOrDefaultAsync(b => b.RegistrationId == registration.Id, cancel);
        return new(Name, TitleOf(request.Words), $"/Printables/Fees/{view}.cshtml", new FeeLetter(letter, person, billing))
        {
            People = 1,
            Style = "css/printables/fees.css",
        };
    }
}

/// <summary>What is due, for an institution that pays by order form.</summary>
public sealed class ProformaInvoice() : FeePaper("proforma", Routes.Proforma, "Proforma")
{
    protected override string TitleOf(Application.Text.Words words) => words.Proforma;

    protected override bool IsFor(FeeAccount account) =>
        account.Due.Lines.Count > 0 && (account.Status == FeeStatus.Due || account.Paid > 0);
}

/// <summary>What was paid.</summary>
public sealed class ReceiptOfFee() : FeePaper("receipt", Routes.FeeReceipt, "Receipt")
{
    public override bool OutlivesCancellation => true;

    protected override string TitleOf(Application.Text.Words words) => words.FeeReceipt;

    protected override bool IsFor(FeeAccount account) => account.Paid > 0;
}

/// <summary>That no fee was due, which some institutions ask to see beside a travel claim. Also in a workshop without fees.</summary>
public sealed class NoFeeStatement() : FeePaper("no-fee", Routes.NoFee, "NoFee")
{
    protected override string TitleOf(Application.Text.Words words) => words.NoFeeAttestation;

    protected override bool IsFor(FeeAccount account) => account is { Status: FeeStatus.NotDue, Paid: 0 };
}
