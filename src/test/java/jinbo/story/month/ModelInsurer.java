package jinbo.story.month;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** An insurer in the model: what lies on its drop, which lists it has got, and what a person would have to see to. */
final class ModelInsurer {

    private static final Duration COLLECTING_IS_TOLD_AFTER = Duration.ofHours(2);
    private static final Duration PUBLISHING_IS_TOLD_AFTER = Duration.ofHours(3);
    private static final int ACKNOWLEDGE_WITHIN = 3;
    private static final int USE_WITHIN = 10;
    private static final List<String> LEVELS = List.of("URGENT", "PRESSING", "SOON");
    private static final List<Integer> DAYS_OF_LEVELS = List.of(7, 30, 60);

    /** A list as the insurer has to hold it once it is applied. */
    record Given(LocalDate on, boolean whole, String rows) {}

    final Plan.Member member;
    final List<Given> lists = new ArrayList<>();
    private final int uploadWithin;
    private final List<Consumer<LocalDate>> waiting = new ArrayList<>();
    private boolean up = true;
    private boolean suspended;
    private Optional<LocalDate> agreementsEnd = Optional.empty();
    private Optional<Instant> notCollectedSince = Optional.empty();
    private Optional<Instant> notPublishedSince = Optional.empty();
    private Optional<LocalDate> certificateEnds;
    private LocalDate uploadCountsFrom;
    private int acknowledged;
    private boolean agrees = true;
    private boolean differs;
    private boolean askedForWhole;

    ModelInsurer(Plan.Member member, MonthParameters monthParameters) {
        this.member = member;
        this.uploadWithin = monthParameters.uploadWithin();
        this.uploadCountsFrom = monthParameters.first();
        this.certificateEnds = member.certificateEnds();
    }

    /** It drops something; what comes of it follows on the day on which it is fetched. */
    void drop(Consumer<LocalDate> received) {
        waiting.add(received);
    }

    void collect(Instant at) {
        if (suspended) {
            return;
        }
        if (!up) {
            notCollectedSince = notCollectedSince.or(() -> Optional.of(at));
            return;
        }
        notCollectedSince = Optional.empty();
        waiting.forEach(received -> received.accept(SimulatedCalendar.dateOf(at)));
        waiting.clear();
    }

    void publish(Instant at, String rows) {
        if (suspended || isLapsed(SimulatedCalendar.dateOf(at))) {
            return;
        }
        if (!up) {
            notPublishedSince = notPublishedSince.or(() -> Optional.of(at));
            return;
        }
        notPublishedSince = Optional.empty();
        LocalDate on = SimulatedCalendar.dateOf(at);
        boolean whole =
                differs || askedForWhole || lists.isEmpty() || last().on().getMonth() != on.getMonth();
        lists.add(new Given(on, whole, rows));
        differs = differs && !whole;
        askedForWhole = askedForWhole && !whole;
    }

    void uploadedOn(LocalDate day) {
        uploadCountsFrom = day;
    }

    /** What it holds of a list before its last whole one does not matter for the next. */
    void acknowledged(int sequence, boolean rightly) {
        acknowledged = sequence;
        agrees = rightly;
        differs = !rightly && lists.stream().skip(sequence).noneMatch(Given::whole);
    }

    void asksForWholeList() {
        askedForWhole = true;
    }

    void isUp(boolean nowUp) {
        up = nowUp;
    }

    /** What failed a short time ago is tried again soon. */
    boolean resumeCollecting(Instant now) {
        return notCollectedSince
                .filter(since -> now.isBefore(since.plus(COLLECTING_IS_TOLD_AFTER)))
                .isPresent();
    }

    boolean resumePublishing(Instant now) {
        return notPublishedSince
                .filter(since -> now.isBefore(since.plus(PUBLISHING_IS_TOLD_AFTER)))
                .isPresent();
    }

    void suspend() {
        suspended = true;
    }

    void resume(LocalDate day) {
        suspended = false;
        uploadCountsFrom = day;
    }

    void agreementsEnd(LocalDate on) {
        agreementsEnd = Optional.of(on);
    }

    void agreeAnew(LocalDate day) {
        agreementsEnd = Optional.empty();
        uploadCountsFrom = day;
    }

    private boolean isLapsed(LocalDate day) {
        return agreementsEnd.filter(end -> !day.isBefore(end)).isPresent();
    }

    void renew() {
        certificateEnds = Optional.empty();
    }

    /** @param holdsUpload whether one of its uploads is held */
    Stream<SimulatedAlert> alerts(Instant now, boolean holdsUpload) {
        String code = member.code();
        if (suspended) {
            return Stream.of(SimulatedAlert.of("SUSPENDED", code));
        }
        LocalDate today = SimulatedCalendar.dateOf(now);
        List<SimulatedAlert> simulatedAlert = new ArrayList<>();
        notCollectedSince
                .filter(since -> !now.isBefore(since.plus(COLLECTING_IS_TOLD_AFTER)))
                .ifPresent(since -> simulatedAlert.add(SimulatedAlert.of(
                        "RUNS_FAIL", code, "collect-uploads (" + SimulatedCalendar.text(since) + ")")));
        notPublishedSince
                .filter(since -> !now.isBefore(since.plus(PUBLISHING_IS_TOLD_AFTER)))
                .ifPresent(since -> simulatedAlert.add(SimulatedAlert.of(
                        "RUNS_FAIL", code, "publish-block-lists (" + SimulatedCalendar.text(since) + ")")));
        certificateEnds.ifPresent(
                end -> simulatedAlert.add(new SimulatedAlert("CERTIFICATE_EXPIRES", code, level(today, end), "")));
        agreementsEnd.ifPresent(end ->
                simulatedAlert.add(SimulatedAlert.of(isLapsed(today) ? "AGREEMENTS_LAPSED" : "AGREEMENTS_END", code)));
        if (!isLapsed(today) && today.isAfter(SimulatedCalendar.plusWorkdays(uploadCountsFrom, uploadWithin))) {
            simulatedAlert.add(SimulatedAlert.of("UPLOAD_LATE", code));
        }
        if (holdsUpload) {
            simulatedAlert.add(SimulatedAlert.of("FILES_HELD", code));
        }
        if (!lists.isEmpty() && today.isAfter(SimulatedCalendar.plusWorkdays(last().on(), USE_WITHIN))) {
            simulatedAlert.add(SimulatedAlert.of("LIST_OVERDUE", code));
        }
        if (!agrees) {
            simulatedAlert.add(SimulatedAlert.of("LIST_DIFFERS", code, Integer.toString(acknowledged)));
        }
        if (lists.size() > acknowledged
                && today.isAfter(
                        SimulatedCalendar.plusWorkdays(lists.get(acknowledged).on(), ACKNOWLEDGE_WITHIN))) {
            simulatedAlert.add(SimulatedAlert.of("LIST_NOT_APPLIED", code));
        }
        return simulatedAlert.stream();
    }

    private Given last() {
        return lists.get(lists.size() - 1);
    }

    private static String level(LocalDate today, LocalDate end) {
        for (int i = 0; i < LEVELS.size(); i++) {
            if (!today.plusDays(DAYS_OF_LEVELS.get(i)).isBefore(end)) {
                return LEVELS.get(i);
            }
        }
        throw new AssertionError("no certificate of this story ends as late as " + end);
    }
}
