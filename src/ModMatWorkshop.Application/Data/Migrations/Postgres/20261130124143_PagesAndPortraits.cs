using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModMatWorkshop.Application.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PagesAndPortraits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Bio",
                table: "Persons",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Portrait",
                table: "Persons",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Addresses",
                table: "Pages",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Place",
                table: "Pages",
                type: "integer",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Bio",
                table: "Persons");

            migrationBuilder.DropColumn(
                name: "Portrait",
                table: "Persons");

            migrationBuilder.DropColumn(
                name: "Addresses",
                table: "Pages");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "Pages");
        }
    }
}
