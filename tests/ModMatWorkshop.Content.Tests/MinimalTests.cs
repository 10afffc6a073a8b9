using ModMatWorkshop.Domain;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Content.Tests;

/// <summary>A workshop of ten lines, one session and one talk.</summary>
public class MinimalTests
{
    private static readonly WorkshopContent Content = ContentFolder.Read(Repository.Minimal);

    [Fact]
    public void Its_check_warns_of_the_room_and_of_the_missing_pages_alone() =>
        Assert.Equal(
            [
                "pages/accessibility.md: The page is missing, so no page links to it.",
                "pages/contact.md: The page is missing, so no page links to it.",
                "pages/legal-notice.md: The page is missing, so no page links to it.",
                "pages/practical-info.md: The page is missing, so no page links to it.",
                "pages/privacy.md: The page is missing, so no page links to it.",
                "workshop.md: The room is not named.",
            ],
            Content.Problems.Select(p => $"{p.File}: {p.Message}")
        );

    [Fact]
    public void What_it_does_not_say_follows_from_what_it_says()
    {
        var workshop = Content.Workshop!;
        Assert.Equal(
            ("grains-2027", "2027", "grains-2027.example", "Grains 2027", "Grains and boundaries. Old Mill, Lille, 2027."),
            (workshop.Slug, workshop.Edition, workshop.UidDomain, workshop.Subtitle.En, workshop.Summary.In(Language.English))
        );
        Assert.Equal((new(2026, 9, 18), new(2027, 3, 17)), (workshop.RegistrationOpens, workshop.RegistrationCloses));
        Assert.Null(workshop.Contact);
    }
}
