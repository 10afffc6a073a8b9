namespace ModMatWorkshop.Content.Images;

/// <summary>A file of <c>images/</c> that cannot be used. The message says why.</summary>
internal sealed class PictureException(ProblemText message, ProblemText? hint = null) : Exception(message.ToString())
{
    public ProblemText Reason => message;

    public ProblemText Hint => hint ?? "";
}
