package jinbo.operator.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jinbo.accesslog.LogAlarms;
import jinbo.batch.schedule.ActiveRuns;
import jinbo.batch.schedule.FailingRuns;
import jinbo.cases.PendingCaseCounts;
import jinbo.cases.sanction.Sanction;
import jinbo.cases.sanction.Sanctions;
import jinbo.consumer.RejectedVisitors;
import jinbo.consumer.messaging.FailingGateways;
import jinbo.operator.alert.Alert.Code;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.staff.FourEyes;
import jinbo.participant.staff.Request;
import jinbo.participant.staff.Requests;
import jinbo.platform.home.DatabaseInfo;
import jinbo.platform.home.HomeDisks;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.calendar.Calendars;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Checks something that all insurers share. */
interface ExchangeCheck {

    DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BusinessTime.ZONE);

    Subject subject();

    List<Alert> find();

    /** A detail that does not change while the condition lasts, so that it is notified once. */
    private static String ongoing(String what, Instant since) {
        return what + " (" + TIME.format(since) + ")";
    }

    /** The subjects, in the order in which an operator deals with them. */
    enum Subject {
        ACCESS_LOG("access-log"),
        RECOVERY("recovery"),
        PEOPLE("people"),
        CASES("cases"),
        SANCTIONS("sanctions"),
        OWN_KEYS("own-keys"),
        CALENDAR("calendar"),
        SCHEDULE("schedule"),
        DISK("disk"),
        DATABASE("database"),
        GATEWAYS("gateways"),
        PORTAL("portal");

        private final String label;

        Subject(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    @Component
    record AccessLogCheck(LogAlarms alarms) implements ExchangeCheck {

        @Override
        public Subject subject() {
            return Subject.ACCESS_LOG;
        }

        @Override
        public List<Alert> find() {
            return alarms.open().stream()
                    .map(alarm -> Alert.about(Code.ACCESS_LOG_ALARM, alarm.kind() + " " + alarm.detail()))
                    .toList();
        }
    }

    /** Finds years that are not loaded although dates reach into them now or within a month. */
    @Component
    record CalendarCheck(Calendars calendars, Clock clock) implements ExchangeCheck {

        /** In December the notice for the next year has been published, and the first dates reach into it. */
        private static final int DAYS_AHEAD = 31;

        @Override
        public Subject subject() {
            return Subject.CALENDAR;
        }

        @Override
        public List<Alert> find() {
            Set<Integer> years = calendars.current().years();
            LocalDate today = BusinessTime.dateOf(clock.instant());
            return IntStream.rangeClosed(
                            today.getYear(), today.plusDays(DAYS_AHEAD).getYear())
                    .filter(year -> !years.contains(year))
                    .mapToObj(year -> Alert.about(Code.YEAR_NOT_LOADED, Integer.toString(year)))
                    .toList();
        }
    }

    /** Checks the size of the database against a setting, since only the database's own machine knows its disk. */
    @Component
    record DatabaseSizeCheck(DatabaseInfo database, WatchSettings settings) implements ExchangeCheck {

        @Override
        public Subject subject() {
            return Subject.DATABASE;
        }

        @Override
        public List<Alert> find() {
            long most = settings.databaseAtMost().toBytes();
            if (most == 0) {
                return List.of();
            }
            long size = database.size();
            return size <= most
                    ? List.of()
                    : List.of(Alert.about(Code.DATABASE_TOO_LARGE, DiskSpaceCheck.inMegabytes(size)));
        }
    }

    @Component
    record DiskSpaceCheck(HomeDisks disks, WatchSettings settings) implements ExchangeCheck {

        private static final long ALL_PERCENT = 100;

        @Override
        public Subject subject() {
            return Subject.DISK;
        }

        @Override
        public List<Alert> find() {
            String low = byDisk().values().stream()
                    .filter(folders -> isLow(folders.get(0)))
                    .map(DiskSpaceCheck::text)
                    .collect(Collectors.joining("; "));
            return low.isEmpty() ? List.of() : List.of(Alert.about(Code.DISK_SPACE_LOW, low));
        }

        private Map<String, List<HomeDisks.HomeDisk>> byDisk() {
            return disks.all().stream()
                    .collect(Collectors.groupingBy(HomeDisks.HomeDisk::disk, LinkedHashMap::new, Collectors.toList()));
        }

        private boolean isLow(HomeDisks.HomeDisk disk) {
            return disk.free() < settings.diskFreeAtLeast().toBytes()
                    || disk.free() / (double) disk.size() * ALL_PERCENT < settings.diskFreePercentAtLeast();
        }

        private static String text(List<HomeDisks.HomeDisk> folders) {
            return folders.stream().map(HomeDisks.HomeDisk::folder).collect(Collectors.joining(", ")) + " "
                    + inMegabytes(folders.get(0).free()) + "/"
                    + inMegabytes(folders.get(0).size());
        }

        static String inMegabytes(long bytes) {
            return DataSize.ofBytes(bytes).toMegabytes() + "MB";
        }
    }

    @Component
    record FailingRunsCheck(FailingRuns failing, ActiveRuns underWay, Clock clock) implements ExchangeCheck {

        @Override
        public Subject subject() {
            return Subject.SCHEDULE;
        }

        @Override
        public List<Alert> find() {
            Stream<Alert> failed = failing.findReportable(clock.instant()).stream()
                    .map(run -> new Alert(Code.RUNS_FAIL, run.insurer(), Optional.of(ongoing(run.job(), run.since()))));
            Stream<Alert> slow = underWay.findOverdue(clock.instant()).stream()
                    .map(run -> new Alert(
                            Code.RUN_TAKES_LONG,
                            run.key().insurer(),
                            Optional.of(ongoing(run.key().job(), run.beganAt()))));
            return Stream.concat(failed, slow).toList();
        }
    }

    @Component
    record GatewayCheck(FailingGateways gateways, WatchSettings settings, Clock clock) implements ExchangeCheck {

        /** A single message may be refused for its own content. */
        private static final int TRIES = 3;

        @Override
        public Subject subject() {
            return Subject.GATEWAYS;
        }

        @Override
        public List<Alert> find() {
            if (settings.gatewayMayFailFor().isZero()) {
                return List.of();
            }
            Instant before = clock.instant().minus(settings.gatewayMayFailFor());
            return gateways.since(before, TRIES).stream()
                    .map(failing -> Alert.about(Code.GATEWAY_FAILS, ongoing(failing.name(), failing.since())))
                    .toList();
        }
    }

    /** Checks that two people decide if that matters to others, and finds requests that wait. */
    @Component
    record PeopleCheck(FourEyes fourEyes, Requests requests, Insurers insurers) implements ExchangeCheck {

        @Override
        public Subject subject() {
            return Subject.PEOPLE;
        }

        @Override
        public List<Alert> find() {
            List<Alert> found = new ArrayList<>();
            if (!fourEyes.areRequired()) {
                if (insurers.all().stream().anyMatch(PeopleCheck::isRemote)) {
                    found.add(new Alert(Code.FOUR_EYES_OFF, Optional.empty(), Optional.empty()));
                }
            } else if (fourEyes.hasTooFewPeople()) {
                found.add(new Alert(Code.PEOPLE_LACKING, Optional.empty(), Optional.empty()));
            }
            List<Request> waiting = requests.findPending();
            if (!waiting.isEmpty()) {
                String numbers = waiting.stream()
                        .map(request -> Long.toString(request.id()))
                        .collect(Collectors.joining(", "));
                found.add(Alert.about(Code.REQUESTS_WAIT, numbers));
            }
            return found;
        }

        private static boolean isRemote(Insurer insurer) {
            return insurer.isActive() && insurer.drop() instanceof DropLocation.Remote;
        }
    }

    @Component
    record PortalCheck(RejectedVisitors turnedAway, WatchSettings settings, Clock clock) implements ExchangeCheck {

        private static final Duration LOOKED_BACK = Duration.ofHours(1);

        @Override
        public Subject subject() {
            return Subject.PORTAL;
        }

        @Override
        public List<Alert> find() {
            if (settings.turnedAwayAtMost() == 0) {
                return List.of();
            }
            long visitors = turnedAway.since(clock.instant().minus(LOOKED_BACK));
            return visitors <= settings.turnedAwayAtMost()
                    ? List.of()
                    : List.of(Alert.about(Code.VISITORS_TURNED_AWAY, Long.toString(visitors)));
        }
    }

    @Component
    record SanctionCheck(Sanctions sanctions) implements ExchangeCheck {

        @Override
        public Subject subject() {
            return Subject.SANCTIONS;
        }

        @Override
        public List<Alert> find() {
            long waiting = sanctions.standing().stream()
                    .filter(sanction -> sanction.state() == Sanction.State.PROPOSED)
                    .count();
            return waiting == 0 ? List.of() : List.of(Alert.about(Code.SANCTIONS_WAIT, Long.toString(waiting)));
        }
    }

    @Component
    record CaseCheck(PendingCaseCounts cases) implements ExchangeCheck {

        @Override
        public Subject subject() {
            return Subject.CASES;
        }

        @Override
        public List<Alert> find() {
            List<Alert> found = new ArrayList<>();
            counted(Code.CASES_WITHOUT_INSURER, Optional.empty(), cases.withoutInsurer())
                    .ifPresent(found::add);
            counted(Code.CASES_NOT_SENT, Optional.empty(), cases.notSent()).ifPresent(found::add);
            counted(Code.CASES_UNDECIDED, Optional.empty(), cases.undecided()).ifPresent(found::add);
            return found;
        }

        Optional<Alert> about(InsurerCode insurer) {
            return counted(Code.CASES_UNANSWERED, Optional.of(insurer), cases.unanswered(insurer));
        }

        private static Optional<Alert> counted(Code code, Optional<InsurerCode> insurer, long count) {
            return Optional.of(count)
                    .filter(some -> some > 0)
                    .map(some -> new Alert(code, insurer, Optional.of(Long.toString(some))));
        }
    }
}
