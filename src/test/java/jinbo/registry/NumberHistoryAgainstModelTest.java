package jinbo.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.LineParticipation;
import jinbo.registry.ReferenceRegistry.Block;
import jinbo.registry.ReferenceRegistry.When;
import org.junit.jupiter.api.Test;

/**
 * Thousands of random histories of one number, without a database: {@link NumberHistory} and {@link ReferenceRegistry}
 * agree at every revision and instant, for every insurer in every line.
 */
class NumberHistoryAgainstModelTest {

    private static final int HISTORIES = 4000;
    private static final long NUMBER = 13810001234L;
    private static final String[] CODES = {"", "YUNHE", "CHANGQING", "TAIHANG", "BEIDOU"};

    @Test
    void everyHistoryHasTheModelsBlocksAtEveryRevisionAndInstant() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            new OneHistory(seed).compare();
        }
    }

    private static final class OneHistory {

        private final long seed;
        private final Random random;
        private final RegistrationFixture registrations = new RegistrationFixture();
        private final ReferenceRegistry model = new ReferenceRegistry();
        private final Set<Long> complaints = new HashSet<>();
        private final List<Short> active = new ArrayList<>(List.of(
                RegistrationFixture.YUNHE,
                RegistrationFixture.CHANGQING,
                RegistrationFixture.TAIHANG,
                RegistrationFixture.BEIDOU));
        private LocalDate today = LocalDate.of(2013, 1, 1);

        OneHistory(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            RegistrationFixture.SOLD.forEach((insurer, lines) ->
                    lines.forEach(sold -> model.join(CODES[insurer], sold.code().value())));
            for (int i = 3 + random.nextInt(9); i > 0; i--) {
                today = today.plusDays(random.nextInt(3) == 0 ? random.nextInt(200) : random.nextInt(5));
                act();
            }
        }

        private void act() {
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3, 4 -> complain(today.minusDays(random.nextInt(4) == 0 ? random.nextInt(20) : 0));
                case 5, 6 -> choose();
                case 7 -> {
                    registrations.release(today.toString());
                    model.changeOfHands(when(today), NUMBER);
                }
                case 8 -> withdraw();
                default -> succeed();
            }
        }

        private void complain(LocalDate on) {
            short uploader = oneOf(List.of(
                    RegistrationFixture.YUNHE,
                    RegistrationFixture.CHANGQING,
                    RegistrationFixture.TAIHANG,
                    RegistrationFixture.BEIDOU));
            boolean forAll = random.nextBoolean();
            Term term = Term.values()[random.nextInt(3)];
            LocalDate dated = on.minusDays(random.nextInt(5));
            List<LineParticipation> lines = someLines(uploader);
            registrations.complaint(
                    on.toString(),
                    uploader,
                    lines.stream()
                            .map(line -> forAll ? line.line().scope() : line.scope())
                            .collect(Collectors.toSet()),
                    term,
                    dated.toString());
            complaints.add(registrations.revision());
            model.complaint(
                    when(on),
                    new ReferenceRegistry.Row(registrations.revision(), 2),
                    NUMBER,
                    CODES[uploader],
                    lines.stream().map(line -> line.code().value()).collect(Collectors.toSet()),
                    forAll,
                    dated,
                    block(on, term));
        }

        private void choose() {
            Set<Short> scopes = new HashSet<>();
            Set<String> lines = new HashSet<>();
            Set<String> insurers = new HashSet<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                LineParticipation some = oneOf(RegistrationFixture.ALL);
                if (random.nextInt(3) == 0) {
                    scopes.add(some.line().scope());
                    lines.add(some.code().value());
                } else {
                    scopes.add(some.scope());
                    insurers.add(name(some));
                }
            }
            Term term = Term.values()[random.nextInt(3)];
            if (scopes.isEmpty()) {
                registrations.cancellation(today.toString());
            } else {
                registrations.choice(today.toString(), term, scopes.toArray(Short[]::new));
            }
            model.choice(when(today), NUMBER, lines, insurers, block(today, term));
        }

        private void withdraw() {
            if (!complaints.isEmpty()) {
                long revision = oneOf(List.copyOf(complaints));
                complaints.remove(revision);
                registrations.withdrawal(today.toString(), revision);
                model.withdrawal(when(today), new ReferenceRegistry.Row(revision, 2));
            }
        }

        private void succeed() {
            short from = oneOf(active);
            short to = oneOf(active);
            if (from != to && sellsAllOf(to, from)) {
                active.remove((Short) from);
                registrations.succession(today.toString(), from, to);
                model.succession(when(today), CODES[from], CODES[to]);
            }
        }

        private static boolean sellsAllOf(short insurer, short other) {
            return RegistrationFixture.SOLD.get(other).stream()
                    .allMatch(line -> RegistrationFixture.SOLD.get(insurer).stream()
                            .anyMatch(sold -> sold.code().equals(line.code())));
        }

        /** All lines of an insurer, or one. */
        private List<LineParticipation> someLines(short insurer) {
            List<LineParticipation> all = RegistrationFixture.SOLD.get(insurer);
            return random.nextBoolean() ? all : List.of(oneOf(all));
        }

        private static String name(LineParticipation insurer) {
            return CODES[RegistrationFixture.SCOPES.insurerOf(insurer.scope()).orElseThrow()] + "/" + insurer.code();
        }

        void compare() {
            NumberHistory history = registrations.history();
            for (long revision = 0; revision <= registrations.revision(); revision++) {
                long last = revision;
                compare("at revision " + revision, history.asOf(revision), when -> when.revision() <= last);
            }
            for (Registration registration : registrations.registrations()) {
                Instant at = registration.stamp().at();
                compare("at " + at, history.asOf(at), when -> !when.at().isAfter(at));
                compare(
                        "before " + at,
                        history.asOf(at.minusNanos(1)),
                        when -> when.at().isBefore(at));
            }
            history.replay((revision, blocks) ->
                    compare("until revision " + revision, blocks, when -> when.revision() < revision));
        }

        private void compare(String moment, DerivedBlocks blocks, Predicate<When> known) {
            Map<String, Block> ranges = model.blocks(NUMBER, known);
            RegistrationFixture.ALL.forEach(insurer -> {
                LocalDate day = today.minusDays(400);
                assertThat(blocks.of(insurer).filter(block -> block.isListedOn(day)))
                        .as("seed %d, %s, %s", seed, moment, name(insurer))
                        .isEqualTo(Optional.ofNullable(ranges.get(name(insurer)))
                                .filter(block -> ReferenceRegistry.isLive(block, day))
                                .map(block -> new Interval(block.from(), block.until())));
            });
        }

        /** Of the last registration. */
        private When when(LocalDate on) {
            return new When(
                    registrations.revision(),
                    on.atTime(12, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant(),
                    on);
        }

        private static Block block(LocalDate on, Term term) {
            int months = term == Term.SIX_MONTHS ? 6 : term == Term.ONE_YEAR ? 12 : 24;
            return new Block(on.plusDays(10), ReferenceCalendar.monthsAfter(on.plusDays(10), months));
        }

        private <T> T oneOf(List<T> choices) {
            return choices.get(random.nextInt(choices.size()));
        }
    }
}
