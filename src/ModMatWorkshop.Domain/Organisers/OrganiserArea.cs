namespace ModMatWorkshop.Domain.Organisers;

/// <summary>The parts of the organisers' pages for which there are different rights.</summary>
public enum OrganiserArea
{
    /// <summary>Accounts, audit log, everything that is in no other area.</summary>
    Site,

    /// <summary>One's own account and the guide.</summary>
    Own,

    /// <summary>The dashboard, which names nobody, and the preview of the site.</summary>
    Overview,

    /// <summary>The content: programme, pages, pictures, announcements.</summary>
    Content,

    /// <summary>What a changed programme means for people: who is concerned, and the mail to them.</summary>
    ProgrammeNews,

    /// <summary>Participants, their mails, reports and printables, the settings of registration.</summary>
    Registration,

    CheckIn,

    /// <summary>All submissions, who reads them, and what is decided.</summary>
    Call,

    /// <summary>The submissions that one reads oneself.</summary>
    Review,

    /// <summary>Accepted submissions on their way into the content, which needs the rights of both.</summary>
    ProgrammeEntry,

    /// <summary>The call in numbers, which names nobody.</summary>
    CallReport,
}
