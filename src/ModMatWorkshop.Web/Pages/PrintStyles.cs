namespace ModMatWorkshop.Web.Pages;

/// <summary>The style sheet of a printable, embedded in the document because the PDF renderer loads no files.</summary>
public static class PrintStyles
{
    public static async Task<string> ReadAsync(IWebHostEnvironment environment, string path)
    {
        var file = environment.WebRootFileProvider.GetFileInfo(path);
        await using var stream = file.CreateReadStream();
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
