package jinbo.operator.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jinbo.accesslog.LogAlarms;
import jinbo.batch.recovery.Recoveries;
import jinbo.batch.schedule.ActiveRuns;
import jinbo.batch.schedule.FailingRuns;
import jinbo.cases.PendingCaseCounts;
import jinbo.cases.sanction.Sanction.State;
import jinbo.cases.sanction.Sanctions;
import jinbo.consumer.RejectedVisitors;
import jinbo.consumer.messaging.FailingGateways;
import jinbo.operator.alert.Alert.Code;
import jinbo.participant.insurer.DropLocation.Remote;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.staff.FourEyes;
import jinbo.participant.staff.Requests;
import jinbo.platform.home.DatabaseInfo;
import jinbo.platform.home.HomeDisks;
import jinbo.platform.home.HomeDisks.HomeDisk;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.calendar.Calendars;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** The checks that raise alerts about the whole exchange, not about one insurer. */
@Configuration(proxyBeanMethods = false)
class ExchangeChecks {

    /** In December the holidays of the next year have been published, and the first days of blocks reach into it. */
    private static final int CALENDAR_DAYS_AHEAD = 31;

    /** A gateway fails only after several messages, because one message may be refused for its own content. */
    private static final int GATEWAY_TRIES = 3;

    private static final Duration VISITORS_PERIOD = Duration.ofHours(1);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BusinessTime.ZONE);

    record ExchangeCheck(Subject subject, Supplier<List<Alert>> find) {}

    /** The subjects of checks, in the order in which an operator should deal with them. */
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

    @Bean
    static ExchangeCheck accessLogCheck(LogAlarms alarms) {
        return new ExchangeCheck(
                Subject.ACCESS_LOG,
                () -> alarms.open().stream()
                        .map(alarm -> Alert.about(Code.ACCESS_LOG_ALARM, alarm.kind() + " " + alarm.detail()))
                        .toList());
    }

    @Bean
    static ExchangeCheck recoveryCheck(Recoveries recoveries) {
        return new ExchangeCheck(
                Subject.RECOVERY,
                () -> recoveries.open().stream()
                        .map(open -> new Alert(
                                open.stopsAllPublishing() ? Code.RESTORATION_OPEN : Code.UNRECORDED_FILES,
                                Optional.of(open.insurer()).filter(any -> !open.stopsAllPublishing()),
                                Optional.of(
                                        BusinessTime.dateOf(open.noticedAt()).toString())))
                        .toList());
    }

    /** Checks that two people decide if insurers with own servers participate, and finds requests that wait. */
    @Bean
    static ExchangeCheck peopleCheck(FourEyes fourEyes, Requests requests, Insurers insurers) {
        return new ExchangeCheck(Subject.PEOPLE, () -> {
            List<Alert> found = new ArrayList<>();
            if (!fourEyes.areRequired()) {
                if (insurers.all().stream().anyMatch(one -> one.isActive() && one.drop() instanceof Remote)) {
                    found.add(new Alert(Code.FOUR_EYES_OFF, Optional.empty(), Optional.empty()));
                }
            } else if (fourEyes.hasTooFewPeople()) {
                found.add(new Alert(Code.PEOPLE_LACKING, Optional.empty(), Optional.empty()));
            }
            String pending = requests.findPending().stream()
                    .map(request -> Long.toString(request.id()))
                    .collect(Collectors.joining(", "));
            if (!pending.isEmpty()) {
                found.add(Alert.about(Code.REQUESTS_WAIT, pending));
            }
            return found;
        });
    }

    @Bean
    static ExchangeCheck caseCheck(PendingCaseCounts cases) {
        return new ExchangeCheck(
                Subject.CASES,
                () -> Stream.of(
                                Alert.counted(Code.CASES_WITHOUT_INSURER, Optional.empty(), cases.withoutInsurer()),
                                Alert.counted(Code.CASES_NOT_SENT, Optional.empty(), cases.notSent()),
                                Alert.counted(Code.CASES_UNDECIDED, Optional.empty(), cases.undecided()))
                        .flatMap(Optional::stream)
                        .toList());
    }

    @Bean
    static ExchangeCheck sanctionCheck(Sanctions sanctions) {
        return new ExchangeCheck(Subject.SANCTIONS, () -> {
            long proposed = sanctions.standing().stream()
                    .filter(sanction -> sanction.state() == State.PROPOSED)
                    .count();
            return Alert.counted(Code.SANCTIONS_WAIT, Optional.empty(), proposed).stream()
                    .toList();
        });
    }

    @Bean
    static ExchangeCheck ownKeysCheck(OwnKeyCheck check) {
        return new ExchangeCheck(Subject.OWN_KEYS, check::find);
    }

    @Bean
    static ExchangeCheck calendarCheck(Calendars calendars, Clock clock) {
        return new ExchangeCheck(Subject.CALENDAR, () -> {
            Set<Integer> years = calendars.current().years();
            LocalDate today = BusinessTime.today(clock);
            return IntStream.rangeClosed(
                            today.getYear(), today.plusDays(CALENDAR_DAYS_AHEAD).getYear())
                    .filter(year -> !years.contains(year))
                    .mapToObj(year -> Alert.about(Code.YEAR_NOT_LOADED, Integer.toString(year)))
                    .toList();
        });
    }

    @Bean
    static ExchangeCheck scheduleCheck(FailingRuns failing, ActiveRuns underWay, Clock clock) {
        return new ExchangeCheck(Subject.SCHEDULE, () -> {
            Stream<Alert> failed = failing.findReportable(clock.instant()).stream()
                    .map(run -> new Alert(Code.RUNS_FAIL, run.insurer(), Optional.of(ongoing(run.job(), run.since()))));
            Stream<Alert> slow = underWay.findOverdue(clock.instant()).stream()
                    .map(run -> new Alert(
                            Code.RUN_TAKES_LONG,
                            run.key().insurer(),
                            Optional.of(ongoing(run.key().job(), run.beganAt()))));
            return Stream.concat(failed, slow).toList();
        });
    }

    @Bean
    static ExchangeCheck diskSpaceCheck(HomeDisks disks, WatchSettings settings) {
        return new ExchangeCheck(Subject.DISK, () -> {
            String low = disks.all().stream()
                    .collect(Collectors.groupingBy(HomeDisk::disk, LinkedHashMap::new, Collectors.toList()))
                    .values()
                    .stream()
                    .filter(folders -> isLow(folders.get(0), settings))
                    .map(ExchangeChecks::text)
                    .collect(Collectors.joining("; "));
            return low.isEmpty() ? List.of() : List.of(Alert.about(Code.DISK_SPACE_LOW, low));
        });
    }

    private static boolean isLow(HomeDisk disk, WatchSettings settings) {
        return disk.free() < settings.diskFreeAtLeast().toBytes()
                || disk.free() / (double) disk.size() * 100 < settings.diskFreePercentAtLeast();
    }

    private static String text(List<HomeDisk> folders) {
        return folders.stream().map(HomeDisk::folder).collect(Collectors.joining(", ")) + " "
                + inMegabytes(folders.get(0).free()) + "/"
                + inMegabytes(folders.get(0).size());
    }

    private static String inMegabytes(long bytes) {
        return DataSize.ofBytes(bytes).toMegabytes() + "MB";
    }

    /** Compares the size of the database with a setting, because only its own machine knows the free disk space. */
    @Bean
    static ExchangeCheck databaseSizeCheck(DatabaseInfo database, WatchSettings settings) {
        return new ExchangeCheck(Subject.DATABASE, () -> {
            long limit = settings.databaseAtMost().toBytes();
            long size = limit == 0 ? 0 : database.size();
            return size <= limit ? List.of() : List.of(Alert.about(Code.DATABASE_TOO_LARGE, inMegabytes(size)));
        });
    }

    @Bean
    static ExchangeCheck gatewayCheck(FailingGateways gateways, WatchSettings settings, Clock clock) {
        return new ExchangeCheck(Subject.GATEWAYS, () -> {
            if (settings.gatewayMayFailFor().isZero()) {
                return List.of();
            }
            Instant before = clock.instant().minus(settings.gatewayMayFailFor());
            return gateways.since(before, GATEWAY_TRIES).stream()
                    .map(failing -> Alert.about(Code.GATEWAY_FAILS, ongoing(failing.name(), failing.since())))
                    .toList();
        });
    }

    @Bean
    static ExchangeCheck portalCheck(RejectedVisitors rejected, WatchSettings settings, Clock clock) {
        return new ExchangeCheck(Subject.PORTAL, () -> {
            int limit = settings.turnedAwayAtMost();
            long visitors = limit == 0 ? 0 : rejected.since(clock.instant().minus(VISITORS_PERIOD));
            return visitors <= limit
                    ? List.of()
                    : List.of(Alert.about(Code.VISITORS_TURNED_AWAY, Long.toString(visitors)));
        });
    }

    /** A detail that does not change while the condition lasts, so that it is notified only once. */
    private static String ongoing(String what, Instant since) {
        return what + " (" + TIME.format(since) + ")";
    }
}
