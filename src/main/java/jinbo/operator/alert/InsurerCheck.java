package jinbo.operator.alert;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.batch.EmbeddedFolders;
import jinbo.batch.PartnerCertificates;
import jinbo.cases.PendingCaseCounts;
import jinbo.exchange.openpgp.AcceptedSigner;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.operator.alert.Alert.Code;
import jinbo.operator.alert.FindAppliedLists.AppliedLists;
import jinbo.participant.insurer.Agreements;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerStatusEvent;
import jinbo.participant.insurer.InsurerStatusHistory;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.OfferedCertificates;
import jinbo.participant.insurer.SalesUnits;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.calendar.Calendars;
import jinbo.reference.calendar.YearNotLoadedException;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.SealedList;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.stereotype.Component;

/** The checks that raise alerts about one insurer. */
@Component
public record InsurerCheck(
        Insurers insurers,
        EmbeddedFolders folders,
        SalesUnits units,
        InboundFiles inbound,
        BlockLists lists,
        FindAppliedLists findAppliedLists,
        CertificateExpiryCheck certificates,
        LateUploadCheck uploads,
        PendingCaseCounts cases,
        Clock clock) {

    private static final int NOTICE_DAYS = 30;

    /**
     * The alerts about an insurer, the most important first. A suspended insurer has only the alert that it is
     * suspended. An insurer that has left has only alerts about unanswered uploads and cases.
     */
    public List<Alert> about(Insurer insurer) {
        InsurerCode code = insurer.code();
        if (insurer.departure().isPresent()) {
            List<Alert> found = new ArrayList<>(checkFiles(code));
            checkCases(code).ifPresent(found::add);
            return found;
        }
        if (!insurer.isActive()) {
            return List.of(Alert.about(code, Code.SUSPENDED));
        }
        List<Alert> found = new ArrayList<>();
        LocalDate today = BusinessTime.today(clock);
        checkSharedDrop(insurer).ifPresent(found::add);
        checkAgreements(insurer, today).ifPresent(found::add);
        certificates.about(code).ifPresent(found::add);
        certificates.waitingOf(code).ifPresent(found::add);
        checkUnits(code, today).ifPresent(found::add);
        checkVanishedFolders(insurer).ifPresent(found::add);
        uploads.about(insurer).ifPresent(found::add);
        found.addAll(checkFiles(code));
        found.addAll(checkLists(code, today));
        found.addAll(checkAppliedLists(code));
        checkCases(code).ifPresent(found::add);
        return found;
    }

    private Optional<Alert> checkCases(InsurerCode insurer) {
        return Alert.counted(Code.CASES_UNANSWERED, Optional.of(insurer), cases.unanswered(insurer));
    }

    private Optional<Alert> checkSharedDrop(Insurer insurer) {
        return joined(
                insurer.code(),
                Code.DROP_SHARED,
                insurers.sharingDropOf(insurer).stream().map(InsurerCode::value));
    }

    private static Optional<Alert> checkAgreements(Insurer insurer, LocalDate today) {
        Agreements agreements = insurer.agreements();
        if (agreements.haveExpired(today)) {
            return agreements.endOn().map(end -> Alert.about(insurer.code(), Code.AGREEMENTS_LAPSED, end));
        }
        if (!agreements.areInForce(today)) {
            return Optional.of(Alert.about(insurer.code(), Code.AGREEMENTS_MISSING));
        }
        return agreements
                .endOn()
                .filter(end -> !end.isAfter(today.plusDays(NOTICE_DAYS)))
                .map(end -> Alert.about(insurer.code(), Code.AGREEMENTS_END, end));
    }

    private Optional<Alert> checkUnits(InsurerCode insurer, LocalDate today) {
        return joined(
                insurer,
                Code.UNITS_NOT_BOUND,
                units.of(insurer).stream()
                        .filter(unit -> unit.isOpen() && !unit.isBound(today))
                        .map(unit -> unit.code().toString()));
    }

    private Optional<Alert> checkVanishedFolders(Insurer insurer) {
        return joined(
                insurer.code(),
                Code.DROP_FOLDER_MISSING,
                folders.vanished(insurer).stream().map(folder -> folder.folderName() + "/"));
    }

    private List<Alert> checkFiles(InsurerCode insurer) {
        return Stream.of(
                        Alert.counted(
                                Code.FILES_HELD,
                                Optional.of(insurer),
                                inbound.held(insurer).size()),
                        Alert.counted(
                                Code.FILES_UNFINISHED,
                                Optional.of(insurer),
                                inbound.unfinished(insurer).size()))
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Alert> checkLists(InsurerCode insurer, LocalDate today) {
        List<Alert> found = new ArrayList<>();
        List<SealedList> undelivered = lists.undelivered(insurer);
        Alert.counted(Code.LISTS_UNDELIVERED, Optional.of(insurer), undelivered.size())
                .ifPresent(found::add);
        lastDelivered(insurer, undelivered)
                .map(list -> list.manifest().useBy())
                .filter(today::isAfter)
                .ifPresent(useBy -> found.add(Alert.about(insurer, Code.LIST_OVERDUE, useBy)));
        return found;
    }

    /** Lists are delivered in sequence, so the last delivered list precedes the first undelivered one. */
    private Optional<SealedList> lastDelivered(InsurerCode insurer, List<SealedList> undelivered) {
        return undelivered.isEmpty()
                ? lists.last(insurer)
                : lists.find(insurer, undelivered.get(0).manifest().sequence() - 1);
    }

    private List<Alert> checkAppliedLists(InsurerCode insurer) {
        AppliedLists applied = findAppliedLists.of(insurer);
        List<Alert> found = new ArrayList<>();
        applied.newest()
                .filter(newest -> applied.differ())
                .ifPresent(newest -> found.add(Alert.about(insurer, Code.LIST_DIFFERS, newest.sequence())));
        applied.overdue().ifPresent(sequence -> found.add(Alert.about(insurer, Code.LIST_NOT_APPLIED, sequence)));
        // if the insurer itself is late, so are all its units
        if (applied.overdue().isEmpty()) {
            Stream<String> late = applied.units().stream()
                    .filter(unit -> unit.overdue().isPresent())
                    .map(unit -> unit.unit().code().value());
            joined(insurer, Code.LIST_NOT_APPLIED_BY_UNITS, late).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Alert> joined(InsurerCode insurer, Code code, Stream<String> names) {
        String all = names.collect(Collectors.joining(", "));
        return all.isEmpty() ? Optional.empty() : Optional.of(Alert.about(insurer, code, all));
    }

    /** Checks that an insurer has keys to sign and for encryption, now and for the time that a key change takes. */
    @Component
    record CertificateExpiryCheck(
            PartnerCertificates certificates, OfferedCertificates offered, CryptoPolicy policy, Clock clock) {

        Optional<Alert> about(InsurerCode insurer) {
            Set<AcceptedSigner> all = certificates.signersOf(insurer);
            Instant now = clock.instant();
            if (!canBeEncryptedTo(all, now)) {
                return Optional.of(Alert.about(insurer, Code.NO_CERTIFICATE));
            }
            if (!canSign(all, now)) {
                return Optional.of(Alert.about(insurer, Code.NO_SIGNING_KEY));
            }
            // a certificate ends when it expires, by the association's bound or by the policy; a subkey may end earlier
            return ExpiryNotice.beforeEnd(BusinessTime.dateOf(now), at -> canSign(all, at) && canBeEncryptedTo(all, at))
                    .map(expiryNotice -> Alert.about(Optional.of(insurer), Code.CERTIFICATE_EXPIRES, expiryNotice));
        }

        Optional<Alert> waitingOf(InsurerCode insurer) {
            return Alert.counted(Code.CERTIFICATES_WAIT, Optional.of(insurer), offered.countWaiting(insurer));
        }

        private boolean canSign(Set<AcceptedSigner> all, Instant at) {
            return all.stream()
                    .anyMatch(signer -> signer.isAcceptedAt(at)
                            && !signer.certificate().signingKeys(at, policy).isEmpty());
        }

        private boolean canBeEncryptedTo(Set<AcceptedSigner> all, Instant at) {
            return all.stream()
                    .anyMatch(signer -> signer.isAcceptedAt(at)
                            && !signer.certificate().encryptionKeys(at, policy).isEmpty());
        }
    }

    /** Checks whether an expected upload of an insurer is late. No upload is expected without agreements. */
    @Component
    record LateUploadCheck(
            InboundFiles inbound,
            InsurerStatusHistory history,
            Calendars calendars,
            WatchSettings settings,
            Clock clock) {

        Optional<Alert> about(Insurer insurer) {
            int workdays = settings.uploadExpectedOf(insurer.code());
            LocalDate today = BusinessTime.today(clock);
            if (workdays == 0 || !insurer.agreements().areInForce(today)) {
                return Optional.empty();
            }
            try {
                LocalDate last = calendars.current().plusWorkdays(countedFrom(insurer), workdays);
                return today.isAfter(last)
                        ? Optional.of(Alert.about(insurer.code(), Code.UPLOAD_LATE, last))
                        : Optional.empty();
            } catch (YearNotLoadedException e) {
                // without the year in the calendar, lateness is unknown; the missing year has an alert of its own
                return Optional.empty();
            }
        }

        /** The day from which is counted: that of the last upload, or else the first on which one was possible. */
        private LocalDate countedFrom(Insurer insurer) {
            Agreements agreements = insurer.agreements();
            Stream<LocalDate> days = Stream.of(
                            Optional.of(BusinessTime.dateOf(insurer.joinedAt())),
                            agreements.selfDisciplineSince(),
                            agreements.confidentialitySince(),
                            inbound.lastUploadAt(insurer.code()).map(BusinessTime::dateOf))
                    .flatMap(Optional::stream);
            Stream<LocalDate> resumed = history.of(insurer.code()).stream()
                    .filter(event -> event.kind() == InsurerStatusEvent.Kind.RESUMED)
                    .map(event -> BusinessTime.dateOf(event.at()));
            return Stream.concat(days, resumed).max(Comparator.naturalOrder()).orElseThrow();
        }
    }
}
