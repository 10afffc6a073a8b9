using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>The site long after the workshop, shared by all tests that only read it.</summary>
[CollectionDefinition(nameof(Archive))]
public sealed class Archive : ICollectionFixture<SiteFactory>;

/// <summary>The same site on each database.</summary>
[CollectionDefinition(nameof(OnEachDatabase))]
public sealed class OnEachDatabase : ICollectionFixture<SiteOnEachDatabase>;
