namespace ModMatWorkshop.Domain.Organisers;

/// <summary>What an account is for. An account has one role or several.</summary>
[Flags]
public enum OrganiserRoles
{
    None = 0,

    /// <summary>Everything, and the accounts of the others.</summary>
    Organiser = 1,

    /// <summary>Edits the programme and all other content, and tells people what has changed.</summary>
    Programme = 2,

    /// <summary>Looks after the participants: list, seats, messages, printables, check-in.</summary>
    Registration = 4,

    /// <summary>Leads the call: assigns submissions, decides, sends the letters.</summary>
    Chair = 8,

    /// <summary>Reads and marks the submissions that are assigned to them.</summary>
    Reviewer = 16,

    /// <summary>Checks people in at the door.</summary>
    Helper = 32,

    /// <summary>Sees the figures and the content, no names of participants, and changes nothing.</summary>
    Reader = 64,
}
