using System.Globalization;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application.Text;

// Reading and deciding, as reviewers and the chair see it
public sealed partial class Words
{
    public string Reviews => Say("Lectures", "Reviews");

    public string MyReviews => Say("Mes lectures", "My reviews");

    public string MyReviewsLead =>
        Say(
            "Pour chaque résumé : une note et, si vous le souhaitez, un mot au comité. Les auteurs ne voient ni l’une ni l’autre.",
            "For each abstract: a mark and, if you wish, a word to the committee. The authors see neither."
        );

    public string BlindLead =>
        Say(
            $"L’appel est anonyme : noms, laboratoires, adresses, liens et remerciements sont remplacés par {BlindView.Hidden}.",
            $"The call is blind: {BlindView.Hidden} replaces names, affiliations, addresses and links; acknowledgements are left out."
        );

    public string ReadOf(int read, int assigned) => Say($"Lu : {read} sur {assigned}", $"{read} of {assigned} read");

    public string NothingToReview => Say("Aucun résumé ne vous est confié.", "No abstract is assigned to you.");

    public string AllRead => Say("Vous avez tout lu. Merci !", "You have read everything. Thank you!");

    public string ReadNext => Say("Lire le suivant", "Read the next one");

    public string NotRead => Say("À lire", "To read");

    public string MarkColumn => Say("Note", "Mark");

    public string WordColumn => Say("Un mot", "Comment");

    public string MarkMeans(Mark mark) =>
        mark switch
        {
            Mark.A => Say("à retenir", "accept"),
            Mark.B => Say("possible", "possible"),
            _ => Say("à écarter", "reject"),
        };

    public string YourMark => Say("Votre note", "Your mark");

    public string YourWord => Say("Un mot au comité (facultatif)", "A word to the committee (optional)");

    public string ReadLater => Say("Garder le mot et passer au suivant", "Keep the comment and go on to the next");

    public string MarkSaved(int number, Mark mark) => Say($"Résumé {number} : note {mark}.", $"Abstract {number}: mark {mark}.");

    public string WordKept(int number) =>
        Say($"Résumé {number} : sans note, votre mot est gardé.", $"Abstract {number}: no mark yet, your comment is kept.");

    public string NotMarked =>
        Say(
            $"Choisissez A, B ou C ; le mot a au plus {Review.MaxWord} caractères.",
            $"Choose A, B or C; the comment has at most {Review.MaxWord} characters."
        );

    public string DeclareConflict => Say("J’ai un conflit d’intérêts", "I have a conflict of interest");

    public string DeclareConflictMeans =>
        Say(
            "Le résumé vous est retiré, avec votre note. Le comité le confie à quelqu’un d’autre.",
            "The abstract is taken away from you, with your mark. The committee assigns it to somebody else."
        );

    public string DeclareIt => Say("Déclarer le conflit", "Declare the conflict");

    public string ConflictDeclared(int number) =>
        Say($"Conflit déclaré pour le résumé {number}.", $"Conflict declared for abstract {number}.");

    /// <summary>Says nothing about the authors, because the call may be blind.</summary>
    public string ConflictRefused =>
        Say(
            "Vous avez un conflit d’intérêts avec ce résumé : vous ne pouvez pas le lire.",
            "You have a conflict of interest with this abstract, so you cannot read it."
        );

    public string ConflictName(ReviewConflict? conflict) =>
        conflict?.Reason switch
        {
            ConflictReason.Author => Say("est l’auteur", "is an author"),
            ConflictReason.CoAuthor => Say(
                $"a un résumé en commun avec {conflict.With}",
                $"has an abstract in common with {conflict.With}"
            ),
            ConflictReason.Affiliation => Say($"même laboratoire ({conflict.With})", $"same affiliation ({conflict.With})"),
            _ => Say("conflit déclaré", "declared a conflict"),
        };

    public string OthersMarks => Say("Les autres notes", "The other marks");

    public string Discussion => Say("Discussion", "Discussion");

