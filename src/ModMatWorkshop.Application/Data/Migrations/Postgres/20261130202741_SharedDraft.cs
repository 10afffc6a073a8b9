using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModMatWorkshop.Application.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SharedDraft : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "BasedOn",
                table: "ContentFileVersions",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_ContentFileVersions_Draft",
                table: "ContentFileVersions",
                columns: new[] { "State", "Name" },
                filter: "\"State\" = 3");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ContentFileVersions_Draft",
                table: "ContentFileVersions");

            migrationBuilder.DropColumn(
                name: "BasedOn",
                table: "ContentFileVersions");
        }
    }
}
