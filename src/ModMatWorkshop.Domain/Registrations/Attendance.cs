namespace ModMatWorkshop.Domain.Registrations;

public enum Attendance
{
    InPerson,
    Remote,
}
