using ModMatWorkshop.Domain.Call;

namespace ModMatWorkshop.Application.Text;

// The page behind the link of a submission, the organisers' pages and the privacy notice of the call
public sealed partial class Words
{
    // My submission
    public string MySubmission => Say("Ma soumission", "My submission");

    public string SubmissionNumber(int number) => Say($"Soumission {number}", $"Submission {number}");

    public string SubmissionStateName(SubmissionState state) =>
        state switch
        {
            SubmissionState.Submitted => Say("Soumis", "Submitted"),
            SubmissionState.Withdrawn => Say("Retiré", "Withdrawn"),
            _ => Say("Brouillon", "Draft"),
        };

    public string StateMeans(SubmissionState state, bool isOpen) =>
        (state, isOpen) switch
        {
            (SubmissionState.Submitted, true) => Say(
                "Votre résumé est soumis. Vous pouvez encore le modifier.",
                "Your abstract is submitted. You can still change it."
            ),
            (SubmissionState.Submitted, _) => Say("Votre résumé est soumis.", "Your abstract is submitted."),
            (SubmissionState.Withdrawn, _) => Say(
                "Votre résumé est retiré : le comité ne le lit pas.",
                "Your abstract is withdrawn: the committee does not read it."
            ),
            (_, true) => Say("Ce brouillon n’est pas encore soumis.", "This draft is not submitted yet."),
            _ => Say(
                "Ce brouillon n’a pas été soumis avant la date limite : le comité ne le lit pas.",
                "This draft was not submitted before the deadline: the committee does not read it."
            ),
        };

    public string ReceivedOn(string when) => Say($"Reçu le {when}.", $"Received on {when}.");

    public string ConfirmSubmissionAddress => Say("Confirmer que cette adresse est la mienne", "Confirm that this address is mine");

    public string AddressNotConfirmed(string email) =>
        Say($"L’adresse {email} n’est pas encore confirmée.", $"The address {email} is not confirmed yet.");

    public string WithdrawAbstract => Say("Retirer ce résumé…", "Withdraw this abstract…");

    public string WithdrawMeans =>
        Say(
            "Le comité ne le lira pas, et la place que votre réponse a prise est libérée. "
                + "Vous pourrez revenir en arrière pendant dix minutes, ou jusqu’à la date limite.",
            "The committee will not read it, and the place that your answer took becomes free. "
                + "You can undo this for ten minutes, or until the deadline."
        );

    public string WithdrawNow => Say("Retirer", "Withdraw");

    public string RestoreAbstract => Say("Rétablir ce résumé", "Restore this abstract");

    public string EraseSubmissionMeans =>
        Say(
            "Le texte, les noms, votre adresse et les courriels sont effacés tout de suite. Cela ne peut pas être annulé.",
            "The text, the names, your address and the emails are erased at once. This cannot be undone."
        );

    public string SubmissionIsErased =>
        Say("Tout est effacé. Ce lien ne s’ouvre plus.", "Everything is erased. This link does not work any more.");

    public string SubmissionLinkIsWrong =>
        Say(
            "Ce lien n’ouvre aucune soumission : il est incomplet, il a été remplacé, ou la soumission est effacée.",
            "This link opens no submission: it is incomplete, it has been replaced, or the submission is erased."
        );

