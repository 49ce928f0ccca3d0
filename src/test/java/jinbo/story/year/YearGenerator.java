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

    private final YearParameters season;
    private final Random random;
    private final List<Member> members = List.of(
            member("HEHAI", Behaviour.OBEYS, 1),
            member("SONGYUAN", Behaviour.OBEYS, 2),
            member("MANBU", Behaviour.IS_SLOW, 3),
            member("DUANXIAN", Behaviour.LAPSES, 4),
            member("BUTING", Behaviour.IGNORES, 5),
            member("WURAO", Behaviour.IGNORES, 6));
    private final SimulatedBlocks bans = new SimulatedBlocks();
    private final List<SimulatedChoice> words = new ArrayList<>();
    private final List<LocalDateTime> published = new ArrayList<>();
    private final SimulatedYear.Lapse lapse;
    private final List<SimulatedComplaint> complaints = new ArrayList<>();
    private final Set<String> called = new HashSet<>();

    private YearGenerator(YearParameters season, Random random) {
        this.season = season;
        this.random = random;
        this.lapse = new SimulatedYear.Lapse(season.monday(season.lapseFrom()), season.monday(season.lapseUntil()));
    }

    static SimulatedYear of(YearParameters season, long seed) {
        return new YearGenerator(season, new Random(seed)).year();
    }

    private static Member member(String code, Behaviour behaviour, int number) {
        return new Member(code, behaviour, "0108" + number + "55120" + number, List.of("S1", "S2", "S3"));
    }

    private SimulatedYear year() {
        for (int week = 0; week < season.weeks(); week++) {
            drawWords(season.monday(week));
            if (!season.withoutLists().contains(week)) {
                published.add(season.monday(week).plusDays(2).atTime(WeekSchedule.PUBLISH));
            }
        }
        SimulatedYear silent =
                new SimulatedYear(season, members, List.copyOf(words), List.copyOf(published), lapse, List.of());
        for (int week = 1; week < season.weeks(); week++) {
            for (Member member : members) {
                for (int call = 0; call < CALLS_A_WEEK; call++) {
                    drawCall(silent, member, season.monday(week).plusDays(1 + random.nextInt(6)))
                            .ifPresent(this::drawComplaints);
                }
            }
        }
        complaints.sort(Comparator.comparing(SimulatedComplaint::at));
        return new SimulatedYear(season, members, silent.words(), silent.published(), lapse, List.copyOf(complaints));
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
                .forEach(word -> {
                    words.add(word);
                    bans.say(word);
                });
    }

    private Optional<Call> drawCall(SimulatedYear year, Member member, LocalDate day) {
        long consumer = random.nextBoolean() ? drawConsumer() : drawFromWords(day);
        boolean ignores = member.behaviour() == Behaviour.IGNORES;
        boolean night = ignores && random.nextInt(12) == 0;
        boolean service = !ignores && random.nextInt(6) == 0;
        LocalTime time = night
                ? LocalTime.of(21, 30 + random.nextInt(30), 30)
                : LocalTime.of(9 + random.nextInt(11), 15 + random.nextInt(45), 30);
        // a day in a member's list: what it knows does not change in between
        if (!called.add(member.code() + consumer + day) || !service && isKnown(year, member, consumer, day)) {
            return Optional.empty();
        }
        String salesperson =
                member.salespersons().get(random.nextInt(member.salespersons().size()));
        return Optional.of(new Call(day.atTime(time), member, salesperson, consumer, service));
    }

    /** Whether a member knows, from the list that it goes by, that it must not call a number on a day. */
    private boolean isKnown(SimulatedYear year, Member member, long consumer, LocalDate day) {
        return year.toldTo(member).stream()
                .filter(list -> !list.withheld())
                .map(ListDelivery::asOf)
                .filter(asOf -> !day.isBefore(
                        asOf.toLocalDate().plusDays(member.behaviour().appliesAfterDays())))
                .reduce((earlier, later) -> later)
                .flatMap(asOf -> bans.of(consumer, member.code(), asOf))
                .filter(ban -> ban.holds(day))
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
        complaints.add(new SimulatedComplaint(at, call, against, byItsClock, false));
        if (dice == 1 && random.nextInt(4) == 0) {
            complaints.add(new SimulatedComplaint(
                    at.plusHours(30 + random.nextInt(20)), call, against, byItsClock.plusMinutes(1), true));
        }
    }

    /** One who has said something in the weeks before: there it matters who knows what. */
    private long drawFromWords(LocalDate day) {
        List<SimulatedChoice> lately = words.stream()
                .filter(word -> word.at().toLocalDate().isBefore(day)
                        && word.at().toLocalDate().isAfter(day.minusWeeks(5)))
                .toList();
        return lately.isEmpty()
                ? drawConsumer()
                : lately.get(random.nextInt(lately.size())).consumer();
    }

    private long drawConsumer() {
        return 13810002000L + random.nextInt(CONSUMERS);
    }
}
