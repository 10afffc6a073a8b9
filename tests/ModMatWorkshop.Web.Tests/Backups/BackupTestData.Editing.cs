using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Tests.Backups;

/// <content>The tables of editing.</content>
internal static partial class BackupTestData
{
    private static IEnumerable<object> EditingRows(Organiser organiser, DateTimeOffset now) =>
        [
            new Announcement
            {
                Text = new("Le café est servi.", "Coffee is served."),
                From = now,
                Until = now.AddHours(1),
            },
            new ContentDraft
            {
                OrganiserId = organiser.Id,
                File = "pages/contact.md",
                Fields = new Dictionary<string, string> { ["body"] = "Écrivez-nous." },
                At = now,
            },
            new ProgrammeVersion
            {
                Number = 1,
                At = now,
                Changes = new([], []),
            },
        ];
}
