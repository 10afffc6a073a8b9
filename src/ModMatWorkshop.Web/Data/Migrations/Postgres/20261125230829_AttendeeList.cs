using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModMatWorkshop.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AttendeeList : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Registrations_SortKey",
                table: "Registrations");

            migrationBuilder.AddColumn<string>(
                name: "AffiliationKey",
                table: "Registrations",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_AffiliationKey_Number",
                table: "Registrations",
                columns: new[] { "AffiliationKey", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_CreatedAt_Number",
                table: "Registrations",
                columns: new[] { "CreatedAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_SortKey_Number",
                table: "Registrations",
                columns: new[] { "SortKey", "Number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Registrations_AffiliationKey_Number",
                table: "Registrations");

            migrationBuilder.DropIndex(
                name: "IX_Registrations_CreatedAt_Number",
                table: "Registrations");

            migrationBuilder.DropIndex(
                name: "IX_Registrations_SortKey_Number",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "AffiliationKey",
                table: "Registrations");

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_SortKey",
                table: "Registrations",
                column: "SortKey");
        }
    }
}
