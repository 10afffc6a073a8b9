namespace ModMatWorkshop.Application.Text;

// What somebody who reads or decides is told about submissions in which they have a part
public sealed partial class Words
{
    public string OwnSubmissionsLeftOut(int count) =>
        count == 1
            ? Say(
                "Une soumission à laquelle vous avez part, ou avec laquelle vous avez déclaré un conflit, n’est pas dans cette liste : "
                    + "d’autres la lisent et décident.",
                "One submission in which you have a part, or with which you declared a conflict, is not in this list: "
                    + "others read it and decide."
            )
            : Say(
                $"{Count(count)} soumissions auxquelles vous avez part, ou avec lesquelles vous avez déclaré un "
                    + "conflit, ne sont pas dans cette "
                    + "liste : d’autres les lisent et décident.",
                $"{Count(count)} submissions in which you have a part, or with which you declared a conflict, are not in this list: "
                    + "others read them and decide."
            );

    public string OwnSubmission =>
        Say(
            "Vous avez part à cette soumission, ou vous avez déclaré un conflit : d’autres voient ses notes, sa "
                + "discussion et ses lecteurs, "
                + "et décident.",
            "You have a part in this submission, or declared a conflict: others see its marks, discussion and reviewers, and decide."
        );

    /// <summary>Stands in the audit log for what was done. Without a comma, which separates parts of a result.</summary>
    public string OfOwnSubmission => Say("une soumission à laquelle vous avez part", "a submission in which you have a part");

    public string ChairConflictMeans =>
        Say(
            "Si vous êtes trop proche des auteurs : vous ne verrez plus ni notes ni discussion, et d’autres "
                + "décideront. Cela ne se reprend pas.",
            "If you are too close to the authors: you will no longer see marks or discussion, and others decide. This cannot be taken back."
        );
}
