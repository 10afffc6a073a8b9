using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModMatWorkshop.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class BatchesTakeBackByHistory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // EF would rebuild the table, outside the transaction.
            migrationBuilder.Sql("ALTER TABLE \"BatchItems\" DROP COLUMN \"Before\"");

            migrationBuilder.AddColumn<long>(
                name: "BatchItem",
                table: "RegistrationChanges",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Undoes",
                table: "BatchItems",
                type: "INTEGER",
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
                type: "TEXT",
                nullable: true);
        }
    }
}
