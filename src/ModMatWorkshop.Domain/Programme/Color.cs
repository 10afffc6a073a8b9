using System.Globalization;

namespace ModMatWorkshop.Domain.Programme;

/// <summary>An opaque sRGB colour, written <c>#a03b24</c>.</summary>
public readonly record struct Color(byte Red, byte Green, byte Blue)
{
    public static bool TryParse(string? text, out Color color)
    {
        color = default;
        if (text is not ['#', ..] || text.Length != 7 || !int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, null, out var rgb))
            return false;
        color = new((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);
        return true;
    }

    /// <exception cref="FormatException">The text is not a colour.</exception>
    public static Color Parse(string text) => TryParse(text, out var color) ? color : throw new FormatException($"{text} is not a colour.");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    /// <summary>The contrast ratio of WCAG 2.2, from 1 to 21.</summary>
    public double ContrastWith(Color other)
    {
        var (light, dark) = (Math.Max(Luminance(), other.Luminance()), Math.Min(Luminance(), other.Luminance()));
        return (light + 0.05) / (dark + 0.05);
    }

    /// <param name="share">The share of this colour, from 0 to 1.</param>
    public Color MixedWith(Color other, double share)
    {
        return new(Mixed(Red, other.Red), Mixed(Green, other.Green), Mixed(Blue, other.Blue));

        byte Mixed(byte own, byte ofOther) => (byte)Math.Round(own * share + ofOther * (1 - share));
    }

    /// <summary>
    /// A colour of the same hue with the given contrast with a ground: lighter than a dark ground, darker than a light one. The closest
    /// colour of sRGB.
    /// </summary>
    /// <param name="saturation">The factor of the OKLCH chroma.</param>
    public Color WithContrast(double contrast, Color ground, double saturation)
    {
        var isDark = ground.Luminance() < 0.18;
        var (low, high) = (0.0, 1.0);
        for (var i = 0; i < 24; i++)
        {
            var middle = (low + high) / 2;
            var isEnough = WithLightness(middle, saturation).ContrastWith(ground) >= contrast;
            if (isEnough == isDark)
                high = middle;
            else
                low = middle;
        }
        return WithLightness(isDark ? high : low, saturation);
    }

    /// <summary>A colour of the same hue. See https://bottosson.github.io/posts/oklab for the matrices.</summary>
    /// <param name="lightness">The OKLCH lightness, from 0 to 1.</param>
    /// <param name="saturation">The factor of the OKLCH chroma.</param>
    public Color WithLightness(double lightness, double saturation)
    {
        var (a, b) = Tint();
        var (l, m, s) = (
            Cube(lightness + 0.3963377774 * a * saturation + 0.2158037573 * b * saturation),
            Cube(lightness - 0.1055613458 * a * saturation - 0.0638541728 * b * saturation),
            Cube(lightness - 0.0894841775 * a * saturation - 1.2914855480 * b * saturation)
        );
        return new(
            Encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
            Encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
            Encoded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s)
        );

        static double Cube(double x) => x * x * x;
    }

    private double Luminance() => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

    /// <summary>The two OKLab coordinates that say hue and chroma.</summary>
    private (double A, double B) Tint()
    {
        var (r, g, b) = (Linear(Red), Linear(Green), Linear(Blue));
        var (l, m, s) = (
            Math.Cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b),
            Math.Cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b),
            Math.Cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
        );
        return (1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s, 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
    }

    private static double Linear(byte value) =>
        value / 255.0 is var x && x <= 0.04045 ? x / 12.92 : Math.Pow((value / 255.0 + 0.055) / 1.055, 2.4);

    private static byte Encoded(double linear)
    {
        var value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.Pow(linear, 1 / 2.4) - 0.055;
        return (byte)Math.Round(Math.Clamp(value, 0, 1) * 255);
    }
}
