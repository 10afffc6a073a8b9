using System.Text;
using System.Xml;

namespace ModMatWorkshop.Exports;

internal static class XmlText
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
    };

    /// <summary>A complete document that declares UTF-8.</summary>
    public static string Document(Action<XmlWriter> write)
    {
        // A writer over a string would declare UTF-16.
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
            write(xml);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length) + "\n";
    }

    public static void Element(this XmlWriter xml, string name, string text) => xml.WriteElementString(name, PlainText.Clean(text));

    public static void Attribute(this XmlWriter xml, string name, string text) => xml.WriteAttributeString(name, PlainText.OneLine(text));
}
