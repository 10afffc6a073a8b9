using System.Globalization;
using System.Text.RegularExpressions;

namespace ModMatWorkshop.Exports;

/// <summary>Gives the displayed text of a cell, from the shared strings and the number formats of its workbook.</summary>
internal sealed partial class CellTexts
{
    /// <summary>Of a number format, in Excel.</summary>
    private const int MaxFormatLength = 255;

    private readonly List<string> _strings = [];
    private readonly List<bool> _isDate = [];
    private readonly bool _startsIn1904;

    public CellTexts(WorkbookParts workbook)
    {
        _startsIn1904 = workbook.StartsIn1904;
        using (var strings = workbook.Find("sharedStrings"))
            while (strings?.Read() == true)
                if (strings.IsStartOf("si"))
                    _strings.Add(Unescape(strings.Text()));
        using var styles = workbook.Find("styles");
        var codes = new Dictionary<int, string>();
        while (styles?.Read() == true)
            if (styles.IsStartOf("numFmt"))
                codes.TryAdd(Number("numFmtId"), styles.Reader.GetAttribute("formatCode") ?? "");
            else if (styles.IsStartOf("cellXfs"))
                foreach (var format in styles.ElementsWithin())
                    if (format == "xf")
                        _isDate.Add(IsDateFormat(Number("numFmtId"), codes));

        int Number(string attribute) =>
            int.TryParse(styles.Reader.GetAttribute(attribute), CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    /// <summary>Reads the cell at which the reader is, to its end.</summary>
    public string Text(PartReader xml)
    {
        var (type, style, value) = (xml.Reader.GetAttribute("t"), xml.Reader.GetAttribute("s"), "");
        foreach (var element in xml.ElementsWithin())
            if (element == (type == "inlineStr" ? "is" : "v"))
                value = xml.Text();
        return type switch
        {
            "s" => int.TryParse(value, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < _strings.Count
                ? _strings[index]
                : "",
            "b" => value == "1" ? "TRUE" : "FALSE",
            "e" => "",
            "inlineStr" or "str" or "d" => Unescape(value),
            _ => double.TryParse(value, CultureInfo.InvariantCulture, out var number) ? TextOf(number, style) : value,
        };
    }

    private string TextOf(double number, string? style)
    {
        if (
            !int.TryParse(style, CultureInfo.InvariantCulture, out var format)
            || _isDate.ElementAtOrDefault(format) is false
            || number is < 0 or > 2958465
        )
            return number.ToString("G15", CultureInfo.InvariantCulture);
        var instant = DateTime.FromOADate(number + (_startsIn1904 ? 1462 : 0));
        // Rounds to the minute, because a time of day has no exact binary fraction.
        instant = new DateTime((instant.Ticks + TimeSpan.TicksPerMinute / 2) / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute);
        return instant.ToString(
            number < 1 ? "HH:mm"
                : instant.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd"
                : "yyyy-MM-dd HH:mm",
            CultureInfo.InvariantCulture
        );
    }

    private static bool IsDateFormat(int id, Dictionary<int, string> codes) =>
        codes.TryGetValue(id, out var code)
            ? code.Length <= MaxFormatLength && Literals().Replace(code, "").AsSpan().IndexOfAny("dmyhs") >= 0
            : id is >= 14 and <= 22 or >= 27 and <= 36 or >= 45 and <= 47 or >= 50 and <= 58;

    private static string Unescape(string text) => Escaped().Replace(text, m => ((char)Convert.ToUInt16(m.Groups[1].Value, 16)).ToString());

    /// <summary>What a format code shows as it is: quoted text, escaped characters and conditions.</summary>
    [GeneratedRegex(
        """
            "[^"]*"|\\.|\[[^\]]*\]|General
            """
    )]
    private static partial Regex Literals();

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();
}
