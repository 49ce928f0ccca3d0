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
import jinbo.batch.recovery.Restorations;
import jinbo.exchange.sftp.DropFolder;
import jinbo.operator.alert.Concern.Code;
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
public class FindConcerns {

    /** In December the notice for the next year is out, and the first dates reach into it. */
    private static final int DAYS_AHEAD = 31;

    private final Insurers insurers;
    private final FileConcern files;
    private final EmbeddedFolders folders;
    private final UploadConcern uploads;
    private final BlockLists lists;
    private final CertificateConcern certificates;
    private final OwnKeyConcern ownKeys;
    private final UnitConcern units;
    private final AppliedListsConcern applied;
    private final CaseConcern cases;
    private final Restorations restorations;
    private final Calendars calendars;
    private final PeopleConcern people;
    private final LogAlarms alarms;
    private final Clock clock;

    FindConcerns(
            Insurers insurers,
            FileConcern files,
            EmbeddedFolders folders,
            UploadConcern uploads,
            BlockLists lists,
            CertificateConcern certificates,
            OwnKeyConcern ownKeys,
            UnitConcern units,
            AppliedListsConcern applied,
            CaseConcern cases,
            Restorations restorations,
            Calendars calendars,
            PeopleConcern people,
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
        this.restorations = restorations;
        this.calendars = calendars;
        this.people = people;
        this.alarms = alarms;
        this.clock = clock;
    }

    /**
     * About an insurer, in the order in which an operator would deal with them; of a suspended one only that it is, of one that
     * has left only what it had sent before and waits for its answer, and what it will not answer any more.
     */
    public List<Concern> about(Insurer insurer) {
        InsurerCode code = insurer.code();
        if (insurer.departure().isPresent()) {
            List<Concern> leftBehind = new ArrayList<>(files.about(code));
            cases.about(code).ifPresent(leftBehind::add);
            return leftBehind;
        }
        if (!insurer.isActive()) {
            return List.of(Concern.about(code, Code.SUSPENDED));
        }
        List<Concern> found = new ArrayList<>();
        List<InsurerCode> sharing = insurers.sharingDropOf(insurer);
        if (!sharing.isEmpty()) {
            found.add(Concern.about(
                    code,
                    Code.DROP_SHARED,
                    sharing.stream().map(InsurerCode::value).collect(Collectors.joining(", "))));
        }
        AgreementConcern.about(insurer, today()).ifPresent(found::add);
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
    public List<Concern> aboutAccessLog() {
        return alarms.open().stream()
                .map(alarm -> new Concern(
                        Code.ACCESS_LOG_ALARM, Optional.empty(), Optional.of(alarm.kind() + " " + alarm.detail())))
                .toList();
    }

    /** About the calendar: a year that today's dates reach into, or will within a month, is not loaded. */
    public List<Concern> aboutCalendar() {
        Set<Integer> years = calendars.current().years();
        List<Concern> found = new ArrayList<>();
        int last = today().plusDays(DAYS_AHEAD).getYear();
        for (int year = today().getYear(); year <= last; year++) {
            if (!years.contains(year)) {
                found.add(new Concern(Code.YEAR_NOT_LOADED, Optional.empty(), Optional.of(Integer.toString(year))));
            }
        }
        return found;
    }

    /** About the people who decide: whether there are two, and what waits for the second one. */
    public List<Concern> aboutPeople() {
        return people.find();
    }

    /** About complaints of calls that wait for people. */
    public List<Concern> aboutCases() {
        return cases.find();
    }

    /** About our own OpenPGP keys: whether they reach far enough, and every insurer has them. */
    public List<Concern> aboutOwnKeys() {
        return ownKeys.find();
    }

    /** About a restore of the database that is not settled, or files on a drop that look like one. */
    public List<Concern> aboutRestoration() {
        return restorations.open().stream()
                .map(open -> new Concern(
                        open.stopsAll() ? Code.RESTORATION_OPEN : Code.UNRECORDED_FILES,
                        Optional.of(open.insurer()).filter(any -> !open.stopsAll()),
                        Optional.of(BusinessTime.dateOf(open.noticedAt()).toString())))
                .toList();
    }

    private Optional<Concern> aboutFolders(Insurer insurer) {
        List<DropFolder> vanished = folders.vanished(insurer);
        return vanished.isEmpty()
                ? Optional.empty()
                : Optional.of(Concern.about(
                        insurer.code(),
                        Code.DROP_FOLDER_MISSING,
                        vanished.stream()
                                .map(folder -> folder.folderName() + "/")
                                .collect(Collectors.joining(", "))));
    }

    private void aboutLists(InsurerCode insurer, List<Concern> found) {
        List<SealedList> undelivered = lists.undelivered(insurer);
        if (!undelivered.isEmpty()) {
            found.add(Concern.about(insurer, Code.LISTS_UNDELIVERED, undelivered.size()));
        }
        lastDelivered(insurer, undelivered)
                .map(list -> list.manifest().useBy())
                .filter(today()::isAfter)
                .ifPresent(useBy -> found.add(Concern.about(insurer, Code.LIST_OVERDUE, useBy)));
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
}
