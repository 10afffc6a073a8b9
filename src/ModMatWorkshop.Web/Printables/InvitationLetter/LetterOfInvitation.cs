using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Printables;

/// <summary>The letter of invitation, which some institutions require for a travel request (<i>ordre de mission</i>).</summary>
public sealed class LetterOfInvitation() : Letter("invitation", Routes.Invitation)
{
    public override async Task<PrintableDocument?> ReadAsync(
        Registration registration,
        PrintableRequest request,
        CancellationToken cancel
    ) =>
        new(
            Name,
            request.Words.LetterOfInvitation,
            "/Printables/InvitationLetter/InvitationLetter.cshtml",
            await ParticipantLetter.ReadAsync(registration, request, cancel)
        )
        {
            People = 1,
        };
}
