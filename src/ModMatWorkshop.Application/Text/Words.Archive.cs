namespace ModMatWorkshop.Application.Text;

// The static archive of the site
public sealed partial class Words
{
    public string ArchiveSearchNeedsScript =>
        Say(
            "La recherche demande JavaScript. Vous pouvez aussi parcourir le programme, les résumés et les intervenants.",
            "Search needs JavaScript. You can also browse the programme, the abstracts and the speakers."
        );

    public string ArchiveReadMe(string workshop, string title, string site, string home) =>
        Say(
            $"""
            {workshop} – {title}
            Archive du site {site}. Ouvrez {home} dans un navigateur, ou servez le dossier avec n’importe quel serveur web.
            """,
            $"""
            {workshop} – {title}
            Archive of {site}. Open {home} in a browser, or serve the folder with any web server.
            """
        );
}
