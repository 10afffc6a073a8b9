using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;

namespace ModMatWorkshop.Web.Security;

public enum PasswordFault
{
    TooShort,
    TooLong,

    /// <summary>A common password, or made of common words.</summary>
    Common,

    /// <summary>Made of the account's, the workshop's or the site's own names.</summary>
    Personal,
}

/// <summary>The password rules: long, and not easy to guess. There is no rule about kinds of characters.</summary>
public sealed class Passwords(WorkshopDb db, SiteAddress site) : IPasswordValidator<Organiser>
{
    public const int MinLength = 12;
    public const int MaxLength = 200;

    /// <summary>The letters or digits that a password must contain besides common words; fewer add no protection.</summary>
    private const int MinOwnCharacters = 4;

    private const int MinDistinctCharacters = 5;
    private static readonly Lazy<string[]> Common = new(ReadCommon);

    /// <summary>Normalises a password, so that two keyboards that encode the same letters differently give the same password.</summary>
    public static string Normal(string? password) =>
        IsNormalisable(password ?? "") ? (password ?? "").Normalize(NormalizationForm.FormC) : "";

    public async Task<PasswordFault?> FaultOfAsync(string password, Organiser organiser)
    {
        if (password.Length is < MinLength or > MaxLength)
            return password.Length < MinLength ? PasswordFault.TooShort : PasswordFault.TooLong;
        var workshop = await db
            .Workshops.AsNoTracking()
            .Select(w => new
            {
                w.Acronym,
                w.Edition,
                w.Slug,
            })
            .SingleOrDefaultAsync();
        string[] personal = [.. new[]
            {
                organiser.Name,
                (organiser.Email ?? "").Replace('@', ' '),
                // Before the site is set up, there is no workshop.
                workshop?.Acronym
                    ?? "",
                workshop?.Edition ?? "",
                workshop?.Slug ?? "",
                site.Host,
            }.SelectMany(Folding.Words).Where(w => w.Length >= 3)];
        return IsMadeOf(Common.Value, password) ? PasswordFault.Common
            : IsMadeOf([.. Common.Value.Concat(personal).OrderByDescending(w => w.Length)], password) ? PasswordFault.Personal
            : null;
    }

    public async Task<IdentityResult> ValidateAsync(UserManager<Organiser> manager, Organiser user, string? password) =>
        await FaultOfAsync(password ?? "", user) is { } fault
            ? IdentityResult.Failed(new IdentityError { Code = fault.ToString(), Description = fault.ToString() })
            : IdentityResult.Success;

    /// <summary>
    /// Whether little remains without these words. Reads the password as typed, and again with digits replaced by the letters they
    /// resemble.
    /// </summary>
    private static bool IsMadeOf(string[] words, string password)
    {
        var plain = Folded(password);
        if (plain.Distinct().Count() < MinDistinctCharacters)
            return true;
        if (plain.All(char.IsAsciiDigit))
            return Without(words, plain).Length < MinOwnCharacters;
        return Letters(Without(words, plain)).Length < MinOwnCharacters
            || Letters(Without(words, Folded(WithoutSubstitutions(password)))).Length < MinOwnCharacters;
    }

    private static string Without(string[] words, string text) =>
        words.Aggregate(text, (left, word) => left.Replace(word, "", StringComparison.Ordinal));

    private static string Folded(string text) => Folding.Fold(text).Replace(" ", "", StringComparison.Ordinal);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));

    private static string WithoutSubstitutions(string text) =>
        string.Concat(
            text.Select(c =>
                c switch
                {
                    '@' or '4' => 'a',
                    '0' => 'o',
                    '1' or '!' => 'i',
                    '3' => 'e',
                    '$' or '5' => 's',
                    '7' => 't',
                    _ => c,
                }
            )
        );

    private static bool IsNormalisable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\uFFFE' or '\0' || char.IsSurrogate(text[i]) && !char.IsSurrogatePair(text, i))
                return false;
            if (char.IsHighSurrogate(text[i]))
                i++;
        }
        return true;
    }

    private static string[] ReadCommon()
    {
        using var file = typeof(Passwords).Assembly.GetManifestResourceStream("CommonPasswords.txt")!;
        using var reader = new StreamReader(file);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).OrderByDescending(w => w.Length)];
    }
}
