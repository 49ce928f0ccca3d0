package jinbo.registry;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import jinbo.exchange.format.Term;
import jinbo.exchange.format.UploadScope;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerLine;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.business.LineCode;
import jinbo.registry.RegistryModelComparison.Line;
import jinbo.registry.RegistryModelComparison.Upload;
import jinbo.registry.WithdrawalModelComparison.Asked;
import jinbo.testing.TestLines;

/** A random course of events from a seed. A few numbers get most registrations, so that these interact. */
final class RandomHistoryGenerator {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final LocalDate CALENDAR_ENDS = LocalDate.of(2026, 11, 1);

    /** Days around which off-by-one mistakes are likely. */
    private static final List<MonthDay> CORNERS = Stream.of(
                    "--01-01", "--02-01", "--02-28", "--03-01", "--05-01", "--08-31", "--10-01", "--12-31")
            .map(MonthDay::parse)
            .toList();

    private final Random random;
    private final RegistryModelComparison both;
    private final WithdrawalModelComparison withdrawals;
    private final long firstNumber;
    private final int numbers;
    private final List<Upload> pending = new ArrayList<>();
    private final List<InsurerCode> active = new ArrayList<>();
    private final Set<Long> touched = new HashSet<>();

    RandomHistoryGenerator(Random random, RegistryModelComparison both, long firstNumber, int numbers) {
        this.random = random;
        this.both = both;
        this.withdrawals = new WithdrawalModelComparison(both);
        this.firstNumber = firstNumber;
        this.numbers = numbers;
        for (Set<LineCode> lines :
                List.of(TestLines.LIFE, TestLines.of("LIFE", "MOTOR"), TestLines.of("MOTOR", "PROPERTY"))) {
            active.add(both.join(lines));
        }
    }

    /** One event after some time. */
    void step() {
        passTime();
        int chance = random.nextInt(100);
        if (chance < 45) {
            upload();
        } else if (chance < 70) {
            consumersSpeak();
        } else if (chance < 87) {
            withdraw();
        } else if (chance < 91) {
            succeed();
        } else if (chance < 97) {
            changeLines();
        } else if (both.insurers().size() < 8) {
            active.add(both.join(someLines()));
        }
    }

    /** The number of numbers with events. */
    int touched() {
        return touched.size();
    }

    boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }

    private void passTime() {
        int chance = random.nextInt(10);
        Duration time = chance < 4
                ? Duration.ofMinutes(random.nextInt(600))
                : Duration.ofHours(chance < 7 ? random.nextInt(72) : chance < 9 ? random.nextInt(700) : 4000);
        Instant to = both.now().plus(time);
        if (random.nextInt(4) == 0) {
            to = corner(to);
        }
        if (RegistryModelComparison.dateOf(to).isBefore(CALENDAR_ENDS)) {
            both.real().clock().pass(Duration.between(both.now(), to));
        }
    }

    /** The last instant before a day, or its first. */
    private Instant corner(Instant after) {
        ZonedDateTime from = after.atZone(BEIJING);
        MonthDay day = CORNERS.get(random.nextInt(CORNERS.size()));
        ZonedDateTime midnight =
                day.atYear(from.getYear()).atTime(LocalTime.MIN).atZone(BEIJING);
        Instant next = (midnight.isAfter(from)
                        ? midnight
                        : day.atYear(from.getYear() + 1).atStartOfDay(BEIJING))
                .toInstant();
        return random.nextBoolean() ? next : next.minusMillis(1);
    }

    /** Merged at once, or after later ones. */
    private void upload() {
        InsurerCode by = oneOf(active);
        Upload upload = both.receive(by, rows(by));
        if (random.nextInt(4) == 0) {
            pending.add(upload);
        } else {
            both.merge(upload);
        }
        if (!pending.isEmpty() && random.nextBoolean()) {
            both.merge(pending.remove(random.nextInt(pending.size())));
        }
    }

    private List<Line> rows(InsurerCode by) {
        List<Line> lines = new ArrayList<>();
        LocalDate today = RegistryModelComparison.dateOf(both.now());
        List<LineParticipation> sold = both.insurer(by).linesOn(today);
        for (int count = random.nextInt(8) == 0 ? 0 : random.nextInt(120); count > 0; count--) {
            int daysAgo = random.nextInt(3) == 0 ? 0 : random.nextInt(random.nextBoolean() ? 4 : 300);
            UploadScope scope = random.nextInt(3) == 0 ? UploadScope.SELF : UploadScope.ALL;
            Optional<LineCode> business =
                    random.nextInt(3) == 0 ? Optional.of(oneOf(sold).code()) : Optional.empty();
            lines.add(new Line(number(), business, scope, today.minusDays(daysAgo), term()));
            if (random.nextInt(10) == 0) {
                lines.add(lines.get(lines.size() - 1));
            }
        }
        return lines;
    }

    private void consumersSpeak() {
        for (int count = 1 + random.nextInt(25); count > 0; count--) {
            if (random.nextInt(6) == 0) {
                both.release(number());
            } else {
                both.choose(number(), chosenLines(), named(), term(), renewedEnd());
            }
        }
    }

    /** As of a choice that ends soon, for every third choice. */
    private Optional<LocalDate> renewedEnd() {
        return random.nextInt(3) == 0
                ? Optional.of(RegistryModelComparison.dateOf(both.now()).plusDays(1 + random.nextInt(60)))
                : Optional.empty();
    }

    private Set<LineCode> chosenLines() {
        Set<LineCode> lines = new HashSet<>();
        for (LineCode line : both.lines()) {
            if (random.nextInt(4) == 0) {
                lines.add(line);
            }
        }
        return lines;
    }

    private Set<LineCode> someLines() {
        Set<LineCode> lines = new HashSet<>();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            lines.add(oneOf(both.lines()));
        }
        return lines;
    }

    /** An insurer begins, resumes or ends a line; rarely there is a new line. */
    private void changeLines() {
        if (random.nextInt(5) == 0 && both.lines().size() < 5) {
            both.addLine();
        }
        InsurerCode insurer = oneOf(active);
        LineCode line = oneOf(both.lines());
        LocalDate on = RegistryModelComparison.dateOf(both.now()).plusDays(1 + random.nextInt(3));
        if (random.nextInt(3) == 0) {
            both.endLine(insurer, line, on);
        } else {
            both.addLine(insurer, line, on);
        }
    }

    /** May include an insurer that has been succeeded. */
    private Set<InsurerLine> named() {
        Set<InsurerLine> named = new HashSet<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            InsurerCode insurer =
                    random.nextInt(5) == 0 ? oneOf(both.insurers()).code() : oneOf(active);
            named.add(oneOf(both.insurer(insurer).lines()).name());
        }
        return named;
    }

    private void withdraw() {
        if (both.merged().isEmpty()) {
            return;
        }
        InsurerCode by = oneOf(List.copyOf(both.merged().values())).by();
        List<Upload> own = both.merged().values().stream()
                .filter(upload -> upload.by().equals(by))
                .toList();
        List<Asked> rows = new ArrayList<>();
        for (int count = 1 + random.nextInt(20); count > 0; count--) {
            Upload upload = oneOf(own);
            boolean whole = random.nextInt(15) == 0;
            // the header and one past the end are unknown lines
            int line = 1 + random.nextInt(upload.lines().size() + 2);
            rows.add(new Asked(upload.file(), whole ? OptionalInt.empty() : OptionalInt.of(line)));
            if (random.nextInt(10) == 0) {
                rows.add(rows.get(rows.size() - 1));
            }
        }
        withdrawals.withdraw(both.insurer(by), rows);
    }

    private void succeed() {
        InsurerCode from = oneOf(active);
        List<InsurerCode> others = active.stream()
                .filter(other -> !other.equals(from)
                        && both.insurer(from).lines().stream()
                                .allMatch(line ->
                                        both.insurer(other).in(line.code()).isPresent()))
                .toList();
        if (!others.isEmpty() && active.size() > 2) {
            both.succeed(from, oneOf(others));
            active.remove(from);
        }
    }

    private long number() {
        int place = random.nextInt(3) == 0 ? random.nextInt(20) : random.nextInt(numbers);
        touched.add(firstNumber + place);
        return firstNumber + place;
    }

    private Term term() {
        return Term.values()[random.nextInt(3)];
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
