using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Store;

/// <summary>How often a public page asks the database when it is rendered.</summary>
public sealed class QueriesTests(QueriesTests.CountedSite site) : IClassFixture<QueriesTests.CountedSite>
{
    private const int Most = 3;

    /// <summary>Counts what is asked in the course of one request, and nothing that happens beside it.</summary>
    public sealed class CountedSite : SiteFactory, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        private readonly AsyncLocal<List<string>?> _asked = new();
        private readonly IDisposable _listening;

        public CountedSite() => _listening = DiagnosticListener.AllListeners.Subscribe(this);

        public async Task<IReadOnlyList<string>> QueriesOfAsync(string address)
        {
            Server.PreserveExecutionContext = true;
            using var client = CreateClient();
            _asked.Value = [];
            using var answer = await client.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return _asked.Value;
        }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore")
                value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuted.Name && value.Value is CommandExecutedEventData data)
                _asked.Value?.Add(data.Command.CommandText);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        protected override void Dispose(bool disposing)
        {
            _listening.Dispose();
            base.Dispose(disposing);
        }
    }

    public static TheoryData<string> Pages => [.. Routes.All.Where(r => r.IsSameForEverybody).Select(r => r.Path(Language.French, r == Routes.Speaker ? "julien-lam" : "o1"))];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_public_page_asks_the_database_three_times_at_most(string address)
    {
        await site.QueriesOfAsync(address + "?first");
        var asked = await site.QueriesOfAsync(address + "?again");

        Assert.True(asked.Count <= Most, $"{asked.Count} queries:\n\n{string.Join("\n\n", asked)}");
    }
}
