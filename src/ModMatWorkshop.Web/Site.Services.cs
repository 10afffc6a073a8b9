using ModMatWorkshop.Application.Backups;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Chairs;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Fees;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Application.Mail.Bounces;
using ModMatWorkshop.Application.Mail.Deliverability;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Content;
using ModMatWorkshop.Web.Pages;
using ModMatWorkshop.Web.Pages.Admin.Editing;
using ModMatWorkshop.Web.Pages.Call;
using ModMatWorkshop.Web.Printables;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web;

/// <content>The services of registrations, content, mail and backups.</content>
public static partial class Site
{
    /// <returns>The settings with the folder that the site reads.</returns>
    private static SiteSettings AddContentStore(IServiceCollection services, SiteSettings settings)
    {
        if (settings.CommitsContent)
            services.AddSingleton<ContentGit>();
        if (settings.ContentStore is ContentStore.Folder)
            return settings;
        var copy = ContentFolderCopy.Claim(settings.DataPath);
        // Given by a function, so that it is disposed with the services.
        services.AddSingleton(_ => copy);
        return settings with { ContentPath = copy.Folder };
    }

    private static void AddRegistrations(IServiceCollection services)
    {
        // Registrations and their secret links
        services.AddSingleton<SiteKey>();
        services.AddSingleton<SecretLinks>();
        services.AddSingleton<RegistrationQueue>();
        services.AddScoped<RegistrationService>();
        services.AddScoped<ProposalService>();
        services.AddScoped<InvitationService>();
        services.AddScoped<ClaimService>();
        services.AddScoped<ProgrammeChangeService>();
        services.AddScoped<RegistrationSettingsService>();
        services.AddScoped<RegistrationMaintenance>();
        services.AddScoped<RetentionService>();
        services.AddScoped<FeeService>();
        services.AddScoped<PresenceService>();
        services.AddSingleton<CertificateProtector>();
        services.AddSingleton<StreamPageStamp>();
        services.AddScoped<CertificateService>();
        services.AddSingleton<ShortCodes>();
        services.AddSingleton<CheckInCodes>();

        // The call for abstracts
        services.AddScoped<SubmissionService>();
        services.AddScoped<PresenterService>();
        services.AddScoped<SubmissionFileService>();
        services.AddScoped<FilePublisher>();
        services.AddScoped<MissingFiles>();
        services.AddScoped<CorrectionService>();
        services.AddSingleton<PdfPages>();
        services.AddSingleton<UploadReader>();
        services.AddScoped<AnswerFileService>();
        services.AddScoped<AnswerUploads>();
        services.AddScoped<ReviewService>();
        services.AddScoped<AssignmentService>();
        services.AddScoped<DecisionService>();
        services.AddScoped<LetterService>();
        services.AddScoped<ProgrammeEntry>();
        services.AddScoped<ProgrammeExit>();
        services.AddScoped<SessionLinkService>();

        // Actions on many registrations
        services.AddScoped<BatchService>();
        services.AddScoped<BatchItemService>();
    }

    private static void AddContent(IServiceCollection services)
    {
        services.AddScoped<ContentImportTransaction>();
        services.AddSingleton<ContributionMemory>();
        services.AddSingleton<ContentImporter>();
        services.AddSingleton<ContentCache>();
        services.AddScoped<ContentHistory>();
        services.AddScoped<ContentChangeCheck>();
        services.AddScoped<SharedDraft>();
        services.AddScoped<ChangeProposals>();
        services.AddSingleton<DraftSites>();
        services.AddScoped<PreviewedDraft>();
        services.AddScoped<ContentEditor>();
        services.AddScoped<ContentDrafts>();
        services.AddScoped<ContentPull>();
        services.AddScoped<ContentPush>();
        services.AddScoped<ContentStart>();
        services.AddScoped<AnnouncementService>();
        services.AddScoped<ContentUndo>();
        services.AddScoped<TimetableService>();
        services.AddScoped<PeopleService>();
    }

    private static void AddMailsAndBackups(IServiceCollection services)
    {
        // Mails
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<MailTransport>();
        services.AddScoped<MailComposer>();
        services.AddScoped<MessageService>();
        services.AddScoped<OutboxService>();
        services.AddScoped<BounceService>();
        services.AddSingleton<BounceReader>();
        services.AddSingleton<DeliveryCheck>();
        services.AddScoped<TestMail>();
        services.AddScoped<MailPreviews>();
        services.AddScoped<ProgrammeNewsService>();

        // Backups
        services.AddSingleton<Backup>();
        services.AddScoped<Restore>();
    }
}
