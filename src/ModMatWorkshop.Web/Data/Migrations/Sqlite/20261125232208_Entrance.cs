using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModMatWorkshop.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Entrance : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "LastOrganiser",
                table: "Rooms",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AlterColumn<Guid>(
                name: "RegistrationId",
                table: "Outbox",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<Guid>(
                name: "OrganiserId",
                table: "Outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "DisabledAt",
                table: "Organisers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LastSeenAt",
                table: "Organisers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LastTotpStep",
                table: "Organisers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "RecoveryGeneration",
                table: "Organisers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "RecoveryUsed",
                table: "Organisers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "TotpGeneration",
                table: "Organisers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "OrganiserSessions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    OrganiserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Network = table.Column<string>(type: "TEXT", nullable: false),
                    Device = table.Column<string>(type: "TEXT", nullable: false),
                    IsStrong = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrganiserSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OrganiserSessions_Organisers_OrganiserId",
                        column: x => x.OrganiserId,
                        principalTable: "Organisers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SignInTries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Account = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    IsKnown = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInTries", x => x.Id);
                });

            migrationBuilder.UpdateData(
                table: "Rooms",
                keyColumn: "Id",
                keyValue: 1,
                column: "LastOrganiser",
                value: 0);

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_OrganiserId",
                table: "Outbox",
                column: "OrganiserId");

            migrationBuilder.CreateIndex(
                name: "IX_OrganiserSessions_Key",
                table: "OrganiserSessions",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OrganiserSessions_OrganiserId",
                table: "OrganiserSessions",
                column: "OrganiserId");

            migrationBuilder.CreateIndex(
                name: "IX_SignInTries_Account",
                table: "SignInTries",
                column: "Account");

            migrationBuilder.CreateIndex(
                name: "IX_SignInTries_Source",
                table: "SignInTries",
                column: "Source");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "OrganiserSessions");

            migrationBuilder.DropTable(
                name: "SignInTries");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_OrganiserId",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "LastOrganiser",
                table: "Rooms");

            migrationBuilder.DropColumn(
                name: "OrganiserId",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "DisabledAt",
                table: "Organisers");

            migrationBuilder.DropColumn(
                name: "LastSeenAt",
                table: "Organisers");

            migrationBuilder.DropColumn(
                name: "LastTotpStep",
                table: "Organisers");

            migrationBuilder.DropColumn(
                name: "RecoveryGeneration",
                table: "Organisers");

            migrationBuilder.DropColumn(
                name: "RecoveryUsed",
                table: "Organisers");

            migrationBuilder.DropColumn(
                name: "TotpGeneration",
                table: "Organisers");

            migrationBuilder.AlterColumn<Guid>(
                name: "RegistrationId",
                table: "Outbox",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);
        }
    }
}
