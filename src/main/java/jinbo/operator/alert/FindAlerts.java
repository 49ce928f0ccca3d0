package jinbo.operator.alert;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jinbo.accesslog.LogAlarms;
import jinbo.batch.EmbeddedFolders;
import jinbo.batch.recovery.Recoveries;
import jinbo.exchange.sftp.DropFolder;
import jinbo.operator.alert.Alert.Code;
import jinbo.participant.insurer.Agreements;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.calendar.Calendars;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.SealedList;
import org.springframework.stereotype.Component;

/** Looks for what needs a person: about one insurer, or about the calendar and the database that all share. */
@Component
public class FindAlerts {

    private static final int NOTICE_DAYS = 30;

    /** In December the notice for the next year is out, and the first dates reach into it. */
    private static final int DAYS_AHEAD = 31;

    private final Insurers insurers;
    private final InboundFileCheck files;
    private final EmbeddedFolders folders;
    private final LateUploadCheck uploads;
    private final BlockLists lists;
    private final CertificateExpiryCheck certificates;
    private final OwnKeyCheck ownKeys;
    private final SalesUnitCheck units;
    private final AppliedListsCheck applied;
    private final CaseCheck cases;
    private final Recoveries recoveries;
    private final Calendars calendars;
    private final PeopleCheck people;
    private final LogAlarms alarms;
    private final Clock clock;

    FindAlerts(
            Insurers insurers,
            InboundFileCheck files,
            EmbeddedFolders folders,
            LateUploadCheck uploads,
            BlockLists lists,
            CertificateExpiryCheck certificates,
            OwnKeyCheck ownKeys,
            SalesUnitCheck units,
            AppliedListsCheck applied,
            CaseCheck cases,
            Recoveries recoveries,
            Calendars calendars,
            PeopleCheck people,
            LogAlarms alarms,
            Clock clock) {
        this.insurers = insurers;
        this.files = files;
        this.folders = folders;
        this.uploads = uploads;
        this.lists = lists;
        this.certificates = certificates;
        this.ownKeys = ownKeys;
        this.units = units;
        this.applied = applied;
        this.cases = cases;
        this.recoveries = recoveries;
        this.calendars = calendars;
        this.people = people;
        this.alarms = alarms;
        this.clock = clock;
    }

    /**
     * About an insurer, in the order in which an operator would deal with them; of a suspended one only that it is, of one that
     * has left only what it had sent before and waits for its answer, and what it will not answer any more.
     */
    public List<Alert> about(Insurer insurer) {
        InsurerCode code = insurer.code();
        if (insurer.departure().isPresent()) {
            List<Alert> leftBehind = new ArrayList<>(files.about(code));
            cases.about(code).ifPresent(leftBehind::add);
            return leftBehind;
        }
        if (!insurer.isActive()) {
            return List.of(Alert.about(code, Code.SUSPENDED));
        }
        List<Alert> found = new ArrayList<>();
        List<InsurerCode> sharing = insurers.sharingDropOf(insurer);
        if (!sharing.isEmpty()) {
            found.add(Alert.about(
                    code,
                    Code.DROP_SHARED,
                    sharing.stream().map(InsurerCode::value).collect(Collectors.joining(", "))));
        }
        checkAgreements(insurer, today()).ifPresent(found::add);
        certificates.about(code).ifPresent(found::add);
        certificates.waitingOf(code).ifPresent(found::add);
        units.about(code, today()).ifPresent(found::add);
        aboutFolders(insurer).ifPresent(found::add);
        uploads.about(insurer).ifPresent(found::add);
        found.addAll(files.about(code));
        aboutLists(code, found);
        found.addAll(applied.about(code));
        cases.about(code).ifPresent(found::add);
        return found;
    }

    /** About the access log: what was found that no honest log can show. */
    public List<Alert> checkAccessLog() {
        return alarms.open().stream()
                .map(alarm -> new Alert(
                        Code.ACCESS_LOG_ALARM, Optional.empty(), Optional.of(alarm.kind() + " " + alarm.detail())))
                .toList();
    }

    /** About the calendar: a year that today's dates reach into, or will within a month, is not loaded. */
    public List<Alert> checkCalendar() {
        Set<Integer> years = calendars.current().years();
        List<Alert> found = new ArrayList<>();
        int last = today().plusDays(DAYS_AHEAD).getYear();
        for (int year = today().getYear(); year <= last; year++) {
            if (!years.contains(year)) {
                found.add(new Alert(Code.YEAR_NOT_LOADED, Optional.empty(), Optional.of(Integer.toString(year))));
            }
        }
        return found;
    }

    /** About the people who decide: whether there are two, and what waits for the second one. */
    public List<Alert> checkPeople() {
        return people.find();
    }

    /** About complaints of calls that wait for people. */
    public List<Alert> checkCases() {
        return cases.find();
    }

    /** About our own OpenPGP keys: whether they reach far enough, and every insurer has them. */
    public List<Alert> checkOwnKeys() {
        return ownKeys.find();
    }

    /** About a restore of the database that is not settled, or files on a drop that look like one. */
    public List<Alert> checkRecovery() {
        return recoveries.open().stream()
                .map(open -> new Alert(
                        open.stopsAllPublishing() ? Code.RESTORATION_OPEN : Code.UNRECORDED_FILES,
                        Optional.of(open.insurer()).filter(any -> !open.stopsAllPublishing()),
                        Optional.of(BusinessTime.dateOf(open.noticedAt()).toString())))
                .toList();
    }

    private Optional<Alert> aboutFolders(Insurer insurer) {
        List<DropFolder> vanished = folders.vanished(insurer);
        return vanished.isEmpty()
                ? Optional.empty()
                : Optional.of(Alert.about(
                        insurer.code(),
                        Code.DROP_FOLDER_MISSING,
                        vanished.stream()
                                .map(folder -> folder.folderName() + "/")
                                .collect(Collectors.joining(", "))));
    }

    private void aboutLists(InsurerCode insurer, List<Alert> found) {
        List<SealedList> undelivered = lists.undelivered(insurer);
        if (!undelivered.isEmpty()) {
            found.add(Alert.about(insurer, Code.LISTS_UNDELIVERED, undelivered.size()));
        }
        lastDelivered(insurer, undelivered)
                .map(list -> list.manifest().useBy())
                .filter(today()::isAfter)
                .ifPresent(useBy -> found.add(Alert.about(insurer, Code.LIST_OVERDUE, useBy)));
    }

    /** Lists are delivered in sequence, so it is the one before the first that is not; that one is what insurers go by. */
    private Optional<SealedList> lastDelivered(InsurerCode insurer, List<SealedList> undelivered) {
        return undelivered.isEmpty()
                ? lists.last(insurer)
                : lists.find(insurer, undelivered.get(0).manifest().sequence() - 1);
    }

    private LocalDate today() {
        return BusinessTime.dateOf(clock.instant());
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
}
