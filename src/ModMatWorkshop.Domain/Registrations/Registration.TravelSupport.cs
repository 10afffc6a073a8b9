namespace ModMatWorkshop.Domain.Registrations;

/// <content>What the organisers have answered to somebody who asks for travel support.</content>
public sealed partial class Registration
{
    public TravelSupportDecision TravelSupport { get; private set; }

    /// <summary>What is granted, or why nothing is, as the person reads it; null for nothing.</summary>
    public string? TravelSupportWords { get; private set; }

    /// <summary>When the organisers decided; null while they have not.</summary>
    public DateTimeOffset? TravelSupportAt { get; private set; }

    public void DecideTravelSupport(TravelSupportDecision decision, string words, DateTimeOffset now) =>
        (TravelSupport, TravelSupportWords, TravelSupportAt) = (decision, words.Length == 0 ? null : words, now);

    private void ForgetTravelSupport() => (TravelSupport, TravelSupportWords, TravelSupportAt) = (TravelSupportDecision.None, null, null);

    private void RestoreTravelSupport(RegistrationState before) =>
        (TravelSupport, TravelSupportWords, TravelSupportAt) = (before.TravelSupport, before.TravelSupportWords, before.TravelSupportAt);
}
