using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ModMatWorkshop.Web.Data.Migrations.Postgres
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
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AlterColumn<Guid>(
                name: "RegistrationId",
                table: "Outbox",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<Guid>(
                name: "OrganiserId",
                table: "Outbox",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "DisabledAt",
                table: "Organisers",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "LastSeenAt",
                table: "Organisers",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LastTotpStep",
                table: "Organisers",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "RecoveryGeneration",
                table: "Organisers",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "RecoveryUsed",
                table: "Organisers",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "TotpGeneration",
                table: "Organisers",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "OrganiserSessions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Key = table.Column<string>(type: "text", nullable: false),
                    OrganiserId = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Network = table.Column<string>(type: "text", nullable: false),
                    Device = table.Column<string>(type: "text", nullable: false),
                    IsStrong = table.Column<bool>(type: "boolean", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Account = table.Column<string>(type: "text", nullable: false),
                    Source = table.Column<string>(type: "text", nullable: false),
                    IsKnown = table.Column<bool>(type: "boolean", nullable: false)
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
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);
        }
    }
}
