package jinbo.command;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.home.Home;
import jinbo.insurer.Insurer;
import jinbo.insurer.InsurerCode;
import jinbo.insurer.Sector;
import jinbo.watch.Concern;
import jinbo.watch.FindConcerns;

/**
 * All that is recorded about an insurer, and what has to come next.
 *
 * @param code its short name
 * @param name its full name
 * @param sector its line of business
 * @param joinedAt since when it takes part
 * @param suspendedAt since when nothing is exchanged with it, if so
 * @param selfDisciplineSince first day of the self-discipline agreement
 * @param confidentialitySince first day of the confidentiality agreement
 * @param drop where its files are exchanged
 * @param certificates what it signs with and is written to, the newest first
 * @param problems what needs a person
 */
record InsurerSheet(
        InsurerCode code,
        String name,
        Sector sector,
        Instant joinedAt,
        Optional<Instant> suspendedAt,
        Optional<LocalDate> selfDisciplineSince,
        Optional<LocalDate> confidentialitySince,
        DropSheet drop,
        List<CertificateSheet> certificates,
        List<Concern> problems)
        implements Answer {

    static InsurerSheet of(Insurer insurer, Installation installation) {
        return new InsurerSheet(
                insurer.code(),
                insurer.name(),
                insurer.sector(),
                insurer.joinedAt(),
                insurer.suspendedAt(),
                insurer.agreements().selfDisciplineSince(),
                insurer.agreements().confidentialitySince(),
                DropSheet.of(insurer, installation.get(Home.class)),
                CertificateSheet.of(insurer.code(), installation),
                installation.get(FindConcerns.class).about(insurer));
    }

    @Override
    public void tell(Page page) {
        page.fields(
                "insurer",
                code.value(),
                "name",
                name,
                "sector",
                sector.name(),
                "joined_at",
                Page.time(joinedAt),
                "suspended_at",
                suspendedAt.map(Page::time).orElse(Page.NOTHING),
                "self_discipline",
                Page.orNothing(selfDisciplineSince),
                "confidentiality",
                Page.orNothing(confidentialitySince));
        page.blank();
        drop.tell(page);
        if (!certificates.isEmpty()) {
            page.blank();
            CertificateSheet.tell(page, certificates);
        }
        TellConcerns.on(page, problems);
        if (problems.isEmpty() && drop.upload().isPresent()) {
            page.blank();
            page.say("insurer.ready", drop.upload().get().toString());
        }
    }
}
