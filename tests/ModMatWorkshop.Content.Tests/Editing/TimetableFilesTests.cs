using System.Globalization;
using System.Text.RegularExpressions;
using ModMatWorkshop.Content.Editing;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Programme.Editing;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Content.Tests.Editing;

/// <summary>What operations on the timetable change in the files of two workshops, line by line.</summary>
public partial class TimetableFilesTests
{
    [Fact]
    public void Other_hours_change_the_line_of_the_row_alone() =>
        Assert.Equal(
            [
                """sessions/session-2.md -  - { start: "10:10", end: "10:40", contribution: O7 }""",
                """sessions/session-2.md +  - { start: "10:15", end: "10:40", contribution: O7 }""",
            ],
            Changed(Repository.Content, "2021-08-01", "hours o7 10:15 10:40")
        );

    [Fact]
    public void On_the_day_the_old_hours_are_kept_for_readers() =>
        Assert.Equal(
            [
                """sessions/session-4.md -  - { start: "12:00", end: "12:30", contribution: O18 }""",
                """sessions/session-4.md +  - { start: "12:10", end: "12:40", contribution: O18, """
                    + """moved_from: { start: "12:00", end: "12:30" } }""",
            ],
            Changed(Repository.Content, "2021-09-24", "later o18 10")
        );

    [Fact]
    public void Neighbours_that_are_swapped_change_places_in_the_file() =>
        Assert.Equal(
            [
                """sessions/session-2.md -  - { start: "09:00", end: "09:40", contribution: I2 }""",
                """sessions/session-2.md -  - { start: "09:40", end: "10:10", contribution: O6 }""",
                """sessions/session-2.md +  - { start: "09:00", end: "09:30", contribution: O6 }""",
                """sessions/session-2.md +  - { start: "09:30", end: "10:10", contribution: I2 }""",
            ],
            Changed(Repository.Content, "2021-08-01", "swap i2 o6")
        );

    [Fact]
    public void A_row_that_moves_to_another_session_takes_its_keys_and_its_place() =>
        Assert.Equal(
            [
                """sessions/session-2.md +  - { start: "09:30", end: "09:50", contribution: O15, note }""",
                """sessions/session-4.md -  - { start: "10:10", end: "10:30", contribution: O15, note }""",
            ],
            Changed(Repository.Content, "2021-08-01", "move o15 2 09:30")
        );

    [Theory]
    [InlineData("cancel o7 * *", "cancelled: true }")]
    [InlineData("cancel o7 Souffrant *", "cancelled: true, cancelled_because: \"Souffrant\" }")]
    [InlineData("cancel o7 Souffrant Ill", "cancelled: true, cancelled_because: { fr: \"Souffrant\", en: \"Ill\" } }")]
    public void A_cancellation_is_written_with_its_reason(string operation, string written) =>
        Assert.Equal(
            [
                """sessions/session-2.md -  - { start: "10:10", end: "10:40", contribution: O7 }""",
                $$"""sessions/session-2.md +  - { start: "10:10", end: "10:40", contribution: O7, {{written}}""",
            ],
            Changed(Repository.Content, "2021-09-23", operation)
        );

    [Theory]
    [InlineData("cancel o7 Souffrant Ill", "restore o7")]
    [InlineData("later o13 10", "hours o13 16:30 17:00")]
    [InlineData("swap i2 o6", "swap i2 o6")]
    [InlineData("swap o6 coffee-thursday-afternoon", "swap o6 coffee-thursday-afternoon")]
    [InlineData("move o7 3 17:00", "move o7 2 10:10")]
    [InlineData("remove o18", "schedule o18 4 12:00 12:30")]
    [InlineData("insert 2 10:30 11:00 Break Pause Break", "remove pause")]
    [InlineData("insert 2021-09-22 18:00 19:00 Social Verre Drinks", "remove verre")]
    public void What_is_saved_and_taken_back_leaves_the_files_as_they_were(string first, string second)
    {
        var (timetable, texts) = (Timetable(Repository.Content), Texts(Repository.Content).ToDictionary(f => f.Name, f => f.Text));
        var now = texts.ToDictionary();
        foreach (var operation in new[] { first, second })
        {
            var after = TimetableEditor.Apply(timetable, TimetableOperation.Parse(operation)!).Timetable;
            after = after.WithMovedHours(timetable, new(2021, 9, 23));
            var files = new TimetableFiles(now.Select(t => (t.Key, t.Value)));
            Assert.True(files.TryWrite(timetable, after));
            Assert.NotEmpty(files.Changed);
            foreach (var (name, text) in files.Changed)
                now[name] = text;
            timetable = after;
        }
        Assert.Equal(texts, now);
    }

    [Fact]
    public void A_new_row_is_written_like_its_neighbours() =>
        Assert.Equal(
            [
                """sessions/session-4.md +  - { start: "12:30", end: "12:40", slug: cloture, kind: opening, """
                    + """title: { fr: "Clôture", en: "Closing" } }""",
            ],
            Changed(Repository.Content, "2021-08-01", "insert 4 12:30 12:40 Opening Cl%C3%B4ture Closing")
        );

