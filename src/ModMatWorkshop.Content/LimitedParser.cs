using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ModMatWorkshop.Content;

/// <summary>
/// Refuses anchors and aliases, because a small file could expand to a huge one, and deep nesting, because its readers are recursive.
/// </summary>
internal sealed class LimitedParser(Parser inner) : IParser
{
    private const int MaxDepth = 20;
    private int _depth;

    public ParsingEvent? Current => inner.Current;

    /// <summary>The start of the last event that was parsed.</summary>
    public Mark Reached { get; private set; } = new(0, 1, 1);

    public bool MoveNext()
    {
        if (!inner.MoveNext())
            return false;
        var current = inner.Current!;
        Reached = current.Start;
        _depth += current.NestingIncrease;
        if (_depth > MaxDepth)
            throw new YamlException(current.Start, current.End, "the nesting is too deep");
        if (current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            throw new YamlException(current.Start, current.End, "anchors and aliases are not allowed here");
        return true;
    }
}
