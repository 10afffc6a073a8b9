using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModMatWorkshop.Application.Data.Migrations.Postgres
{
    [DbContext(typeof(PostgresWorkshopDb))]
    [Migration("20261129184428_AddCheckInCodeAndFee")]
    public class AddCheckInCodeAndFee : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Fee",
                table: "Workshops",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CheckInCode",
                table: "Registrations",
                type: "text",
                nullable: true);

            migrationBuilder.Sql(RawSql.PostgresCheckInCodes);

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_CheckInCode",
                table: "Registrations",
                column: "CheckInCode",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Registrations_CheckInCode",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "Fee",
                table: "Workshops");

            migrationBuilder.DropColumn(
                name: "CheckInCode",
                table: "Registrations");
        }
    }
}
