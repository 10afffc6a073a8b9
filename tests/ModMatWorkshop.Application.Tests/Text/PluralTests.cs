using System.Text.RegularExpressions;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Application.Tests.Text;

/// <summary>Nouns agree with their number. French has the singular after 0 and 1, English only after 1.</summary>
public sealed partial class PluralTests
{
    /// <summary>They name a limit of this site, which is never 0 or 1.</summary>
    private static readonly HashSet<string> Limits =
    [
        nameof(Words.ListFileHint),
        nameof(Words.FileTooLong),
        nameof(Words.TooManyColumns),
        nameof(Words.OnlyFirstColumns),
        nameof(Words.CellTooLong),
        nameof(Words.StreamOpensBefore),
        nameof(Words.CodeMustHaveDigits),
        nameof(Words.SearchTooLong),
        nameof(Words.MessageTooLong),
        nameof(Words.KeepPageOpen),
        nameof(Words.ReduceTo),
        nameof(Words.AnnouncementFault),
        nameof(Words.CropByNumbersHint),
        nameof(Words.FeeTooMany),
    ];

    /// <summary>They are said only when there is at least one.</summary>
    private static readonly HashSet<string> NeverOfNone =
    [
        nameof(Words.WriteToThem),
        nameof(Words.ConfirmObvious),
        nameof(Words.MoreClaimants),
        nameof(Words.WaitBeforeTrying),
        nameof(Words.ExportThem),
        nameof(Words.CancelledLeftOut),
        nameof(Words.MoreUnknownValues),
        nameof(Words.AreTheyHere),
        nameof(Words.PutRight),
        nameof(Words.OwnSubmissionsLeftOut),
        nameof(Words.EntriesToLeave),
    ];

    [Fact]
    public void No_noun_is_in_the_plural_after_0_or_1_in_French_and_after_1_in_English() =>
        Assert.Equal(
            "",
            string.Join(
                '\n',
                Texts(Language.French)
                    .Where(t => PluralAfter0Or1().IsMatch(t))
                    .Concat(Texts(Language.English).Where(t => PluralAfter1().IsMatch(t)))
            )
        );

    /// <summary>What every text with one number or several says for 0 and for 1.</summary>
    private static IEnumerable<string> Texts(Language language) =>
        from method in typeof(Words).GetMethods()
        where method.ReturnType == typeof(string) && method.DeclaringType == typeof(Words) && !Limits.Contains(method.Name)
        let parameters = method.GetParameters()
        where parameters.Length > 0 && parameters.All(p => p.ParameterType == typeof(int))
        from number in NeverOfNone.Contains(method.Name) ? [1] : new[] { 0, 1 }
        select $"{method.Name}: {method.Invoke(new Words(language), [.. parameters.Select(_ => (object)number)])}";

    [GeneratedRegex(@"\b[01][\s\u00a0\u202f](?!fois\b|mois\b|repas\b)\p{L}+[sx]\b")]
    private static partial Regex PluralAfter0Or1();

    [GeneratedRegex(@"\b1 (?!is\b)\p{L}+s\b|\b1 people\b")]
    private static partial Regex PluralAfter1();
}
