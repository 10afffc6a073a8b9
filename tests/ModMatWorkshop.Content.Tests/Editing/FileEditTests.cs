using ModMatWorkshop.Content.Editing;

namespace ModMatWorkshop.Content.Tests.Editing;

public sealed class FileEditTests
{
    private const string Session = """
        ---
        # The first morning.
        session: 1   # the number
        date: 2021-09-22

        title: "Opening"
        chair: 'Ada Lovelace'
        slots:
          # Doors open.
          - { start: "09:00", end: "09:30", slug: doors, kind: break, title: { fr: "Accueil", en: "Welcome" } }
          # By Ada.
          - { start: "09:30", end: "10:00", contribution: O1 }   # moved twice

          - start: "10:00"
            end: "10:30"
            contribution: O2
          # The end.
        notes: []
        ---
        """;

    [Theory]
    [InlineData("session", "2", "session: 1   # the number", "session: 2   # the number")]
    [InlineData("session", "two: 2", "session: 1   # the number", "session: \"two: 2\"   # the number")]
    [InlineData("title", "It's \"on\"\n", "title: \"Opening\"", "title: \"It's \\\"on\\\"\\n\"")]
    [InlineData("chair", "Grace O'Hara", "chair: 'Ada Lovelace'", "chair: 'Grace O''Hara'")]
    [InlineData("slots.0.title.en", "Hello", "en: \"Welcome\" }", "en: \"Hello\" }")]
    [InlineData("slots.1.contribution", "O7", "contribution: O1 }   # moved twice", "contribution: O7 }   # moved twice")]
    [InlineData("slots.1.contribution", "a, b", "contribution: O1 }", "contribution: \"a, b\" }")]
    [InlineData("title.en", "Opening", "", "")]
    [InlineData("title.en", "Start", "title: \"Opening\"", "title: { fr: \"Opening\", en: \"Start\" }")]
    [InlineData("title.fr", "Ouverture", "title: \"Opening\"", "title: { fr: \"Ouverture\", en: \"Opening\" }")]
    [InlineData("slots.0.title.en", null, "title: { fr: \"Accueil\", en: \"Welcome\" }", "title: \"Accueil\"")]
    [InlineData("slots.0.title.fr", "", "title: { fr: \"Accueil\", en: \"Welcome\" }", "title: \"Welcome\"")]
    [InlineData("slots.0.title", "Hello", "title: { fr: \"Accueil\", en: \"Welcome\" }", "title: \"Hello\"")]
    [InlineData("half_day", "morning", "date: 2021-09-22\n", "date: 2021-09-22\nhalf_day: morning\n")]
    [InlineData("room", "Main hall", "date: 2021-09-22\n", "date: 2021-09-22\nroom: \"Main hall\"\n")]
    [InlineData("stream", "https://a.example", "'Ada Lovelace'\n", "'Ada Lovelace'\nstream: \"https://a.example\"\n")]
    [InlineData("note", "Later", "  # The end.\n", "  # The end.\nnote: \"Later\"\n")]
    [InlineData("slots.1.cancelled", "true", "contribution: O1 }", "contribution: O1, cancelled: true }")]
    [InlineData("slots.1.room", "main", "end: \"10:00\", contribution", "end: \"10:00\", room: main, contribution")]
    [InlineData("slots.0.date", "2021-09-22", "- { start: \"09:00\"", "- { date: 2021-09-22, start: \"09:00\"")]
    [InlineData("slots.2.date", "2021-09-22", "- start: \"10:00\"", "- date: 2021-09-22\n    start: \"10:00\"")]
    [InlineData("slots.2.cancelled", "true", "contribution: O2\n", "contribution: O2\n    cancelled: true\n")]
    [InlineData("slots.2.moved_from.start", "11:00", "contribution: O2\n", "contribution: O2\n    moved_from: { start: \"11:00\" }\n")]
    [InlineData("slots.2.start", null, "- start: \"10:00\"\n    end", "- end")]
    [InlineData("slots.2.contribution", null, "    contribution: O2\n", "")]
    [InlineData("slots.0.start", null, "{ start: \"09:00\", end", "{ end")]
    [InlineData("title", null, "title: \"Opening\"\n", "")]
    [InlineData("session", null, "session: 1   # the number\n", "")]
    [InlineData("slots.1", null, "  # By Ada.\n  - { start: \"09:30\", end: \"10:00\", contribution: O1 }   # moved twice\n", "")]
    [InlineData("missing", null, "", "")]
    public void A_value_changes_and_nothing_else(string path, string? value, string old, string changed)
    {
        var text = Session.ReplaceLineEndings("\n") + "\n";
        var edit = new FileEdit(text);
        edit.Set(path, value);
        Assert.Equal(old.Length == 0 ? text : text.Replace(old.ReplaceLineEndings("\n"), changed.ReplaceLineEndings("\n")), edit.Text);
    }

