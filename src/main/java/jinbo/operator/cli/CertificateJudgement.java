package jinbo.operator.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.CertificateReport;
import jinbo.exchange.openpgp.KeyFault;
import jinbo.participant.insurer.InsurerCode;

/**
 * The answer of {@code key add} and {@code key accept}.
 *
 * @param insurer whose certificate it would be
 * @param fingerprint of its primary key, to be compared with the insurer over the telephone
 * @param userIds what it calls itself; nothing proves that
 * @param createdAt when the primary key was made
 * @param expiresAt when it ends, if it does
 * @param outcome what became of it
 * @param findings what speaks for and against it
 */
record CertificateJudgement(
        InsurerCode insurer,
        String fingerprint,
        List<String> userIds,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Outcome outcome,
        List<CertificateReport.Finding> findings)
        implements Answer {

    private static final int GROUP = 4;

    /** What became of a certificate. */
    enum Outcome {
        /** It counts; its fingerprint is still to be compared. */
        ACCEPTED,
        /** It counts, and the insurer has read its fingerprint out. */
        ACCEPTED_AS_READ_OUT,
        /** It does not count, but a revocation in it does. */
        REVOCATION_TAKEN,
        /** It is our own, which no insurer can have. */
        OURS,
        REFUSED
    }

    static CertificateJudgement of(
            InsurerCode insurer, Certificate certificate, Outcome outcome, CertificateReport report) {
        return new CertificateJudgement(
                insurer,
                certificate.fingerprint().value(),
                certificate.userIds(),
                certificate.createdAt(),
                certificate.expiresAt(),
                outcome,
                report.findings());
    }

    @Override
    public boolean complete() {
        return outcome != Outcome.REFUSED && outcome != Outcome.OURS;
    }

    @Override
    public void tell(Page page) {
        page.fields(
                "insurer",
                insurer.value(),
                "fingerprint",
                inGroups(fingerprint),
                "user_id",
                userIds.isEmpty() ? Page.NOTHING : String.join(", ", userIds),
                "created_at",
                Page.time(createdAt),
                "expires_at",
                expiresAt.map(Page::time).orElse(Page.NOTHING));
        page.blank();
        tell(findings, page);
        page.blank();
        page.say("key." + outcome, insurer.value());
    }

    /** A line for each finding. */
    static void tell(List<CertificateReport.Finding> findings, Page page) {
        for (CertificateReport.Finding finding : findings) {
            String told = page.texts()
                    .of(
                            "finding." + finding.code(),
                            inGroups(finding.key()),
                            finding.algorithm(),
                            finding.until().map(Page::time).orElse(Page.NOTHING),
                            finding.why().map(why -> words(why, page.texts())).orElse(""));
            page.print("  " + finding.code() + "  " + told);
        }
    }

    private static String words(KeyFault why, Texts texts) {
        String words = texts.of("key-fault." + why.kind(), why.facts().toArray());
        return why.ofPrimary() ? texts.of("key-fault.of-primary", words) : words;
    }

    /** As GnuPG shows it and people read it out. */
    static String inGroups(String fingerprint) {
        return fingerprint.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
    }
}
