package jinbo.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.envelope.Certificate;
import jinbo.envelope.CertificateFinding;
import jinbo.envelope.CertificateReport;
import jinbo.insurer.InsurerCode;

/**
 * The answer of {@code key add}.
 *
 * @param insurer whose certificate it would be
 * @param fingerprint of its primary key, to be compared with the insurer over the telephone
 * @param userIds what it calls itself; nothing proves that
 * @param createdAt when the primary key was made
 * @param expiresAt when it ends, if it does
 * @param accepted whether it is used from now on
 * @param associationsOwn whether it is our own, which no insurer can have
 * @param findings what speaks for and against it
 */
record KeyJudged(
        InsurerCode insurer,
        String fingerprint,
        List<String> userIds,
        Instant createdAt,
        Optional<Instant> expiresAt,
        boolean accepted,
        boolean associationsOwn,
        List<CertificateFinding> findings)
        implements Answer {

    private static final int GROUP = 4;

    static KeyJudged of(
            InsurerCode insurer, Certificate certificate, boolean accepted, boolean ours, CertificateReport report) {
        return new KeyJudged(
                insurer,
                certificate.fingerprint().value(),
                certificate.userIds(),
                certificate.createdAt(),
                certificate.expiresAt(),
                accepted,
                ours,
                report.findings());
    }

    @Override
    public boolean complete() {
        return accepted;
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
        findings.forEach(finding -> page.print("  " + finding.code() + "  " + told(finding, page)));
        page.blank();
        page.say(associationsOwn ? "key.ours" : accepted ? "key.accepted" : "key.refused", insurer.value());
    }

    private static String told(CertificateFinding finding, Page page) {
        return page.texts()
                .of(
                        "finding." + finding.code(),
                        inGroups(finding.key()),
                        finding.algorithm(),
                        finding.until().map(Page::time).orElse(Page.NOTHING),
                        finding.why());
    }

    /** As GnuPG shows it and people read it out. */
    static String inGroups(String fingerprint) {
        return fingerprint.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
    }
}
