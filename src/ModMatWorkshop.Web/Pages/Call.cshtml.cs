using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Pages.Call;

namespace ModMatWorkshop.Web.Pages;

/// <summary>Explains the call for abstracts and, while it is open, is its form. What was sent is behind the link in the mail.</summary>
public sealed class CallModel(
    WorkshopDb db,
    SubmissionService submissions,
    SiteContext siteContext,
    SecretLinks links,
    IAntiforgery antiforgery,
    SubmissionFileService files,
    UploadReader uploads
) : SubmissionPageModel(db, submissions, siteContext, antiforgery, files, uploads)
{
    private Guid _id;

    /// <summary>The address to which a mail has gone, once the abstract is submitted; null before.</summary>
    public string? ReceivedFrom { get; private set; }

    protected override bool IsByLink => false;

    protected override string Address => Site.Path(Routes.Call);

    protected override Guid Id => _id;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await LoadAsync() is { } answer)
            return answer;
        _id = Guid.CreateVersion7();
        await ShowAsync(new(), null, cancel);
        return Page();
    }

    protected override async Task<IActionResult?> OpenAsync(SubmissionForm form, CancellationToken cancel)
    {
        if (await LoadAsync() is { } answer)
            return answer;
        // A damaged token begins a new submission: what was typed is not lost.
        _id = links.ReadSubmissionForm(form.Token) ?? Guid.CreateVersion7();
        Submission = await Db.Submissions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == _id, cancel);
        return null;
    }

    protected override SubmissionForm Prepared(SubmissionForm form) => form with { Token = links.OfSubmissionForm(_id) };

    protected override Task<IActionResult> DoneAsync(SubmissionForm form, SubmissionChange change, string notice, CancellationToken cancel)
    {
        if (change.Result == SubmissionResult.Submitted)
        {
            ReceivedFrom = EmailAddress.Display(change.Submission!.Email);
            return Task.FromResult<IActionResult>(Page());
        }
        return ShowAgainAsync(form, notice, cancel);
    }
}
