package jinbo.story.month;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.IntStream;
import jinbo.story.month.PlanGenerator.Draw;

/** Draws when an insurer acknowledges lists: every other working day, of which some forget a few, and some hold another list. */
final class AcknowledgementGenerator {

    private static final LocalTime MORNING = LocalTime.of(9, 30);
    private static final int WITHIN_MINUTES = 15;

    /** Of which one is always late with the first. */
    private static final int SILENT_WORKDAYS = 6;

    private final Plan.Member member;
    private final Draw draw;

    AcknowledgementGenerator(Plan.Member member, Draw draw) {
        this.member = member;
        this.draw = draw;
    }

    void draw() {
        int first = draw.between(1, 2);
        IntStream days = IntStream.iterate(first, day -> day <= draw.last(), day -> day + 2);
        switch (member.trouble()) {
            case ACKNOWLEDGES_NOTHING -> silent(days);
            case HOLDS_ANOTHER_LIST -> {
                int wrong = first + 2 * draw.between(0, (draw.last() - first) / 2 - 1);
                days.forEach(day -> acknowledge(day, day != wrong));
            }
            default -> days.forEach(day -> acknowledge(day, true));
        }
    }

    private void silent(IntStream days) {
        int until = draw.between(Math.min(SILENT_WORKDAYS, draw.last()), draw.last());
        days.filter(day -> day <= until - SILENT_WORKDAYS || day > until).forEach(day -> acknowledge(day, true));
        acknowledge(until, true);
    }

    private void acknowledge(int workday, boolean rightly) {
        LocalDate day = draw.day(workday);
        String stem = "ack-%s-%s-001".formatted(member.code(), DateTimeFormatter.BASIC_ISO_DATE.format(day));
        draw.add(
                day,
                draw.after(MORNING, WITHIN_MINUTES),
                member.code(),
                "acknowledges " + (rightly ? "rightly" : "another list"),
                simulationTarget -> simulationTarget.acknowledge(member.code(), stem, rightly));
    }
}
