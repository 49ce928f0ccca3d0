package jinbo.story.month;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** Draws from a seed who has which trouble, and what happens on which day. */
final class PlanGenerator {

    private static final int CERTIFICATE_DAYS = 32;

    private final MonthParameters season;
    private final long seed;
    private final Random random;
    private final List<Event> events = new ArrayList<>();

    private PlanGenerator(MonthParameters season, long seed) {
        this.season = season;
        this.seed = seed;
        this.random = new Random(seed);
    }

    static Plan of(MonthParameters season, long seed) {
        return new PlanGenerator(season, seed).draw();
    }

    private Plan draw() {
        List<Member> members = members();
        Draw draw = new Draw(season.workdays(), random, events);
        for (Member member : members) {
            new UploadGenerator(member, draw, season.uploadWithin()).draw();
            new AcknowledgementGenerator(member, draw).draw();
            new OutageGenerator(member, draw).draw();
        }
        new CrashGenerator(draw).draw(season.breakOffs());
        return new Plan(season, seed, members, events);
    }

    private List<Member> members() {
        int count = season.life() + season.property();
        List<InsurerProblem> troubles = new ArrayList<>();
        for (InsurerProblem trouble : InsurerProblem.values()) {
            troubles.addAll(Collections.nCopies(trouble == InsurerProblem.NONE ? 0 : season.troubles(), trouble));
        }
        troubles.addAll(Collections.nCopies(count - troubles.size(), InsurerProblem.NONE));
        Collections.shuffle(troubles, random);
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean life = i < season.life();
            String code = life ? "LIFE%02d".formatted(i + 1) : "PROP%02d".formatted(i + 1 - season.life());
            members.add(new Member(code, life, troubles.get(i), certificateEnds(troubles.get(i))));
        }
        return members;
    }

    /** Some days after the season, so that it becomes more pressing in the course of it. */
    private Optional<LocalDate> certificateEnds(InsurerProblem trouble) {
        return trouble == InsurerProblem.CERTIFICATE_LEFT || trouble == InsurerProblem.CERTIFICATE_RENEWED
                ? Optional.of(season.first().plusDays(CERTIFICATE_DAYS + random.nextInt(3)))
                : Optional.empty();
    }

    /**
     * What all draw with.
     *
     * @param workdays those of the season
     * @param events to which what is drawn is added
     */
    record Draw(List<LocalDate> workdays, Random random, List<Event> events) {

        int last() {
            return workdays.size() - 1;
        }

        LocalDate day(int workday) {
            return workdays.get(workday);
        }

        /** Both ends included. */
        int between(int least, int most) {
            return least + random.nextInt(most - least + 1);
        }

        boolean happensIn(int percent) {
            return random.nextInt(100) < percent;
        }

        /** Within so many minutes after a time. */
        LocalTime after(LocalTime time, int minutes) {
            return time.plusMinutes(random.nextInt(minutes));
        }

        void add(LocalDate day, LocalTime time, String who, String what, Consumer<SimulationTarget> happening) {
            events.add(new Event(SimulatedCalendar.at(day, time), who, what, happening));
        }
    }
}
