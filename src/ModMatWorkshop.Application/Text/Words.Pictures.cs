using ModMatWorkshop.Application.Content;

namespace ModMatWorkshop.Application.Text;

// The pictures of the content
public sealed partial class Words
{
    public string PicturesLead =>
        Say(
            "Ajoutez une image ici, puis montrez-la dans un texte. Le site la sert à la taille voulue.",
            "Add a picture here, then show it in a text. The site serves it in the size that is needed."
        );

    public string NoPictures => Say("Aucune image pour l’instant.", "No pictures yet.");

    public string AllPictures => Say("Toutes les images", "All pictures");

    public string AddPicture => Say("Ajouter une image", "Add a picture");

    public string PictureFile => Say("Fichier", "File");

    public string PictureFileHint =>
        Say("PNG, JPEG ou WebP jusqu’à 10 Mo, SVG jusqu’à 256 ko.", "PNG, JPEG or WebP up to 10 MB, SVG up to 256 kB.");

    public string PictureName => Say("Nom", "Name");

    public string PictureNameHint =>
        Say(
            "Pour la retrouver, par exemple « plan d’accès ». Sans nom, le nom du fichier sert.",
            "So that you find it again, for example “access map”. Without one, the name of the file is used."
        );

    public string PictureNameHasFolder => Say("Un nom n’a ni barre oblique ni dossier.", "A name has no slash and no folder.");

    public string PictureFacts(int? width, int? height, long bytes) =>
        width is null
            ? Say($"illisible, {FileSize(bytes)}", $"unreadable, {FileSize(bytes)}")
            : Say($"{width} × {height} pixels, {FileSize(bytes)}", $"{width} × {height} pixels, {FileSize(bytes)}");

    public string NotShown => Say("Montrée nulle part", "Shown nowhere");

    public string ShownIn(int count) =>
        Say($"Montrée dans {Some(count, "texte", "textes", "", "")}", $"Shown in {Some(count, "", "", "text", "texts")}");

    public string WhereItIsShown => Say("Où elle est montrée", "Where it is shown");

    public string ToShowIt => Say("Pour la montrer, collez cette ligne dans un texte", "To show it, paste this line into a text");

    public string ToShowItHint =>
        Say(
            "Entre crochets, dites ce qu’on y voit : c’est ce que lisent ceux qui ne voient pas l’image.",
            "Between the brackets, say what it shows: this is what people read who do not see the picture."
        );

    public string WhatItShows => Say("Ce qu’elle montre", "What it shows");

    public string ReplacePicture => Say("Remplacer l’image", "Replace the picture");

    public string ReplaceHint =>
        Say("L’image d’avant reste dans l’historique et peut revenir.", "The picture before stays in the history and can come back.");

    public string DeleteHint => Say("Elle reste dans l’historique et peut revenir.", "It stays in the history and can come back.");

    public string NotAPicture =>
        Say(
            "Ce fichier n’est pas une image : il faut PNG, JPEG, WebP ou SVG.",
            "This file is no picture: it must be PNG, JPEG, WebP or SVG."
        );

    public string CropPicture => Say("Recadrer l’image", "Crop the picture");

    public string Proportions => Say("Proportions", "Proportions");

    public string ProportionsAsNow => Say("comme maintenant", "as now");

    public string WhichPart => Say("Partie gardée", "Part to keep");

    public string PartOfPicture(string key) =>
        key switch
        {
            "start" => Say("la gauche ou le haut", "the left or the top"),
            "end" => Say("la droite ou le bas", "the right or the bottom"),
            _ => Say("le milieu", "the middle"),
        };

    public string ReduceTo(int width) => Say($"Réduire à {width} pixels de large", $"Reduce it to {width} pixels wide");

    public string CropByNumbers => Say("En pixels", "In pixels");

    public string CropByNumbersHint(int width, int height) =>
        Say($"L’image entière : 0, 0, {width}, {height}.", $"The whole picture: 0, 0, {width}, {height}.");

    public string FromLeft => Say("À gauche", "From the left");

    public string FromTop => Say("En haut", "From the top");

    public string WidthInPixels => Say("Largeur", "Width");

    public string HeightInPixels => Say("Hauteur", "Height");

    public string DeletePicture => Say("Supprimer l’image", "Delete the picture");

    /// <summary>After the name of an action.</summary>
    public string IntoDraft => Say("au brouillon commun", "in the shared draft");

    /// <inheritdoc cref="IntoDraft"/>
    public string AndPublish => Say("et publier maintenant", "and publish now");

    public string PictureConflicts =>
        Say(
            "Une autre image a été publiée entre-temps. Remplacez celle du brouillon, ou retirez-la du brouillon.",
            "Another picture was published meanwhile. Replace the one in the draft, or discard it from the draft."
        );

    public string DeleteOnlyUnused => Say("Retirez-la d’abord des textes qui la montrent.", "First remove it from the texts that show it.");

    public string ChooseAPicture => Say("Choisissez un fichier de 10 Mo au plus.", "Choose a file of at most 10 MB.");

    public string PictureNameIsTaken(string name) =>
        Say(
            $"Une image s’appelle déjà {name}. Donnez un autre nom, ou remplacez-la sur sa page.",
            $"There is a picture {name} already. Give another name, or replace it on its page."
        );

    public string AreaIsOutside => Say("Cette partie n’est pas dans l’image.", "This part is not in the picture.");

    public string NothingToCrop => Say("Choisissez d’abord ce qu’il faut garder.", "First choose what to keep.");

    public string PictureIsDeleted(string name) => Say($"{name} est supprimée.", $"{name} is deleted.");

    /// <summary>Null for a word that no form sends.</summary>
    public string? PictureDone(string done) =>
        done switch
        {
            "added" => Say("L’image est ajoutée. Montrez-la maintenant dans un texte.", "The picture is added. Now show it in a text."),
            "replaced" => Say("L’image est remplacée.", "The picture is replaced."),
            "kept" => SavedInDraft,
            "cropped" => Say("L’image est recadrée.", "The picture is cropped."),
            _ => null,
        };

    public string WhyNoPicture(EditResult result) =>
        result == EditResult.Refused ? Say("L’image n’est pas enregistrée.", "The picture was not saved.") : WhyNotSaved(result);
}
