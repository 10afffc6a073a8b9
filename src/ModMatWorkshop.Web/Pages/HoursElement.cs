using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ModMatWorkshop.Application.Text;

namespace ModMatWorkshop.Web.Pages;

/// <summary>
/// <c>&lt;hours start="…" end="…" day="…" zone="…"/&gt;</c>: the hours of a slot as two <c>time</c> elements with offsets. An hour that is
/// on another day in the chosen zone also shows the day.
/// </summary>
[HtmlTargetElement("hours", TagStructure = TagStructure.WithoutEndTag)]
public sealed class HoursElement(Words words) : TagHelper
{
    public required DateTimeOffset Start { get; set; }

    public required DateTimeOffset End { get; set; }

    /// <summary>The day of the heading above.</summary>
    public required DateOnly Day { get; set; }

    public required TimeZoneInfo Zone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "hours");
        output.Content.SetHtmlContent(Time(Start) + "<span class=\"hours-dash\">–</span>" + Time(End));
    }

    private string Time(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, Zone);
        var day = DateOnly.FromDateTime(local.DateTime);
        var other = day == Day ? "" : $" <small>{words.ShortDay(day)}</small>";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<time datetime=\"{local:yyyy-MM-ddTHH:mmzzz}\">{words.Hour(TimeOnly.FromDateTime(local.DateTime))}{other}</time>"
        );
    }
}
