using System.Collections.Frozen;
using ModMatWorkshop.Content.Markdown;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>The organisers' guide in each language, and its chapter for each page of the administration.</summary>
public static class HelpChapters
{
    public const string Address = "/admin/help";

    /// <summary>The anchor of the chapter for each Razor page.</summary>
    public static readonly FrozenDictionary<string, string> OfPage = new Dictionary<string, string>
    {
        ["/Admin/Account/Index"] = "accounts-and-signing-in",
        ["/Admin/Account/Password"] = "accounts-and-signing-in",
        ["/Admin/Account/SecondFactor"] = "accounts-and-signing-in",
        ["/Admin/Attendees/Act"] = "batches",
        ["/Admin/Attendees/Claims"] = "roles-and-claims",
        ["/Admin/Attendees/Edit"] = "one-person",
        ["/Admin/Attendees/Import"] = "import-participants",
        ["/Admin/Attendees/Index"] = "find-people-and-export-the-list",
        ["/Admin/Attendees/New"] = "one-person",
        ["/Admin/Attendees/Person"] = "one-person",
        ["/Admin/Attendees/WalkIn"] = "the-day",
        ["/Admin/Batches/Batch"] = "batches",
        ["/Admin/Batches/Index"] = "batches",
        ["/Admin/Call/Assign"] = "the-call-for-abstracts",
        ["/Admin/Call/Decide"] = "the-call-for-abstracts",
        ["/Admin/Call/Corrections"] = "files-and-corrections",
        ["/Admin/Call/Files"] = "files-and-corrections",
        ["/Admin/Call/Index"] = "the-call-for-abstracts",
        ["/Admin/Call/Leave"] = "the-call-for-abstracts",
        ["/Admin/Call/Letters"] = "the-call-for-abstracts",
        ["/Admin/Call/Programme"] = "the-call-for-abstracts",
        ["/Admin/Call/Review/Index"] = "the-call-for-abstracts",
        ["/Admin/Call/Review/Submission"] = "the-call-for-abstracts",
        ["/Admin/Call/Submission"] = "the-call-for-abstracts",
        ["/Admin/Chairs/Index"] = "chairs-of-sessions",
        ["/Admin/Content/Draft"] = "the-shared-draft",
        ["/Admin/Content/History"] = "the-content-overview-history-pictures",
        ["/Admin/Content/Image"] = "the-content-overview-history-pictures",
        ["/Admin/Content/Images"] = "the-content-overview-history-pictures",
        ["/Admin/Content/Index"] = "the-content-overview-history-pictures",
        ["/Admin/Content/People"] = "the-content-overview-history-pictures",
        ["/Admin/Content/Person"] = "the-content-overview-history-pictures",
        ["/Admin/Content/Version"] = "the-content-overview-history-pictures",
        ["/Admin/Denied"] = "accounts-and-signing-in",
        ["/Admin/Editing/Editor"] = "edit-in-the-browser",
        ["/Admin/Editing/New"] = "edit-in-the-browser",
        ["/Admin/Fees/Import"] = "fees",
        ["/Admin/Fees/Index"] = "fees",
        ["/Admin/Fees/Person"] = "fees",
        ["/Admin/Fees/Record"] = "fees",
        ["/Admin/Help"] = "reference",
        ["/Admin/Index"] = "the-dashboard",
        ["/Admin/Invitations"] = "one-person",
        ["/Admin/Log"] = "audit-log-outbox-content",
        ["/Admin/Login"] = "accounts-and-signing-in",
        ["/Admin/Login/Code"] = "accounts-and-signing-in",
        ["/Admin/Login/Forgotten"] = "accounts-and-signing-in",
        ["/Admin/Login/Institution"] = "accounts-and-signing-in",
        ["/Admin/Login/Passkey"] = "accounts-and-signing-in",
        ["/Admin/Logout"] = "accounts-and-signing-in",
        ["/Admin/Mail/Delivery"] = "audit-log-outbox-content",
        ["/Admin/Mail/Index"] = "audit-log-outbox-content",
        ["/Admin/Mail/QueuedMail"] = "audit-log-outbox-content",
        ["/Admin/Messages/Index"] = "write-to-many-people",
        ["/Admin/Messages/Message"] = "write-to-many-people",
        ["/Admin/Messages/New"] = "write-to-many-people",
        ["/Admin/Options/Index"] = "options",
        ["/Admin/Options/Option"] = "options",
        ["/Admin/Organisers/Index"] = "accounts-and-signing-in",
        ["/Admin/Organisers/Organiser"] = "accounts-and-signing-in",
        ["/Admin/Password"] = "accounts-and-signing-in",
        ["/Admin/Presence"] = "after-the-workshop",
        ["/Admin/PresenceBatch"] = "after-the-workshop",
        ["/Admin/Preview"] = "preview-the-site-at-another-time",
        ["/Admin/Printables/Index"] = "print",
        ["/Admin/Printables/Printable"] = "print",
        ["/Admin/Printables/Progress"] = "print",
        ["/Admin/ProgrammeChange"] = "move-a-session-or-the-workshop-add-or-drop-a-session",
        ["/Admin/ProgrammeNews"] = "tell-people-what-has-changed",
        ["/Admin/Reports/Report"] = "find-people-and-export-the-list",
        ["/Admin/Settings"] = "settings",
        ["/Admin/Setup"] = "accounts-and-signing-in",
        ["/Admin/Start"] = "three-months-before",
        ["/Admin/Timetable"] = "the-timetable",
        ["/Admin/Today"] = "the-day",
        ["/CheckIn/Index"] = "the-day",
        ["/CheckIn/Ticket"] = "the-day",
        ["/CheckIn/WalkIn"] = "the-day",
    }.ToFrozenDictionary();

    // Embedded, so that a published site has the guide of its own version.
    private static readonly FrozenDictionary<Language, Lazy<Guide>> Guides = new Dictionary<Language, Lazy<Guide>>
    {
        [Language.French] = new(() => Read("organisers.fr.md", Language.French)),
        [Language.English] = new(() => Read("organisers.md", Language.English)),
    }.ToFrozenDictionary();

    public static Guide In(Language language) => Guides[language].Value;

    /// <summary>The address of the chapter for a Razor page; that of the whole guide for a page without one.</summary>
    public static string AddressFor(string? page) =>
        page is not null && OfPage.TryGetValue(page, out var anchor) ? $"{Address}#{anchor}" : Address;

    private static Guide Read(string name, Language language)
    {
        using var stream = typeof(HelpChapters).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return Guide.Parse(reader.ReadToEnd(), language.Tag());
    }
}
