using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Printables;

/// <summary>The confirmation of registration, which some institutions require for a travel request (<i>ordre de mission</i>).</summary>
public sealed class ConfirmationOfRegistration() : Letter("confirmation", Routes.Confirmation)
{
    public override async Task<PrintableDocument?> ReadAsync(
        Registration registration,
        PrintableRequest request,
        CancellationToken cancel
    ) =>
        new(
            Name,
            request.Words.ConfirmationOfRegistration,
            "/Printables/ConfirmationLetter/ConfirmationLetter.cshtml",
            await ParticipantLetter.ReadAsync(registration, request, cancel)
        )
        {
            People = 1,
        };
}
