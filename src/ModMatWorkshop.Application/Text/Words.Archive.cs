namespace ModMatWorkshop.Application.Text;

// The site as files
public sealed partial class Words
{
    public string ArchiveSearchNeedsScript => Say(
        "Sans script, il n’y a pas de recherche ici : le programme, les résumés et les intervenants disent tout.",
        "Without scripts there is no search here: the programme, the abstracts and the speakers have everything.");

    public string ArchiveReadMe(string workshop, string title, string site, string home) => Say(
        $"""
        {workshop} – {title}
        L’archive du site {site}. Ouvrez {home} dans un navigateur, ou confiez le dossier à n’importe quel serveur web : il ne lui faut rien d’autre.
        """,
        $"""
        {workshop} – {title}
        The archive of the site {site}. Open {home} in a browser, or give the folder to any web server: it needs nothing else.
        """);
}
