using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Domain.Call;

namespace ModMatWorkshop.Application.Text;

// Files of submissions, corrections and the gallery of posters
public sealed partial class Words
{
    public string NameOfFile(SubmissionFileUse use, int number) =>
        use switch
        {
            SubmissionFileUse.Figure => Say($"figure {number}", $"figure {number}"),
            SubmissionFileUse.Poster => Say("poster", "poster"),
            _ => Say("diapositives", "slides"),
        };

    public string FigureFiles => Say("Images des figures", "Pictures of the figures");

    public string FigureFilesHint =>
        Say(
            "PNG, JPEG ou WebP, 10 Mo au plus. Une image compte dès que le site l’a reçue ; ce qu’elle dit de son auteur "
                + "(appareil, nom) en est retiré.",
            "PNG, JPEG or WebP, at most 10 MB. A picture counts as soon as the site has received it; what it says of its author "
                + "(camera, name) is removed."
        );

    public string FigureNumber(int number) => Say($"Image de la figure {number}", $"Picture of figure {number}");

    public string FileReceived(ListedFile file) =>
        file.Width > 0
            ? $"{file.Extension.ToUpperInvariant()}, {file.Width} × {file.Height}, {FileSize(file.Length)}"
            : $"{file.Extension.ToUpperInvariant()}, {FileSize(file.Length)}";

    public string RemoveFile => Say("Retirer ce fichier", "Remove this file");

    public string ReplacesFile => Say("Un autre fichier le remplacera.", "Another file will take its place.");

    public string FileResultText(UploadResult result, SubmissionFileUse use) =>
        result switch
        {
            UploadResult.Kept => Say("Le fichier est reçu.", "The file is received."),
            UploadResult.Removed => Say("Le fichier est retiré.", "The file is removed."),
            UploadResult.NoChange => Say("Il n’y avait rien à retirer.", "There was nothing to remove."),
            UploadResult.Empty => Say("Ce fichier est vide : choisissez-en un autre.", "This file is empty: choose another one."),
            UploadResult.TooLarge => use == SubmissionFileUse.Figure
                ? Say("Cette image dépasse 10 Mo : réduisez-la.", "This picture is larger than 10 MB: reduce it.")
                : Say("Ce fichier dépasse 50 Mo : réduisez ses images.", "This file is larger than 50 MB: reduce its pictures."),
            UploadResult.WrongType => WantedType(use),
            UploadResult.Damaged => Say(
                "Ce fichier ne s’ouvre pas : exportez-le de nouveau.",
                "This file cannot be opened: export it again."
            ),
            UploadResult.TooManyPixels => Say(
                "Cette image a trop de pixels : 2000 de large suffisent.",
                "This picture has too many pixels: 2000 across are enough."
            ),
            UploadResult.Encrypted => Say(
                "Ce PDF est chiffré : exportez-le sans mot de passe ni restriction.",
                "This PDF is encrypted: export it without password or restriction."
            ),
            UploadResult.HasScript => Say(
                "Ce fichier contient un programme ou d’autres fichiers (JavaScript, macro, pièce jointe) : exportez-le sans eux, "
                    + "par exemple en imprimant dans un PDF.",
                "This file contains a program or other files (JavaScript, macro, attachment): export it without them, "
                    + "for example by printing to a PDF."
            ),
            UploadResult.NeedsConfirmation => Say(
                "Ouvrez d’abord le lien reçu par courriel et confirmez votre adresse, puis envoyez l’image.",
                "First open the link that you received by email and confirm your address, then send the picture."
            ),
            UploadResult.TooLate => Say(
                "C’est trop tard pour envoyer un fichier : écrivez aux organisateurs.",
                "It is too late to send a file: write to the organisers."
            ),
            _ => Say("Le site n’attend pas ce fichier.", "The site does not ask for this file."),
        };

    private string WantedType(SubmissionFileUse use) =>
        use switch
        {
            SubmissionFileUse.Figure => Say(
                "Ce n’est pas une image PNG, JPEG ou WebP, quel que soit son nom.",
                "This is no PNG, JPEG or WebP picture, whatever its name says."
            ),
            SubmissionFileUse.Poster => Say("Ce n’est pas un PDF, quel que soit son nom.", "This is no PDF, whatever its name says."),
            _ => Say(
                "Ce n’est ni un PDF, ni un fichier PPTX ou ODP, quel que soit son nom.",
                "This is no PDF, PPTX or ODP file, whatever its name says."
            ),
        };