    [Fact]
    public void A_row_outside_sessions_has_its_date() =>
        Assert.Equal(
            [
                "workshop.md +  - date: 2021-09-24",
                "workshop.md +    start: \"12:40\"",
                "workshop.md +    end: \"13:30\"",
                "workshop.md +    slug: adieu",
                "workshop.md +    kind: social",
                "workshop.md +    title: \"Adieu\"",
            ],
            Changed(Repository.Content, "2021-08-01", "insert 2021-09-24 12:40 13:30 Social Adieu *")
        );

    [Fact]
    public void A_talk_that_is_removed_and_scheduled_elsewhere_moves() =>
        Assert.Equal(
            [
                """sessions/session-1.md +  - { start: "17:00", end: "17:30", contribution: O7 }""",
                """sessions/session-2.md -  - { start: "10:10", end: "10:40", contribution: O7 }""",
            ],
            Changed(Repository.Content, "2021-08-01", "remove o7", "schedule o7 1 17:00 17:30").Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_room_is_written_only_where_it_is_not_that_of_the_session() =>
        Assert.Equal(
            [
                """sessions/session-4.md -  - { start: "09:00", end: "09:40", contribution: O1 }""",
                """sessions/session-4.md +  - { start: "09:00", end: "09:40", room: studio, contribution: O1 }""",
            ],
            Changed(Repository.TwoRooms, "2026-01-01", "room o1 studio")
        );

    [Fact]
    public void A_panel_keeps_its_speakers_in_another_session() =>
        Assert.Equal(
            [
                """sessions/session-3.md -  - { start: "14:30", end: "16:00", slug: panel-data, kind: panel, """
                    + """title: "Who curates the data?", chair: "Noémie Tanguay", """
                    + """moderator: "Solveig Aas", speakers: [{ name: "Ingrid Vaara", lab: "Taiga Lab", """
                    + """town: "Oulu" }, { name: "Solveig Aas", lab: "Fjord College", town: "Bergen" }, "Tomás Quiroga"] }""",
                """sessions/session-6.md +  - { start: "15:30", end: "17:00", slug: panel-data, kind: panel, """
                    + """title: "Who curates the data?", chair: "Noémie Tanguay", """
                    + """moderator: "Solveig Aas", speakers: [{ name: "Ingrid Vaara", lab: "Taiga Lab", """
                    + """town: "Oulu" }, { name: "Solveig Aas", lab: "Fjord College", town: "Bergen" }, "Tomás Quiroga"] }""",
            ],
            Changed(Repository.TwoRooms, "2026-01-01", "move panel-data 6 15:30")
        );

    [Fact]
    public void Files_that_do_not_have_the_row_are_not_written()
    {
        var before = Timetable(Repository.Content);
        var after = TimetableEditor.Apply(before, TimetableOperation.Parse("later o7 5")!).Timetable;
        var files = new TimetableFiles(Texts(Repository.Content).Where(f => f.Name != "sessions/session-2.md"));
        Assert.False(files.TryWrite(before, after));
    }

    private static IEnumerable<string> Changed(string folder, string today, params string[] operations)
    {
        var before = Timetable(folder);
        var result = TimetableEditor.Apply(before, operations.Select(o => TimetableOperation.Parse(o)!));
        Assert.DoesNotContain(result.Notes, n => n.IsRefusal);
        var texts = Texts(folder).ToDictionary(f => f.Name, f => f.Text);
        var files = new TimetableFiles(texts.Select(t => (t.Key, t.Value)));
        Assert.True(
            files.TryWrite(
                before,
                result.Timetable.WithMovedHours(before, DateOnly.ParseExact(today, "yyyy-MM-dd", CultureInfo.InvariantCulture))
            )
        );
        foreach (var (name, text) in files.Changed)
        {
            var (old, now) = (texts[name].Split('\n').ToList(), text.Split('\n').ToList());
            foreach (var line in old.Where(l => !now.Contains(l)))
                yield return $"{name} -{WithoutNote(line)}";
            foreach (var line in now.Where(l => !old.Contains(l)))
                yield return $"{name} +{WithoutNote(line)}";
        }
    }

    private static string WithoutNote(string line) => LongNote().Replace(line, "note");

    [GeneratedRegex("note: \"[^\"]*\"")]
    private static partial Regex LongNote();

    private static EditedTimetable Timetable(string folder)
    {
        var content = ContentFolder.Read(folder);
        return EditedTimetable.Of(
            content.Workshop!,
            content.Sessions,
            content.Slots,
            [
                .. content
                    .Contributions.Where(c => c.Kind != ContributionKind.Poster)
                    .Select(c => new EditedTalk(c.Code, c.Title, SlotKinds.Of(c.Kind), [.. c.Speakers.Select(s => s.Name)])),
            ]
        );
    }

    private static IEnumerable<(string Name, string Text)> Texts(string folder) =>
        ContentFolder
            .Files(folder)
            .Select(path => (Name: Path.GetRelativePath(folder, path).Replace('\\', '/'), Text: File.ReadAllText(path)))
            .Where(f => f.Name == "workshop.md" || f.Name.StartsWith("sessions/", StringComparison.Ordinal));
}
