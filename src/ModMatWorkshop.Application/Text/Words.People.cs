using ModMatWorkshop.Content.Editing;

namespace ModMatWorkshop.Application.Text;

// People that the content names
public sealed partial class Words
{
    public string PeopleLead =>
        Say(
            "Tous ceux que le contenu nomme, et où. Un nom corrigé ici l’est partout à la fois.",
            "Everybody that the content names, and where. A name corrected here is corrected everywhere at once."
        );

    public string PeopleCount(int count) => Some(count, "personne", "personnes", "person", "people");

    public string PeopleToLookAt(int count) =>
        Say($"À vérifier : {Some(count, "personne", "personnes", "", "")}", $"To look at: {Some(count, "", "", "person", "people")}");

    public string NobodyIsNamed => Say("Le contenu ne nomme encore personne.", "The content names nobody yet.");

    public string SeveralSpellings(IEnumerable<string> spellings) =>
        Say($"Écrit de plusieurs façons : {string.Join(", ", spellings)}.", $"Spelled in several ways: {string.Join(", ", spellings)}.");

    public string PersonIs(PersonPlaceKind kind) =>
        kind switch
        {
            PersonPlaceKind.Author => Say("Auteur", "Author"),
            PersonPlaceKind.Speaker or PersonPlaceKind.SlotSpeaker => Say("Orateur", "Speaker"),
            PersonPlaceKind.Moderator => Say("Modération", "Moderator"),
            PersonPlaceKind.Chair => Say("Présidence", "Chair"),
            PersonPlaceKind.Committee => Say("Comité", "Committee"),
            _ => Say("Signature", "Signatory"),
        };

    /// <summary>A file in a word: <c>O3</c>, <c>session-2</c>, the workshop.</summary>
    public string PlaceIn(string file)
    {
        var stem = Path.GetFileNameWithoutExtension(file);
        return file.StartsWith("contributions/", StringComparison.Ordinal) ? stem.ToUpperInvariant()
            : file.Contains('/', StringComparison.Ordinal) ? stem
            : TheWorkshop;
    }

    public string PersonLead(int files) =>
        Say($"Dans {Some(files, "fichier", "fichiers", "", "")}.", $"In {Some(files, "", "", "file", "files")}.");

    public string PersonEverywhere => Say("Partout", "Everywhere");

    public string PersonPlaces => Say("À chaque endroit", "In each place");

    public string SpelledHere(string name) => Say($"écrit ici : {name}", $"spelled here: {name}");

    public string FilesThatChange => Say("Ce qui changera", "What will change");

    public string NoFileChanges => Say("Aucun fichier ne change.", "No file changes.");

    public string FilesChange(int count) => Some(count, "fichier change.", "fichiers changent.", "file changes.", "files change.");

    public string PersonIsUndone => Say("C’est annulé : tout est comme avant.", "Undone: everything is as it was before.");

    public string PersonCannotBeUndone =>
        Say(
            "Ces fichiers ont changé depuis : le changement ne peut plus être défait ainsi.",
            "These files have changed since: the change can no longer be undone like this."
        );

    public string PersonIsRefused =>
        Say(
            "Rien n’est enregistré : la vérification refuserait le contenu pour la raison ci-dessous.",
            "Nothing was saved: the check would refuse the content for the reason below."
        );

    public string PersonHasChanged =>
        Say(
            "Rien n’est enregistré : quelqu’un d’autre a changé la même chose entre-temps. Votre saisie est là ; enregistrez de nouveau "
                + "pour la garder.",
            "Nothing was saved: somebody else has changed the same thing meanwhile. What you typed is still here; save again to keep it."
        );

    public string PersonFileHasConflict(string file) =>
        Say(
            $"Rien n’est enregistré : {file} a changé à la fois au brouillon commun et en ligne. Ouvrez-le d’abord pour choisir.",
            $"Nothing was saved: {file} has changed both in the shared draft and live. First open it and choose."
        );

    public string OneOrTwoPeople(string name) =>
        Say(
            $"Rien n’est enregistré : {name} existe déjà. Dites s’il s’agit d’une seule personne.",
            $"Nothing was saved: there is already somebody called {name}. Say whether it is one person."
        );

    public string IsOnePerson => Say("C’est une seule personne", "It is one person");

    public string IsOnePersonMeans(string slug) => Say($"Une page pour les deux : {slug}.", $"One page for both: {slug}.");

    public string AreTwoPeople => Say("Ce sont deux personnes du même nom", "They are two people of one name");

    public string AreTwoPeopleMeans(string slug) =>
        Say($"Chacune garde sa page, celle-ci : {slug}.", $"Each keeps a page, this one: {slug}.");

    public string WhyNotThisValue(PersonFault fault, int most, string now) =>
        fault switch
        {
            PersonFault.Missing => Say("Une personne a un nom.", "A person has a name."),
            PersonFault.TooLong => Say($"C’est trop long : {most} signes au plus.", $"This is too long: at most {most} characters."),
            _ => now.Length == 0
                ? Say("Quelqu’un l’a effacé entre-temps.", "Somebody has deleted it meanwhile.")
                : Say($"Quelqu’un a écrit entre-temps : {now}", $"Somebody has written meanwhile: {now}"),
        };

    public string PlaceIsGone(string file, string typed) =>
        Say(
            $"Cette personne n’est plus nommée à cet endroit de {file}. Vous aviez écrit : {typed}",
            $"This person is no longer named in this place of {file}. You had written: {typed}"
        );
}