    public string DiscussionLead =>
        Say(
            "Pour la présidence et les lecteurs de ce résumé qui ont donné leur note. Les auteurs ne la voient jamais.",
            "For the chair and the reviewers of this abstract who have given their mark. The authors never see it."
        );

    public string YourRemark => Say("Votre remarque", "Your remark");

    public string AddRemark => Say("Ajouter", "Add");

    public string AboutYou => Say("Votre laboratoire et vos thèmes", "Your affiliation and your topics");

    public string AboutYouMeans =>
        Say(
            "Nous ne vous confions aucun résumé de votre laboratoire, et de préférence ceux de vos thèmes.",
            "We assign you no abstract from your own laboratory, and preferably those on your topics."
        );

    public string ProfileSaved => Say("C’est noté.", "Saved.");

    public string ReviewerNumber(int number) => Say($"Lecteur {number}", $"Reviewer {number}");

    // The chair

    public string MeanColumn => Say("Moyenne", "Mean");

    public string SpreadColumn => Say("Écart", "Spread");

    public string ReadColumn => Say("Lu", "Read");

    public string DecisionColumn => Say("Décision", "Decision");

    public string InstitutionsColumn => Say("Laboratoires", "Affiliations");

    public string MeanOf(int? hundredths) => hundredths is { } mean ? (mean / 100m).ToString("0.00", Culture) : "";

    public string DecisionName(CallDecision decision, Workshop workshop) =>
        decision.Outcome switch
        {
            CallOutcome.Accepted => KindName(decision.Kind, workshop),
            CallOutcome.Reserve => Say("Réserve", "Reserve"),
            CallOutcome.Rejected => Say("Non", "No"),
            _ => Say("À décider", "Undecided"),
        };

    public string ReadStateName(string state) =>
        state switch
        {
            "complete" => Say("lus par tous", "read by all"),
            "missing" => Say("lectures manquantes", "reviews missing"),
            _ => Say("sans lecteur", "no reviewer"),
        };

    public string AssignReviewers => Say("Répartir les lectures", "Assign reviewers");

    public string AssignLead =>
        Say(
            "Ce qui est déjà confié reste. Personne ne reçoit un résumé avec lequel il a un conflit : auteur, coauteur dans cet appel, "
                + "même laboratoire, ou conflit déclaré.",
            "What is assigned already stays. Nobody gets an abstract with which they conflict: author, co-author in this call, "
                + "same affiliation, or declared."
        );

    public string NoReviewers => Say("Aucun compte n’a le rôle de lecteur.", "No account has the role of reviewer.");

    public string ReviewerColumn => Say("Lecteur", "Reviewer");

    public string AssignedColumn => Say("Confiés", "Assigned");

    public string AfterColumn => Say("Ensuite", "Afterwards");

    public string HowToAssign => Say("Comment", "How");

    public string AssignEvenly => Say("À parts égales", "Evenly");

    public string AssignByTopic => Say("Selon les thèmes", "By topic");

    public string ReviewsEach => Say("Lectures par résumé", "Reviews for each abstract");

    public string ShowPlan => Say("Voir ce que cela change", "Show what it changes");

    public string PlanAdds(int count) =>
        Say($"Confier {Some(count, "lecture", "lectures", "", "")}", $"Assign {Some(count, "", "", "review", "reviews")}");

    public string PlanIsStale =>
        Say(
            "La situation a changé entre-temps : voici le nouveau plan.",
            "The situation has changed in the meantime: this is the new plan."
        );

    public string PlanAddsNothing => Say("Cela ne change rien.", "This changes nothing.");

    public string Assigned(int count) =>
        Some(count, "lecture est confiée.", "lectures sont confiées.", "review is assigned.", "reviews are assigned.");

    public string ShortOf(int count) =>
        Some(
            count,
            "résumé n’a pas assez de lecteurs possibles :",
            "résumés n’ont pas assez de lecteurs possibles :",
            "abstract does not have enough possible reviewers:",
            "abstracts do not have enough possible reviewers:"
        );

