using System.Text.RegularExpressions;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests;

/// <summary>The rooms of the house and which may know which: Archive, Pages, Commands and Backups, then Registrations, Content, Exports and Documents, then Mail and Security, then Data and Text. Never back.</summary>
public sealed partial class ArrowsTests
{
    private static readonly string Web = Path.Combine(Repository.Root, "src", "ModMatWorkshop.Web");

    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Commands"] = ["Archive", "Backups", "Content", "Data", "Documents", "Exports", "Mail", "Registrations", "Security", "Text"],
        ["Archive"] = ["Data", "Pages", "Text"],
        ["Pages"] = ["Content", "Data", "Documents", "Exports", "Mail", "Registrations", "Security", "Store", "Text"],
        ["Store"] = ["Data", "Security"],
        ["Backups"] = ["Data", "Registrations", "Security"],
        ["Registrations"] = ["Content", "Data", "Mail", "Security", "Text"],
        ["Documents"] = ["Data", "Exports", "Text"],
        ["Exports"] = ["Data", "Text"],
        ["Content"] = ["Data"],
        ["Mail"] = ["Data", "Exports", "Security", "Text"],
        ["Security"] = ["Data", "Text"],
        ["Text"] = ["Content", "Data"],
        ["Data"] = [],
    };

    public static TheoryData<string> Rooms => [.. Directory.GetDirectories(Web).Select(folder => Path.GetFileName(folder)).Where(name => name is not ("bin" or "obj" or "Properties"))];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_knows_only_those_below_it(string room)
    {
        var known = Directory.EnumerateFiles(Path.Combine(Web, room), "*.cs*", SearchOption.AllDirectories)
            .SelectMany(file => RoomNamed().Matches(File.ReadAllText(file)).Select(match => (File: Path.GetRelativePath(Web, file), Room: match.Groups["room"].Value)))
            .Where(use => MayKnow.ContainsKey(use.Room) && use.Room != room);

        Assert.Equal([], known.Where(use => !MayKnow[room].Contains(use.Room)).Select(use => $"{use.File} knows {use.Room}").Distinct());
    }

    [Fact]
    public void What_works_in_the_background_keeps_away_from_the_threads_that_wait_for_the_sockets() =>
        Assert.Equal([], Directory.EnumerateFiles(Web, "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file) is var code && code.Contains(": BackgroundService", StringComparison.Ordinal) && !code.Contains("await WorkerThreads.Enter();", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Web, file)));

    [Fact]
    public void The_domain_knows_no_package_and_no_other_project() =>
        Assert.DoesNotMatch("PackageReference|ProjectReference|FrameworkReference", File.ReadAllText(Path.Combine(Repository.Root, "src", "ModMatWorkshop.Domain", "ModMatWorkshop.Domain.csproj")));

    [GeneratedRegex(@"ModMatWorkshop\.Web\.(?<room>[A-Z][a-z]+)\b")]
    private static partial Regex RoomNamed();
}
