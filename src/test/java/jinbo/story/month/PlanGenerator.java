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

    private final MonthParameters monthParameters;
    private final long seed;
    private final Random random;
    private final List<Plan.Event> events = new ArrayList<>();

    private PlanGenerator(MonthParameters monthParameters, long seed) {
        this.monthParameters = monthParameters;
        this.seed = seed;
        this.random = new Random(seed);
    }

    static Plan of(MonthParameters monthParameters, long seed) {
        return new PlanGenerator(monthParameters, seed).draw();
    }

    private Plan draw() {
        List<Plan.Member> members = members();
        Draw draw = new Draw(monthParameters.workdays(), random, events);
        for (Plan.Member member : members) {
            new UploadGenerator(member, draw, monthParameters.uploadWithin()).draw();
            new AcknowledgementGenerator(member, draw).draw();
            new OutageGenerator(member, draw).draw();
        }
        new CrashGenerator(draw).draw(monthParameters.breakOffs());
        return new Plan(monthParameters, seed, members, events);
    }

    private List<Plan.Member> members() {
        int count = monthParameters.life() + monthParameters.property();
        List<InsurerProblem> insurerProblems = new ArrayList<>();
        for (InsurerProblem insurerProblem : InsurerProblem.values()) {
            insurerProblems.addAll(Collections.nCopies(
                    insurerProblem == InsurerProblem.NONE ? 0 : monthParameters.troubles(), insurerProblem));
        }
        insurerProblems.addAll(Collections.nCopies(count - insurerProblems.size(), InsurerProblem.NONE));
        Collections.shuffle(insurerProblems, random);
        List<Plan.Member> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean life = i < monthParameters.life();
            String code = life ? "LIFE%02d".formatted(i + 1) : "PROP%02d".formatted(i + 1 - monthParameters.life());
            members.add(new Plan.Member(code, life, insurerProblems.get(i), certificateEnds(insurerProblems.get(i))));
        }
        return members;
    }

    /** Some days after the season, so that it becomes more pressing in the course of it. */
    private Optional<LocalDate> certificateEnds(InsurerProblem insurerProblem) {
        return insurerProblem == InsurerProblem.CERTIFICATE_LEFT || insurerProblem == InsurerProblem.CERTIFICATE_RENEWED
                ? Optional.of(monthParameters.first().plusDays(CERTIFICATE_DAYS + random.nextInt(3)))
                : Optional.empty();
    }

    /**
     * What all draw with.
     *
     * @param workdays those of the season
     * @param events to which what is drawn is added
     */
    record Draw(List<LocalDate> workdays, Random random, List<Plan.Event> events) {

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
            events.add(new Plan.Event(SimulatedCalendar.at(day, time), who, what, happening));
        }
    }
}
