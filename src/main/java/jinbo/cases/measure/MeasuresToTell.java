package jinbo.cases.measure;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jinbo.cases.Salesperson;
import jinbo.insurer.InsurerCode;
import jinbo.workday.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says what insurers have to be told of measures, each once, and remembers that they were. */
@Component
public class MeasuresToTell {

    private final MeasureRows rows;
    private final JdbcClient jdbc;
    private final Clock clock;

    MeasuresToTell(MeasureRows rows, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is told. */
    public enum Notice {
        /** It was imposed. */
        MEASURE_BEGINS,
        /** It is over. */
        MEASURE_ENDS
    }

    /**
     * A thing to tell.
     *
     * @param measure the measure's number
     * @param notice what is told
     * @param kind what may be done no longer, or again
     * @param salesperson who, unless it is about the insurer itself
     * @param from its first day
     * @param until its last day; empty until it is lifted
     */
    public record Told(
            long measure,
            Notice notice,
            MeasureKind kind,
            Optional<Salesperson> salesperson,
            LocalDate from,
            Optional<LocalDate> until) {}

    /** What an insurer has not been told yet, the oldest first; of one that was lifted before it was told of, nothing. */
    public List<Told> of(InsurerCode insurer) {
        Map<Long, Set<Notice>> told = toldBefore(insurer);
        List<Told> untold = new ArrayList<>();
        rows.all().stream()
                .filter(measure -> measure.subject().insurer().equals(insurer))
                .sorted(Comparator.comparing(Measure::id))
                .forEach(measure -> {
                    Set<Notice> before = told.getOrDefault(measure.id(), Set.of());
                    if (measure.state() == MeasureState.IMPOSED && !before.contains(Notice.MEASURE_BEGINS)) {
                        untold.add(told(measure, Notice.MEASURE_BEGINS, measure.endsOn()));
                    } else if (measure.state().isOver() && before.equals(Set.of(Notice.MEASURE_BEGINS))) {
                        untold.add(told(measure, Notice.MEASURE_ENDS, Optional.of(lastDay(measure))));
                    }
                });
        return untold;
    }

    /** Remembers that they were told. */
    @Transactional
    public void told(List<Told> notices) {
        for (Told notice : notices) {
            jdbc.sql("insert into measure_told (measure, notice, at) values (?, ?, ?) on conflict do nothing")
                    .params(
                            notice.measure(),
                            notice.notice().name(),
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    private static Told told(Measure measure, Notice notice, Optional<LocalDate> until) {
        return new Told(
                measure.id(),
                notice,
                measure.kind(),
                measure.subject().salesperson(),
                measure.beginsOn().orElseThrow(),
                until);
    }

    /** The day on which it was lifted is its last one. */
    private static LocalDate lastDay(Measure measure) {
        LocalDate over = BusinessTime.dateOf(measure.since());
        return measure.state() == MeasureState.LIFTED ? over : measure.endsOn().orElse(over);
    }

    private Map<Long, Set<Notice>> toldBefore(InsurerCode insurer) {
        Map<Long, Set<Notice>> told = new HashMap<>();
        jdbc.sql("select t.* from measure_told t join measure m on m.id = t.measure where m.insurer = ?")
                .param(insurer.value())
                .query(row -> {
                    told.computeIfAbsent(row.getLong("measure"), id -> EnumSet.noneOf(Notice.class))
                            .add(Notice.valueOf(row.getString("notice")));
                });
        return told;
    }
}
