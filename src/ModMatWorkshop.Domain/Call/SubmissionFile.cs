namespace ModMatWorkshop.Domain.Call;

/// <summary>What a file of a submission is. The database stores the number.</summary>
public enum SubmissionFileUse
{
    /// <summary>A figure of the abstract, which the form asks for.</summary>
    Figure,

    // After the acceptance.
    Slides,
    Poster,
}

/// <summary>A file that an author has sent. It is erased with its submission; what is published is a copy in the content.</summary>
public sealed class SubmissionFile
{
    public required Guid Id { get; init; }

    public required Guid SubmissionId { get; init; }

    public required SubmissionFileUse Use { get; init; }

    /// <summary>The number of a figure, from 1; 0 for every other use.</summary>
    public int Number { get; init; }

    /// <summary>The extension that its bytes confirm: <c>pdf</c>, <c>png</c>.</summary>
    public required string Extension { get; init; }

    /// <summary>In bytes.</summary>
    public required int Length { get; init; }

    public required byte[] Bytes { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Of a figure, in pixels, as is <see cref="Height"/>; 0 for every other use.</summary>
    public int Width { get; init; }

    public int Height { get; init; }

    /// <summary>When a copy became public; null while organisers alone see it.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    public void Publish(DateTimeOffset now) => PublishedAt = now;
}
