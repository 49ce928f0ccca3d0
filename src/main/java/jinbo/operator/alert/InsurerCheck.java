package jinbo.operator.alert;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.batch.EmbeddedFolders;
import jinbo.operator.alert.Alert.Code;
import jinbo.operator.alert.FindAppliedLists.AppliedLists;
import jinbo.participant.insurer.Agreements;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.SalesUnits;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.SealedList;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.stereotype.Component;

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
        CaseCheck cases,
        Clock clock) {

    private static final int NOTICE_DAYS = 30;

    /**
     * About an insurer, in the order in which an operator would deal with them; of a suspended one only that it is, of one that
     * has left only what it had sent before and waits for its answer, and what it will not answer any more.
     */
    public List<Alert> about(Insurer insurer) {
        InsurerCode code = insurer.code();
        if (insurer.departure().isPresent()) {
            List<Alert> leftBehind = new ArrayList<>(checkFiles(code));
            cases.about(code).ifPresent(leftBehind::add);
            return leftBehind;
        }
        if (!insurer.isActive()) {
            return List.of(Alert.about(code, Code.SUSPENDED));
        }
        List<Alert> found = new ArrayList<>();
        LocalDate today = BusinessTime.dateOf(clock.instant());
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
        cases.about(code).ifPresent(found::add);
        return found;
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

    /** All who call for an insurer are bound by a confidentiality agreement. */
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

    /** Files that wait: for an operator, or for their verdict, answer or archive. */
    private List<Alert> checkFiles(InsurerCode insurer) {
        List<Alert> found = new ArrayList<>();
        long held = inbound.held().stream()
                .filter(file -> file.insurer().equals(insurer))
                .count();
        if (held > 0) {
            found.add(Alert.about(insurer, Code.FILES_HELD, held));
        }
        int unfinished = inbound.unfinished(insurer).size();
        if (unfinished > 0) {
            found.add(Alert.about(insurer, Code.FILES_UNFINISHED, unfinished));
        }
        return found;
    }

    /** The insurer has its lists, and the newest that it has is not out of date. */
    private List<Alert> checkLists(InsurerCode insurer, LocalDate today) {
        List<Alert> found = new ArrayList<>();
        List<SealedList> undelivered = lists.undelivered(insurer);
        if (!undelivered.isEmpty()) {
            found.add(Alert.about(insurer, Code.LISTS_UNDELIVERED, undelivered.size()));
        }
        lastDelivered(insurer, undelivered)
                .map(list -> list.manifest().useBy())
                .filter(today::isAfter)
                .ifPresent(useBy -> found.add(Alert.about(insurer, Code.LIST_OVERDUE, useBy)));
        return found;
    }

    /** Lists are delivered in sequence, so it is the one before the first that is not; that one is what insurers go by. */
    private Optional<SealedList> lastDelivered(InsurerCode insurer, List<SealedList> undelivered) {
        return undelivered.isEmpty()
                ? lists.last(insurer)
                : lists.find(insurer, undelivered.get(0).manifest().sequence() - 1);
    }

    /** The insurer and its sales units apply the lists that they get, and hold what they were sent. */
    private List<Alert> checkAppliedLists(InsurerCode insurer) {
        AppliedLists applied = findAppliedLists.of(insurer);
        List<Alert> found = new ArrayList<>();
        applied.newest()
                .filter(newest -> applied.differ())
                .ifPresent(newest -> found.add(Alert.about(insurer, Code.LIST_DIFFERS, newest.sequence())));
        applied.overdue().ifPresent(sequence -> found.add(Alert.about(insurer, Code.LIST_NOT_APPLIED, sequence)));
        // where the insurer itself is late, so are they all
        if (applied.overdue().isEmpty()) {
            Stream<String> late = applied.units().stream()
                    .filter(unit -> unit.overdue().isPresent())
                    .map(unit -> unit.unit().code().value());
            joined(insurer, Code.LIST_NOT_APPLIED_BY_UNITS, late).ifPresent(found::add);
        }
        return found;
    }

    /** One alert that names them all, if there are any. */
    private static Optional<Alert> joined(InsurerCode insurer, Code code, Stream<String> names) {
        String all = names.collect(Collectors.joining(", "));
        return all.isEmpty() ? Optional.empty() : Optional.of(Alert.about(insurer, code, all));
    }
}
