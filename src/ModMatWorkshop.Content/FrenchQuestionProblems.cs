namespace ModMatWorkshop.Content;

/// <summary>The sentences about questions and positions in French: see <see cref="FrenchProblems"/>.</summary>
internal static class FrenchQuestionProblems
{
    public static IReadOnlyDictionary<string, string> Sentences { get; } =
        new Dictionary<string, string>
        {
            ["Two positions have the key `{0}`."] = "Deux situations ont la clé `{0}`.",
            ["Each position needs its own key."] = "Chaque situation a sa clé.",
            ["Lower-case letters, digits and hyphens: `{0}`."] = "Des minuscules sans accent, des chiffres et des traits d’union : `{0}`.",
            ["Two questions have the key `{0}`."] = "Deux questions ont la clé `{0}`.",
            ["Each question needs its own key."] = "Chaque question a sa clé.",
            ["There are more than {0} questions."] = "Il y a plus de {0} questions.",
            ["People leave a form that is too long."] = "On abandonne un formulaire trop long.",
            ["The question is longer than {0} characters."] = "La question dépasse {0} caractères.",
            ["Put what explains it into `help`."] = "Mettez l’explication dans `help`.",
            ["`most` is smaller than `least`."] = "`most` est plus petit que `least`.",
            ["Answers that only one role sees appear on no list, badge or sheet."] =
                "Des réponses vues d’un seul rôle ne figurent sur aucune liste, aucun badge, aucune feuille.",
            ["Leave out `only`, or all of `shown` but `export`."] = "Ôtez `only`, ou tout de `shown` sauf `export`.",
            ["The choice `{0}` has no key."] = "Le choix `{0}` n’a pas de clé.",
            ["For example: `vegetarian = végétarien | vegetarian`."] = "Par exemple : `vegetarien = végétarien | vegetarian`.",
            ["Two choices have the key `{0}`."] = "Deux choix ont la clé `{0}`.",
            ["Each choice needs its own key."] = "Chaque choix a sa clé.",
            ["A question of this kind has 1 to {0} choices."] = "Une question de ce genre a de 1 à {0} choix.",
            ["`choices` has one line for each."] = "`choices` a une ligne par choix.",
            ["Only the kinds `choice` and `choices` have choices."] = "Seuls les genres `choice` et `choices` ont des choix.",
            ["Only the kind `number` has a smallest and a largest answer."] =
                "Seul le genre `number` a une plus petite et une plus grande réponse.",
            ["Only the kind `consent` has a version."] = "Seul le genre `consent` a une version.",
            ["`{0}` is not a version."] = "`{0}` n’est pas une version.",
            ["Lower-case letters, digits and hyphens: `version: 2021-09`."] =
                "Des minuscules sans accent, des chiffres et des traits d’union : `version: 2021-09`.",
            ["Travel support ends before registration opens."] = "L’aide au voyage s’arrête avant l’ouverture des inscriptions.",
            ["Nobody could ask for it."] = "Personne ne pourrait la demander.",
            ["`{0}` is the key of a question about travel support."] = "`{0}` est la clé d’une question sur l’aide au voyage.",
            ["Choose another key, or ask with `travel_support` under `registration`."] =
                "Prenez une autre clé, ou demandez-la avec `travel_support` sous `registration`.",
            ["There are more than {0} questions that ask for a file."] = "Plus de {0} questions demandent un fichier.",
            ["A form with more files is too large to be sent."] = "Un formulaire avec plus de fichiers est trop lourd pour être envoyé.",
            ["A file can appear in the list and the export alone, by its name."] =
                "Un fichier ne figure que dans la liste et l’export, par son nom.",
            ["Only the kind `file` has a largest size."] = "Seul le genre `file` a une taille maximale.",
            ["A file may have 1 to {0} megabytes."] = "Un fichier peut avoir de 1 à {0} mégaoctets.",
            ["There is no place `{0}`."] = "Il n’y a pas d’endroit `{0}`.",
            ["The places are: {0}."] = "Les endroits sont : {0}.",
            ["There is no position `{0}`."] = "Il n’y a pas de situation `{0}`.",
            ["The positions are: {0}."] = "Les situations sont : {0}.",
            ["The condition says nothing."] = "La condition ne dit rien.",
            ["It has `attendance`, `position`, `option` or `question`."] = "Elle a `attendance`, `position`, `option` ou `question`.",
            ["The condition names an answer, but no question."] = "La condition nomme une réponse, mais pas de question.",
            ["Add `question` with the key of an earlier question."] = "Ajoutez `question` avec la clé d’une question précédente.",
            ["No earlier question has the key `{0}`."] = "Aucune question précédente n’a la clé `{0}`.",
            ["A question can depend only on those above it."] = "Une question ne peut dépendre que de celles qui la précèdent.",
            ["The answer to `{0}` is not one of several."] = "La réponse à `{0}` n’est pas à choisir parmi plusieurs.",
            ["Leave out `answer`: any answer to it counts then."] = "Ôtez `answer` : toute réponse compte alors.",
            ["`{0}` has no answer `{1}`."] = "`{0}` n’a pas de réponse `{1}`.",
            ["Its answers are: {0}."] = "Ses réponses sont : {0}.",
        };
}
