namespace ModMatWorkshop.Content.Editing;

/// <summary>
/// The keys in the order of docs/content-format.md, in which new ones are added, and the keys that a plain text stands for.
/// </summary>
internal static class KeyOrder
{
    private const string Slot =
        "date start end room contribution slug kind title chair moderator speaker person lab town portrait bio pronunciation speakers "
        + "posters cancelled cancelled_because to_be_confirmed hours_to_be_confirmed do_not_record moved_from materials";

    private static readonly Dictionary<string, string[]> Orders = new Dictionary<string, string>
    {
        ["workshop"] =
            "slug acronym edition title subtitle summary start end timezone languages uid_domain seats remote reserved reserved_until "
            + "registration venue identity authority fee fees contact signatory rooms kinds positions questions options call "
            + "committee sponsors slots",
        ["session"] = "session date room half_day title kind chair stream slots",
        ["contribution"] =
            "code kind title title_lang lang condensed speaker speakers speaker_inferred lab town portrait bio pronunciation "
            + "abstract_to_come remote board cancelled to_be_confirmed do_not_record authors affiliations keywords references_heading "
            + "references figures materials",
        ["page"] = "title slug in true_in aside date",
        ["registration"] = "opens closes changes_until how answers visa_letter travel_support travel_support_until travel_support_for",
        ["venue"] = "name room address postcode city cedex country coordinates directions",
        ["coordinates"] = "latitude longitude",
        ["identity"] = "accent link logo picture lattice",
        ["picture"] = "file alt",
        ["lattice"] = "edge turn tilt cutoff",
        ["authority"] = "name address url",
        ["signatory"] = "name title",
        ["rooms"] = "key name seats stream directions",
        ["kinds"] = "key letters name names counts_as",
        ["positions"] = "key name",
        ["questions"] = "key kind label short help required choices least most version megabytes when purpose erased shown only",
        ["when"] = "attendance position option question answer",
        ["options"] = "key name date start end where places companions price until for caterer",
        ["for"] = "attendance position",
        ["fees"] = "currency categories supplements transfer order_form page payee vat remind_after reminders kept_until",
        ["categories"] = "key name amount until then words when",
        ["supplements"] = "key name amount until then words when",
        ["call"] =
            "opens closes kinds topics length figures languages blind answers remind-after reminders slides-by "
            + "publish-files typos erased text",
        ["topics"] = "key name",
        ["committee"] = "name family person orcid affiliation",
        ["sponsors"] = "name url logo",
        ["slots"] = Slot,
        ["moved_from"] = "date start end",
        ["speakers"] = "name person lab town portrait bio",
        ["authors"] = "name family person orcid affiliations equal corresponding email present_address",
        ["affiliations"] = "text key",
        ["keywords"] = "text facet",
        ["references"] = "text doi url",
        ["figures"] = "number caption file alt",
        ["materials"] = "kind title file url picture",
        ["printed"] = "code title title_programme",
        ["aside"] = "title text",
    }.ToDictionary(o => o.Key, o => $"{o.Value} fr en printed note notes".Split(' '));

    private static readonly Dictionary<string, string> Shorthands = new()
    {
        ["affiliations"] = "text",
        ["keywords"] = "text",
        ["references"] = "text",
        ["speakers"] = "name",
        ["sponsors"] = "name",
    };

    /// <summary>The place of a key in the map at a path. Unknown keys come last.</summary>
    public static int RankOf(string key, FieldPath map, Piece root)
    {
        var order = Orders.GetValueOrDefault(map.Parts.LastOrDefault(p => FieldPath.IndexOf(p) is null) ?? KindOf(root)) ?? ["fr", "en"];
        return Array.IndexOf(order, key) is >= 0 and var rank ? rank : order.Length;
    }

    /// <summary>The key that a plain text stands for in a list: <c>text</c> in <c>affiliations</c>.</summary>
    public static string? ShorthandIn(FieldPath list) => Shorthands.GetValueOrDefault(list.Last);

    private static string KindOf(Piece root) =>
        root.Child("code") is not null || root.Child("authors") is not null ? "contribution"
        : root.Child("session") is not null ? "session"
        : root.Child("acronym") is not null || root.Child("venue") is not null ? "workshop"
        : "page";
}
