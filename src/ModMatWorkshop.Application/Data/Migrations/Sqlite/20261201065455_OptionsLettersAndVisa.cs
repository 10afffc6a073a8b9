using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModMatWorkshop.Application.Data.Migrations.Sqlite
{
    [DbContext(typeof(SqliteWorkshopDb))]
    [Migration("20261201065455_OptionsLettersAndVisa")]
    public class OptionsLettersAndVisa : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Submissions_State_Number_SentAt_Kind_Topics_Id",
                table: "Submissions");

            migrationBuilder.AddColumn<bool>(
                name: "OffersVisaLetter",
                table: "Workshops",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Options",
                table: "Workshops",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<int>(
                name: "Took",
                table: "Submissions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "TookFromLine",
                table: "Submissions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Pronunciation",
                table: "Slots",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ForAuthors",
                table: "Reviews",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsWithheld",
                table: "Reviews",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "OptionPlaces",
                table: "Registrations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "OptionsDueAt",
                table: "Registrations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Pronunciation",
                table: "Contributions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ToldKind",
                table: "Assessments",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "ToldOutcome",
                table: "Assessments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "ToldWords",
                table: "Assessments",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            // Authors who were told know the decision that is stored.
            migrationBuilder.Sql("UPDATE \"Assessments\" SET \"ToldOutcome\" = \"Outcome\", \"ToldKind\" = \"DecidedKind\" WHERE \"ToldAt\" IS NOT NULL;");

            migrationBuilder.CreateTable(
                name: "SessionLinks",
                columns: table => new
                {
                    SessionNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Generation = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionLinks", x => x.SessionNumber);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_State_Number_SentAt_Kind_Topics_Place_Answer_Id",
                table: "Submissions",
                columns: new[] { "State", "Number", "SentAt", "Kind", "Topics", "Place", "Answer", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_OptionsDueAt",
                table: "Registrations",
                column: "OptionsDueAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SessionLinks");

            migrationBuilder.DropIndex(
                name: "IX_Submissions_State_Number_SentAt_Kind_Topics_Place_Answer_Id",
                table: "Submissions");

            migrationBuilder.DropIndex(
                name: "IX_Registrations_OptionsDueAt",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "OffersVisaLetter",
                table: "Workshops");

            migrationBuilder.DropColumn(
                name: "Options",
                table: "Workshops");

            migrationBuilder.DropColumn(
                name: "Took",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "TookFromLine",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "Pronunciation",
                table: "Slots");

            migrationBuilder.DropColumn(
                name: "ForAuthors",
                table: "Reviews");

            migrationBuilder.DropColumn(
                name: "IsWithheld",
                table: "Reviews");

            migrationBuilder.DropColumn(
                name: "OptionPlaces",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "OptionsDueAt",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "Pronunciation",
                table: "Contributions");

            migrationBuilder.DropColumn(
                name: "ToldKind",
                table: "Assessments");

            migrationBuilder.DropColumn(
                name: "ToldOutcome",
                table: "Assessments");

            migrationBuilder.DropColumn(
                name: "ToldWords",
                table: "Assessments");

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_State_Number_SentAt_Kind_Topics_Id",
                table: "Submissions",
                columns: new[] { "State", "Number", "SentAt", "Kind", "Topics", "Id" });
        }
    }
}
