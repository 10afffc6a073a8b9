namespace ModMatWorkshop.Browser.Tests;

/// <summary>A theory that needs Chromium and <c>pdftotext</c>. Without one of them, the test is skipped with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PdfTheoryAttribute : TheoryAttribute
{
    public PdfTheoryAttribute() => Skip = Chromium.WhyMissing ?? PrintedPdf.WhyUnreadable;
}
