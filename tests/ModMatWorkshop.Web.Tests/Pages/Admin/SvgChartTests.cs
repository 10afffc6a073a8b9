using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using ModMatWorkshop.Web.Pages.Admin.Dashboard;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

public sealed class SvgChartTests
{
    [Fact]
    public void The_curve_rises_in_steps_and_labels_its_lines_at_the_end() =>
        Assert.Equal(
            """<svg class="curve" role="img" aria-labelledby="curve-title curve-desc" width="100%" height="204">"""
                + """<title id="curve-title">Day by day</title><desc id="curve-desc">Two &amp; one.</desc>"""
                + """<svg y="20" width="100%" height="160" viewBox="0 0 3 4" preserveAspectRatio="none">"""
                + """<line class="aside" x1="0" y1="4" x2="3" y2="4"/><line class="aside" x1="0" y1="0" x2="3" y2="0"/>"""
                + """<path class="remote" d="M0 4H1V3H3"/><path class="in-person" d="M0 4V3H3V2H3"/></svg>"""
                + """<text class="aside" x="0" y="15">4 seats</text>"""
                + """<text class="in-person" x="100%" y="94" text-anchor="end">room 2</text>"""
                + """<text class="remote" x="100%" y="134" text-anchor="end">remote 1</text>"""
                + """<text class="aside" x="0" y="198">30/06</text>"""
                + """<text class="aside" x="33.3%" y="198" text-anchor="middle">01/07</text>"""
                + """<text class="aside" x="100%" y="198" text-anchor="end">03/07</text></svg>""",
            Curve(4, (1, 0), (1, 1), (1, 1), (2, 1))
        );

    [Fact]
    public void A_curve_can_have_one_day_and_shows_no_capacity_that_is_far_away() =>
        Assert.Equal(
            """<svg class="curve" role="img" aria-labelledby="curve-title curve-desc" width="100%" height="204">"""
                + """<title id="curve-title">Day by day</title><desc id="curve-desc">Two &amp; one.</desc>"""
                + """<svg y="20" width="100%" height="160" viewBox="0 0 1 2" preserveAspectRatio="none">"""
                + """<line class="aside" x1="0" y1="2" x2="1" y2="2"/>"""
                + """<path class="remote" d="M0 2V0H1"/><path class="in-person" d="M0 2V1H1"/></svg>"""
                + """<text class="remote" x="100%" y="14" text-anchor="end">remote 2</text>"""
                + """<text class="in-person" x="100%" y="94" text-anchor="end">room 1</text>"""
                + """<text class="aside" x="0" y="198">30/06</text></svg>""",
            Curve(50, (1, 2))
        );

    [Fact]
    public void The_labels_of_lines_that_end_together_do_not_overlap() =>
        Assert.Contains(
            """<text class="in-person" x="100%" y="14" text-anchor="end">room 9</text>"""
                + """<text class="remote" x="100%" y="35" text-anchor="end">remote 9</text>""",
            Curve(100, (9, 9)),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(
        3,
        4,
        0,
        """<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="75" height="10"/></svg>"""
    )]
    [InlineData(
        1,
        3,
        2,
        """<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">"""
            + """<rect width="33.33" height="10"/><rect class="remote" x="33.33" width="66.67" height="10"/></svg>"""
    )]
    [InlineData(
        0,
        0,
        0,
        """<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="0" height="10"/></svg>"""
    )]
    public void A_bar_is_proportional_to_the_longest(int value, int most, int remote, string svg) =>
        Assert.Equal(svg, Markup(SvgChart.Bar(value, most, remote)));

    [Fact]
    public void The_seats_are_drawn_as_a_grid() =>
        Assert.Equal(
            """<svg class="seats" role="img" viewBox="0 0 300 12"><title>Two</title>"""
                + """<circle class="confirmed" cx="6" cy="6" r="4"/><circle class="free" cx="18" cy="6" r="4"/></svg>""",
            Markup(SvgChart.Seats([("confirmed", 1), ("pending", 0), ("free", 1)], "Two"))
        );

    [Fact]
    public void Too_many_seats_or_none_are_not_drawn() =>
        Assert.Equal(("", ""), (Markup(SvgChart.Seats([("free", 401)], "")), Markup(SvgChart.Seats([], ""))));

    private static string Curve(int capacity, params (int InPerson, int Remote)[] days) =>
        Markup(
            SvgChart.Curve(
                [.. days.Select((d, i) => new CurveDay(new DateOnly(2021, 6, 30).AddDays(i), d.InPerson, d.Remote))],
                capacity,
                new("Day by day", "Two & one.", $"room {days[^1].InPerson}", $"remote {days[^1].Remote}", $"{capacity} seats", day =>
                    day.ToString("dd/MM", CultureInfo.InvariantCulture)
                )
            )
        );

    private static string Markup(IHtmlContent plot)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        plot.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
