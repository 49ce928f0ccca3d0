package jinbo.command;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jinbo.blocklist.BlockLists;
import jinbo.blocklist.SealedList;
import jinbo.command.Concern.Code;
import jinbo.envelope.Certificate;
import jinbo.envelope.CryptoPolicy;
import jinbo.inbound.InboundFile;
import jinbo.inbound.InboundFiles;
import jinbo.insurer.Insurer;
import jinbo.job.PartnerCertificates;
import jinbo.workday.BusinessTime;
import jinbo.workday.Calendars;

/** Looks for what needs a person: about one insurer, or about the calendar that all share. */
final class FindConcerns {

    /** In December the notice for the next year is out, and the first dates reach into it. */
    private static final int DAYS_AHEAD = 31;

    private static final Duration CERTIFICATE_NOTICE = Duration.ofDays(60);

    private final Installation installation;
    private final Instant now;
    private final LocalDate today;

    FindConcerns(Installation installation) {
        this.installation = installation;
        this.now = installation.now();
        this.today = BusinessTime.dateOf(now);
    }

    /** About an insurer, in the order in which an operator would deal with them. */
    List<Concern> about(Insurer insurer) {
        List<Concern> found = new ArrayList<>();
        if (!insurer.isActive()) {
            found.add(Concern.about(insurer.code(), Code.SUSPENDED));
            return found;
        }
        if (!insurer.agreements().bothHold(today)) {
            found.add(Concern.about(insurer.code(), Code.AGREEMENTS_MISSING));
        }
        aboutCertificates(insurer, found);
        aboutFiles(insurer, found);
        aboutLists(insurer, found);
        return found;
    }

    /** About the calendar. */
    List<Concern> aboutCalendar() {
        Set<Integer> years = installation.get(Calendars.class).current().years();
        List<Concern> found = new ArrayList<>();
        int last = today.plusDays(DAYS_AHEAD).getYear();
        for (int year = today.getYear(); year <= last; year++) {
            if (!years.contains(year)) {
                found.add(new Concern(Code.YEAR_NOT_LOADED, Optional.empty(), Optional.of(Integer.toString(year))));
            }
        }
        return found;
    }

    private void aboutCertificates(Insurer insurer, List<Concern> found) {
        PartnerCertificates certificates = installation.get(PartnerCertificates.class);
        CryptoPolicy policy = installation.get(CryptoPolicy.class);
        if (certificates.recipientsOf(insurer.code(), now).isEmpty()) {
            found.add(Concern.about(insurer.code(), Code.NO_CERTIFICATE));
            return;
        }
        Set<Certificate> signers = certificates.signersOf(insurer.code());
        signers.removeIf(certificate -> certificate.signingKeys(now, policy).isEmpty());
        if (signers.isEmpty()) {
            found.add(Concern.about(insurer.code(), Code.NO_SIGNING_KEY));
        } else if (signers.stream().noneMatch(certificate -> goodAt(certificate, policy))) {
            signers.stream()
                    .flatMap(certificate -> certificate.expiresAt().stream())
                    .max(Instant::compareTo)
                    .ifPresent(end -> found.add(
                            Concern.about(insurer.code(), Code.CERTIFICATE_EXPIRES, BusinessTime.dateOf(end))));
        }
    }

    private boolean goodAt(Certificate certificate, CryptoPolicy policy) {
        Instant later = now.plus(CERTIFICATE_NOTICE);
        return !certificate.signingKeys(later, policy).isEmpty()
                && !certificate.encryptionKeys(later, policy).isEmpty();
    }

    private void aboutFiles(Insurer insurer, List<Concern> found) {
        InboundFiles inbound = installation.get(InboundFiles.class);
        List<InboundFile> held = inbound.held().stream()
                .filter(file -> file.insurer().equals(insurer.code()))
                .toList();
        if (!held.isEmpty()) {
            found.add(Concern.about(insurer.code(), Code.FILES_HELD, held.size()));
        }
        int unfinished = inbound.unfinished(insurer.code()).size();
        if (unfinished > 0) {
            found.add(Concern.about(insurer.code(), Code.FILES_UNFINISHED, unfinished));
        }
    }

    private void aboutLists(Insurer insurer, List<Concern> found) {
        BlockLists lists = installation.get(BlockLists.class);
        int undelivered = lists.undelivered(insurer.code()).size();
        if (undelivered > 0) {
            found.add(Concern.about(insurer.code(), Code.LISTS_UNDELIVERED, undelivered));
        }
        lists.last(insurer.code())
                .filter(SealedList::isDelivered)
                .map(list -> list.manifest().useBy())
                .filter(today::isAfter)
                .ifPresent(useBy -> found.add(Concern.about(insurer.code(), Code.LIST_OVERDUE, useBy)));
    }
}
