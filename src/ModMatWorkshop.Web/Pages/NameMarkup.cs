using Microsoft.AspNetCore.Html;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages;

/// <summary>A person's name in HTML. Its family name, or the only name, is bold.</summary>
public static class NameMarkup
{
    public static IHtmlContent FamilyFirst(RegistrationDetails details) => FamilyFirst(details.GivenName, details.FamilyName);

    public static IHtmlContent FamilyFirst(string given, string family) => Single(given, family) ?? Bold(family).Append($" {given}");

    public static IHtmlContent GivenFirst(string given, string family) =>
        Single(given, family) ?? new HtmlContentBuilder().Append($"{given} ").AppendHtml(Bold(family));

    private static IHtmlContentBuilder? Single(string given, string family) =>
        given.Length > 0 && family.Length > 0 ? null : Bold(RegistrationDetails.NameOf(given, family));

    private static IHtmlContentBuilder Bold(string text) => new HtmlContentBuilder().AppendHtml("<b>").Append(text).AppendHtml("</b>");
}
