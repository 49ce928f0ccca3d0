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

/** Looks for what needs a person about something that all insurers share. */
interface ExchangeCheck {

    DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BusinessTime.ZONE);

    Subject subject();

    List<Alert> find();

    /** A detail that is the same as long as it goes on, so that it is told once. */
    private static String ongoing(String what, Instant since) {
        return what + " (" + TIME.format(since) + ")";
    }

    /** What is looked at, in the order in which an operator would deal with it. */
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

    /** Looks whether the access log has shown what no honest log can show. */
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

    /** Looks for a year that today's dates reach into, or will within a month, and that is not loaded. */
    @Component
    record CalendarCheck(Calendars calendars, Clock clock) implements ExchangeCheck {

        /** In December the notice for the next year is out, and the first dates reach into it. */
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

    /**
     * Looks whether the database has grown beyond what its disk was bought for; only the database's own machine knows
     * that disk.
     */
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

    /** Looks whether the disks have room on which what grows lies. */
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

    /** Looks for what the schedule has tried again and again in vain, and for runs that do not come to an end. */
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

    /** Looks whether consumers get their codes. */
    @Component
    record GatewayCheck(FailingGateways gateways, WatchSettings settings, Clock clock) implements ExchangeCheck {

        /** One message may be refused for its own sake. */
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

    /**
     * Looks whether decisions are taken by two people once they matter to others, and which of them wait for the second
     * one.
     */
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

    /** Looks whether consumers find a place at the portal. */
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

    /** Looks whether sanctions that were earned wait for the two people who impose or refuse them. */
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

    /** Looks whether cases wait for people, or for an insurer that is late. */
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
