using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application.Data.Mapping;

/// <summary>Maps the programme. The keys are the names used in URLs, so links still work after an import has replaced rows.</summary>
internal static class ProgrammeMapping
{
    public static void Map(ModelBuilder model)
    {
        MapTimetable(model);
        MapVersions(model);
        MapContributions(model);
        MapPeopleAndKeywords(model);
        MapPages(model);
    }

    private static void MapTimetable(ModelBuilder model)
    {
        model.Entity<Workshop>(workshop =>
        {
            workshop.HasKey(w => w.Slug);
            workshop.Property(w => w.Languages).AsJson();
            workshop.Property(w => w.Title).AsJson();
            workshop.Property(w => w.Subtitle).AsJson();
            workshop.Property(w => w.Summary).AsJson();
            workshop.Property(w => w.Venue).AsJson();
            workshop.Property(w => w.Rooms).AsJson();
            workshop.Property(w => w.Kinds).AsJson();
            workshop.Property(w => w.Questions).AsJson().HasDefaultValueSql("'[]'");
            workshop.Property(w => w.Options).AsJson().HasDefaultValueSql("'[]'");
            workshop.Property(w => w.Positions).AsJson().HasDefaultValueSql("'[]'");
            workshop.Ignore(w => w.Fields);
            workshop.Property(w => w.Committee).AsJson();
            workshop.Property(w => w.Sponsors).AsJson();
            workshop.Property(w => w.Signatory).AsJson();
            workshop.Property(w => w.Fee).AsJson();
            workshop.Property(w => w.Fees).AsJson();
            workshop.Property(w => w.Authority).AsJson();
            workshop.Property(w => w.Identity).AsJson();
            workshop.Property(w => w.Call).AsJson();
            workshop.Property(w => w.Mail).AsJson();
            workshop.Property(w => w.IntroductionHtml).AsJson();
            workshop.Property(w => w.Revision).AsJson();
        });

        model.Entity<Session>(session =>
        {
            session.HasKey(s => s.Number);
            session.Property(s => s.Number).ValueGeneratedNever();
            session.Property(s => s.Title).AsJson();
            session.Property(s => s.Kind).AsJson();
            session.Property(s => s.Chairs).AsJson();
        });

        model.Entity<Slot>(slot =>
        {
            slot.HasKey(s => s.Slug);
            slot.Property(s => s.Title).AsJson();
            slot.Property(s => s.CancelledBecause).AsJson();
            slot.Property(s => s.MoreSpeakers).AsJson();
            slot.Property(s => s.Chairs).AsJson();
            slot.Property(s => s.Materials).AsJson();
            slot.Ignore(s => s.Speakers);
            slot.Property(s => s.Revision).AsJson();
            slot.HasIndex(s => new { s.Date, s.Start });
            slot.HasIndex(s => s.Start);
            slot.HasIndex(s => s.ContributionCode);
            slot.HasIndex(s => s.SpeakerSlug);
        });
    }

    private static void MapVersions(ModelBuilder model) =>
        model.Entity<ProgrammeVersion>(version =>
        {
            version.HasKey(v => v.Number);
            version.Property(v => v.Number).ValueGeneratedNever();
            version.Property(v => v.Changes).AsJson();
        });

    private static void MapContributions(ModelBuilder model)
    {
        model.Entity<Contribution>(contribution =>
        {
            contribution.HasKey(c => c.Code);
            contribution.Ignore(c => c.Speakers);
            contribution.Property(c => c.MoreSpeakers).AsJson();
            contribution.Property(c => c.Authors).AsJson();
            contribution.Property(c => c.Affiliations).AsJson();
            contribution.Property(c => c.Keywords).AsJson();
            contribution.Property(c => c.References).AsJson();
            contribution.Property(c => c.Figures).AsJson();
            contribution.Property(c => c.Materials).AsJson();
            contribution.Property(c => c.Revision).AsJson();
            contribution.HasIndex(c => new
            {
                c.Kind,
                c.Letters,
                c.Number,
            });
            contribution.HasIndex(c => new
            {
                c.SessionNumber,
                c.Kind,
                c.Letters,
                c.Number,
            });
            contribution.HasIndex(c => new
            {
                c.Lang,
                c.Kind,
                c.Letters,
                c.Number,
            });
            contribution.HasIndex(c => new
            {
                c.Remote,
                c.Kind,
                c.Letters,
                c.Number,
            });
        });
    }

    private static void MapPeopleAndKeywords(ModelBuilder model)
    {
        model.Entity<Person>(person =>
        {
            person.HasKey(p => p.Slug);
            person.Property(p => p.OtherNames).AsJson();
            person.Property(p => p.Portrait).AsJson();
            person.Property(p => p.Bio).AsJson();
            person.HasIndex(p => p.SortKey);
        });

        model.Entity<Authorship>(authorship =>
        {
            authorship.HasKey(a => new { a.ContributionCode, a.PersonSlug });
            authorship.HasIndex(a => a.PersonSlug);
        });

        model.Entity<KeywordUse>(use =>
        {
            use.HasKey(k => new { k.ContributionCode, k.Facet });
            use.HasIndex(k => k.Facet);
        });

        model.Entity<KeywordFacet>(facet =>
        {
            facet.HasKey(k => k.Facet);
            facet.HasIndex(k => k.Uses);
        });
    }

    private static void MapPages(ModelBuilder model)
    {
        model.Entity<Page>(page =>
        {
            page.HasKey(p => p.Slug);
            page.Property(p => p.Title).AsJson();
            page.Property(p => p.Addresses).AsJson();
            page.Property(p => p.BodyHtml).AsJson();
            page.Property(p => p.Aside).AsJson();
            page.Property(p => p.Revision).AsJson();
        });

        model.Entity<ImageFile>().HasKey(i => i.Name);

        model.Entity<NewsItem>(item =>
        {
            item.HasKey(n => n.Slug);
            item.Property(n => n.Title).AsJson();
            item.Property(n => n.BodyHtml).AsJson();
            item.Property(n => n.Revision).AsJson();
            item.HasIndex(n => n.Date);
        });
    }
}
