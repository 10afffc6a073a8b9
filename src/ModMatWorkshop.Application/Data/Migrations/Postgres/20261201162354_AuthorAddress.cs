using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModMatWorkshop.Application.Data.Migrations.Postgres
{
    [DbContext(typeof(PostgresWorkshopDb))]
    [Migration("20261201162354_AuthorAddress")]
    public class AuthorAddress : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "NewEmail",
                table: "Submissions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PreviousEmail",
                table: "Submissions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "PreviousEmailUntil",
                table: "Submissions",
                type: "timestamp with time zone",
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
