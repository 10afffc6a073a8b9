using ModMatWorkshop.Domain.Call;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>
/// A file that answers a question of the workshop. It is erased with its registration, and as soon as no answer of it names the file.
/// </summary>
public sealed class AnswerFile
{
    public required Guid Id { get; init; }

    /// <summary>Null until the form with which it came is saved.</summary>
    public Guid? RegistrationId { get; init; }

    /// <summary>The form with which it came: the key of one of a new person, or the id of a registration.</summary>
    public required string Form { get; init; }

    /// <summary>The <see cref="Question.Id"/>.</summary>
    public required string Question { get; init; }

    public required string Name { get; init; }

    /// <summary>In bytes.</summary>
    public required int Length { get; init; }

    /// <summary>SHA-256, in hexadecimal digits.</summary>
    public required string Hash { get; init; }

    public required byte[] Bytes { get; init; }

    /// <summary>When it was received, in real time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>An answer of the registration names it, not only a proposal that anybody may have sent.</summary>
    public bool IsAnswer { get; init; }

    public FileAnswer Answer => new(Id, Length, Name);

    /// <summary>What names the form of a registration that exists.</summary>
    public static string FormOf(Guid registration) => registration.ToString("N");
}

/// <summary>Decides which files people may send as answers.</summary>
public static class AnswerFileRules
{
    /// <summary>The size of a file, in megabytes, if the content says nothing.</summary>
    public const int DefaultMegabytes = 5;

    /// <summary>The largest size that the content may allow.</summary>
    public const int MostMegabytes = 10;

    /// <summary>The questions of a workshop that ask for a file.</summary>
    public const int MostQuestions = 5;

    /// <summary>The files of one form to one question that wait for the form to be saved. Two people may edit at once.</summary>
    public const int MostWaiting = 3;

    /// <summary>Anybody may send a form: what nobody has confirmed does not fill the disk. In bytes.</summary>
    public const long MaxOfStrangers = FileRules.MaxOfStrangers;

    /// <summary>How long a file waits for the form to be saved.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromHours(24);

    /// <param name="isKnown">The sender is the confirmed owner of a registration, or an organiser.</param>
    /// <param name="ofStrangers">The bytes of all files that nobody has confirmed.</param>
    public static bool MayKeep(bool isKnown, long ofStrangers) => isKnown || ofStrangers < MaxOfStrangers;

    /// <summary>The rule of the field. Whether there is such a file is not asked here.</summary>
    public static FieldReading Read(RegistrationField field, string text) =>
        new(
            text,
            text.Length == 0 ? FieldErrors.FileMissing(field.Label)
                : FileAnswer.Of(text) is null ? FieldErrors.FileUnknown(field.Label)
                : null
        );
}
