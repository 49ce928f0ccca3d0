package jinbo.story.month;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.function.BiConsumer;
import jinbo.story.month.PlanGenerator.Draw;

/** Draws when an insurer's server is down, and what else happens to it. */
final class OutageGenerator {

    private static final LocalTime BEFORE_UPLOADS_ARE_FETCHED = LocalTime.of(9, 50);
    private static final LocalTime BEFORE_LISTS_ARE_PUBLISHED = LocalTime.of(17, 20);
    private static final LocalTime NOON = LocalTime.of(13, 0);
    private static final LocalTime OFFICE = LocalTime.of(14, 5);
    private static final LocalTime MORNING = LocalTime.of(8, 40);

    /** Of an insurer whose server is down for an hour or two, one time in so many working days. */
    private static final int DOWN_ONCE_IN = 4;

    private final Plan.Member member;
    private final Draw draw;

    OutageGenerator(Plan.Member member, Draw draw) {
        this.member = member;
        this.draw = draw;
    }

    void draw() {
        switch (member.trouble()) {
            case DOWN_FOR_DAYS -> downForDays(BEFORE_UPLOADS_ARE_FETCHED);
            case DOWN_FROM_AN_EVENING -> downForDays(BEFORE_LISTS_ARE_PUBLISHED);
            // what fails at ten is tried again until twelve, and lists from six until nine
            case DOWN_BY_DAY -> shortly(BEFORE_UPLOADS_ARE_FETCHED, 30, 95);
            case DOWN_IN_THE_EVENING -> shortly(BEFORE_LISTS_ARE_PUBLISHED, 60, 125);
            case SUSPENDED -> suspended();
            case AGREEMENTS_LAPSE -> lapse();
            case CERTIFICATE_RENEWED -> {
                LocalDate day = draw.day(draw.last() * 2 / 3);
                draw.add(
                        day,
                        OFFICE,
                        member.code(),
                        "has a new certificate",
                        simulationTarget -> simulationTarget.renew(member.code()));
            }
            case ASKS_FOR_THE_WHOLE_LIST -> {
                LocalDate day = draw.day(draw.between(1, draw.last()));
                String stem = "resync-%s-%s-001".formatted(member.code(), DateTimeFormatter.BASIC_ISO_DATE.format(day));
                draw.add(
                        day,
                        MORNING,
                        member.code(),
                        "asks for the whole list",
                        simulationTarget -> simulationTarget.askForWholeList(member.code(), stem));
            }
            default -> {
                // the rest is a matter of its uploads and acknowledgements
            }
        }
    }

    /** It is up again on the last day but one at the latest. */
    private void downForDays(LocalTime from) {
        int begin = draw.between(0, draw.last() - 3);
        int end = Math.min(begin + draw.between(2, 6), draw.last() - 1);
        down(draw.day(begin), from, draw.day(end), draw.happensIn(50) ? BEFORE_UPLOADS_ARE_FETCHED : NOON);
    }

    private void shortly(LocalTime from, int leastMinutes, int mostMinutes) {
        for (int day = draw.between(0, 2); day <= draw.last(); day += draw.between(1, 2 * DOWN_ONCE_IN)) {
            LocalTime until = from.plusMinutes(draw.between(leastMinutes, mostMinutes));
            down(draw.day(day), from, draw.day(day), until);
        }
    }

    private void down(LocalDate first, LocalTime from, LocalDate last, LocalTime until) {
        between(first, from, last, until, "down", SimulationTarget::goesDown, SimulationTarget::comesBack);
    }

    private void suspended() {
        int begin = draw.between(1, draw.last() - 2);
        int end = Math.min(begin + draw.between(1, 4), draw.last() - 1);
        between(
                draw.day(begin),
                OFFICE,
                draw.day(end),
                OFFICE,
                "suspended",
                SimulationTarget::suspend,
                SimulationTarget::resume);
    }

    private void lapse() {
        int told = draw.between(0, draw.last() - 3);
        LocalDate end = draw.day(told + draw.between(1, 2));
        LocalDate anew = draw.day(Math.min(told + draw.between(3, 6), draw.last()));
        String code = member.code();
        draw.add(
                draw.day(told),
                OFFICE,
                code,
                "has agreements until " + end,
                simulationTarget -> simulationTarget.agreementsEnd(code, end));
        draw.add(anew, OFFICE, code, "agrees anew", simulationTarget -> simulationTarget.renewAgreements(code));
    }

    private void between(
            LocalDate first,
            LocalTime from,
            LocalDate last,
            LocalTime until,
            String what,
            BiConsumer<SimulationTarget, String> begins,
            BiConsumer<SimulationTarget, String> ends) {
        draw.add(
                first,
                from,
                member.code(),
                "is " + what,
                simulationTarget -> begins.accept(simulationTarget, member.code()));
        draw.add(
                last,
                until,
                member.code(),
                "is no longer " + what,
                simulationTarget -> ends.accept(simulationTarget, member.code()));
    }
}
