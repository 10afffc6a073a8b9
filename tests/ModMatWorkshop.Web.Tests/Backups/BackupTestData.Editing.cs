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
            new ContentFileVersion
            {
                Save = Guid.NewGuid(),
                Name = "pages/contact.md",
                Content = "Écrivez-nous."u8.ToArray(),
                Hash = "c0ffee",
                At = now,
                Actor = "organiser 1",
                Kind = ContentChangeKind.Edited,
                State = ContentVersionState.Draft,
                BasedOn = 1,
            },
            new ProgrammeVersion
            {
                Number = 1,
                At = now,
                Changes = new([], []),
            },
        ];
}
