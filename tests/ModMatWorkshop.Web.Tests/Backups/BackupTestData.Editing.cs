using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Tests.Backups;

/// <content>The tables of editing.</content>
internal static partial class BackupTestData
{
    private static IEnumerable<object> EditingRows(Organiser organiser, DateTimeOffset now) =>
        [
            new Announcement
            {
                Text = new("Le café est servi.", "Coffee is served."),
                From = now,
                Until = now.AddHours(1),
            },
            new ContentDraft
            {
                OrganiserId = organiser.Id,
                File = "pages/contact.md",
                Fields = new Dictionary<string, string> { ["body"] = "Écrivez-nous." },
                At = now,
            },
            new ContentFileVersion
            {
                Save = Guid.NewGuid(),
                Name = "pages/contact.md",
                Content = "Écrivez-nous."u8.ToArray(),
                Hash = "c0ffee",
                At = now,
                Actor = "organiser 1",
                Kind = ContentChangeKind.Edited,
                State = ContentVersionState.Draft,
                BasedOn = 1,
            },
            new ProgrammeVersion
            {
                Number = 1,
                At = now,
                Changes = new([], []),
            },
        ];

    private static CallTotals TotalsOfCall(DateTimeOffset now) =>
        new() { TakenAt = now, Report = CallReport.Of([new("oral", ["a"], "FR", CallDecision.Accepted("oral"), 3)], withdrawn: 1) };

    private static Submission SubmittedAbstract(DateTimeOffset now)
    {
        Assert.True(EmailAddress.TryParse("author@example.org", out var email));
        var submission = Submission.New(Guid.NewGuid(), 1, email, now);
        submission.Keep(
            new()
            {
                Title = "« Deux » \"mots\" 😀",
                Kind = "oral",
                Topics = ["a", "b"],
                Authors = [new("Émilie", "du Châtelet", [1, 2], "0000-0002-1825-0097")],
                Affiliations = ["LAAS-CNRS, Toulouse", "Köln"],
                Abstract = "One.\n\nTwo \\ $x$.",
                IsAgreed = true,
            },
            Language.French,
            now
        );
        submission.Submit(now);
        submission.Confirm(now);
        return submission;
    }

    private static IEnumerable<object> CommitteeRows(Guid submission, DateTimeOffset now)
    {
        var review = new Review
        {
            SubmissionId = submission,
            Reviewer = 1,
            AssignedAt = now,
        };
        review.Give(Mark.B, new("« Bien », \"mais\" 😀", "Aux auteurs : « oui » 😀"), now);
        review.IsWithheld = true;
        var assessment = new Assessment { SubmissionId = submission };
        assessment.Count(Marks.Of([Mark.B, null]));
        assessment.Decide(CallDecision.Accepted("oral"), now);
        assessment.Tell(now, ["« Oui », \"mais\" 😀"]);
        return
        [
            new ReviewerProfile
            {
                Reviewer = 1,
                Affiliation = "LAAS-CNRS, Toulouse",
                Topics = ["a"],
            },
            review,
            assessment,
            new SubmissionFile
            {
                Id = Guid.NewGuid(),
                SubmissionId = submission,
                Use = SubmissionFileUse.Figure,
                Number = 1,
                Extension = "png",
                Length = 3,
                Bytes = [0, 1, 255],
                At = now,
            },
            new DecisionRecord
            {
                Batch = Guid.NewGuid(),
                SubmissionId = submission,
                Before = "undecided",
                After = "oral",
                At = now,
                By = "organiser 1",
                UndoneAt = now,
            },
            .. RowsOfAuthors(submission, now),
            new ReviewComment
            {
                SubmissionId = submission,
                Author = 1,
                At = now,
                Text = "À discuter.",
            },
        ];
    }

    private static IEnumerable<object> RowsOfAuthors(Guid submission, DateTimeOffset now) =>
        [
            new SubmissionFile
            {
                Id = Guid.NewGuid(),
                SubmissionId = submission,
                Use = SubmissionFileUse.Figure,
                Number = 1,
                Extension = "png",
                Length = 3,
                Bytes = [0, 255, 39],
                Width = 20,
                Height = 10,
                At = now,
            },
            new SubmissionCorrection
            {
                Id = Guid.NewGuid(),
                SubmissionId = submission,
                At = now,
                Before = CorrectedText.Empty,
                After = new("« Après »", "$x$\n\n😀", "Ada (1)", "LAAS", "a; b"),
                BasedOn = 1,
            },
        ];
}
