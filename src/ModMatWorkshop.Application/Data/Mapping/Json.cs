using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ModMatWorkshop.Application.Data.Mapping;

/// <summary>Stores a value as JSON in one column. Suits values that are always loaded with their row.</summary>
internal static class Json
{
    /// <summary>Public, because the compiled model reads it.</summary>
    public static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property) =>
        property.HasConversion(new Converter<T>(), new Comparer<T>());

    public static ComplexTypePropertyBuilder<T> AsJson<T>(this ComplexTypePropertyBuilder<T> property) =>
        property.HasConversion(new Converter<T>(), new Comparer<T>());

    /// <summary>The JSON of a value as the column contains it, for use in a search.</summary>
    public static string Text<T>(T value) => JsonSerializer.Serialize(value, Options);

    internal sealed class Converter<T>()
        : ValueConverter<T, string>(
            value => JsonSerializer.Serialize(value, Options),
            text => JsonSerializer.Deserialize<T>(text, Options)!
        );

    internal sealed class Comparer<T>()
        : ValueComparer<T>(
            (a, b) => JsonSerializer.Serialize(a, Options) == JsonSerializer.Serialize(b, Options),
            value => JsonSerializer.Serialize(value, Options).GetHashCode(StringComparison.Ordinal),
            value => value
        );
}
