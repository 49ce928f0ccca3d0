package jinbo.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import jinbo.testing.SettableClock;
import jinbo.testing.TestSlice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharedAccessIT {

    private final TestSlice parts = new TestSlice(new SettableClock("2012-09-21T09:00:00+08:00"), "jinbo.accesslog");
    private AccessLog log;
    private SharedAccess access;

    @BeforeEach
    void open() {
        log = parts.bean(AccessLog.class);
        access = new SharedAccess(
                log,
                new Access(Actor.batch(), AccessAction.READ_FOR_LISTS, "a purpose", Optional.empty(), "publication 1"));
    }

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void itIsAnnouncedBeforeTheFirstIsReadAndConcludedWithAllThatWere() {
        List<String> seen = new ArrayList<>();

        access.read(permit -> seen.addAll(told()), read -> 3);
        access.read(permit -> seen.addAll(told()), read -> 4);
        access.complete();

        assertThat(seen).containsExactly("INTENT  ", "INTENT  ");
        assertThat(told()).containsExactly("INTENT  ", "RESULT READ 7");
    }

    @Test
    void whatNobodyReadsIsNoAccess() {
        access.complete();

        assertThat(told()).isEmpty();
    }

    @Test
    void aReadingThatFailsEndsItAndTheNextOneIsAnnouncedAnew() {
        access.read(permit -> "read", read -> 3);

        assertThatIllegalStateException()
                .isThrownBy(() -> access.read(
                        permit -> {
                            throw new IllegalStateException("the line is cut");
                        },
                        read -> 4));
        access.read(permit -> "read", read -> 5);
        access.complete();

        assertThat(told())
                .containsExactly("INTENT  ", "RESULT FAILED IllegalStateException 0", "INTENT  ", "RESULT READ 5");
    }

    @Test
    void whereTheLogCannotBeWrittenNothingIsRead() {
        parts.sql().sql("alter table access_log_entry rename to elsewhere").update();

        assertThatExceptionOfType(AccessLogUnavailableException.class)
                .isThrownBy(() -> access.read(
                        permit -> {
                            throw new AssertionError("something was read");
                        },
                        read -> 0));

        parts.sql().sql("alter table elsewhere rename to access_log_entry").update();
        assertThat(told()).isEmpty();
    }

    @Test
    void aConclusionThatCannotBeWrittenLeavesItToBeGivenUp() {
        access.read(permit -> "read", read -> 3);
        parts.sql().sql("alter table access_log_entry rename to elsewhere").update();
        access.complete();
        parts.sql().sql("alter table elsewhere rename to access_log_entry").update();

        assertThat(log.abandon(EnumSet.of(AccessAction.READ_FOR_LISTS))).isEqualTo(1);
        assertThat(told()).containsExactly("INTENT  ", "RESULT ABANDONED 0");
    }

    private List<String> told() {
        return parts.sql().sql("""
                select phase || ' ' || coalesce(outcome, '') || ' ' || coalesce(numbers::text, '')
                from access_log_entry where insurer is null and action = 'READ_FOR_LISTS' order by id
                """).query(String.class).list();
    }
}
