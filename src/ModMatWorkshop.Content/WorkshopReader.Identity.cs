using System.Globalization;
using ModMatWorkshop.Content.Images;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content;

/// <content>The look of the site, the place on a map and the data protection authority.</content>
public sealed partial class WorkshopReader
{
    private Identity? ReadIdentity(Fields workshop)
    {
        if (workshop.Map("identity") is not { } fields)
            return null;
        var identity = new Identity(ColorOf(fields, "accent", Identity.Default.Accent), ColorOf(fields, "link", Identity.Default.Link))
        {
            Logo = fields.Text("logo") is { } logo ? images.Find(logo, PictureUse.Logo, fields.PlaceOfKey("logo")) : null,
            Home = fields.Map("picture") is { } picture ? ReadPicture(picture) : null,
            Lattice = fields.Map("lattice") is { } lattice ? ReadLattice(lattice) : null,
        };
        ReportContrast(fields, "accent", Palette.WorstOfAccent(identity));
        ReportContrast(fields, "link", Palette.WorstOfLink(identity));
        fields.ReportUnknownKeys();
        return identity;
    }

    private static string ColorOf(Fields fields, string key, string instead)
    {
        if (fields.Text(key) is not { } text)
            return instead;
        if (Color.TryParse(text, out var color))
            return color.ToString();
        fields.Error(key, $"`{text}` is not a colour.", $"For example: `{key}: \"{instead}\"`.");
        return instead;
    }

    private static void ReportContrast(Fields fields, string key, (Color Ground, double Contrast)? worst)
    {
        if (worst is var (ground, contrast))
            fields.Error(
                key,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The colour `{key}` is hard to read: its contrast with {ground} is {contrast:0.0}, and at least 4.5 is needed."
                ),
                "Choose a darker one. The site derives the colours of the dark theme itself."
            );
    }

    private Picture? ReadPicture(Fields fields)
    {
        var (name, place) = (fields.RequiredText("file"), fields.PlaceOfKey("file"));
        var alternative = fields.RequiredLocalized("alt");
        fields.ReportUnknownKeys();
        return name.Length == 0 ? null
            : images.Find(name, PictureUse.Home, place) is { } picture ? picture with { Alternative = alternative }
            : null;
    }

    private static Lattice ReadLattice(Fields fields)
    {
        var lattice = new Lattice(
            Number("edge", Lattice.MinEdge, Lattice.MaxEdge, 70),
            Number("turn", Lattice.MinAngle, Lattice.MaxAngle, 24),
            Number("tilt", Lattice.MinAngle, Lattice.MaxAngle, 19),
            Number("cutoff", 0, 130, 86)
        );
        fields.ReportUnknownKeys();
        return lattice;

        double Number(string key, int least, int most, int instead) =>
            fields.Number(key, d => d >= least && d <= most, $"a number from {least} to {most}", $"{instead}") ?? instead;
    }

    private static Coordinates? ReadCoordinates(Fields venue)
    {
        if (venue.Map("coordinates") is not { } fields)
            return null;
        var (latitude, longitude) = (Degrees("latitude", 90), Degrees("longitude", 180));
        fields.ReportUnknownKeys();
        return latitude is { } north && longitude is { } east ? new(north, east) : null;

        double? Degrees(string key, int most)
        {
            if (!fields.Has(key))
                fields.Error(key, $"The key `{key}` is missing.", "Degrees, for example `{ latitude: 48.8584, longitude: 2.2945 }`.");
            return fields.Number(key, d => Math.Abs(d) <= most, $"a number of degrees from -{most} to {most}", "48.8584");
        }
    }

    private static Authority? ReadAuthority(Fields workshop)
    {
        if (workshop.Map("authority") is not { } fields)
            return null;
        var authority = new Authority(fields.RequiredLocalized("name"), fields.Text("address"), fields.Text("url"));
        fields.ReportUnlessWebAddress("url");
        fields.ReportUnknownKeys();
        return authority;
    }
}
