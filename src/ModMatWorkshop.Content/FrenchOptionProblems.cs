namespace ModMatWorkshop.Content;

/// <summary>The sentences about options in French: see <see cref="FrenchProblems"/>.</summary>
internal static class FrenchOptionProblems
{
    public static IReadOnlyDictionary<string, string> Sentences { get; } =
        new Dictionary<string, string>
        {
            ["Two options have the key `{0}`."] = "Deux options ont la clé `{0}`.",
            ["Each option needs its own key."] = "Chaque option a sa clé.",
            ["There are more than {0} options."] = "Il y a plus de {0} options.",
            ["The option has an hour, but no day."] = "L’option a une heure, mais pas de jour.",
            ["Add `date`."] = "Ajoutez `date`.",
            ["The option ends, but it does not start."] = "L’option a une fin, mais pas de début.",
            ["Add `start`."] = "Ajoutez `start`.",
            ["People may choose the option after it has taken place."] = "On peut choisir l’option après qu’elle a eu lieu.",
            ["`until` is at most `date`."] = "`until` est au plus tard `date`.",
            ["`{0}` is at most {1}."] = "`{0}` est au plus {1}.",
            ["No option has the key `{0}`."] = "Aucune option n’a la clé `{0}`.",
            ["The options are: {0}."] = "Les options sont : {0}.",
        };
}
