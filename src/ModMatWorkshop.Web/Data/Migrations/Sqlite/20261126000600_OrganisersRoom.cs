using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModMatWorkshop.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OrganisersRoom : Migration
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
                name: "LastOrganiser",
                table: "Rooms",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

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

            migrationBuilder.AddColumn<string>(
                name: "AffiliationKey",
                table: "Registrations",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "Registrations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "SearchText",
                table: "Registrations",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SortKey",
                table: "Registrations",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "OrganiserId",
                table: "Outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "TextId",
                table: "Outbox",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "To",
                table: "Outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "By",
                table: "Invitations",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Email",
                table: "Invitations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Language",
                table: "Invitations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "From",
                table: "AuditLog",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Batches",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<string>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    ClaimedUntil = table.Column<long>(type: "INTEGER", nullable: false),
                    MessageId = table.Column<long>(type: "INTEGER", nullable: true),
                    Undoes = table.Column<long>(type: "INTEGER", nullable: true),
                    ImportAs = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Batches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Messages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectFr = table.Column<string>(type: "TEXT", nullable: false),
                    SubjectEn = table.Column<string>(type: "TEXT", nullable: false),
                    BodyFr = table.Column<string>(type: "TEXT", nullable: false),
                    BodyEn = table.Column<string>(type: "TEXT", nullable: false),
                    Query = table.Column<string>(type: "TEXT", nullable: false),
                    ToCancelled = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Messages", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Organisers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    Language = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastSeenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DisabledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TotpGeneration = table.Column<int>(type: "INTEGER", nullable: false),
                    LastTotpStep = table.Column<long>(type: "INTEGER", nullable: false),
                    RecoveryGeneration = table.Column<int>(type: "INTEGER", nullable: false),
                    RecoveryUsed = table.Column<int>(type: "INTEGER", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<long>(type: "INTEGER", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organisers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RegistrationChanges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RegistrationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", nullable: false),
                    Action = table.Column<string>(type: "TEXT", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<int>(type: "INTEGER", nullable: false),
                    To = table.Column<int>(type: "INTEGER", nullable: false),
                    TellsNeeds = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegistrationChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RegistrationChanges_Registrations_RegistrationId",
                        column: x => x.RegistrationId,
                        principalTable: "Registrations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RegistrationNotes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RegistrationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegistrationNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RegistrationNotes_Registrations_RegistrationId",
                        column: x => x.RegistrationId,
                        principalTable: "Registrations",
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

            migrationBuilder.CreateTable(
                name: "BatchItems",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BatchId = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    Row = table.Column<string>(type: "TEXT", nullable: true),
                    Before = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BatchItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BatchItems_Batches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "Batches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OrganiserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrganiserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OrganiserClaims_Organisers_UserId",
                        column: x => x.UserId,
                        principalTable: "Organisers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OrganiserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrganiserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_OrganiserLogins_Organisers_UserId",
                        column: x => x.UserId,
                        principalTable: "Organisers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OrganiserPasskeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrganiserPasskeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_OrganiserPasskeys_Organisers_UserId",
                        column: x => x.UserId,
                        principalTable: "Organisers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

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
                name: "OrganiserTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrganiserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_OrganiserTokens_Organisers_UserId",
                        column: x => x.UserId,
                        principalTable: "Organisers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.UpdateData(
                table: "Rooms",
                keyColumn: "Id",
                keyValue: 1,
                columns: new[] { "LastOfferHours", "LastOrganiser", "OfferHours", "OffersUntil", "RegistrationCloses", "RegistrationOpens", "ReservedUntil", "ShortCode", "ShortCodeDay" },
                values: new object[] { null, 0, null, null, null, null, null, null, null });

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_AffiliationKey_Number",
                table: "Registrations",
                columns: new[] { "AffiliationKey", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_CreatedAt_Number",
                table: "Registrations",
                columns: new[] { "CreatedAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_SortKey_Number",
                table: "Registrations",
                columns: new[] { "SortKey", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_OrganiserId",
                table: "Outbox",
                column: "OrganiserId");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_TextId",
                table: "Outbox",
                column: "TextId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditLog_Registration",
                table: "AuditLog",
                column: "Registration");

            migrationBuilder.CreateIndex(
                name: "IX_Batches_Key",
                table: "Batches",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Batches_MessageId",
                table: "Batches",
                column: "MessageId");

            migrationBuilder.CreateIndex(
                name: "IX_Batches_State",
                table: "Batches",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_BatchItems_BatchId_State_Position",
                table: "BatchItems",
                columns: new[] { "BatchId", "State", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_BatchItems_Number",
                table: "BatchItems",
                column: "Number");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_Key",
                table: "Messages",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OrganiserClaims_UserId",
                table: "OrganiserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_OrganiserLogins_UserId",
                table: "OrganiserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_OrganiserPasskeys_UserId",
                table: "OrganiserPasskeys",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "Organisers",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_Organisers_Number",
                table: "Organisers",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "Organisers",
                column: "NormalizedUserName",
                unique: true);

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
                name: "IX_RegistrationChanges_RegistrationId",
                table: "RegistrationChanges",
                column: "RegistrationId");

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationChanges_TellsNeeds",
                table: "RegistrationChanges",
                column: "TellsNeeds");

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationNotes_RegistrationId",
                table: "RegistrationNotes",
                column: "RegistrationId");

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
                name: "BatchItems");

            migrationBuilder.DropTable(
                name: "Messages");

            migrationBuilder.DropTable(
                name: "OrganiserClaims");

            migrationBuilder.DropTable(
                name: "OrganiserLogins");

            migrationBuilder.DropTable(
                name: "OrganiserPasskeys");

            migrationBuilder.DropTable(
                name: "OrganiserSessions");

            migrationBuilder.DropTable(
                name: "OrganiserTokens");

            migrationBuilder.DropTable(
                name: "RegistrationChanges");

            migrationBuilder.DropTable(
                name: "RegistrationNotes");

            migrationBuilder.DropTable(
                name: "SignInTries");

            migrationBuilder.DropTable(
                name: "StreamChanges");

            migrationBuilder.DropTable(
                name: "Batches");

            migrationBuilder.DropTable(
                name: "Organisers");

            migrationBuilder.DropIndex(
                name: "IX_Registrations_AffiliationKey_Number",
                table: "Registrations");

            migrationBuilder.DropIndex(
                name: "IX_Registrations_CreatedAt_Number",
                table: "Registrations");

            migrationBuilder.DropIndex(
                name: "IX_Registrations_SortKey_Number",
                table: "Registrations");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_OrganiserId",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_TextId",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_AuditLog_Registration",
                table: "AuditLog");

            migrationBuilder.DropColumn(
                name: "LastOfferHours",
                table: "Rooms");

            migrationBuilder.DropColumn(
                name: "LastOrganiser",
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

            migrationBuilder.DropColumn(
                name: "AffiliationKey",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "SearchText",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "SortKey",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "OrganiserId",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "TextId",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "To",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "By",
                table: "Invitations");

            migrationBuilder.DropColumn(
                name: "Email",
                table: "Invitations");

            migrationBuilder.DropColumn(
                name: "Language",
                table: "Invitations");

            migrationBuilder.DropColumn(
                name: "From",
                table: "AuditLog");
        }
    }
}
