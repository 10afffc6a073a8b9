using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModMatWorkshop.Application.Data.Migrations.Postgres
{
    [DbContext(typeof(PostgresWorkshopDb))]
    [Migration("20261201133420_LateChanges")]
    public class LateChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_AnswerProposals_RegistrationId",
                table: "AnswerProposals");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ChangesUntil",
                table: "Workshops",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsLate",
                table: "AnswerProposals",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "AnswerProposals",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "RefusedAt",
                table: "AnswerProposals",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_AnswerProposals_RegistrationId_IsLate",
                table: "AnswerProposals",
                columns: new[] { "RegistrationId", "IsLate" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_AnswerProposals_RegistrationId_IsLate",
                table: "AnswerProposals");

            migrationBuilder.DropColumn(
                name: "ChangesUntil",
                table: "Workshops");

            migrationBuilder.DropColumn(
                name: "IsLate",
                table: "AnswerProposals");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "AnswerProposals");

            migrationBuilder.DropColumn(
                name: "RefusedAt",
                table: "AnswerProposals");

            migrationBuilder.CreateIndex(
                name: "IX_AnswerProposals_RegistrationId",
                table: "AnswerProposals",
                column: "RegistrationId",
                unique: true);
        }
    }
}
