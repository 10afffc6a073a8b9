using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModMatWorkshop.Application.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class KeepFormulas : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "BodyPrintHtml",
                table: "Contributions");

            migrationBuilder.CreateTable(
                name: "Formulas",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false),
                    Tex = table.Column<string>(type: "text", nullable: false),
                    MathMl = table.Column<string>(type: "text", nullable: false),
                    PrintHtml = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Formulas", x => x.Key);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Formulas");

            migrationBuilder.AddColumn<string>(
                name: "BodyPrintHtml",
                table: "Contributions",
                type: "text",
                nullable: true);
        }
    }
}
