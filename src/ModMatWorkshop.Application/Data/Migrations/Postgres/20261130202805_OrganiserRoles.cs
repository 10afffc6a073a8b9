using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModMatWorkshop.Application.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class OrganiserRoles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "Role",
                table: "Organisers",
                newName: "Roles");
            // An account had one role, numbered from 0: organiser, helper. Now each role is a bit.
            migrationBuilder.Sql("""UPDATE "Organisers" SET "Roles" = CASE "Roles" WHEN 1 THEN 32 ELSE 1 END;""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""UPDATE "Organisers" SET "Roles" = CASE "Roles" WHEN 32 THEN 1 ELSE 0 END;""");
            migrationBuilder.RenameColumn(
                name: "Roles",
                table: "Organisers",
                newName: "Role");
        }
    }
}