    [Theory]
    [InlineData("text: |\n  one\n  two\nlast: 1", "three\n\n  four", "text: |\n  three\n\n    four\nlast: 1")]
    [InlineData("text: |- # why\n    one\n\nlast: 1", "two", "text: |- # why\n    two\n\nlast: 1")]
    [InlineData("text: >\n  one\n  more\n\n  two\nlast: 1", "three\nfour", "text: >\n  three\n\n  four\nlast: 1")]
    [InlineData("text: |- # why\n  one\nlast: 1", "  two", "text: \"  two\" # why\nlast: 1")]
    [InlineData("text: \"one\n  more\"\nlast: 1", "two", "text: \"two\"\nlast: 1")]
    [InlineData("text: one\n  more # why\nlast: 1", "two", "text: two # why\nlast: 1")]
    [InlineData("text:\nlast: 1", "two", "text: two\nlast: 1")]
    [InlineData("text: # why\nlast: 1", "Two", "text: \"Two\" # why\nlast: 1")]
    [InlineData("last: 1", "one\ntwo", "last: 1\ntext: |-\n  one\n  two")]
    [InlineData("a: { b: 1,\n  c: [\n    d ] }", "Two", "a: { b: 1,\n  c: [\n    d ] }\ntext: \"Two\"")]
    public void A_text_keeps_its_kind_of_block(string yaml, string value, string expected)
    {
        var edit = new FileEdit($"---\n{yaml}\n---\n");
        edit.Set("text", value);
        Assert.Equal(($"---\n{expected}\n---\n", value), (edit.Text, edit.Value("text")));
    }

    [Fact]
    public void A_plain_text_in_a_list_gets_a_key_of_its_own_beside_another_one()
    {
        var edit = new FileEdit("---\naffiliations:\n  - \"LAAS, Toulouse\"   # first\n  - LPCT\n---\n");
        Assert.Equal(("LAAS, Toulouse", null), (edit.Value("affiliations.0.text"), edit.Value("affiliations.0.key")));
        edit.Set("affiliations.0.key", "LAAS");
        edit.Set("affiliations.1.text", "LPCT, Nancy");
        Assert.Equal("---\naffiliations:\n  - { text: \"LAAS, Toulouse\", key: \"LAAS\" }   # first\n  - LPCT, Nancy\n---\n", edit.Text);
    }

    [Theory]
    [InlineData("venue: Hall", "venue: { city: \"Lille, F\" }")]
    [InlineData("venue: [1, 2]", "venue: { city: \"Lille, F\" }")]
    [InlineData("venue:\n  - 1\nlast: 2", "venue: { city: \"Lille, F\" }\nlast: 2")]
    public void A_value_of_the_wrong_kind_gives_way(string yaml, string expected)
    {
        var edit = new FileEdit($"---\n{yaml}\n---\n");
        edit.Set("venue.city", "Lille, F");
        Assert.Equal($"---\n{expected}\n---\n", edit.Text);
    }

    [Fact]
    public void Maps_that_are_missing_are_added_with_a_value_and_go_with_the_last()
    {
        const string Text = "---\nvenue:\n  name: \"Hall\"\n  city: \"Lille\"\n---\n";
        var edit = new FileEdit(Text);
        edit.Set("venue.coordinates.longitude", "3.06");
        edit.Set("venue.coordinates.latitude", "50.63");
        edit.Set("venue.room.fr", "Salle 1");
        Assert.Equal(
            "---\nvenue:\n  name: \"Hall\"\n  room: { fr: \"Salle 1\" }\n  city: \"Lille\"\n"
                + "  coordinates: { latitude: 50.63, longitude: 3.06 }\n---\n",
            edit.Text
        );
        var other = new FileEdit(edit.Text);
        foreach (var path in new[] { "venue.coordinates.longitude", "venue.coordinates.latitude", "venue.room.fr" })
            other.Set(path, null);
        Assert.Equal(Text, other.Text);
    }

    [Fact]
    public void An_inserted_item_is_written_like_its_neighbours()
    {
        var edit = new FileEdit(Session);
        edit.Insert("slots", 0, [("start", "08:00"), ("end", "09:00"), ("slug", "coffee"), ("title.fr", "Café"), ("title.en", "Coffee")]);
        edit.Insert("slots", 4, [("start", "11:00"), ("end", "11:30"), ("contribution", "O3"), ("room", "")]);
        Assert.Equal(
            Session
                .Replace(
                    "  # Doors",
                    "  - { start: \"08:00\", end: \"09:00\", slug: coffee, title: { fr: \"Café\", en: \"Coffee\" } }\n  # Doors"
                )
                .Replace("contribution: O2\n", "contribution: O2\n  - start: \"11:00\"\n    end: \"11:30\"\n    contribution: O3\n"),
            edit.Text
        );
    }

    [Theory]
    [InlineData("session: 1", "session: 1\nslots:\n  - { start: \"08:00\", slug: tea }")]
    [InlineData("session: 1\nslots: []  # none yet", "session: 1\nslots:\n  - { start: \"08:00\", slug: tea }  # none yet")]
    [InlineData("session: 1\nslots:", "session: 1\nslots:\n  - { start: \"08:00\", slug: tea }")]
    [InlineData("{ session: 1 }", "{ session: 1, slots: [{ start: \"08:00\", slug: tea }] }")]
    public void A_list_begins_with_its_first_item(string yaml, string expected)
    {
        var edit = new FileEdit($"---\n{yaml}\n---\n");
        edit.Insert("slots", 0, [("start", "08:00"), ("slug", "tea")]);
        Assert.Equal($"---\n{expected}\n---\n", edit.Text);
    }

