using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModMatWorkshop.Application.Data.Migrations.Postgres
{
    [DbContext(typeof(PostgresWorkshopDb))]
    [Migration("20261201053152_AddSelection")]
    public class AddSelection : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "AnswersBy",
                table: "Workshops",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsOnApplication",
                table: "Workshops",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "SelectedAt",
                table: "Registrations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Selection",
                table: "Registrations",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "SelectionReason",
                table: "Registrations",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "Batches",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "Batches",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "AnswersBy",
                table: "Workshops");

            migrationBuilder.DropColumn(
                name: "IsOnApplication",
                table: "Workshops");

            migrationBuilder.DropColumn(
                name: "SelectedAt",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "Selection",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "SelectionReason",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "Batches");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "Batches");
        }
    }
}
