using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModMatWorkshop.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class BoardSettings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "LastOfferHours",
                table: "Rooms",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "OfferHours",
                table: "Rooms",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "OffersUntil",
                table: "Rooms",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RegistrationCloses",
                table: "Rooms",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RegistrationOpens",
                table: "Rooms",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReservedUntil",
                table: "Rooms",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ShortCode",
                table: "Rooms",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ShortCodeDay",
                table: "Rooms",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "StreamChanges",
                columns: table => new
                {
                    SessionNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Url = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StreamChanges", x => x.SessionNumber);
                });

            migrationBuilder.UpdateData(
                table: "Rooms",
                keyColumn: "Id",
                keyValue: 1,
                columns: new[] { "LastOfferHours", "OfferHours", "OffersUntil", "RegistrationCloses", "RegistrationOpens", "ReservedUntil", "ShortCode", "ShortCodeDay" },
                values: new object[] { null, null, null, null, null, null, null, null });

            migrationBuilder.CreateIndex(
                name: "IX_AuditLog_Registration",
                table: "AuditLog",
                column: "Registration");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "StreamChanges");

            migrationBuilder.DropIndex(
                name: "IX_AuditLog_Registration",
                table: "AuditLog");

            migrationBuilder.DropColumn(
                name: "LastOfferHours",
                table: "Rooms");

            migrationBuilder.DropColumn(
                name: "OfferHours",
                table: "Rooms");

            migrationBuilder.DropColumn(
                name: "OffersUntil",
                table: "Rooms");

            migrationBuilder.DropColumn(
                name: "RegistrationCloses",
                table: "Rooms");

            migrationBuilder.DropColumn(
                name: "RegistrationOpens",
                table: "Rooms");

            migrationBuilder.DropColumn(
                name: "ReservedUntil",
                table: "Rooms");

            migrationBuilder.DropColumn(
                name: "ShortCode",
                table: "Rooms");

            migrationBuilder.DropColumn(
                name: "ShortCodeDay",
                table: "Rooms");
        }
    }
}
