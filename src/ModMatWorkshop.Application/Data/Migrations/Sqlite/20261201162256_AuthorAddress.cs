using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModMatWorkshop.Application.Data.Migrations.Sqlite
{
    [DbContext(typeof(SqliteWorkshopDb))]
    [Migration("20261201162256_AuthorAddress")]
    public class AuthorAddress : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "NewEmail",
                table: "Submissions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PreviousEmail",
                table: "Submissions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PreviousEmailUntil",
                table: "Submissions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_PreviousEmailUntil",
                table: "Submissions",
                column: "PreviousEmailUntil");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Submissions_PreviousEmailUntil",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "NewEmail",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "PreviousEmail",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "PreviousEmailUntil",
                table: "Submissions");
        }
    }
}
