using ModMatWorkshop.Application.Text;

namespace ModMatWorkshop.Web.Printables;

public static class PosterLabelWords
{
    extension(Words words)
    {
        public string PosterLabels => words.Say("Étiquettes des panneaux", "Board labels");

        public string PosterLabelsPurpose =>
            words.Say(
                "Au-dessus de chaque poster : numéro, titre, code QR du résumé. Deux par feuille A4.",
                "Above each poster: number, title and QR code of the abstract. Two per A4 sheet."
            );

        public string NoPosters => words.Say("Le programme n’a pas de poster.", "The programme has no posters.");

        public string BoardWord => words.Say("Panneau", "Board");

        public string BoardCode => words.Say("Le résumé, sur votre téléphone", "The abstract on your phone");
    }
}
