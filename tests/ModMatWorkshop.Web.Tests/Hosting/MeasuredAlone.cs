namespace ModMatWorkshop.Web.Tests.Hosting;

/// <summary>Tests that measure time or CPU run one after the other, when no other test runs.</summary>
[CollectionDefinition(nameof(MeasuredAlone), DisableParallelization = true)]
public sealed class MeasuredAlone;