    public string ChooseFileAgain =>
        Say(
            "Le brouillon n’était pas encore gardé : choisissez ce fichier encore une fois.",
            "The draft was not kept yet: choose this file once more."
        );

    // After the acceptance
    public string YourFiles => Say("Vos fichiers", "Your files");

    public string FilesUntil(string day) => Say($"Vous pouvez les remplacer jusqu’au {day}.", $"You can replace them until {day}.");

    public string FilesAnyDay => Say("Vous pouvez les remplacer quand vous voulez.", "You can replace them at any time.");

    public string FileWanted => Say("Attendu", "Wanted");

    public string FileIsPublic => Say("Public", "Public");

    public string FileIsReceived => Say("Reçu ; les organisateurs le publieront.", "Received; the organisers will publish it.");

    public string FileIsReceivedShort => Say("Reçu", "Received");

    public string SlidesKinds => Say("PDF, PPTX ou ODP, 50 Mo au plus.", "PDF, PPTX or ODP, at most 50 MB.");

    public string PosterKinds => Say("PDF, 50 Mo au plus.", "PDF, at most 50 MB.");

    public string SendFile => Say("Envoyer le fichier", "Send the file");

    public string YourPresentation => Say("Votre présentation", "Your presentation");

    public string RecordingLabel => Say("Lien vers un enregistrement", "Link to a recording");

    public string PronunciationLabel => Say("Comment se prononce le nom de l’orateur", "How to say the name of the speaker");

    public string PronunciationHint => Say("Pour la présidence de séance.", "For the chair of the session.");

    public string KeepPresentation => Say("Garder", "Save");

    public string PresentationKept => Say("C’est gardé.", "Saved.");

    // Corrections
    public string CorrectText => Say("Corriger le texte en ligne", "Correct the text online");

    public string CorrectTextLead =>
        Say(
            "Votre texte est dans le programme. Corrigez-le ici : les organisateurs voient ce qui change, et l’acceptent ou non.",
            "Your text is in the programme. Correct it here: the organisers see what changes, and accept it or not."
        );

    public string AuthorsPerLine =>
        Say(
            "Un par ligne, avec les numéros des laboratoires : Ada Lovelace (1, 2).",
            "One a line, with the numbers of the affiliations: Ada Lovelace (1, 2)."
        );

    public string AffiliationsPerLine => Say("Un par ligne ; le premier a le numéro 1.", "One a line; the first one is number 1.");

    public string KeywordsWithSemicolons => Say("Séparés par des points-virgules.", "Separated by semicolons.");

    public string OpenCorrectionForm => Say("Ouvrir le formulaire", "Open the form");

    public string ProposeCorrection => Say("Proposer cette correction", "Propose this correction");

    public string CorrectionStateText(SubmissionCorrection correction) =>
        correction.State switch
        {
            CorrectionState.Waiting => Say("Votre correction attend un organisateur.", "Your correction is waiting for an organiser."),
            CorrectionState.Accepted => Say("Votre correction est en ligne.", "Your correction is online."),
            CorrectionState.Declined => Say(
                "Les organisateurs n’ont pas repris votre correction.",
                "The organisers have not taken over your correction."
            ),
            _ => "",
        };

