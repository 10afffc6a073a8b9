using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Call;

/// <summary>The codes that accepted submissions get in the programme.</summary>
public static class ProgrammeCodes
{
    /// <summary>
    /// One code for each of the letters: the number after the largest that was ever used with them. A code that is free again is not given
    /// again, because it stands in mails and in printed programmes.
    /// </summary>
    /// <param name="taken">Codes in any spelling; what is no code is ignored.</param>
    public static IReadOnlyList<ContributionCode> Next(IEnumerable<string> letters, IEnumerable<string> taken)
    {
        var last = new Dictionary<string, int>();
        foreach (var text in taken)
            if (ContributionCode.TryParse(text, out var code))
                last[code.Letters] = Math.Max(last.GetValueOrDefault(code.Letters), code.Number);
        return [.. letters.Select(l => new ContributionCode(l, last[l] = last.GetValueOrDefault(l) + 1))];
    }
}
