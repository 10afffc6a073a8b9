using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModMatWorkshop.Application.Data.Migrations.Sqlite
{
    [DbContext(typeof(SqliteWorkshopDb))]
    [Migration("20261201170001_TravelSupport")]
    public class TravelSupport : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "TravelSupport",
                table: "Registrations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "TravelSupportAt",
                table: "Registrations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TravelSupportWords",
                table: "Registrations",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "TravelSupport",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "TravelSupportAt",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "TravelSupportWords",
                table: "Registrations");
        }
    }
}