    public string CorrectionResultText(CorrectionResult result) =>
        result switch
        {
            CorrectionResult.Proposed => Say("Votre correction attend un organisateur.", "Your correction is waiting for an organiser."),
            CorrectionResult.Live => Say("La correction est en ligne.", "The correction is online."),
            CorrectionResult.Declined => Say("La correction n’est pas reprise.", "The correction is not taken over."),
            CorrectionResult.NoChange => Say("Rien ne change.", "Nothing changes."),
            CorrectionResult.Invalid => Say("Un texte manque ou est trop long.", "A text is missing or too long."),
            CorrectionResult.Conflict => Say(
                "Quelqu’un a changé les mêmes lignes entre-temps : comparez, et corrigez dans l’éditeur.",
                "Somebody has changed the same lines meanwhile: compare, and correct in the editor."
            ),
            CorrectionResult.Refused => Say(
                "La vérification du contenu trouve une erreur dans ce texte : corrigez-la dans l’éditeur.",
                "The content check finds an error in this text: correct it in the editor."
            ),
            CorrectionResult.ReadOnlyFolder => Say("Le site ne peut pas écrire son contenu.", "The site cannot write its content."),
            CorrectionResult.NotInProgramme => Say(
                "La contribution n’est pas dans le programme.",
                "The contribution is not in the programme."
            ),
            _ => Say("Quelqu’un a déjà décidé.", "Somebody has decided already."),
        };

    public string Corrections => Say("Corrections", "Corrections");

    public string CorrectionsLead =>
        Say(
            "Ce que les auteurs proposent de changer dans le programme. Accepter l’écrit dans le fichier de la contribution.",
            "What authors propose to change in the programme. Accepting writes it into the file of the contribution."
        );

    public string NoCorrections => Say("Aucune correction n’attend.", "No correction is waiting.");

    public string AcceptCorrection => Say("Accepter", "Accept");

    public string DeclineCorrection => Say("Ne pas reprendre", "Decline");

    // The organisers' list of files
    public string FilesOfAuthors => Say("Fichiers des auteurs", "Files of the authors");

    public string FilesOfAuthorsLead =>
        Say(
            "Ce que les auteurs acceptés ont envoyé. Publier en met une copie dans le contenu du site.",
            "What accepted authors have sent. Publishing puts a copy into the content of the site."
        );

    public string NoDocumentIsMissing => Say("Les diapositives et les posters sont tous arrivés.", "All slides and posters have arrived.");

    public string NobodyAcceptedYet => Say("Aucun auteur n’a encore reçu d’acceptation.", "No author has been told of an acceptance yet.");

    public string FilesColumn => Say("Fichiers", "Files");

    public string MissingColumn => Say("Manque", "Missing");

    public string AskedOn(string when) => Say($"réclamé le {when}", $"asked on {when}");

    public string AskForFiles => Say("Réclamer ce qui manque", "Ask for what is missing");

    public string AskForFilesMeans =>
        Say(
            "Un courriel à chaque auteur dont il manque un fichier, au plus un par jour.",
            "One email to each author of whom a file is missing, at most one a day."
        );

    public string FilesAskedFor(int authors) =>
        authors switch
        {
            0 => Say("Personne n’est à relancer aujourd’hui.", "Nobody needs to be asked today."),
            1 => Say("Un courriel part.", "One email is on its way."),
            _ => Say($"{authors} courriels partent.", $"{authors} emails are on their way."),
        };

    public string OnlyMissing => Say("Seulement ceux dont il manque diapositives ou poster", "Only those without slides or poster");

    public string AllAccepted => Say("Tous", "All");

    public string PublishFiles => Say("Publier", "Publish");

    public string PublishResultText(PublishResult result) =>
        result switch
        {
            PublishResult.Published => Say("Les fichiers sont publics.", "The files are public."),
            PublishResult.Unchanged => Say("Tout était déjà public.", "Everything was public already."),
            PublishResult.NotInProgramme => Say(
                "La contribution n’est pas encore dans le programme, ou son fichier ne peut pas être modifié.",
                "The contribution is not in the programme yet, or its file cannot be changed."
            ),
            PublishResult.Refused => Say(
                "La vérification du contenu refuse, ou quelqu’un modifie le fichier : réessayez, ou ouvrez l’éditeur.",
                "The content check refuses, or somebody is changing the file: try again, or open the editor."
            ),
            PublishResult.ReadOnlyFolder => Say("Le site ne peut pas écrire son contenu.", "The site cannot write its content."),
            _ => Say("Cette soumission n’existe plus.", "This submission no longer exists."),
        };

    public string MustNotBeRecorded => Say("ne pas enregistrer", "do not record");

    // The gallery
    public string FirstPageOf(string title) => Say($"Première page du poster « {title} »", $"First page of the poster “{title}”");

    public string ReadAbstract => Say("Résumé", "Abstract");
}
