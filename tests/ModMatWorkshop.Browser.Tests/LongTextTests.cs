using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>Texts with long words, code, wide tables and lists, on a phone.</summary>
[Collection(nameof(Chromium))]
public sealed class LongTextTests(Chromium chromium) : IAsyncLifetime, IDisposable
{
    private const string Text = """

        Data: https://data.example.org/records/all_trajectories_and_potentials_for_the_benchmark_of_the_second_version_final.tar.gz and
        `pair_coeff_potential_generator_with_quadratic_terms_and_more_of_them`.

        ```
        mpirun -np 128 program -in in.melting_curve -var T 933 -var P 0.0 -log log.program -screen none -suffix omp
        ```

        | one column | another column | a third column | a fourth column | a fifth column | a sixth column |
        |---|---|---|---|---|--:|
        | incomprehensibilities | incomprehensibilities | incomprehensibilities | incomprehensibilities | x | 5 |

        1. first
        2. second
           - detail

        > quoted

        """;

    private const string Marks = """
        () => [...document.querySelectorAll('#abstract li')].map((item) =>
          [getComputedStyle(item).listStyleType, Math.round(item.getBoundingClientRect().left
            - document.querySelector('#abstract').getBoundingClientRect().left) > 8].join(' '))
        """;

    private readonly ContentCopy content = new();
    private SiteFactory site = null!;

    public Task InitializeAsync()
    {
        var abstractFile = Path.Combine(content.Path, "contributions", "p1.md");
        File.AppendAllText(abstractFile, Text);
        site = new() { ContentPath = content.Path };
        if (Chromium.WhyMissing is not null)
            return Task.CompletedTask;
        site.UseKestrel(0);
        site.StartServer();
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        site.Dispose();
        content.Dispose();
    }

    [BrowserTheory]
    [InlineData("/en/abstracts/p1")]
    [InlineData("/en/book")]
    public Task Nothing_in_a_text_makes_the_page_wider_than_a_phone(string path) =>
        chromium.VisitAsync(
            path,
            async page =>
            {
                Assert.Equal(Reader.Phone, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
                Faults.None(await Axe.ViolationsAsync(page));
            },
            Reader.On(Reader.Phone),
            site: site
        );

    [BrowserFact]
    public Task Items_of_lists_have_their_marks_and_are_indented() =>
        chromium.VisitAsync(
            "/en/abstracts/p1",
            async page => Assert.Equal(["decimal true", "decimal true", "\"– \" true"], await page.EvaluateAsync<string[]>(Marks)),
            Reader.On(Reader.Phone),
            site: site
        );
}
