using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModMatWorkshop.Application.Data.Migrations.Postgres
{
    [DbContext(typeof(PostgresWorkshopDb))]
    [Migration("20261130135916_AnyWorkshop")]
    public class AnyWorkshop : Migration
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

            migrationBuilder.AddColumn<string>(
                name: "Room",
                table: "Slots",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Room",
                table: "Sessions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Authority",
                table: "Workshops",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Identity",
                table: "Workshops",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsInPersonOnly",
                table: "Workshops",
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
                name: "Languages",
                table: "Workshops",
                type: "text",
                nullable: false,
                defaultValue: "{\"First\":0,\"Second\":1}");

            migrationBuilder.AddColumn<string>(
                name: "Rooms",
                table: "Workshops",
                type: "text",
                nullable: false,
                defaultValue: "[]");

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

            migrationBuilder.AddColumn<bool>(
                name: "ToBeConfirmed",
                table: "Slots",
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
                name: "Kind",
                table: "Sessions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Bio",
                table: "Persons",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Portrait",
                table: "Persons",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Addresses",
                table: "Pages",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Aside",
                table: "Pages",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Place",
                table: "Pages",
                type: "integer",
                nullable: false,
                defaultValue: 0);

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

            migrationBuilder.Sql("""UPDATE "Contributions" SET "Letters" = substr("Code", 1, 1);""");

            migrationBuilder.Sql("""UPDATE "Sessions" SET "Chairs" = json_build_array("Chair")::text WHERE "Chair" IS NOT NULL;""");

            migrationBuilder.Sql("""UPDATE "Slots" SET "Chairs" = json_build_array("Chair")::text WHERE "Chair" IS NOT NULL;""");

            migrationBuilder.Sql("""ALTER TABLE "Sessions" DROP COLUMN "Chair";""");

            migrationBuilder.Sql("""ALTER TABLE "Slots" DROP COLUMN "Chair";""");

            migrationBuilder.Sql("""ALTER TABLE "Contributions" DROP COLUMN "BodyPrintHtml";""");

            migrationBuilder.CreateTable(
                name: "Formulas",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false),
                    Tex = table.Column<string>(type: "text", nullable: false),
                    MathMl = table.Column<string>(type: "text", nullable: false),
                    PrintHtml = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Formulas", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Images",
                columns: table => new
                {
                    Name = table.Column<string>(type: "text", nullable: false),
                    Fingerprint = table.Column<string>(type: "text", nullable: false),
                    MediaType = table.Column<string>(type: "text", nullable: false),
                    Width = table.Column<int>(type: "integer", nullable: false),
                    Height = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Images", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "LastGoodFiles",
                columns: table => new
                {
                    Name = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LastGoodFiles", x => x.Name);
                });

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
            migrationBuilder.DropTable(
                name: "Formulas");

            migrationBuilder.DropTable(
                name: "Images");

            migrationBuilder.DropTable(
                name: "LastGoodFiles");

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

            migrationBuilder.DropColumn(
                name: "Authority",
                table: "Workshops");

            migrationBuilder.DropColumn(
                name: "Identity",
                table: "Workshops");

            migrationBuilder.DropColumn(
                name: "IsInPersonOnly",
                table: "Workshops");

            migrationBuilder.DropColumn(
                name: "Kinds",
                table: "Workshops");

            migrationBuilder.DropColumn(
                name: "Languages",
                table: "Workshops");

            migrationBuilder.DropColumn(
                name: "Rooms",
                table: "Workshops");

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
                name: "ToBeConfirmed",
                table: "Slots");

            migrationBuilder.DropColumn(
                name: "Chairs",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "Bio",
                table: "Persons");

            migrationBuilder.DropColumn(
                name: "Portrait",
                table: "Persons");

            migrationBuilder.DropColumn(
                name: "Addresses",
                table: "Pages");

            migrationBuilder.DropColumn(
                name: "Aside",
                table: "Pages");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "Pages");

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

            migrationBuilder.RenameColumn(
                name: "Room",
                table: "Slots",
                newName: "Chair");

            migrationBuilder.RenameColumn(
                name: "Room",
                table: "Sessions",
                newName: "Chair");

            migrationBuilder.AddColumn<string>(
                name: "BodyPrintHtml",
                table: "Contributions",
                type: "text",
                nullable: true);

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
