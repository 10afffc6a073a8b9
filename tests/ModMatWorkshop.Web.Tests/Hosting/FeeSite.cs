namespace ModMatWorkshop.Web.Tests.Hosting;

/// <summary>ModMat with fees by position and attendance, a dinner by an answer, and every way to pay, while registration is open.</summary>
public sealed class FeeSite : IDisposable
{
    private const string Fees = """
        questions:
          - { key: dinner, kind: yes-no, label: { fr: "Dîner", en: "Dinner" } }
        fees:
          categories:
            - { key: student, name: { fr: "Doctorat", en: "PhD student" }, amount: 50, when: { position: phd-student } }
            - { key: remote, name: { fr: "À distance", en: "Remote" }, amount: 0, when: { attendance: remote } }
            - { key: full, name: { fr: "Plein tarif", en: "Full fee" }, amount: 200, until: 2021-09-10, then: 250 }
          supplements:
            - { key: dinner, name: { fr: "Dîner", en: "Dinner" }, amount: 49.50, when: { question: dinner, answer: "yes" } }
          transfer:
            fr: |
              IBAN FR76 0000 0000 0000
              BIC XXXXFRPP
            en: |
              IBAN FR76 0000 0000 0000
              BIC XXXXFRPP
          order_form: { fr: "À commandes@example.org", en: "To orders@example.org" }
          page: "https://pay.example.org/?ref={reference}"
          payee: { fr: "Association Grains, SIRET 000 000 000", en: "Grains association, SIRET 000 000 000" }
          vat: { fr: "TVA non applicable, article 293 B du CGI.", en: "VAT not applicable, article 293 B of the French tax code." }
          remind_after: 30
          kept_until: 2031-12-31

        """;

    public FeeSite()
    {
        Content.Edit("workshop.md", "\ncommittee:\n", $"\n{Fees}committee:\n");
        Open = new() { ContentPath = Content.Path, RehearseFrom = "2021-09-01T09:00" };
    }

    public ContentCopy Content { get; } = new();

    public SiteFactory Open { get; }

    public void Dispose()
    {
        Open.Dispose();
        Content.Dispose();
    }
}
