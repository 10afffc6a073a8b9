namespace ModMatWorkshop.Web.Pages;

/// <summary>One page of a long list. Pages count from 1; a higher number than the last shows the last.</summary>
public sealed record Paging(int Page, int Pages, int Size)
{
    public int Skip => (Page - 1) * Size;

    public static Paging Of(int? asked, long total, int size)
    {
        var pages = (int)Math.Clamp((total + size - 1) / size, 1, int.MaxValue);
        return new(Math.Clamp(asked ?? 1, 1, pages), pages, size);
    }
}
