using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

public sealed class ImportedStatusesTests
{
    [Theory]
    [InlineData(
        ImportedStatus.Cancelled,
        "cancelled, Canceled, annulé, Annulée par l’acheteur, refunded, remboursé, storniert, Not attending, withdrawn, declined, rejected"
    )]
    [InlineData(
        ImportedStatus.Waiting,
        "waiting, waitlist, Waitlisted, on the waiting list, liste d’attente, sur liste d’attente, Warteliste"
    )]
    [InlineData(
        ImportedStatus.Pending,
        "pending, unpaid, not paid, en attente, en attente de paiement, non payé, à payer, impayée, unbezahlt, nicht bezahlt, "
            + "Awaiting payment, not yet confirmed, paiement non reçu, à confirmer, offen, expired"
    )]
    [InlineData(ImportedStatus.Applied, "applied, candidature, candidate, beworben")]
    [InlineData(
        ImportedStatus.Confirmed,
        "accepted, candidature acceptée, confirmed, paid, payé, Completed, Validé, bezahlt, Attending, Checked in, inscrite, Free order"
    )]
    public void The_words_of_other_tools_are_recognised(ImportedStatus state, string texts) =>
        Assert.All(texts.Split(", "), text => Assert.Equal((text, state), (text, ImportedStatuses.Of(text))));

    [Theory]
    [InlineData("partially refunded")]
    [InlineData("not cancelled")]
    [InlineData("17b")]
    [InlineData("")]
    public void Other_words_are_left_to_the_organiser(string text) => Assert.Null(ImportedStatuses.Of(text));
}
