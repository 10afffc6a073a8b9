namespace ModMatWorkshop.Web.Pages;

/// <summary>The style sheet of the printed book, put into the document because the renderer of the PDF fetches nothing.</summary>
public static class BookStyle
{
    public static async Task<string> ReadAsync(IWebHostEnvironment environment)
    {
        var file = environment.WebRootFileProvider.GetFileInfo("css/book.css");
        await using var stream = file.CreateReadStream();
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
