package jinbo.story.month;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import jinbo.story.month.PlanGenerator.Draw;
import jinbo.story.month.Upload.Row;
import jinbo.story.month.Upload.State;

/** Draws an insurer's uploads: sound ones, nil reports, some with bad rows, and now and then one that will be refused. */
final class UploadGenerator {

    private static final LocalTime MORNING = LocalTime.of(8, 10);
    private static final LocalTime AFTERNOON = LocalTime.of(14, 30);
    private static final int AN_HOUR = 60;
    private static final LocalTime AGAIN = LocalTime.of(15, 40);
    private static final LocalTime DECISION = LocalTime.of(14, 20);

    private static final long FIRST_NUMBER = 13810000000L;
    private static final int STEP = 37;
    private static final int NUMBERS = 600;
    private static final int HELD_FOR_SO_MANY_BAD_ROWS = 11;
    private static final List<String> TERMS = List.of("", "", "6M", "1Y", "2Y");

    private final Plan.Member member;
    private final Draw draw;
    private final int within;
    private final Map<LocalDate, Integer> files = new HashMap<>();
    private final List<Upload> earlier = new ArrayList<>();

    UploadGenerator(Plan.Member member, Draw draw, int within) {
        this.member = member;
        this.draw = draw;
        this.within = within;
    }

    void draw() {
        for (int workday : days()) {
            List<Upload> before = List.copyOf(earlier);
            draw(draw.day(workday), before);
        }
        if (member.trouble() == InsurerProblem.HELD_AND_RELEASED
                || member.trouble() == InsurerProblem.HELD_AND_REFUSED) {
            drawHeld();
        }
    }

    /** On which working days. */
    private SortedSet<Integer> days() {
        SortedSet<Integer> days = new TreeSet<>();
        for (int day = draw.between(0, 1); day <= draw.last(); day += draw.between(1, within)) {
            days.add(day);
        }
        if (member.trouble() == InsurerProblem.FORGETS_UPLOADS) {
            int gap = within + 2;
            int from = draw.between(0, draw.last() - gap);
            days.subSet(from, from + gap).clear();
            days.add(from);
            days.add(from + gap);
        }
        return days;
    }

    private void draw(LocalDate day, List<Upload> before) {
        int kind = draw.random().nextInt(100);
        if (kind < 12) {
            send(day, upload(day, State.SOUND, 0, 0), true);
        } else if (kind < 27) {
            send(day, upload(day, State.SOUND, draw.between(3, 20), draw.between(1, 5)), true);
        } else if (kind < 41) {
            Upload refused = upload(day, kind < 34 ? State.DAMAGED : State.BY_A_STRANGER, draw.between(3, 20), 0);
            send(day, refused, false);
            Upload again = refused.again(stem(day), State.SOUND);
            earlier.add(again);
            drop(day, AGAIN, again);
        } else if (kind < 49 && member.trouble().isFetchedAtOnce() && !before.isEmpty()) {
            Upload old = before.get(draw.random().nextInt(before.size()));
            send(day, old.again(stem(day), State.SENT_BEFORE), false);
        } else {
            send(day, upload(day, State.SOUND, draw.between(3, 20), 0), true);
        }
    }

    private void drawHeld() {
        int sent = draw.between(0, draw.last() - 3);
        LocalDate day = draw.day(sent);
        Upload held = upload(day, State.SOUND, 2, HELD_FOR_SO_MANY_BAD_ROWS);
        send(day, held, false);
        boolean release = member.trouble() == InsurerProblem.HELD_AND_RELEASED;
        draw.add(
                draw.day(sent + draw.between(1, 2)),
                DECISION,
                member.code(),
                (release ? "is released " : "is refused ") + held.stem(),
                simulationTarget -> simulationTarget.decide(held.stem(), release));
    }

    private Upload upload(LocalDate day, State state, int rows, int bad) {
        SortedSet<Long> numbers = new TreeSet<>();
        while (numbers.size() < rows) {
            numbers.add(FIRST_NUMBER + STEP * (long) draw.random().nextInt(NUMBERS));
        }
        return new Upload(
                member.code(),
                stem(day),
                state,
                numbers.stream()
                        .map(number -> new Row(
                                number,
                                draw.happensIn(80),
                                TERMS.get(draw.random().nextInt(TERMS.size())),
                                day.minusDays(draw.random().nextInt(300))))
                        .toList(),
                bad);
    }

    private void send(LocalDate day, Upload upload, boolean mayBeSentAgain) {
        if (mayBeSentAgain && !upload.rows().isEmpty()) {
            earlier.add(upload);
        }
        drop(day, draw.after(draw.happensIn(70) ? MORNING : AFTERNOON, AN_HOUR), upload);
    }

    private void drop(LocalDate day, LocalTime time, Upload upload) {
        draw.add(
                day,
                time,
                member.code(),
                "uploads " + upload.stem() + ", " + upload.state() + ", "
                        + upload.rows().size() + " rows and " + upload.bad() + " bad ones",
                simulationTarget -> simulationTarget.upload(upload));
    }

    private String stem(LocalDate day) {
        int number = files.merge(day, 1, Integer::sum);
        return "complaints-%s-%s-%03d".formatted(member.code(), DateTimeFormatter.BASIC_ISO_DATE.format(day), number);
    }
}
