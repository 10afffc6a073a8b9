using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Content;
using ModMatWorkshop.Content.Editing;

namespace ModMatWorkshop.Web.Pages.Admin.Content;

/// <summary>All people that the content names, where each is named, and what the check says about them.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PeopleModel(PeopleService service) : PageModel
{
    public IReadOnlyList<NamedPerson> People { get; private set; } = [];

    /// <summary>Those with two spellings, a namesake or another problem.</summary>
    public IReadOnlyList<(NamedPerson Person, IReadOnlyList<Problem> Problems)> Doubtful { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var (people, problems) = await service.ReadAsync(cancel);
        People = people.All;
        Doubtful =
        [
            .. People
                .Select(p => (Person: p, Problems: people.ProblemsOf(p, problems)))
                .Where(p => p.Problems.Count > 0 || p.Person.Spellings.Count > 1),
        ];
    }
}
