using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Tests.Content;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using SkiaSharp;

namespace ModMatWorkshop.Application.Tests.Call;

/// <summary>What an author has sent becomes content, in either store and either database.</summary>
public sealed class FilePublisherTests
{
    private static readonly byte[] Page = Photographs.TwoHalves(30, 40, SKEncodedImageFormat.Png);

    public static TheoryData<Engine, ContentStore> Stores =>
        new()
        {
            { Engine.Sqlite, ContentStore.Folder },
            { Engine.Sqlite, ContentStore.Database },
            { Engine.Postgres, ContentStore.Database },
        };

    [Theory, MemberData(nameof(Stores))]
    public async Task A_poster_a_figure_and_a_recording_become_content(Engine engine, ContentStore store)
    {
        using var host = await EditorHost.OpenAsync(engine, store);
        var before = await TextAsync(host);
        await SubmitAsync(host, "P1");

        Assert.Equal(PublishResult.Published, await PublishAsync(host, 1));

        var materials = (await host.Open().Contributions.SingleAsync(c => c.Code == "p1")).Materials;
        Assert.Equal(
            [("p1-poster.pdf", true), ("https://tube.example.org/1", false)],
            materials.Select(m => (m.File?.Name ?? m.Url, m.Picture is not null))
        );
        Assert.Equal("%PDF-1", await File.ReadAllTextAsync(Path.Combine(host.FolderOf(0), "materials", "p1-poster.pdf")));
        var after = await TextAsync(host);
        Assert.Equal([], before.Split('\n').Except(after.Split('\n')));
        Assert.Contains("p1-fig1.png", after, StringComparison.Ordinal);

        // Nothing is left to publish; what takes the place of a file has its name.
        Assert.Equal(PublishResult.Unchanged, await PublishAsync(host, 1));
        await ReplaceAsync(host, "%PDF-2");
        Assert.Equal(PublishResult.Published, await PublishAsync(host, 1));
        Assert.Equal(after, await TextAsync(host));
        Assert.Equal("%PDF-2", await File.ReadAllTextAsync(Path.Combine(host.FolderOf(0), "materials", "p1-poster.pdf")));
    }

    [Fact]
    public async Task Without_a_place_in_the_programme_nothing_is_written()
    {
        using var host = await EditorHost.OpenAsync(Engine.Sqlite);
        await SubmitAsync(host, "P99");

        Assert.Equal((PublishResult.NotInProgramme, PublishResult.NotFound), (await PublishAsync(host, 1), await PublishAsync(host, 2)));
        Assert.False(Directory.Exists(Path.Combine(host.FolderOf(0), "materials")));
    }

    private static Task<PublishResult> PublishAsync(EditorHost host, int number) =>
        host.WithAsync(
            (IServiceProvider services) =>
                new FilePublisher(
                    services.GetRequiredService<WorkshopDb>(),
                    services.GetRequiredService<ContentEditor>(),
                    TimeProvider.System
                ).PublishAsync(number, EditorHost.Ada, _ => Task.FromResult<byte[]?>(Page), CancellationToken.None)
        );

    private static async Task<string> TextAsync(EditorHost host) =>
        (await host.WithEditorAsync(editor => editor.OpenLiveAsync("contributions/p1.md", CancellationToken.None)))!.Text;

    private static async Task SubmitAsync(EditorHost host, string code)
    {
        await using var db = host.Open();
        Assert.True(EmailAddress.TryParse("ada@example.org", out var email));
        var submission = Submission.New(Guid.NewGuid(), 1, email!, ContentDatabase.Noon);
        submission.Keep(SubmissionHost.Complete, Language.English, ContentDatabase.Noon);
        submission.Submit(ContentDatabase.Noon);
        submission.EnterProgramme(code);
        submission.DescribePresentation(new("https://tube.example.org/1", "", DoNotRecord: false));
        db.Submissions.Add(submission);
        db.SubmissionFiles.Add(FileOf(submission.Id, SubmissionFileUse.Figure, 1, "png", Page));
        db.SubmissionFiles.Add(FileOf(submission.Id, SubmissionFileUse.Poster, 0, "pdf", Encoding.ASCII.GetBytes("%PDF-1")));
        await db.SaveChangesAsync();
    }

    private static async Task ReplaceAsync(EditorHost host, string pdf)
    {
        await using var db = host.Open();
        var old = await db.SubmissionFiles.SingleAsync(f => f.Use == SubmissionFileUse.Poster);
        db.SubmissionFiles.Remove(old);
        db.SubmissionFiles.Add(FileOf(old.SubmissionId, SubmissionFileUse.Poster, 0, "pdf", Encoding.ASCII.GetBytes(pdf)));
        await db.SaveChangesAsync();
    }

    private static SubmissionFile FileOf(Guid submission, SubmissionFileUse use, int number, string extension, byte[] bytes) =>
        new()
        {
            Id = Guid.NewGuid(),
            SubmissionId = submission,
            Use = use,
            Number = number,
            Extension = extension,
            Length = bytes.Length,
            Bytes = bytes,
            At = ContentDatabase.Noon,
        };
}
