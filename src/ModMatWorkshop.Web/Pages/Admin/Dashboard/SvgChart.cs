using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace ModMatWorkshop.Web.Pages.Admin.Dashboard;

/// <param name="InPerson">People registered by the end of the day who have a seat.</param>
/// <param name="Remote">The others, with those on the waiting list.</param>
public sealed record CurveDay(DateOnly Day, int InPerson, int Remote);

/// <param name="Capacity">The label of the line that shows the capacity.</param>
/// <param name="Date">Formats a day under the curve.</param>
public sealed record CurveLabels(
    string Title,
    string Description,
    string InPerson,
    string Remote,
    string Capacity,
    Func<DateOnly, string> Date
);

/// <summary>
/// Draws charts as SVG. The curves stretch with the page but text does not, so that it stays readable on a phone. The colours come from the
/// style sheet.
/// </summary>
public static class SvgChart
{
    private const int Top = 20;
    private const int Height = 160;
    private const int LetterHeight = 15;
    private const int MaxSeats = 400;
    private const int SeatsInARow = 25;
    private const int Pitch = 12;

    /// <summary>Two rising curves with their labels at the end.</summary>
    /// <param name="days">Every day from the first to the last; at least one.</param>
    public static IHtmlContent Curve(IReadOnlyList<CurveDay> days, int capacity, CurveLabels words)
    {
        var (wide, last) = (Math.Max(1, days.Count - 1), days[^1]);
        var most = Math.Max(1, days.Max(d => Math.Max(d.InPerson, d.Remote)));
        // Leave out the capacity while it is far above the curves: it would flatten them.
        var showsRoom = days.Max(d => d.InPerson) * 5 >= capacity * 2;
        if (showsRoom)
            most = Math.Max(most, capacity);

        var svg = new StringBuilder();
        Write($"""<svg class="curve" role="img" aria-labelledby="curve-title curve-desc" width="100%" height="{Top + Height + 24}">""");
        Write($"""<title id="curve-title">{Text(words.Title)}</title><desc id="curve-desc">{Text(words.Description)}</desc>""");
        Write($"""<svg y="{Top}" width="100%" height="{Height}" viewBox="0 0 {wide} {most}" preserveAspectRatio="none">""");
        Write($"""<line class="aside" x1="0" y1="{most}" x2="{wide}" y2="{most}"/>""");
        if (showsRoom)
            Write($"""<line class="aside" x1="0" y1="{most - capacity}" x2="{wide}" y2="{most - capacity}"/>""");
        Write($"""<path class="remote" d="{Steps(days, d => d.Remote, wide, most)}"/>""");
        Write($"""<path class="in-person" d="{Steps(days, d => d.InPerson, wide, most)}"/></svg>""");
        if (showsRoom)
            Write($"""<text class="aside" x="0" y="{Y(capacity, most) - 5:0.#}">{Text(words.Capacity)}</text>""");

        // The space above the end of a rising curve is free, so both labels go there. When the ends are too close, one label goes below.
        var (upper, lower) =
            last.InPerson >= last.Remote
                ? (Name("in-person", words.InPerson, last.InPerson), Name("remote", words.Remote, last.Remote))
                : (Name("remote", words.Remote, last.Remote), Name("in-person", words.InPerson, last.InPerson));
        var second = lower.Y - 6 - upper.Y > 2 * LetterHeight ? lower.Y - 6 : Math.Min(lower.Y + LetterHeight, Top + Height - 6);
        var first = Math.Min(upper.Y - 6, second - LetterHeight);
        Write($"""<text class="{upper.Class}" x="100%" y="{first:0.#}" text-anchor="end">{Text(upper.Label)}</text>""");
        Write($"""<text class="{lower.Class}" x="100%" y="{second:0.#}" text-anchor="end">{Text(lower.Label)}</text>""");

        var baseline = Top + Height + 18;
        Write($"""<text class="aside" x="0" y="{baseline}">{Text(words.Date(days[0].Day))}</text>""");
        for (var i = 1; i < days.Count - 1; i++)
            if (days[i].Day.Day == 1 && 100d * i / wide is var at and > 18 and < 82)
                Write($"""<text class="aside" x="{at:0.#}%" y="{baseline}" text-anchor="middle">{Text(words.Date(days[i].Day))}</text>""");
        if (days.Count > 1)
            Write($"""<text class="aside" x="100%" y="{baseline}" text-anchor="end">{Text(words.Date(last.Day))}</text>""");
        svg.Append("</svg>");
        return new HtmlString(svg.ToString());

        void Write(FormattableString markup) => svg.Append(markup.ToString(CultureInfo.InvariantCulture));

        (string Class, string Label, double Y) Name(string kind, string label, int value) => (kind, label, Y(value, most));
    }

    /// <summary>A bar whose length is relative to the largest value. The remote part has its own colour.</summary>
    public static IHtmlContent Bar(int value, int most, int remote = 0)
    {
        var (first, second) = (Percent(value), Percent(remote));
        var svg = string.Create(
            CultureInfo.InvariantCulture,
            $"""<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">"""
                + $"""<rect width="{first:0.##}" height="10"/>"""
        );
        if (remote > 0)
            svg += string.Create(
                CultureInfo.InvariantCulture,
                $"""<rect class="remote" x="{first:0.##}" width="{second:0.##}" height="10"/>"""
            );
        return new HtmlString(svg + "</svg>");

        double Percent(int part) => 100d * part / Math.Max(1, most);
    }

    /// <summary>
    /// All seats as a grid of marks: taken, on hold, reserved or free. Empty for a large capacity, where single seats could not be made
    /// out.
    /// </summary>
    /// <param name="states">The number of seats of each kind; the kind is the CSS class of the mark.</param>
    public static IHtmlContent Seats(IReadOnlyList<(string Kind, int Count)> states, string title)
    {
        var all = states.SelectMany(s => Enumerable.Repeat(s.Kind, s.Count)).ToList();
        if (all.Count is 0 or > MaxSeats)
            return HtmlString.Empty;
        var rows = (all.Count + SeatsInARow - 1) / SeatsInARow;
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"""<svg class="seats" role="img" viewBox="0 0 {SeatsInARow * Pitch} {rows * Pitch}"><title>{Text(title)}</title>"""
        );
        for (var i = 0; i < all.Count; i++)
            svg.Append(
                CultureInfo.InvariantCulture,
                $"""<circle class="{all[i]}" cx="{i % SeatsInARow * Pitch + Pitch / 2}" """
                    + $"""cy="{i / SeatsInARow * Pitch + Pitch / 2}" r="4"/>"""
            );
        return new HtmlString(svg.Append("</svg>").ToString());
    }

    private static string Steps(IReadOnlyList<CurveDay> days, Func<CurveDay, int> of, int wide, int most)
    {
        var path = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"M0 {most}"));
        var before = 0;
        for (var i = 0; i < days.Count; i++)
        {
            if (of(days[i]) is var now && now == before)
                continue;
            if (i > 0)
                path.Append(CultureInfo.InvariantCulture, $"H{i}");
            path.Append(CultureInfo.InvariantCulture, $"V{most - now}");
            before = now;
        }
        return path.Append(CultureInfo.InvariantCulture, $"H{wide}").ToString();
    }

    private static double Y(int value, int most) => Top + Height * (1 - (double)value / most);

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