    [Fact]
    public void An_item_moves_with_its_comments()
    {
        var edit = new FileEdit("---\nslots:\n  # a\n  - 1 # one\n\n  - 2\n  # c\n  # c\n  - 3\nlast: [x, y, z]\n---\n");
        edit.Move("slots", 0, 2);
        edit.Move("last", 2, 0);
        Assert.Equal("---\nslots:\n  - 2\n\n  # c\n  # c\n  - 3\n  # a\n  - 1 # one\nlast: [z, x, y]\n---\n", edit.Text);
    }

    [Fact]
    public void A_list_without_items_goes()
    {
        var edit = new FileEdit("---\na: [1]\nb:\n  # one\n  - 1\nc: 2\n---\n");
        edit.Remove("b.0");
        edit.Remove("a.0");
        Assert.Equal("---\nc: 2\n---\n", edit.Text);
    }

    [Theory]
    [InlineData("chair: \"Ada\"", new[] { "Ada", "Bob" }, "chair: [\"Ada\", \"Bob\"]")]
    [InlineData("chair: \"Ada\"", new[] { "Bob" }, "chair: \"Bob\"")]
    [InlineData("session: 1", new[] { "Bob" }, "session: 1\nchair: \"Bob\"")]
    [InlineData("session: 1", new[] { "Ada", "Bob" }, "session: 1\nchair:\n  - \"Ada\"\n  - \"Bob\"")]
    [InlineData(
        "chair:\n  - Ada # a\n  - Bob # b\n  - Cyd # c",
        new[] { "Ada", "Xan", "Cyd" },
        "chair:\n  - Ada # a\n  - Xan # b\n  - Cyd # c"
    )]
    [InlineData("chair:\n  - Ada # a\n  - Bob # b\n  - Cyd # c", new[] { "Ada", "Cyd" }, "chair:\n  - Ada # a\n  - Cyd # c")]
    [InlineData("chair:\n  - Ada # a\n  - Cyd # c", new[] { "Ada", "Bob", "Cyd" }, "chair:\n  - Ada # a\n  - Bob\n  - Cyd # c")]
    [InlineData("session: 1\nchair: [Ada]", new string[0], "session: 1")]
    public void A_list_of_texts_keeps_the_lines_that_stay(string yaml, string[] texts, string expected)
    {
        var edit = new FileEdit($"---\n{yaml}\n---\n");
        edit.SetTexts("chair", texts);
        Assert.Equal($"---\n{expected}\n---\n", edit.Text);
        Assert.Equal(texts, edit.TextsOf("chair"));
    }

    [Theory]
    [InlineData("---\na: 1\n---\n", "Text", "---\na: 1\n---\n\nText\n")]
    [InlineData("---\na: 1\n---", "Text", "---\na: 1\n---\n\nText\n")]
    [InlineData("---\na: 1\n---\nOld", "New\n\n", "---\na: 1\n---\nNew")]
    [InlineData("---\r\na: 1\r\n---\r\n\r\nOld\r\n", "One\nTwo", "---\r\na: 1\r\n---\r\n\r\nOne\r\nTwo\r\n")]
    [InlineData("---\na: 1\n---\n\nOld\n", "", "---\na: 1\n---\n")]
    [InlineData("Old\n", "---\nx: 1\n---\n", "\n---\nx: 1\n---\n")]
    [InlineData("", "Text", "Text\n")]
    public void A_body_keeps_the_lines_around_it(string text, string body, string expected) =>
        Assert.Equal(expected, new FileEdit(text) { Body = body }.Text);

    [Theory]
    [InlineData("---\na: 1\n")]
    [InlineData("---\na: [1\n---\n")]
    [InlineData("---\n- a\n---\n")]
    [InlineData("---\na: &x 1\nb: *x\n---\n")]
    [InlineData("---\na: 1\n...\nb: 2\n---\n")]
    public void A_file_that_cannot_be_read_is_not_edited(string text) => Assert.Null(FileEdit.Open(text));

    [Fact]
    public void The_place_of_a_problem_leads_to_the_value()
    {
        var edit = new FileEdit(Session);
        Assert.Equal("session", edit.PathAt(3, 10)?.ToString());
        Assert.Equal("slots.0.title.en", edit.PathAt(10, 91)?.ToString());
        Assert.Equal("slots.2", edit.PathAt(14, 5)?.ToString());
        Assert.Null(edit.PathAt(1, 1));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void The_same_text_in_both_languages_is_removed_in_one_and_set_back(string language)
    {
        const string text = "---\ntitle: { fr: \"Introduction\", en: \"Introduction\" } # printed\n---\n";
        var edit = new FileEdit(text);
        var path = FieldPath.Parse($"title.{language}");

        edit.Set(path, "");
        edit.Set(path, "Introduction");

        Assert.Equal(text, edit.Text);
    }
}
