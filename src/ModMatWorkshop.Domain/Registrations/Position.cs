namespace ModMatWorkshop.Domain.Registrations;

public enum Position
{
    PhdStudent,
    Postdoc,
    PermanentStaff,
    Other,
}
