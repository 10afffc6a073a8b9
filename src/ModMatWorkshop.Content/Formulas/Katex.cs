using Jint;

namespace ModMatWorkshop.Content.Formulas;

/// <summary>
/// KaTeX with mhchem, from a package of the distribution, in a JavaScript interpreter. Loading takes about a second, so the first formula
/// loads it. It renders one formula at a time.
/// </summary>
/// <param name="folder">The folder with katex.min.js, katex.min.css and contrib/mhchem.js.</param>
internal sealed class Katex(string folder)
{
    // Loading needs about a second of processor time, and a formula some milliseconds; a busy machine may need many times that.
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);
    private const int MaxCallDepth = 2000;
    private const int StackSize = 64 << 20;

    private readonly string _katex = Path.Combine(folder, "katex.min.js");
    private readonly string _mhchem = Path.Combine(folder, "contrib", "mhchem.js");
    private readonly string _styles = Path.Combine(folder, "katex.min.css");
    private readonly Lock _oneAtATime = new();
    private Engine? _engine;
    private volatile bool _isBroken;

    /// <summary>False also when the files are there but cannot be loaded.</summary>
    public bool IsInstalled => !_isBroken && File.Exists(_katex) && File.Exists(_mhchem);

    /// <summary>Changes when another version is installed.</summary>
    public string Version =>
        string.Join(
            ' ',
            new[] { _katex, _mhchem }.Select(path => new FileInfo(path)).Select(file => $"{file.Length} {file.LastWriteTimeUtc:O}")
        );

    public string Styles => File.Exists(_styles) ? File.ReadAllText(_styles) : "";

    /// <summary>
    /// KaTeX's HTML, which contains its MathML; or, if it refuses the formula, its message and the position in the TeX. Null if the formula
    /// exceeds a limit, or the files cannot be loaded.
    /// </summary>
    public (string Markup, string Message, int Position)? Render(string tex, bool isDisplayed)
    {
        lock (_oneAtATime)
        {
            (string, string, int)? result = null;
            // The interpreter recurses with the formula, and other threads may have a small stack.
            var thread = new Thread(() => result = RenderHere(tex, isDisplayed), StackSize);
            thread.Start();
            thread.Join();
            return result;
        }
    }

    private (string, string, int)? RenderHere(string tex, bool isDisplayed)
    {
        var isLoaded = false;
        try
        {
            _engine ??= Load();
            isLoaded = true;
            var result = _engine.Invoke("render", tex, isDisplayed).AsObject();
            return (result.Get("markup").AsString(), result.Get("message").AsString(), (int)result.Get("position").AsNumber());
        }
        catch (Exception failure) when (failure is JintException or TimeoutException or IOException or UnauthorizedAccessException)
        {
            // The engine stopped half-way, so its state is unknown.
            (_engine, _isBroken) = (null, !isLoaded);
            return null;
        }
    }

    private Engine Load()
    {
        var engine = new Engine(options => options.LimitRecursion(MaxCallDepth).TimeoutInterval(TimeLimit));
        engine.Execute("var self = this; var globalThis = this;");
        engine.Execute(File.ReadAllText(_katex));
        engine.Execute(File.ReadAllText(_mhchem));
        using var setup = new StreamReader(typeof(Katex).Assembly.GetManifestResourceStream("katex-setup.js")!);
        return engine.Execute(setup.ReadToEnd());
    }
}
