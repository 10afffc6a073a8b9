namespace ModMatWorkshop.Content;

/// <summary>The sentences of <see cref="FrenchProblems"/> about texts: languages, Markdown, pasted TeX, formulas and pictures.</summary>
internal static class FrenchTextProblems
{
    public static Dictionary<string, string> Sentences { get; } =
        new()
        {
            ["`{0}` is longer than {1} characters."] = "`{0}` dépasse {1} caractères.",

            // The laboratory of a speaker
            ["`lab` has {0}, which is a laboratory of another author and not of {1}."] =
                "`lab` porte {0}, un laboratoire d’un autre auteur et non de {1}.",
            ["Write the speaker’s own."] = "Écrivez celui de la personne qui présente.",

            // The call
            ["a day that exists, with or without an hour"] = "un jour qui existe, avec ou sans heure",
            ["The call closes before it opens."] = "L’appel ferme avant d’ouvrir.",
            ["At {0} that day, the clocks change: there is no such hour."] = "Ce jour-là, {0} n’existe pas : on change d’heure.",
            ["Choose another hour."] = "Prenez une autre heure.",
            ["There is no kind `{0}`."] = "Il n’y a pas de genre `{0}`.",
            ["The kinds are: {0}."] = "Les genres sont : {0}.",
            ["The kind `{0}` is named twice."] = "Le genre `{0}` est nommé deux fois.",
            ["Name each one once."] = "Nommez chacun une seule fois.",
            ["Two topics have the key `{0}`."] = "Deux thèmes ont la clé `{0}`.",
            ["Each topic needs its own key."] = "Chaque thème a sa propre clé.",
            ["Lower-case letters, digits and hyphens: `rare-events`."] = "Minuscules, chiffres et traits d’union : `evenements-rares`.",
            ["Authors would hear before the call has closed."] = "Les auteurs auraient une réponse avant la fin de l’appel.",
            ["`answers` is the day by which they hear."] = "`answers` est le jour où ils l’auront au plus tard.",
            ["The submissions would be erased before the committee has decided."] =
                "Les soumissions seraient effacées avant que le comité ait décidé.",
            ["`erased` is a day after `closes` and `answers`."] = "`erased` est un jour après `closes` et `answers`.",

            // The languages
            ["`{0}` is not a language of the site."] = "`{0}` n’est pas une langue du site.",
            ["One or two of `fr` and `en`, the main one first: `languages: [fr, en]`."] =
                "`fr`, `en` ou les deux, la principale d’abord : `languages: [fr, en]`.",
            ["The workshop has no language."] = "L’atelier n’a pas de langue.",
            ["A language is named twice."] = "Une langue est nommée deux fois.",
            ["`{0}` has no French text."] = "`{0}` n’a pas de texte français.",
            ["The English one is shown instead."] = "Le texte anglais le remplace.",
            ["The body has no French translation."] = "Le texte n’est pas traduit en français.",
            ["Nobody reads the English text of `{0}`, because the workshop is not in English."] =
                "Personne ne lit le texte anglais de `{0}` : l’atelier n’est pas en anglais.",
            ["Nobody reads the French text of `{0}`, because the workshop is not in French."] =
                "Personne ne lit le texte français de `{0}` : l’atelier n’est pas en français.",
            ["Nobody reads this file, because the workshop is not in English."] =
                "Personne ne lit ce fichier : l’atelier n’est pas en anglais.",
            ["Nobody reads this file, because the workshop is not in French."] =
                "Personne ne lit ce fichier : l’atelier n’est pas en français.",
            ["Delete it, or add `{0}` to `languages` in workshop.md."] = "Effacez-le, ou ajoutez `{0}` à `languages` dans workshop.md.",
            ["This is the first language of the workshop, whose texts have no language in the name of their file."] =
                "C’est la première langue de l’atelier : le nom de ses fichiers ne la mentionne pas.",
            ["Move the text into {0}.md."] = "Mettez le texte dans {0}.md.",

            // The texts
            ["The link to `{0}` is not allowed."] = "Le lien vers `{0}` n’est pas permis.",
            ["Links must start with https:, http:, mailto:, / or #."] = "Un lien commence par https:, http:, mailto:, / ou #.",
            ["Images cannot be shown here."] = "Une image ne peut pas être affichée ici.",
            ["List the figure under `figures`, or link to the file."] =
                "Inscrivez la figure sous `figures`, ou mettez un lien vers le fichier.",
            ["This entity is a character that cannot be shown."] = "Cette entité est un caractère qui ne peut pas être affiché.",
            ["Delete it."] = "Effacez-la.",
            ["Headings of level {0} are not supported."] = "Il n’y a pas de titre de niveau {0}.",
            ["Start headings with ##, ### or ####."] = "Un titre commence par ##, ### ou ####.",
            ["The text has more than {0} elements."] = "Le texte a plus de {0} éléments.",
            ["Shorten it, or split it."] = "Raccourcissez-le ou partagez-le.",
            ["The addresses of the links have more than 64 kB."] = "Les adresses des liens dépassent 64 ko.",
            ["Look for one that many links use."] = "Cherchez-en une que beaucoup de liens emploient.",
            ["The text is nested too deeply."] = "Le texte a trop de niveaux imbriqués.",
            ["Look for a long run of >, -, *, [, ~ or ^."] = "Cherchez une longue suite de >, -, *, [, ~ ou ^.",
            ["[{0}] is cited, but a page has no references."] = "[{0}] est cité, mais une page n’a pas de références.",
            ["Write a link."] = "Mettez un lien.",
            ["{0} is shown as text, because there is no reference {1}."] =
                "{0} est affiché comme du texte, car il n’y a pas de référence {1}.",
            ["{0} If it cites nothing, write `\\{1}\\]`."] = "{0} Si ce n’est pas une citation, écrivez `\\{1}\\]`.",
            ["There are no `references`."] = "Il n’y a pas de `references`.",
            ["A page has no references: write a link."] = "Une page n’a pas de références : mettez un lien.",

            // Marks that readers would see
            ["Readers see `{0}` as typed."] = "Les lecteurs voient `{0}` tel quel.",
            ["This is plain text: write Unicode signs, such as H₂O, 10³, é."] =
                "C’est du texte simple : écrivez des signes Unicode, comme H₂O, 10³, é.",
            ["A dollar sign is shown as typed."] = "Un dollar est affiché tel quel.",
            ["A formula needs two, without spaces inside: `$E=mc^2$`. A dollar that is none is written `\\$`."] =
                "Une formule en demande deux, sans espace au bord : `$E=mc^2$`. Un vrai dollar s’écrit `\\$`.",
            ["Two asterisks are shown as typed."] = "Deux astérisques sont affichés tels quels.",
            ["Bold text has no space inside: `**bold**`."] = "Le gras n’a pas d’espace au bord : `**gras**`.",
            ["Two grave accents are shown as typed."] = "Deux accents graves sont affichés tels quels.",
            ["Write quotation marks: “local”."] = "Écrivez des guillemets : « local ».",
            ["A sign _ is shown as typed."] = "Un signe _ est affiché tel quel.",
            ["For a subscript write `H~2~O`."] = "Un indice s’écrit `H~2~O`.",
            ["The sign ^ is shown as typed."] = "Le signe ^ est affiché tel quel.",
            ["For a superscript write `{0}`, without a space in it."] = "Un exposant s’écrit `{0}`, sans espace.",
            ["The sign ~ is shown as typed."] = "Le signe ~ est affiché tel quel.",
            ["For a subscript write `{0}`, without a space in it."] = "Un indice s’écrit `{0}`, sans espace.",
            ["This line of a table is shown as typed."] = "Cette ligne de tableau est affichée telle quelle.",
            ["Put an empty line before the table, and the same number of cells in each line."] =
                "Mettez une ligne vide avant le tableau, et autant de cases dans chaque ligne.",
            ["These lines are not a table."] = "Ces lignes ne forment pas un tableau.",
            ["A table has bars between its cells, `| a | b |`, and `|---|---|` as its second line."] =
                "Un tableau a des barres entre ses cases, `| a | b |`, et `|---|---|` en deuxième ligne.",
            ["There is no footnote [{0}."] = "Il n’y a pas de note [{0}.",
            ["Write it below the text, after an empty line: `[{0}: …`."] = "Écrivez-la sous le texte, après une ligne vide : `[{0}: …`.",
            ["The footnote [{0}] is not shown."] = "La note [{0}] n’est pas affichée.",
            ["Refer to it in the text: `[{0}]`."] = "Appelez-la dans le texte : `[{0}]`.",
            ["The line [{0}]: is not shown."] = "La ligne [{0}]: n’est pas affichée.",
            ["List references under `references`, in the front matter."] = "Inscrivez les références sous `references`, dans l’en-tête.",
            ["This line begins a list or a quotation in the middle of a sentence."] =
                "Cette ligne commence une liste ou une citation au milieu d’une phrase.",
            ["Put an empty line before it. A sign at the beginning of a line is written `\\-`, `\\+` or `\\>`."] =
                "Mettez une ligne vide avant elle. En début de ligne, un signe s’écrit `\\-`, `\\+` ou `\\>`.",
            ["The sign {0} is shown as a list of one item."] = "Le signe {0} est affiché comme une liste d’un seul élément.",
            ["A sign at the beginning of a line is written `\\{0}`."] = "En début de ligne, ce signe s’écrit `\\{0}`.",
            ["A heading is shown as typed."] = "Un titre est affiché tel quel.",
            ["Put a space after the signs #: `## Method`."] = "Mettez une espace après les signes # : `## Méthode`.",

            // Pasted TeX
            ["The command \\{0} is shown as typed."] = "La commande \\{0} est affichée telle quelle.",
            ["Write it in Markdown, or put a formula between dollars."] = "Écrivez-la en Markdown, ou mettez la formule entre dollars.",
            ["Write the number of the reference: `[1]`."] = "Écrivez le numéro de la référence : `[1]`.",
            ["Write the number itself: `Fig. 1`."] = "Écrivez le numéro lui-même : `Fig. 1`.",
            ["Write `[^1]`, and after an empty line `[^1]: the note`."] = "Écrivez `[^1]` et, après une ligne vide, `[^1]: la note`.",
            ["Write a line that begins with `## `."] = "Écrivez une ligne qui commence par `## `.",
            ["Write a list with `- ` or `1. `, a table with `|`, a formula between dollars."] =
                "Une liste s’écrit avec `- ` ou `1. `, un tableau avec `|`, une formule entre dollars.",
            ["List the figure under `figures`."] = "Inscrivez la figure sous `figures`.",
            ["Write it above, in the front matter."] = "Écrivez-le plus haut, dans l’en-tête.",
            ["Write the number and the unit: `300 K`."] = "Écrivez le nombre et l’unité : `300 K`.",
            ["Write `H~2~O`, or `$\\ce{…}$`."] = "Écrivez `H~2~O`, ou `$\\ce{…}$`.",
            ["Put the formula between dollars: `$E=mc^2$`."] = "Mettez la formule entre dollars : `$E=mc^2$`.",

            // Formulas
            ["The formula {0} may not show what is meant."] = "La formule {0} ne montre peut-être pas ce que vous voulez dire.",
            ["TeX reads {0} as a script of one character. Write {1}{{2}}."] =
                "Dans {0}, TeX ne met qu’un caractère en exposant ou en indice. Écrivez {1}{{2}}.",
            ["The formula {0} cannot be read: {1}"] = "La formule {0} est illisible : {1}",
            ["The formula {0} is shown as TeX."] = "La formule {0} est affichée en TeX.",
            ["KaTeX is not installed. Run `apt-get install {0}`, then restart the site."] =
                "KaTeX n’est pas installé. Lancez `apt-get install {0}`, puis redémarrez le site.",
            ["It is too complicated. Split it, or write it more simply."] = "Elle est trop compliquée. Partagez-la ou simplifiez-la.",
            ["It has a command that cannot be shown here. Remove commands for sizes, links and pictures."] =
                "Elle a une commande qui ne peut pas être affichée ici. Retirez les commandes de taille, de lien et d’image.",
            ["The formula is longer than {0} characters. Split it, or check where it is closed."] =
                "La formule dépasse {0} caractères. Partagez-la, ou vérifiez où elle se ferme.",
            ["The formula is empty. Write something between the dollars."] =
                "La formule est vide. Écrivez quelque chose entre les dollars.",
            ["A formula cannot contain U+{0}, which is invisible. Remove it."] =
                "Une formule ne peut pas contenir U+{0}, qui est invisible. Effacez-le.",
            ["{0} is not possible in a formula. Write links in the text."] =
                "{0} est impossible dans une formule. Mettez les liens dans le texte.",
            ["Braces and environments are nested more than {0} deep. Write the formula more simply."] =
                "Accolades et environnements s’imbriquent sur plus de {0} niveaux. Simplifiez la formule.",
            ["{0} is not known. Check its spelling, or write it with other commands."] =
                "{0} est inconnu. Vérifiez l’orthographe, ou passez par d’autres commandes.",
            ["A { is never closed. Add the missing }."] = "Une { n’est jamais fermée. Ajoutez la } qui manque.",
            ["An argument is missing or a { is never closed. Add what is missing in {…}."] =
                "Il manque un argument, ou une { n’est jamais fermée. Ajoutez dans {…} ce qui manque.",
            ["This } has no matching {. Remove it, or add the {."] = "Cette } n’a pas de { correspondante. Retirez-la, ou ajoutez la {.",
            ["& separates the columns of a table. Write \\begin{aligned} … \\end{aligned} around it. Or write \\&."] =
                "& sépare les colonnes d’un tableau. Entourez-le de \\begin{aligned} … \\end{aligned}. Ou écrivez \\&.",
            ["# is a sign of TeX. Write \\#."] = "# est un signe de TeX. Écrivez \\#.",
            ["Words cannot have _. End \\text{…} before it."] = "Un mot ne peut pas contenir _. Fermez \\text{…} avant.",
            ["Words cannot have ^. End \\text{…} before it."] = "Un mot ne peut pas contenir ^. Fermez \\text{…} avant.",
            ["\\right has no \\left. Remove it, or write \\left( … \\right)."] =
                "\\right n’a pas de \\left. Retirez-le, ou écrivez \\left( … \\right).",
            ["\\left has no \\right. Write \\left( … \\right)."] = "\\left n’a pas de \\right. Écrivez \\left( … \\right).",
            ["\\begin{…} is never closed. Add \\end{…} with the same name."] =
                "\\begin{…} n’est jamais fermé. Ajoutez \\end{…} avec le même nom.",
            ["\\begin{…} and \\end{…} have different names. Write the same name in both."] =
                "\\begin{…} et \\end{…} n’ont pas le même nom. Écrivez le même dans les deux.",
            ["One symbol has two superscripts. Combine them, or use braces: {x^2}^3."] =
                "Un symbole a deux exposants. Réunissez-les, ou mettez des accolades : {x^2}^3.",
            ["One symbol has two subscripts. Combine them: x_{i,j}."] = "Un symbole a deux indices. Réunissez-les : x_{i,j}.",
            ["Nothing follows {0}. Write {0}{…}."] = "Rien ne suit {0}. Écrivez {0}{…}.",
            ["An argument of {0} is missing. Write it in {…}."] = "Il manque un argument à {0}. Écrivez-le dans {…}.",
            ["This cannot stand here. Write it in {…}."] = "Cela ne peut pas figurer ici. Écrivez-le dans {…}.",
            ["{0} cannot stand alone here. Write it in {…}."] = "{0} ne peut pas être seul ici. Écrivez-le dans {…}.",
            ["There is no environment {0}. Write aligned, gathered, cases, array or pmatrix."] =
                "L’environnement {0} n’existe pas. Écrivez aligned, gathered, cases, array ou pmatrix.",
            ["A $ cannot stand in a formula. Write \\$, or end the formula before it."] =
                "Un $ ne peut pas figurer dans une formule. Écrivez \\$, ou fermez la formule avant.",
            ["A command calls itself without end. Write the formula without own commands."] =
                "Une commande s’appelle elle-même sans fin. Écrivez la formule sans commande personnelle.",
            ["{0} is no bracket. Write a bracket after \\left, \\right or \\big."] =
                "{0} n’est pas un délimiteur. Mettez-en un après \\left, \\right ou \\big.",
            ["This environment is possible in displayed formulas only. Write $$ … $$ around it."] =
                "Cet environnement ne va que dans une formule hors texte. Entourez-la de $$ … $$.",
            ["\\tag numbers displayed formulas only. Remove it, or write $$ … $$."] =
                "\\tag ne numérote que les formules hors texte. Retirez-le, ou écrivez $$ … $$.",
            ["A formula has one \\tag. Remove the others."] = "Une formule n’a qu’un \\tag. Retirez les autres.",
            ["{0}. Write it otherwise."] = "{0}. Écrivez-le autrement.",

            // Pictures
            ["The picture `{0}` has no text alternative."] = "L’image `{0}` n’a pas de texte de remplacement.",
            ["Say what it shows: `![A map of the way](map.svg)`."] = "Dites ce qu’elle montre : `![Le plan d’accès](map.svg)`.",
            ["There is no picture {0}/{1}."] = "L’image {0}/{1} n’existe pas.",
            ["Put it there, and write only its name: {0}."] = "Ajoutez-la, et n’écrivez que son nom : {0}.",
            ["Nothing shows this picture."] = "Cette image n’est affichée nulle part.",
            ["Show it: `![What it shows]({0})`."] = "Affichez-la : `![Ce qu’elle montre]({0})`.",
            ["This file cannot be a picture of the site."] = "Ce fichier ne peut pas servir d’image sur le site.",
            ["PNG, JPEG, WebP or SVG, with a name of lower-case letters, digits and hyphens: {0}."] =
                "Il faut du PNG, JPEG, WebP ou SVG, nommé en minuscules sans accent, avec des chiffres et des traits d’union : {0}.",
            ["Reduce it: 2000 pixels are enough for print."] = "Réduisez-la : 2000 pixels suffisent pour l’impression.",
            ["The file is {0}, but its name ends in {1}."] = "Le fichier est du {0}, mais son nom finit par {1}.",
            ["Rename it to {0}."] = "Renommez-le {0}.",
            ["The file is not {0}."] = "Le fichier n’est pas du {0}.",
            ["Export it again, from the program that has drawn or taken it."] =
                "Exportez-le de nouveau, depuis le programme qui l’a produit.",
            ["It has {0} times {1} pixels."] = "Elle a {0} pixels sur {1}.",
            ["The file is damaged."] = "Le fichier est abîmé.",
            ["Open it in a drawing program, and export it again."] = "Ouvrez-le dans un programme de dessin, et exportez-le de nouveau.",
            ["SkiaSharp has no native library for this machine."] = "SkiaSharp n’a pas de bibliothèque native pour cette machine.",
            ["Run the site on Linux, macOS or Windows."] = "Faites tourner le site sous Linux, macOS ou Windows.",
            ["Say what it shows: `alt: \"…\"`."] = "Dites ce qu’elle montre : `alt: \"…\"`.",
            ["The picture is larger than {0} kB."] = "L’image dépasse {0} ko.",
            ["Simplify the drawing."] = "Simplifiez le dessin.",
            ["The picture is shown without: {0}."] = "L’image est affichée sans : {0}.",
            ["The site allows no such thing."] = "Le site n’admet rien de tel.",
            ["The file cannot be read."] = "Le fichier est illisible.",
            ["The picture cannot be used. {0}"] = "L’image est inutilisable. {0}",
            ["It is not XML: {0}"] = "Ce n’est pas du XML : {0}",
            ["Its outermost element is not <svg xmlns=\"http://www.w3.org/2000/svg\">."] =
                "Son élément racine n’est pas <svg xmlns=\"http://www.w3.org/2000/svg\">.",
            ["It has more than {0} elements."] = "Elle a plus de {0} éléments.",
            ["Its <use> elements draw more than {0} shapes."] = "Ses éléments <use> dessinent plus de {0} formes.",
            ["Its elements are nested too deeply."] = "Ses éléments ont trop de niveaux imbriqués.",
            ["Its elements are nested too deeply, or refer to each other in a circle."] =
                "Ses éléments ont trop de niveaux imbriqués, ou renvoient les uns aux autres en boucle.",
            ["It has no size."] = "Elle n’a pas de dimensions.",
            ["Give <svg> a `viewBox`, or `width` and `height` in pixels."] =
                "Donnez à <svg> un `viewBox`, ou `width` et `height` en pixels.",
            ["It is more than {0} pixels wide or high."] = "Elle dépasse {0} pixels de large ou de haut.",
            ["Reduce `width` and `height`; `viewBox` scales it."] = "Réduisez `width` et `height` ; `viewBox` la met à l’échelle.",
        };
}
