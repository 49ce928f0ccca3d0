package jinbo.story.year;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Draws a year from a seed: what consumers say, who calls them, and of which calls they complain, rightly and wrongly. */
final class YearGenerator {

    private static final int CONSUMERS = 80;
    private static final int CALLS_A_WEEK = 7;
    private static final int WORDS_A_WEEK = 6;

    private final YearParameters yearParameters;
    private final Random random;
    private final List<Member> members = List.of(
            member("HEHAI", Behaviour.OBEYS, 1),
            member("SONGYUAN", Behaviour.OBEYS, 2),
            member("MANBU", Behaviour.IS_SLOW, 3),
            member("DUANXIAN", Behaviour.LAPSES, 4),
            member("BUTING", Behaviour.IGNORES, 5),
            member("WURAO", Behaviour.IGNORES, 6));
    private final SimulatedBlocks simulatedBlocks = new SimulatedBlocks();
    private final List<SimulatedChoice> simulatedChoices = new ArrayList<>();
    private final List<LocalDateTime> published = new ArrayList<>();
    private final SimulatedYear.Lapse lapse;
    private final List<SimulatedComplaint> simulatedComplaints = new ArrayList<>();
    private final Set<String> called = new HashSet<>();

    private YearGenerator(YearParameters yearParameters, Random random) {
        this.yearParameters = yearParameters;
        this.random = random;
        this.lapse = new SimulatedYear.Lapse(
                yearParameters.monday(yearParameters.lapseFrom()), yearParameters.monday(yearParameters.lapseUntil()));
    }

    static SimulatedYear of(YearParameters yearParameters, long seed) {
        return new YearGenerator(yearParameters, new Random(seed)).year();
    }

    private static Member member(String code, Behaviour behaviour, int number) {
        return new Member(code, behaviour, "0108" + number + "55120" + number, List.of("S1", "S2", "S3"));
    }

    private SimulatedYear year() {
        for (int week = 0; week < yearParameters.weeks(); week++) {
            drawWords(yearParameters.monday(week));
            if (!yearParameters.withoutLists().contains(week)) {
                published.add(yearParameters.monday(week).plusDays(2).atTime(WeekSchedule.PUBLISH));
            }
        }
        SimulatedYear silent = new SimulatedYear(
                yearParameters, members, List.copyOf(simulatedChoices), List.copyOf(published), lapse, List.of());
        for (int week = 1; week < yearParameters.weeks(); week++) {
            for (Member member : members) {
                for (int call = 0; call < CALLS_A_WEEK; call++) {
                    drawCall(silent, member, yearParameters.monday(week).plusDays(1 + random.nextInt(6)))
                            .ifPresent(this::drawComplaints);
                }
            }
        }
        simulatedComplaints.sort(Comparator.comparing(SimulatedComplaint::at));
        return new SimulatedYear(
                yearParameters, members, silent.words(), silent.published(), lapse, List.copyOf(simulatedComplaints));
    }

    private void drawWords(LocalDate monday) {
        IntStream.range(0, WORDS_A_WEEK)
                .mapToObj(each -> {
                    LocalDateTime at = monday.plusDays(random.nextInt(7))
                            .atTime(11 + random.nextInt(6), random.nextInt(60), random.nextInt(60));
                    boolean cancels = random.nextInt(5) == 0;
                    boolean everybody = !cancels && random.nextBoolean();
                    Set<String> some = new HashSet<>();
                    if (!cancels && !everybody) {
                        some.add(members.get(random.nextInt(members.size())).code());
                        some.add(members.get(random.nextInt(members.size())).code());
                    }
                    return new SimulatedChoice(
                            at,
                            drawConsumer(),
                            everybody,
                            Set.copyOf(some),
                            List.of(6, 12, 24).get(random.nextInt(3)));
                })
                .sorted(Comparator.comparing(SimulatedChoice::at))
                .forEach(simulatedChoice -> {
                    simulatedChoices.add(simulatedChoice);
                    simulatedBlocks.say(simulatedChoice);
                });
    }

    private Optional<Call> drawCall(SimulatedYear simulatedYear, Member member, LocalDate day) {
        long consumer = random.nextBoolean() ? drawConsumer() : drawFromWords(day);
        boolean ignores = member.behaviour() == Behaviour.IGNORES;
        boolean night = ignores && random.nextInt(12) == 0;
        boolean service = !ignores && random.nextInt(6) == 0;
        LocalTime time = night
                ? LocalTime.of(21, 30 + random.nextInt(30), 30)
                : LocalTime.of(9 + random.nextInt(11), 15 + random.nextInt(45), 30);
        // a day in a member's list: what it knows does not change in between
        if (!called.add(member.code() + consumer + day) || !service && isKnown(simulatedYear, member, consumer, day)) {
            return Optional.empty();
        }
        String salesperson =
                member.salespersons().get(random.nextInt(member.salespersons().size()));
        return Optional.of(new Call(day.atTime(time), member, salesperson, consumer, service));
    }

    /** Whether a member knows, from the list that it goes by, that it must not call a number on a day. */
    private boolean isKnown(SimulatedYear simulatedYear, Member member, long consumer, LocalDate day) {
        return simulatedYear.deliveredTo(member).stream()
                .filter(list -> !list.withheld())
                .map(ListDelivery::asOf)
                .filter(asOf -> !day.isBefore(
                        asOf.toLocalDate().plusDays(member.behaviour().appliesAfterDays())))
                .reduce((earlier, later) -> later)
                .flatMap(asOf -> simulatedBlocks.of(consumer, member.code(), asOf))
                .filter(simulatedBlock -> simulatedBlock.holds(day))
                .isPresent();
    }

    private void drawComplaints(Call call) {
        int dice = random.nextInt(10);
        if (dice >= 4) {
            return;
        }
        LocalDateTime at = call.at().plus(Duration.ofHours(2 + random.nextInt(40)));
        // telephones' clocks are wrong by some minutes
        LocalDateTime byItsClock = call.at().withSecond(0).plusMinutes(random.nextInt(7) - 3L);
        Member against = call.by();
        if (dice == 0 && random.nextInt(3) == 0) {
            against = members.stream()
                    .filter(member -> member.behaviour().answers() && !member.equals(call.by()))
                    .skip(random.nextInt(3))
                    .findFirst()
                    .orElseThrow();
            if (!called.add(against.code() + call.consumer() + call.at().toLocalDate())) {
                return;
            }
        }
        simulatedComplaints.add(new SimulatedComplaint(at, call, against, byItsClock, false));
        if (dice == 1 && random.nextInt(4) == 0) {
            simulatedComplaints.add(new SimulatedComplaint(
                    at.plusHours(30 + random.nextInt(20)), call, against, byItsClock.plusMinutes(1), true));
        }
    }

    /** One who has said something in the weeks before: there it matters who knows what. */
    private long drawFromWords(LocalDate day) {
        List<SimulatedChoice> lately = simulatedChoices.stream()
                .filter(simulatedChoice -> simulatedChoice.at().toLocalDate().isBefore(day)
                        && simulatedChoice.at().toLocalDate().isAfter(day.minusWeeks(5)))
                .toList();
        return lately.isEmpty()
                ? drawConsumer()
                : lately.get(random.nextInt(lately.size())).consumer();
    }

    private long drawConsumer() {
        return 13810002000L + random.nextInt(CONSUMERS);
    }
}
