using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Call;

/// <summary>A call that is open in March 2030, and a complete text for it.</summary>
internal static class SubmissionSample
{
    public static readonly DateTimeOffset Opens = new(2030, 3, 1, 8, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Closes = new(2030, 4, 1, 22, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Meanwhile = new(2030, 3, 15, 12, 0, 0, TimeSpan.Zero);

    public static readonly CallForAbstracts Call = new()
    {
        Opens = Opens,
        Closes = Closes,
        Kinds = ["oral", "poster"],
        Topics = [new("methods", new("Méthodes", "Methods")), new("data", new("Données", "Data"))],
        Length = 100,
        Figures = 1,
        Languages = [Language.French, Language.English],
        ErasedOn = new(2030, 9, 1),
    };

    public static readonly SubmissionText Text = new()
    {
        Title = "A title",
        Kind = "oral",
        Topics = ["methods"],
        Language = "en",
        Authors = [new("Ada", "Lovelace", [1]), new("Grace", "Hopper", [1, 2])],
        Affiliations = ["LAAS-CNRS, Toulouse", "Navy"],
        Abstract = "The text.",
        IsAgreed = true,
    };

    public static EmailAddress Address(string name = "ada") =>
        EmailAddress.TryParse($"{name}@lab.example", out var address) ? address : throw new ArgumentException(name);

    public static SubmissionFaults FaultsOf(SubmissionText text, int printed = 9) => SubmissionFaults.Of(text, Call, printed, []);

    /// <summary>A submission that was kept, confirmed or not.</summary>
    public static Submission Kept(SubmissionText? text = null, bool isConfirmed = false)
    {
        var submission = Submission.New(Guid.NewGuid(), 1, Address(), Meanwhile);
        submission.Keep(text ?? Text, Language.English, Meanwhile);
        if (isConfirmed)
            submission.Confirm(Meanwhile);
        return submission;
    }

    public static Submission Submitted(bool isConfirmed = false)
    {
        var submission = Kept(isConfirmed: isConfirmed);
        submission.Submit(Meanwhile);
        return submission;
    }

    public static SubmissionDecision Decide(
        Submission? submission,
        SubmissionCommand command,
        DateTimeOffset? at = null,
        bool isByLink = false,
        bool hasManyMails = false
    ) =>
        SubmissionRules.Decide(submission, command, new(Call, at ?? Meanwhile, isByLink, hasManyMails), email =>
            Submission.New(Guid.NewGuid(), 1, email, at ?? Meanwhile)
        );

    public static KeepText Keep(SubmissionText text, SubmissionText? seen = null, EmailAddress? email = null) =>
        new(text, seen is null ? null : SeenFields.Of(seen), email ?? Address(), FaultsOf(text), Language.English);

    public static SubmitText Submit(SubmissionText text, SubmissionText? seen = null) =>
        new(text, seen is null ? null : SeenFields.Of(seen), Address(), FaultsOf(text), Language.English);
}
