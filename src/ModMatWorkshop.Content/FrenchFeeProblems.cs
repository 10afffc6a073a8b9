namespace ModMatWorkshop.Content;

/// <summary>The sentences about fees in French: see <see cref="FrenchProblems"/>.</summary>
internal static class FrenchFeeProblems
{
    public static IReadOnlyDictionary<string, string> Sentences { get; } =
        new Dictionary<string, string>
        {
            ["Nobody is reminded without `remind_after`."] = "Sans `remind_after`, personne ne reçoit de rappel.",
            ["For example: `remind_after: 30`."] = "Par exemple : `remind_after: 30`.",
            ["Nobody is told how to pay."] = "Rien ne dit comment payer.",
            ["Add `transfer`, `order_form` or `page`."] = "Ajoutez `transfer`, `order_form` ou `page`.",
            ["Two fees have the key `{0}`."] = "Deux tarifs ont la clé `{0}`.",
            ["Each fee needs its own key."] = "Chaque tarif a sa clé.",
            ["There are more than {0} fees."] = "Il y a plus de {0} tarifs.",
            ["Nobody finds their own among so many."] = "Personne ne trouve le sien parmi tant d’autres.",
            ["A fee has an amount in numbers or in words."] = "Un tarif a un montant en chiffres ou en mots.",
            ["Give `amount` or `words`, not both."] = "Donnez `amount` ou `words`, pas les deux.",
            ["`until` and `then` belong together."] = "`until` et `then` vont ensemble.",
            ["For example: `amount: 200`, `until: 2021-05-01`, `then: 250`."] =
                "Par exemple : `amount: 200`, `until: 2021-05-01`, `then: 250`.",
            ["Words have no amount that changes."] = "Un montant en mots ne change pas de lui-même.",
            ["Say it in the words, or give `amount`."] = "Dites-le dans les mots, ou donnez `amount`.",
            ["`{0}` is not a currency."] = "`{0}` n’est pas une monnaie.",
            ["Three capitals: `EUR`, `CHF`, `USD`."] = "Trois capitales : `EUR`, `CHF`, `USD`.",
            ["`{0}` is not a payment page."] = "`{0}` n’est pas une page de paiement.",
            ["It starts with https:."] = "Elle commence par https:.",
            ["The only placeholder of a payment page is `{0}`."] = "Une page de paiement n’a qu’un emplacement : `{0}`.",
            ["For example: `{0}`."] = "Par exemple : `{0}`.",
            ["an amount with at most two decimals"] = "un montant à deux décimales au plus",
        };
}