    public string Lacks(int count) => Say($"il en manque {count}", $"{count} missing");

    public string TakeAway => Say("Retirer", "Take away");

    public string AssignTo => Say("Confier à", "Assign to");

    public string AssignIt => Say("Confier", "Assign");

    public string ReviewResultText(ReviewResult? result) =>
        result switch
        {
            ReviewResult.Done => Say("C’est fait.", "Done."),
            ReviewResult.NoChange => Say("C’était déjà le cas.", "It was so already."),
            ReviewResult.Conflict => Say("Impossible : il y a un conflit d’intérêts.", "Not possible: there is a conflict of interest."),
            ReviewResult.HasMark => Say("Impossible : la note est déjà donnée.", "Not possible: the mark has been given."),
            ReviewResult.Invalid => Say(
                $"Écrivez un texte d’au plus {ReviewComment.MaxText} caractères.",
                $"Write a text of at most {ReviewComment.MaxText} characters."
            ),
            ReviewResult.NotFound => Say("Cela n’existe plus.", "It does not exist any more."),
            _ => "",
        };

    public string DecideSelected => Say("Décision pour les résumés cochés", "Decision for the ticked abstracts");

    public string DecideAllMatching(int count) => Say($"Tous ceux de ce filtre ({count})", $"All that match this filter ({count})");

    public string PreviewDecision => Say("Voir ce que cela change", "Show what it changes");

    public string DecisionPreview => Say("Ce que la décision change", "What the decision changes");

    public string DecideIt(int count) =>
        Say($"Décider pour {Some(count, "résumé", "résumés", "", "")}", $"Decide on {Some(count, "", "", "abstract", "abstracts")}");

    public string NobodyIsTold =>
        Say("Personne n’est prévenu : les lettres partent plus tard.", "Nobody is told: the letters go out later.");

    public string SubmissionsDecided(int count) =>
        Some(
            count,
            "résumé a une nouvelle décision.",
            "résumés ont une nouvelle décision.",
            "abstract has a new decision.",
            "abstracts have a new decision."
        );

    public string DecisionsUndone(int count) =>
        Some(count, "décision est annulée.", "décisions sont annulées.", "decision is undone.", "decisions are undone.");

    public string DecisionResultText(DecisionResult result) =>
        result switch
        {
            DecisionResult.Changed => "",
            DecisionResult.NoChange => Say("inchangé", "unchanged"),
            DecisionResult.Told => Say("reste : les auteurs sont prévenus", "stays: the authors have been told"),
            DecisionResult.Withdrawn => Say("retiré par ses auteurs", "withdrawn by its authors"),
            _ => Say("reste : une autre décision a été prise depuis", "stays: somebody has decided since"),
        };

    public string ChooseSomeAndDecision =>
        Say("Cochez au moins un résumé et choisissez une décision.", "Tick at least one abstract and choose a decision.");

    /// <summary>"Exposé : 12 retenus pour 14 places libres".</summary>
    public string CapacityLine(KindCapacity capacity, Workshop workshop)
    {
        var kind = KindName(capacity.Kind, workshop);
        var accepted = Some(capacity.Accepted, "retenu", "retenus", "accepted", "accepted");
        var colon = language == Domain.Language.English ? ":" : " :";
        return capacity.Free is { } free
            ? $"{kind}{colon} {accepted}, {Some(free, "créneau libre", "créneaux libres", "free slot", "free slots")}"
            : $"{kind}{colon} {accepted}";
    }

    public string TooManyAccepted(int count) => Say($"{count} de trop", $"{count} too many");

    public string SortByColumn(string column) => Say($"Trier par : {column}", $"Sort by: {column}");

    public string SelectSubmission(int number) =>
        Say(
            $"Cocher le résumé {number.ToString(CultureInfo.InvariantCulture)}",
            $"Tick abstract {number.ToString(CultureInfo.InvariantCulture)}"
        );

    public string TickColumn => Say("Cocher", "Tick");
}