    public string? MySubmissionResult(string? said) =>
        said switch
        {
            "saved" => DraftKeptAgain,
            "changes" => ChangesKept,
            "submitted" => Say("C’est soumis. Un courriel le confirme.", "Submitted. An email confirms it."),
            "withdrawn" => Say("C’est retiré.", "Withdrawn."),
            "restored" => Say("C’est rétabli.", "Restored."),
            "confirmed" => Say("Merci, l’adresse est confirmée.", "Thank you, your address is confirmed."),
            "come" => Say(
                "Merci ! Votre réponse est notée, et vous êtes inscrit. Un courriel le confirme.",
                "Thank you! Your answer is noted, and you are registered. An email confirms it."
            ),
            "come-waits" => Say(
                "Merci ! Votre réponse est notée, et vous êtes inscrit, mais sans place en salle pour le moment.",
                "Thank you! Your answer is noted, and you are registered, but without a seat in the room for now."
            ),
            "come-noted" => Say(
                "Merci ! Votre réponse est notée, mais personne n’est inscrit.",
                "Thank you! Your answer is noted, but nobody is registered."
            ),
            "answered" => Say("Votre réponse était déjà notée : rien n’a changé.", "Your answer was noted already: nothing has changed."),
            "unanswerable" => Say(
                "Cette soumission n’attend pas de réponse : rien n’a changé.",
                "This submission waits for no answer: nothing has changed."
            ),
            "notcome-freed" => Say(
                "Merci de nous l’avoir dit. Votre réponse est notée, et la place est libre.",
                "Thank you for telling us. Your answer is noted, and the place is free."
            ),
            "notcome" => Say("Merci de nous l’avoir dit. Votre réponse est notée.", "Thank you for telling us. Your answer is noted."),
            "unchanged" => Say("Rien n’a changé.", "Nothing has changed."),
            "toolate" => Say("La date limite est passée : rien n’a changé.", "The deadline has passed: nothing has changed."),
            "kept" => Say("Vous gardez votre adresse.", "You keep your address."),
            _ => AddressResult(said),
        };

    // The page that sends lost links, in a workshop with a call
    public string LostLinkLeadWithCall =>
        Say(
            "Donnez l’adresse de votre inscription ou de votre résumé : si elle est connue, les liens y sont envoyés.",
            "Enter the email address of your registration or your abstract. If we know it, we will send the links to it."
        );

    public string LostLinkSentWithCall =>
        Say(
            "Si une inscription ou un résumé existe à cette adresse, les liens viennent d’y être envoyés.",
            "If a registration or an abstract exists for this address, we have just sent it the links."
        );

    // The organisers' pages
    public string NoCallYet => Say("L’atelier n’a pas d’appel à contributions.", "The workshop has no call for abstracts.");

    public string CallInContent => Say("L’ajouter au contenu", "Add it to the content");

    public string PublicPage => Say("Page publique", "Public page");

    public string SubmissionCount(int count) => Some(count, "soumission", "soumissions", "submission", "submissions");

    public string SubmittedCount(int count) => Some(count, "soumise", "soumises", "submitted", "submitted");

    public string WithdrawnCount(int count) => Some(count, "retirée", "retirées", "withdrawn", "withdrawn");

    public string DraftCount(int count) => Some(count, "brouillon", "brouillons", "draft", "drafts");

    public string SubmissionExportIsLogged =>
        Say("Le journal note qui exporte, et combien de lignes.", "The audit log notes who exports, and how many rows.");

    public string SubmissionsFigure => Say("Résumés soumis", "Abstracts submitted");

    public string WishedKind => Say("Souhait", "Wish");

    public string Topic => Say("Thème", "Topic");

    public string PresentedByColumn => Say("Présente", "Presenter");

    public string AddressUnconfirmed => Say("adresse non confirmée", "address not confirmed");

    // The privacy notice
    public string CallNoticeFields =>
        Say(
            "Pour choisir et publier : titre, résumé, auteurs, laboratoires, ORCID. Pour vous répondre : votre adresse électronique.",
            "To select and publish: title, abstract, authors, affiliations, ORCID iD. To answer you: your email address."
        );

    public string CallNoticeBasis =>
        Say(
            "Base légale : l’intérêt légitime des organisateurs à choisir le programme ; pour publier, l’accord des auteurs.",
            "Legal basis: the organisers’ legitimate interest in selecting the programme; for publication, the consent of the authors."
        );

    public string CallNoticeRecipients =>
        Say(
            "Le comité lit les soumissions. Les noms des laboratoires sont proposés aux autres auteurs, sans autre indication.",
            "The committee reads the submissions. The names of laboratories are offered to other authors, without anything else."
        );

    public string CallNoticeRetention(string day) =>
        Say(
            $"Les soumissions sont effacées le {day} ; ce qui est publié reste. "
                + "Par votre lien, vous pouvez tout relire, télécharger et effacer.",
            $"Submissions are erased on {day}; what is published stays. Your link lets you read, download and erase everything."
        );
}
