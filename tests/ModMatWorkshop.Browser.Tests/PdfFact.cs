namespace ModMatWorkshop.Browser.Tests;

/// <summary>
/// A theory that reads a printed page back with poppler's <c>pdftotext</c>; without it, or without a browser, it is shown as skipped, with
/// the reason.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PdfTheoryAttribute : TheoryAttribute
{
    public PdfTheoryAttribute() => Skip = Chromium.WhyMissing ?? PrintedPdf.WhyUnreadable;
}
