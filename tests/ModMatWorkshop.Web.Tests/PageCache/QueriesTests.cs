using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.PageCache;

/// <summary>How many queries a public page sends to the database when it is rendered.</summary>
public sealed class QueriesTests(QueriesTests.CountedSite site) : IClassFixture<QueriesTests.CountedSite>
{
    private const int MaxQueries = 3;

    /// <summary>Records the queries of one request, but not those of background services at the same time.</summary>
    public sealed class CountedSite : SiteFactory, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        private readonly AsyncLocal<List<string>?> _queries = new();
        private readonly IDisposable _subscription;

        public CountedSite() => _subscription = DiagnosticListener.AllListeners.Subscribe(this);

        public async Task<IReadOnlyList<string>> QueriesOfAsync(string address)
        {
            Server.PreserveExecutionContext = true;
            using var client = CreateClient();
            _queries.Value = [];
            using var response = await client.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            return _queries.Value;
        }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore")
                value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuted.Name && value.Value is CommandExecutedEventData data)
                _queries.Value?.Add(data.Command.CommandText);
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }

        protected override void Dispose(bool disposing)
        {
            _subscription.Dispose();
            base.Dispose(disposing);
        }
    }

    public static TheoryData<string> Pages =>
        [
            .. Routes
                .All.Where(r => r.IsCacheable && r != Routes.OwnPage)
                .Select(r => r.Path(WorkshopLanguages.Default, Language.French, r == Routes.Speaker ? "julien-lam" : "o1")),
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Rendering_a_public_page_takes_at_most_three_queries(string address)
    {
        await site.QueriesOfAsync(address + "?first");
        var queries = await site.QueriesOfAsync(address + "?again");

        Assert.True(queries.Count <= MaxQueries, $"{queries.Count} queries:\n\n{string.Join("\n\n", queries)}");
    }
}
