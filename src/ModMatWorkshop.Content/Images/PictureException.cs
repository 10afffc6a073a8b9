namespace ModMatWorkshop.Content.Images;

/// <summary>A file of <c>images/</c> that cannot be used. The message says why.</summary>
internal sealed class PictureException(ProblemText message, ProblemText? hint = null) : Exception(message.ToString())
{
    public ProblemText Reason => message;

    /// <summary>It has more pixels than the site decodes.</summary>
    public bool IsTooLarge { get; init; }

    public ProblemText Hint => hint ?? "";
}
