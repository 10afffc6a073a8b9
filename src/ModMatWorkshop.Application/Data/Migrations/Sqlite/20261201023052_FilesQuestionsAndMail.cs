using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModMatWorkshop.Application.Data.Migrations.Sqlite
{
    [DbContext(typeof(SqliteWorkshopDb))]
    [Migration("20261201023052_FilesQuestionsAndMail")]
    public class FilesQuestionsAndMail : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Mail",
                table: "Workshops",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Positions",
                table: "Workshops",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "Questions",
                table: "Workshops",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<int>(
                name: "Answer",
                table: "Submissions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "AnsweredAt",
                table: "Submissions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ContributionCode",
                table: "Submissions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "FilesAskedAt",
                table: "Submissions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "NotRecorded",
                table: "Submissions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Place",
                table: "Submissions",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "PresenterId",
                table: "Submissions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Pronunciation",
                table: "Submissions",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "RecordingUrl",
                table: "Submissions",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Details_Answers",
                table: "Registrations",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<DateOnly>(
                name: "Details_FirstErasure",
                table: "Registrations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Details_OwnPosition",
                table: "Registrations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Bounce",
                table: "Outbox",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BounceReason",
                table: "Outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "BouncedAt",
                table: "Outbox",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SentTo",
                table: "Outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CallTotals",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TakenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Report = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallTotals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SubmissionCorrections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubmissionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: false),
                    After = table.Column<string>(type: "TEXT", nullable: false),
                    BasedOn = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WasAtOnce = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubmissionCorrections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SubmissionCorrections_Submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "Submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SubmissionFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubmissionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Use = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Extension = table.Column<string>(type: "TEXT", nullable: false),
                    Length = table.Column<int>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Width = table.Column<int>(type: "INTEGER", nullable: false),
                    Height = table.Column<int>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubmissionFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SubmissionFiles_Submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "Submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_ContributionCode",
                table: "Submissions",
                column: "ContributionCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_State_Number_SentAt_Kind_Topics_Id",
                table: "Submissions",
                columns: new[] { "State", "Number", "SentAt", "Kind", "Topics", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Bounce",
                table: "Outbox",
                column: "Bounce",
                filter: "\"Bounce\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_MessageId",
                table: "Outbox",
                column: "MessageId");

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_SubmissionId_Assigned_Read_Mean_Spread_Outcome_DecidedKind",
                table: "Assessments",
                columns: new[] { "SubmissionId", "Assigned", "Read", "Mean", "Spread", "Outcome", "DecidedKind" });

            migrationBuilder.CreateIndex(
                name: "IX_SubmissionCorrections_State_SubmissionId",
                table: "SubmissionCorrections",
                columns: new[] { "State", "SubmissionId" });

            migrationBuilder.CreateIndex(
                name: "IX_SubmissionCorrections_SubmissionId",
                table: "SubmissionCorrections",
                column: "SubmissionId");

            migrationBuilder.CreateIndex(
                name: "IX_SubmissionFiles_SubmissionId_Use_Number",
                table: "SubmissionFiles",
                columns: new[] { "SubmissionId", "Use", "Number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CallTotals");

            migrationBuilder.DropTable(
                name: "SubmissionCorrections");

            migrationBuilder.DropTable(
                name: "SubmissionFiles");

            migrationBuilder.DropIndex(
                name: "IX_Submissions_ContributionCode",
                table: "Submissions");

            migrationBuilder.DropIndex(
                name: "IX_Submissions_State_Number_SentAt_Kind_Topics_Id",
                table: "Submissions");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_Bounce",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_MessageId",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Assessments_SubmissionId_Assigned_Read_Mean_Spread_Outcome_DecidedKind",
                table: "Assessments");

            migrationBuilder.DropColumn(
                name: "Mail",
                table: "Workshops");

            migrationBuilder.DropColumn(
                name: "Positions",
                table: "Workshops");

            migrationBuilder.DropColumn(
                name: "Questions",
                table: "Workshops");

            migrationBuilder.DropColumn(
                name: "Answer",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "AnsweredAt",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "ContributionCode",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "FilesAskedAt",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "NotRecorded",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "PresenterId",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "Pronunciation",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "RecordingUrl",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "Details_Answers",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "Details_FirstErasure",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "Details_OwnPosition",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "Bounce",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "BounceReason",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "BouncedAt",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "SentTo",
                table: "Outbox");
        }
    }
}
