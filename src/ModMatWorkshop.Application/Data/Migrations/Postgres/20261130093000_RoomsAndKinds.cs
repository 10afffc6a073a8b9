using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModMatWorkshop.Application.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class RoomsAndKinds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Contributions_Kind_Number",
                table: "Contributions");

            migrationBuilder.DropIndex(
                name: "IX_Contributions_Lang_Kind_Number",
                table: "Contributions");

            migrationBuilder.DropIndex(
                name: "IX_Contributions_Remote_Kind_Number",
                table: "Contributions");

            migrationBuilder.DropIndex(
                name: "IX_Contributions_SessionNumber_Kind_Number",
                table: "Contributions");

            migrationBuilder.AddColumn<bool>(
                name: "AbstractToCome",
                table: "Contributions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Letters",
                table: "Contributions",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "MoreSpeakers",
                table: "Contributions",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<bool>(
                name: "ToBeConfirmed",
                table: "Contributions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Chairs",
                table: "Sessions",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Room",
                table: "Sessions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Chairs",
                table: "Slots",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<bool>(
                name: "HoursToBeConfirmed",
                table: "Slots",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsModerated",
                table: "Slots",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "MoreSpeakers",
                table: "Slots",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Room",
                table: "Slots",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ToBeConfirmed",
                table: "Slots",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Kinds",
                table: "Workshops",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Rooms",
                table: "Workshops",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.Sql("""UPDATE "Contributions" SET "Letters" = substr("Code", 1, 1);""");

            migrationBuilder.Sql("""UPDATE "Sessions" SET "Chairs" = json_build_array("Chair")::text WHERE "Chair" IS NOT NULL;""");

            migrationBuilder.Sql("""UPDATE "Slots" SET "Chairs" = json_build_array("Chair")::text WHERE "Chair" IS NOT NULL;""");

            migrationBuilder.Sql("""ALTER TABLE "Sessions" DROP COLUMN "Chair";""");

            migrationBuilder.Sql("""ALTER TABLE "Slots" DROP COLUMN "Chair";""");

            migrationBuilder.CreateIndex(
                name: "IX_Contributions_Kind_Letters_Number",
                table: "Contributions",
                columns: new[] { "Kind", "Letters", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Contributions_Lang_Kind_Letters_Number",
                table: "Contributions",
                columns: new[] { "Lang", "Kind", "Letters", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Contributions_Remote_Kind_Letters_Number",
                table: "Contributions",
                columns: new[] { "Remote", "Kind", "Letters", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Contributions_SessionNumber_Kind_Letters_Number",
                table: "Contributions",
                columns: new[] { "SessionNumber", "Kind", "Letters", "Number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Contributions_Kind_Letters_Number",
                table: "Contributions");

            migrationBuilder.DropIndex(
                name: "IX_Contributions_Lang_Kind_Letters_Number",
                table: "Contributions");

            migrationBuilder.DropIndex(
                name: "IX_Contributions_Remote_Kind_Letters_Number",
                table: "Contributions");

            migrationBuilder.DropIndex(
                name: "IX_Contributions_SessionNumber_Kind_Letters_Number",
                table: "Contributions");

            migrationBuilder.AddColumn<string>(
                name: "Chair",
                table: "Sessions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Chair",
                table: "Slots",
                type: "text",
                nullable: true);

            migrationBuilder.DropColumn(
                name: "AbstractToCome",
                table: "Contributions");

            migrationBuilder.DropColumn(
                name: "Letters",
                table: "Contributions");

            migrationBuilder.DropColumn(
                name: "MoreSpeakers",
                table: "Contributions");

            migrationBuilder.DropColumn(
                name: "ToBeConfirmed",
                table: "Contributions");

            migrationBuilder.DropColumn(
                name: "Chairs",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "Room",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "Chairs",
                table: "Slots");

            migrationBuilder.DropColumn(
                name: "HoursToBeConfirmed",
                table: "Slots");

            migrationBuilder.DropColumn(
                name: "IsModerated",
                table: "Slots");

            migrationBuilder.DropColumn(
                name: "MoreSpeakers",
                table: "Slots");

            migrationBuilder.DropColumn(
                name: "Room",
                table: "Slots");

            migrationBuilder.DropColumn(
                name: "ToBeConfirmed",
                table: "Slots");

            migrationBuilder.DropColumn(
                name: "Kinds",
                table: "Workshops");

            migrationBuilder.DropColumn(
                name: "Rooms",
                table: "Workshops");

            migrationBuilder.CreateIndex(
                name: "IX_Contributions_Kind_Number",
                table: "Contributions",
                columns: new[] { "Kind", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Contributions_Lang_Kind_Number",
                table: "Contributions",
                columns: new[] { "Lang", "Kind", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Contributions_Remote_Kind_Number",
                table: "Contributions",
                columns: new[] { "Remote", "Kind", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Contributions_SessionNumber_Kind_Number",
                table: "Contributions",
                columns: new[] { "SessionNumber", "Kind", "Number" });
        }
    }
}
