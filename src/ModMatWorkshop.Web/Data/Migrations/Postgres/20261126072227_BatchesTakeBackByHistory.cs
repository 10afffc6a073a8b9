using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModMatWorkshop.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class BatchesTakeBackByHistory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Before",
                table: "BatchItems");

            migrationBuilder.AddColumn<long>(
                name: "BatchItem",
                table: "RegistrationChanges",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Undoes",
                table: "BatchItems",
                type: "bigint",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "BatchItem",
                table: "RegistrationChanges");

            migrationBuilder.DropColumn(
                name: "Undoes",
                table: "BatchItems");

            migrationBuilder.AddColumn<string>(
                name: "Before",
                table: "BatchItems",
                type: "text",
                nullable: true);
        }
    }
}
