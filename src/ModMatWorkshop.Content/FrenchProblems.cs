namespace ModMatWorkshop.Content;

/// <summary>
/// The sentences of the content check in French, by the English ones. <c>{0}</c>, <c>{1}</c> stand for the values of a
/// <see cref="ProblemText"/>. A sentence without a translation stays in English.
/// </summary>
public static partial class FrenchProblems
{
    public static IReadOnlyDictionary<string, string> Sentences { get; } =
        new Dictionary<string, string>(
            FrenchTextProblems
                .Sentences.Concat(FrenchMailProblems.Sentences)
                .Concat(FrenchQuestionProblems.Sentences)
                .Concat(FrenchFeeProblems.Sentences)
                .Concat(FrenchOptionProblems.Sentences)
        )
        {
            // The folder
            ["The file is missing."] = "Le fichier manque.",
            ["Every content folder needs one."] = "Tout dossier de contenu en a un.",
            ["There is no folder {0}."] = "Le dossier {0} n’existe pas.",
            ["Set Site:ContentPath to the folder that holds workshop.md."] =
                "Indiquez dans Site:ContentPath le dossier qui contient workshop.md.",
            ["Files in this folder are not read."] = "Les fichiers de ce dossier ne sont pas lus.",
            ["Put files in sessions/, contributions/, pages/, news/ or mails/, next to workshop.md."] =
                "Rangez-les dans sessions/, contributions/, pages/, news/ ou mails/, à côté de workshop.md.",
            ["The body has no English translation."] = "Le texte n’est pas traduit en anglais.",
            ["Write it in {0}."] = "Écrivez la traduction dans {0}.",
            ["A translation must not have front matter."] = "Une traduction n’a pas d’en-tête.",
            ["Put the keys in {0}, in both languages."] = "Mettez les clés dans {0}, dans les deux langues.",
            ["This translation does not belong to any file."] = "Cette traduction n’est celle d’aucun fichier.",
            ["It belongs to {0}.md, which does not exist or cannot be translated."] =
                "Elle va avec {0}.md, qui n’existe pas ou ne peut pas être traduit.",

            // Editing
            ["The site writes no file of this name."] = "Le site n’écrit aucun fichier de ce nom.",
            ["A name has lower-case letters, digits and hyphens, and is no symbolic link."] =
                "Un nom a des lettres minuscules, des chiffres et des tirets, et n’est pas un lien symbolique.",

            // Any file
            ["The file is larger than 1 MB."] = "Le fichier dépasse 1 Mo.",
            ["Abstracts and pages are texts of a few kilobytes; put images and slides elsewhere."] =
                "Un résumé ou une page est un texte de quelques kilo-octets ; mettez les images et les diapositives ailleurs.",
            ["The file is not UTF-8 (byte {0})."] = "Le fichier n’est pas en UTF-8 (octet {0}).",
            ["Save it as UTF-8."] = "Enregistrez-le en UTF-8.",
            ["The file cannot be read: {0}"] = "Le fichier est illisible : {0}",
            ["The text contains a control character."] = "Le texte contient un caractère de contrôle.",
            ["Delete it and type the passage again."] = "Effacez-le et retapez le passage.",
            ["The file has no front matter."] = "Le fichier n’a pas d’en-tête.",
            ["See docs/content-format.md."] = "Voyez docs/content-format.md.",
            ["The front matter that starts here is not closed."] = "L’en-tête qui commence ici n’est pas fermé.",
            ["End it with a line of three hyphens."] = "Terminez-le par une ligne de trois tirets.",
            ["The front matter is larger than 32 kB."] = "L’en-tête dépasse 32 ko.",
            ["Put long texts in the body."] = "Les longs textes vont sous l’en-tête.",
            ["The body is larger than 32 kB."] = "Le texte dépasse 32 ko.",
            ["It must fit on a page: shorten it."] = "Il doit tenir sur une page : raccourcissez-le.",
            ["The front matter is not a list of `key: value` lines."] = "L’en-tête n’est pas une liste de lignes `clé: valeur`.",
            ["The front matter is not valid YAML from here on."] = "À partir d’ici, l’en-tête n’est pas du YAML valide.",
            ["Look for a bracket or a quotation mark that is not closed."] = "Cherchez un crochet ou un guillemet qui n’est pas fermé.",
            ["The front matter is not valid YAML: {0}."] = "L’en-tête n’est pas du YAML valide : {0}.",
            ["Put texts with `: `, `#` or quotation marks in double quotes."] =
                "Mettez entre guillemets droits doubles les textes qui contiennent `: `, `#` ou des guillemets.",
            ["The indentation contains a tab."] = "Le retrait contient une tabulation.",
            ["Indent with spaces."] = "Faites les retraits avec des espaces.",
            ["A value is still “{0}”."] = "Une valeur est encore « {0} ».",
            ["Replace it when you know it."] = "Remplacez-la quand vous la connaîtrez.",

            // Any key
            ["The key `{0}` is missing."] = "Il manque la clé `{0}`.",
            ["The key `{0}` is unknown here."] = "La clé `{0}` est inconnue ici.",
            ["Known keys: {0}."] = "Clés connues : {0}.",
            ["`{0}` has no English text."] = "`{0}` n’a pas de texte anglais.",
            ["The French one is shown instead."] = "Le texte français le remplace.",
            ["An item of `{0}` has the wrong type."] = "Un élément de `{0}` n’a pas la bonne forme.",
            ["`{0}` is not {1}."] = "`{0}` n’est pas {1}.",
            ["For example: `{0}: {1}`."] = "Par exemple : `{0}: {1}`.",
            ["a whole number"] = "un nombre entier",
            ["a number from {0} to {1}"] = "un nombre entre {0} et {1}",
            ["a number of degrees from -{0} to {1}"] = "un nombre de degrés entre -{0} et {1}",
            ["`true` or `false`"] = "`true` ou `false`",
            ["a date that exists"] = "une date qui existe",
            ["a month"] = "un mois",
            ["an hour"] = "une heure",
            ["one of: {0}"] = "parmi : {0}",
            ["a map of keys and values"] = "un ensemble de clés et de valeurs",
            ["a list"] = "une liste",
            ["a list of whole numbers"] = "une liste de nombres entiers",
            ["a single text"] = "un simple texte",
            ["lower-case letters, digits and hyphens"] = "fait de minuscules sans accent, de chiffres et de traits d’union",
            ["a domain name"] = "un nom de domaine",
            ["a country code of two capitals"] = "un code de pays en deux majuscules",
            ["`{0}` contains a character that cannot be shown."] = "`{0}` contient un caractère qui ne peut pas être affiché.",
            ["Delete the escape and type the passage again."] = "Effacez la séquence d’échappement et retapez le passage.",
            ["`{0}` is not a web address."] = "`{0}` n’est pas une adresse web.",
            ["It must start with https:."] = "Elle doit commencer par https:.",

            // The workshop
            ["The key `venue` is missing."] = "Il manque la clé `venue`.",
            ["It states where the workshop takes place."] = "Elle dit où l’atelier a lieu.",
            ["The workshop ends before it starts."] = "L’atelier finit avant de commencer.",
            ["`end` is its last day."] = "`end` est son dernier jour.",
            ["The workshop lasts more than a month."] = "L’atelier dure plus d’un mois.",
            ["Nobody applies, so nobody waits for an answer."] = "Personne ne candidate, donc personne n’attend de réponse.",
            ["Add `how: on application`, or leave out `answers`."] = "Ajoutez `how: on application`, ou retirez `answers`.",
            ["Changes end before registration opens."] = "Les changements s’arrêtent avant l’ouverture des inscriptions.",
            ["Nobody could change anything without asking."] = "Personne ne pourrait rien changer sans demander.",
            ["Answers are promised before registration closes."] = "Les réponses sont promises avant la clôture des candidatures.",
            ["Who applies later would be promised a past day."] = "Qui candidate ensuite se verrait promettre un jour passé.",
            ["Registration closes before it opens."] = "Les inscriptions ferment avant d’ouvrir.",
            ["More seats are reserved than exist."] = "Il y a plus de places réservées que de places.",
            ["Nobody could take part: there are no seats and no remote places."] =
                "Personne ne pourrait participer : il n’y a de place ni dans la salle ni à distance.",
            ["Give `seats`, or leave out `remote`."] = "Indiquez `seats`, ou retirez `remote`.",
            ["The room is not named."] = "La salle n’est pas nommée.",
            ["Name it and its building, or write “{0}”."] = "Nommez-la, avec son bâtiment, ou écrivez « {0} ».",
            ["`{0}` is not an email address."] = "`{0}` n’est pas une adresse électronique.",
            ["Give one, or write “{0}”."] = "Donnez-en une, ou écrivez « {0} ».",
            ["`{0}` is not a time zone."] = "`{0}` n’est pas un fuseau horaire.",
            ["For example: `timezone: Europe/Paris`."] = "Par exemple : `timezone: Europe/Paris`.",
            ["`{0}` is not a colour."] = "`{0}` n’est pas une couleur.",
            ["For example: `{0}: \"{1}\"`."] = "Par exemple : `{0}: \"{1}\"`.",
            ["The colour `{0}` is hard to read: its contrast with {1} is {2}, and at least 4.5 is needed."] =
                "La couleur `{0}` se lit mal : son contraste avec {1} est de {2}, et il en faut au moins 4,5.",
            ["Choose a darker one. The site derives the colours of the dark theme itself."] =
                "Prenez-en une plus foncée. Le site en tire lui-même les couleurs du thème sombre.",
            ["Degrees, for example `{ latitude: 48.8584, longitude: 2.2945 }`."] =
                "En degrés, par exemple `{ latitude: 48.8584, longitude: 2.2945 }`.",

            // The timetable
            ["The session has no number."] = "La session n’a pas de numéro.",
            ["`session: 1` for the first."] = "`session: 1` pour la première.",
            ["There are two sessions {0}."] = "Il y a deux sessions {0}.",
            ["Give each session its own number."] = "Donnez à chaque session son propre numéro.",
            ["The body of a session is not shown."] = "Le texte d’une session n’est pas affiché.",
            ["Write a page or a news item instead."] = "Écrivez plutôt une page ou une actualité.",
            ["`{0}` starts before `{1}` ends."] = "`{0}` commence avant la fin de `{1}`.",
            ["Both are in the room `{0}`: the times must not overlap."] =
                "Les deux sont dans la salle `{0}` : les horaires ne doivent pas se chevaucher.",
            ["`{0}` has no room, so it is for everybody: the times must not overlap."] =
                "`{0}` n’a pas de salle et s’adresse donc à tout le monde : les horaires ne doivent pas se chevaucher.",
            ["{0} speaks in `{1}` and `{2}` at the same time."] = "{0} intervient en même temps dans `{1}` et `{2}`.",
            ["Move one of them."] = "Déplacez l’un des deux.",
            ["{0} is not in the morning, the half-day of the session."] = "{0} n’est pas le matin, demi-journée de la session.",
            ["{0} is not in the afternoon, the half-day of the session."] = "{0} n’est pas l’après-midi, demi-journée de la session.",
            ["Presence and meals are counted by half-day: correct the time, or move the slot into another session."] =
                "La présence et les repas se comptent par demi-journée : corrigez l’horaire, ou mettez le créneau dans une autre session.",
            ["Nothing says in which half-day the session is."] = "Rien ne dit à quelle demi-journée appartient la session.",
            ["Add its slots, or `half_day: morning`."] = "Ajoutez ses créneaux, ou `half_day: morning`.",
            ["`{0}` takes place at the time from which it is moved."] = "`{0}` a lieu à l’heure d’où il est déplacé.",
            ["Give the old time, or delete the key."] = "Donnez l’ancien horaire, ou supprimez la clé.",
            ["The moderator `{0}` is not one of the speakers."] = "`{0}`, qui anime, ne fait pas partie des orateurs.",
            ["Write the name as under `speakers`."] = "Écrivez le nom comme sous `speakers`.",
            ["The session names no room."] = "La session ne nomme pas de salle.",
            ["Add `room:` with one of: {0}."] = "Ajoutez `room:` avec l’une de celles-ci : {0}.",
            ["There is no room `{0}`."] = "La salle `{0}` n’existe pas.",
            ["Describe it under `rooms` in workshop.md."] = "Décrivez-la sous `rooms` dans workshop.md.",
            ["The rooms in workshop.md are: {0}."] = "Les salles de workshop.md sont : {0}.",
            ["Lower-case letters, digits and hyphens: `main-hall`."] = "Des minuscules, des chiffres et des traits d’union : `main-hall`.",
            ["Lower-case letters, digits and hyphens: `keynote`."] = "Des minuscules, des chiffres et des traits d’union : `keynote`.",
            ["Two rooms have the key `{0}`."] = "Deux salles ont la clé `{0}`.",
            ["Each room needs its own key."] = "Chaque salle a sa propre clé.",
            ["Two rooms have the same name."] = "Deux salles portent le même nom.",
            ["Readers would not know which one is meant."] = "On ne saurait pas de laquelle il s’agit.",
            ["Two kinds have the key `{0}`."] = "Deux types ont la clé `{0}`.",
            ["Each kind needs its own key."] = "Chaque type a sa propre clé.",
            ["The codes of `{0}` begin with {1} too."] = "Les codes de `{0}` commencent aussi par {1}.",
            ["Choose other letters for one of them. A built-in kind takes new ones by an item of `kinds` with its key."] =
                "Choisissez d’autres lettres pour l’un des deux. Un type prédéfini en change par un élément de `kinds` qui porte sa clé.",
            ["`{0}` cannot begin a code."] = "`{0}` ne peut pas commencer un code.",
            ["One or two letters of A to Z: `letters: K`."] = "Une ou deux lettres de A à Z : `letters: K`.",
            ["There is only one track: the times must not overlap."] = "Tout se suit : les horaires ne doivent pas se chevaucher.",
            ["Two slots have the slug `{0}`."] = "Deux créneaux ont le nom `{0}`.",
            ["Each slot needs its own slug, and each talk has one slot."] =
                "Chaque créneau a son propre nom (`slug`), et chaque exposé un seul créneau.",
            ["The slot refers to {0}, which does not exist."] = "Le créneau renvoie à {0}, qui n’existe pas.",
            ["Write contributions/{0}.md or correct the code."] = "Écrivez contributions/{0}.md ou corrigez le code.",
            ["The slot refers to {0}, which is a poster."] = "Le créneau renvoie à {0}, qui est un poster.",
            ["Posters are on boards; a slot says `posters: true` while they are on display."] =
                "Les posters sont sur des panneaux ; un créneau dit `posters: true` quand on peut les voir.",
            ["`stream` is not the https address of a stream."] = "`stream` n’est pas l’adresse https d’une diffusion.",
            ["For example: `stream: \"https://live.example.org/room\"`."] = "Par exemple : `stream: \"https://live.example.org/room\"`.",
            ["`{0}` is not a contribution code."] = "`{0}` n’est pas le code d’une contribution.",
            ["For example: `contribution: O3`."] = "Par exemple : `contribution: O3`.",
            ["`{0}` is not a slug."] = "`{0}` ne convient pas comme nom (`slug`).",
            ["Lower-case letters, digits and hyphens, and not like the code of a talk."] =
                "Des minuscules sans accent, des chiffres et des traits d’union, et rien qui ressemble au code d’un exposé.",
            ["The slot ends before it starts."] = "Le créneau finit avant de commencer.",
            ["Give the later time to `end`."] = "Mettez l’heure la plus tardive dans `end`.",
            ["On {0} the clocks skip {1} in {2}."] = "Le {0}, {1} n’existe pas en {2} : c’est le passage à l’heure d’été.",
            ["Choose a time that exists."] = "Choisissez une heure qui existe.",
            ["{0} is not a day of the workshop ({1} to {2})."] = "{0} n’est pas un jour de l’atelier (du {1} au {2}).",
            ["Correct it, or `start` and `end` in workshop.md."] = "Corrigez-le, ou `start` et `end` dans workshop.md.",

            // Contributions
            ["The abstract is empty."] = "Le résumé est vide.",
            ["Write it below the front matter."] = "Écrivez-le sous l’en-tête.",
            ["The talk {0} is in no slot."] = "L’exposé {0} n’a pas de créneau.",
            ["Name it in a file of sessions/: `contribution: {0}`."] = "Inscrivez-le dans un fichier de sessions/ : `contribution: {0}`.",
            ["This is not a contribution code."] = "Ce n’est pas le code d’une contribution.",
            ["Use the letters of a kind ({0}) and a number: `code: O3`."] = "Les lettres d’un type ({0}), puis un nombre : `code: O3`.",
            ["The file for {0} is named {1}.md."] = "Le fichier de {0} s’appelle {1}.md.",
            ["Two files with the same code would hide each other. Rename it to {0}.md, or correct the code."] =
                "Deux fichiers de même code se cacheraient l’un l’autre. Renommez-le en {0}.md, ou corrigez le code.",
            ["The code {0} belongs to another kind."] = "Le code {0} est celui d’un autre type.",
            ["The letters of the kinds are: {0}."] = "Les lettres des types sont : {0}.",
            ["There are no speakers."] = "Il n’y a pas d’orateur.",
            ["The abstract has come."] = "Le résumé est arrivé.",
            ["Delete the key."] = "Supprimez la clé.",
            ["{0} has the affiliation mark {1}, but there are {2} affiliations."] =
                "{0} a l’appel d’affiliation {1}, mais il y a {2} affiliations.",
            ["Correct the mark, or add the affiliation."] = "Corrigez l’appel ou ajoutez l’affiliation.",
            ["`{0}` is not an ORCID."] = "`{0}` n’est pas un identifiant ORCID.",
            ["For example: `0000-0002-1825-0097`."] = "Par exemple : `0000-0002-1825-0097`.",
            ["For example: `jane@example.org`."] = "Par exemple : `jane@example.org`.",
            ["Readers see the address of a corresponding author only."] = "Les lecteurs ne voient que l’adresse d’un auteur correspondant.",
            ["Add `corresponding: true`, or delete the address."] = "Ajoutez `corresponding: true`, ou effacez l’adresse.",
            ["Only one author has contributed equally."] = "Un seul auteur a contribué à parts égales.",
            ["Give `equal: true` to each of them."] = "Mettez `equal: true` à chacun des auteurs concernés.",
            ["{0} is listed twice."] = "{0} est inscrit deux fois.",
            ["List each author once."] = "Chaque auteur n’est inscrit qu’une fois.",
            ["There are no authors."] = "Il n’y a pas d’auteur.",
            ["List at least one."] = "Inscrivez-en au moins un.",
            ["The speaker `{0}` is not one of the authors."] = "L’orateur `{0}` n’est pas parmi les auteurs.",
            ["Write the name as among the authors."] = "Écrivez le nom comme parmi les auteurs.",
            ["`{0}` is not a DOI."] = "`{0}` n’est pas un DOI.",
            ["For example: `10.1038/s41557-021-00716-z`."] = "Par exemple : `10.1038/s41557-021-00716-z`.",
            ["Write `{0}`."] = "Écrivez `{0}`.",
            ["[{0}] is cited, but there is no reference {1}."] = "[{0}] est cité, mais il n’y a pas de référence {1}.",
            ["`references` has {0}."] = "`references` en a {0}.",
            ["`{0}` is not a language."] = "`{0}` n’est pas une langue.",
            ["Two letters: `fr`, `en`."] = "Deux lettres : `fr`, `en`.",

            // People
            ["`{0}` cannot be turned into an address."] = "`{0}` ne peut pas donner une adresse.",
            ["Give the person a slug: `person: jane-doe`."] = "Donnez un nom d’adresse à la personne : `person: jane-doe`.",
            ["`{0}` cannot be used in an address."] = "`{0}` ne convient pas dans une adresse.",
            ["Lower-case letters, digits and hyphens: `person: jane-doe`."] =
                "Des minuscules sans accent, des chiffres et des traits d’union : `person: jane-doe`.",
            ["Write the name in Latin letters."] = "Écrivez le nom en lettres latines.",
            ["Write the name in letters."] = "Écrivez le nom avec des lettres.",
            ["`{0}` is not part of a name."] = "`{0}` ne fait pas partie d’un nom.",
            ["Write the name alone."] = "Écrivez le nom seul.",
            ["`{0}` has a comma."] = "`{0}` contient une virgule.",
            ["Write the name as it is read: `Ada Lovelace`."] = "Écrivez le nom comme il se lit : `Ada Lovelace`.",
            ["The family name of `{0}` is taken to be `{1}`."] = "Le nom de famille de `{0}` serait `{1}`.",
            ["Say so, or correct it: `family: \"{0}\"`."] = "Confirmez-le ou corrigez-le : `family: \"{0}\"`.",
            ["{0} is at “{1}” ({2}) and at “{3}” ({4})."] = "{0} est à « {1} » ({2}) et à « {3} » ({4}).",
            ["If they are two people, give one a slug: `person: {0}-2`. If they are one, give all `person: {1}`."] =
                "Si elles sont deux, donnez un nom d’adresse à l’une : `person: {0}-2`. Sinon, mettez partout `person: {1}`.",
            ["`{0}` is written `{1}` elsewhere."] = "`{0}` s’écrit `{1}` ailleurs.",
            ["One name is one person: keep one spelling, and put the other under `printed`."] =
                "Un nom désigne une personne : gardez une seule graphie, et mettez l’autre sous `printed`.",
            ["The family name of `{0}` is `{1}` elsewhere."] = "Ailleurs, le nom de famille de `{0}` est `{1}`.",
            ["Give `family` everywhere or nowhere."] = "Donnez `family` partout ou nulle part.",
            ["The ORCID of `{0}` is `{1}` elsewhere."] = "Ailleurs, l’ORCID de `{0}` est `{1}`.",
            ["A person has one ORCID."] = "Une personne n’a qu’un ORCID.",
            ["`{0}` is not the end of the name."] = "`{0}` n’est pas la fin du nom.",
            ["The family name is the last part of the name."] = "Le nom de famille est la dernière partie du nom.",

            // Materials
            ["Nothing refers to this file, so it is neither published nor sent."] =
                "Rien ne renvoie à ce fichier : il n’est ni publié ni envoyé.",
            ["List it under `materials` of a contribution or a slot: {0}."] =
                "Inscrivez-le sous `materials` d’une contribution ou d’un créneau : {0}.",
            ["A material is either a link or a file."] = "Un document est soit un lien, soit un fichier.",
            ["Keep `url` or `file`, and add a separate item for the other."] =
                "Gardez `url` ou `file`, et ajoutez un élément pour l’autre.",
            ["The material has neither a link nor a file."] = "Le document n’a ni lien ni fichier.",
            ["`url: \"https://…\"`, or the name of a file in {0}/: {1}."] = "`url: \"https://…\"`, ou le nom d’un fichier de {0}/ : {1}.",
            ["`{0}` is not in {1}/."] = "`{0}` n’est pas dans {1}/.",
            ["Put the file there and write only its name: {0}."] = "Mettez-y le fichier et n’écrivez que son nom : {0}.",
            ["Files like `{0}` cannot be published."] = "Un fichier comme `{0}` ne peut pas être publié.",
            ["The name ends in {0}. Put anything else in a zip file."] =
                "Le nom se termine par {0}. Mettez tout le reste dans un fichier zip.",
            ["Name the file with lower-case letters, digits and hyphens: {0}."] =
                "Le nom du fichier se compose de minuscules sans accent, de chiffres et de traits d’union : {0}.",
            ["{0} is a symbolic link, and links are not followed."] = "{0} est un lien symbolique, et ces liens ne sont pas suivis.",
            ["Put the file itself there."] = "Mettez-y le fichier lui-même.",
            ["There is no file {0}."] = "Le fichier {0} n’existe pas.",
            ["Put it there, or correct the name."] = "Ajoutez-le ou corrigez le nom.",
            ["The content of {0} is not {1}."] = "Le contenu de {0} n’est pas du {1}.",
            ["Open it and save it again, or give it the right extension."] =
                "Ouvrez-le et enregistrez-le de nouveau, ou donnez-lui la bonne extension.",
            ["{0} cannot be read."] = "{0} est illisible.",
            ["Check its permissions."] = "Vérifiez ses droits d’accès.",

            // Pages and news
            ["The page is missing, so no page links to it."] = "La page manque : aucune page n’y renvoie.",
            ["The law may ask for it: write it."] = "La loi peut l’exiger : écrivez-la.",
            ["Readers look for it: write it."] = "Les lecteurs la cherchent : écrivez-la.",
            ["`{0}` is an address of the site."] = "`{0}` est déjà une adresse du site.",
            ["`{0}` is also the address of {1}."] = "`{0}` est aussi l’adresse de {1}.",
            ["Choose another `slug`."] = "Choisissez un autre `slug`.",
            ["Lower-case letters, digits and hyphens: `slug: getting-there`."] =
                "Des minuscules sans accent, des chiffres et des traits d’union : `slug: comment-venir`.",
            ["Lower-case letters, digits and hyphens: 2021-09-01-programme.md."] =
                "Des minuscules sans accent, des chiffres et des traits d’union : 2021-09-01-programme.md.",
            ["It needs at least a `title`."] = "Il lui faut au moins un `title`.",
        };
}
