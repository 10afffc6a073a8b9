using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModMatWorkshop.Application.Data.Migrations.Postgres
{
    [DbContext(typeof(PostgresWorkshopDb))]
    [Migration("20261129175521_KeptSeatsReserveAndPresence")]
    public class KeptSeatsReserveAndPresence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Reserved",
                table: "WorkshopStates",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "KeptFromReserve",
                table: "Registrations",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "KeptSeatNumber",
                table: "Registrations",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "KeptUntil",
                table: "Registrations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StreamSeconds",
                table: "Presences",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Before",
                table: "BatchItems",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Correction",
                table: "Batches",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "HalfDay",
                table: "Batches",
                type: "text",
                nullable: true);

            // Until now every heartbeat counted for three minutes.
            migrationBuilder.Sql("""UPDATE "Presences" SET "StreamSeconds" = "Heartbeats" * 180""");

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_KeptUntil",
                table: "Registrations",
                column: "KeptUntil");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Registrations_KeptUntil",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "Reserved",
                table: "WorkshopStates");

            migrationBuilder.DropColumn(
                name: "KeptFromReserve",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "KeptSeatNumber",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "KeptUntil",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "StreamSeconds",
                table: "Presences");

            migrationBuilder.DropColumn(
                name: "Before",
                table: "BatchItems");

            migrationBuilder.DropColumn(
                name: "Correction",
                table: "Batches");

            migrationBuilder.DropColumn(
                name: "HalfDay",
                table: "Batches");
        }
    }
}
