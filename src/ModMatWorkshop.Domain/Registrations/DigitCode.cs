namespace ModMatWorkshop.Domain.Registrations;

/// <summary>A code of digits that people read out and type: <c>48 29 13 65</c>.</summary>
public static class DigitCode
{
    /// <summary>Eight digits can be read out as four pairs.</summary>
    public const int Digits = 8;

    /// <summary>The digits that were typed, without separators; null when they do not have the length of a code.</summary>
    public static string? Read(string? typed) =>
        typed?.Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-')).ToArray() is { Length: Digits } digits
        && digits.All(char.IsAsciiDigit)
            ? new(digits)
            : null;

    /// <summary>In pairs, for reading out.</summary>
    public static string InPairs(string code) => string.Join(' ', code.Chunk(2).Select(pair => new string(pair)));
}
