using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModMatWorkshop.Application.Data.Migrations.Postgres
{
    [DbContext(typeof(PostgresWorkshopDb))]
    [Migration("20261201170003_TravelSupport")]
    public class TravelSupport : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "TravelSupport",
                table: "Registrations",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "TravelSupportAt",
                table: "Registrations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TravelSupportWords",
                table: "Registrations",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "TravelSupport",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "TravelSupportAt",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "TravelSupportWords",
                table: "Registrations");
        }
    }
}
