using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModMatWorkshop.Application.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddLanguages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // French and English, as in every workshop until now.
            migrationBuilder.AddColumn<string>(
                name: "Languages",
                table: "Workshops",
                type: "TEXT",
                nullable: false,
                defaultValue: "{\"First\":0,\"Second\":1}");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Languages",
                table: "Workshops");
        }
    }
}
