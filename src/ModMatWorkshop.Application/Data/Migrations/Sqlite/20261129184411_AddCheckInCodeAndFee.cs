using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModMatWorkshop.Application.Data.Migrations.Sqlite
{
    [DbContext(typeof(SqliteWorkshopDb))]
    [Migration("20261129184411_AddCheckInCodeAndFee")]
    public class AddCheckInCodeAndFee : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Fee",
                table: "Workshops",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CheckInCode",
                table: "Registrations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.Sql(RawSql.SqliteCheckInCodes);

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
