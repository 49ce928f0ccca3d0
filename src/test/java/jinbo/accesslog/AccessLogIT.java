package jinbo.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import jinbo.testing.SettableClock;
import jinbo.testing.TestSlice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

class AccessLogIT {

    private final SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");
    private TestSlice parts;
    private AccessLog log;

    @BeforeEach
    void open() {
        parts = new TestSlice(clock, "jinbo.accesslog");
        log = parts.bean(AccessLog.class);
    }

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void beginEntryIsCommittedDespiteRollback() {
        assertThatThrownBy(() -> parts.inTransaction(() -> {
                    log.begin(access("one"));
                    throw new IllegalStateException("the access fails");
                }))
                .hasMessage("the access fails");

        assertThat(entries()).extracting(AccessLogEntry::phase).containsExactly(EntryPhase.INTENT);
    }

    @Test
    void aResultIsDurableWithItsAccessAndGoneWithIt() {
        AccessPermit permit = log.begin(access("one"));

        assertThatThrownBy(() -> parts.inTransaction(() -> {
                    log.complete(permit, "DONE", 3);
                    throw new IllegalStateException("the access fails");
                }))
                .hasMessage("the access fails");
        assertThat(entries()).hasSize(1);

        long id = parts.inTransaction(() -> log.complete(permit, "DONE", 3));
        assertThat(entries().get(1).id()).isEqualTo(id);
        assertThat(entries().get(1)).satisfies(entry -> {
            assertThat(entry.phase()).isEqualTo(EntryPhase.RESULT);
            assertThat(entry.intent()).hasValue(permit.accessId());
            assertThat(entry.outcome()).hasValue("DONE");
            assertThat(entry.numbers()).hasValue(3);
        });
    }

    @Test
    void anAccessThatFailedIsRecordedOnceItsTransactionIsRolledBack() {
        assertThatThrownBy(() -> parts.inTransaction(() -> {
                    AccessPermit permit = log.begin(access("one"));
                    log.complete(permit, "DONE", 3);
                    IllegalStateException failure = new IllegalStateException("quotes 13810001234");
                    log.failed(permit, failure);
                    throw failure;
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(entries()).hasSize(2);
        assertThat(entries().get(1).outcome()).hasValue("FAILED IllegalStateException");
    }

    @Test
    void whatADeadProcessAnnouncedIsConcludedAsAbandoned() {
        AccessPermit dead = log.begin(accessTo("YUNHE", AccessAction.TAKE_IN));
        log.begin(accessTo("YUNHE", AccessAction.VERIFY_REGISTRY));
        log.begin(accessTo("CHANGQING", AccessAction.TAKE_IN));
        log.complete(log.begin(accessTo("YUNHE", AccessAction.TAKE_IN)), "ACCEPTED", 3);

        int abandoned = log.abandon("YUNHE", Set.of(AccessAction.TAKE_IN, AccessAction.PUBLISH_LIST));

        assertThat(abandoned).isEqualTo(1);
        assertThat(entries()).last().satisfies(entry -> {
            assertThat(entry.phase()).isEqualTo(EntryPhase.RESULT);
            assertThat(entry.intent()).hasValue(dead.accessId());
            assertThat(entry.outcome()).hasValue(AccessLog.ABANDONED);
            assertThat(entry.numbers()).hasValue(0);
            assertThat(entry.access()).isEqualTo(dead.access());
        });
        assertThat(log.abandon("YUNHE", Set.of(AccessAction.TAKE_IN))).isZero();
    }

    @Test
    void anAccessThatCouldNeverEndIsNotAnnounced() {
        assertThatExceptionOfType(AccessLogUnavailableException.class)
                .isThrownBy(() -> log.begin(because("x".repeat(65_000))))
                .havingCause()
                .withMessageContaining("Use a shorter purpose");
        assertThatExceptionOfType(AccessLogUnavailableException.class).isThrownBy(() -> log.begin(because("")));
        assertThat(entries()).isEmpty();

        log.begin(because("x".repeat(61_000)));
        assertThat(log.abandon("YUNHE", Set.of(AccessAction.TAKE_IN))).isEqualTo(1);
    }

    @Test
    void anAccessThatWasAbandonedGetsNoSecondResult() {
        AccessPermit late = log.begin(accessTo("YUNHE", AccessAction.TAKE_IN));
        log.abandon("YUNHE", Set.of(AccessAction.TAKE_IN));

        assertThatExceptionOfType(AccessAlreadyEndedException.class)
                .isThrownBy(() -> log.complete(late, "ACCEPTED", 3))
                .withMessageStartingWith("Access " + late.accessId() + " was given up");
        log.failed(late, new IllegalStateException("it wakes up"));

        assertThat(entries()).hasSize(2);
        assertThatExceptionOfType(DataAccessException.class)
                .as("the table itself refuses one")
                .isThrownBy(() -> parts.sql().sql("""
                                insert into access_log_entry (at, phase, intent, actor, role, operating_system_user, action,
                                                              purpose, insurer, object, outcome, numbers)
                                select at, phase, intent, actor, role, operating_system_user, action, purpose, insurer, object,
                                       outcome, numbers
                                from access_log_entry where phase = 'RESULT'
                                """).update())
                .withMessageContaining("access_log_entry_result");
    }

    @Test
    void aRefusalStandsAlone() {
        log.refuse(access("one"), "no agreement");

        assertThat(entries()).singleElement().satisfies(entry -> {
            assertThat(entry.phase()).isEqualTo(EntryPhase.REFUSAL);
            assertThat(entry.outcome()).hasValue("no agreement");
            assertThat(entry.intent()).isEmpty();
        });
    }

    @Test
    void indexesAreGaplessWithConcurrentWritersAndSequencers() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        LogTree tree = parts.bean(LogTree.class);
        try {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                boolean fails = i % 3 == 0;
                boolean signs = i % 20 == 0;
                work.add(() -> {
                    boolean done = announceAndConclude(fails);
                    if (signs) {
                        tree.sign();
                    }
                    return done;
                });
            }
            for (Future<Boolean> one : threads.invokeAll(work)) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        tree.sign();

        assertThat(entries())
                .extracting(entry -> entry.index().orElseThrow())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, 80 + 53).boxed().toList());
        assertThat(parts.bean(CheckLog.class).all(index -> {})).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update access_log_entry set purpose = 'another'",
                "update access_log_entry set purpose = 'another' where id = 99",
                "delete from access_log_entry",
                "truncate access_log_entry cascade"
            })
    void entriesAreNeverChangedOrRemoved(String statement) {
        log.begin(access("one"));

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> parts.sql().sql(statement).update())
                .withMessageContaining("never changed or removed");
        assertThat(entries()).hasSize(1);
    }

    @Test
    void withoutALogThereIsNoPermit() {
        parts.sql().sql("alter table access_log_entry rename to elsewhere").update();

        assertThatExceptionOfType(AccessLogUnavailableException.class)
                .isThrownBy(() -> log.begin(access("complaints-YUNHE-20120921-001.csv.pgp")))
                .withMessageContaining("TAKE_IN of complaints-YUNHE-20120921-001.csv.pgp was refused");

        parts.sql().sql("alter table elsewhere rename to access_log_entry").update();
        log.begin(access("one"));
        assertThat(entries()).hasSize(1);
    }

    @Test
    void anAuditorFindsEntriesByEachCriterion() {
        log.begin(access("list-1"));
        clock.pass(Duration.ofHours(1));
        Instant later = clock.instant();
        log.begin(new Access(
                new Actor("li", "root"),
                AccessAction.PUBLISH_LIST,
                "a purpose",
                Optional.of("YUNHE"),
                "blocklist-YUNHE-00000001-full.csv.pgp"));

        assertThat(found(search().from(later))).containsExactly(1L);
        assertThat(found(search().until(later))).containsExactly(0L);
        assertThat(found(search().actor("li"))).containsExactly(1L);
        assertThat(found(search().actor("root"))).containsExactly(1L);
        assertThat(found(search().action(AccessAction.TAKE_IN))).containsExactly(0L);
        assertThat(found(search().insurer("YUNHE"))).containsExactly(1L);
        assertThat(found(search().object("YUNHE-00000001"))).containsExactly(1L);
        assertThat(found(search().object("list-1"))).containsExactly(0L);
        assertThat(found(search())).containsExactly(0L, 1L);
        assertThat(found(search().limit(1))).as("the newest").containsExactly(1L);
        assertThat(found(search().insurer("YUNHE").action(AccessAction.TAKE_IN)))
                .isEmpty();
        assertThat(log.lastEntryAt()).hasValue(later);
    }

    private boolean announceAndConclude(boolean fails) {
        AccessPermit permit = log.begin(access("one"));
        try {
            return parts.inTransaction(() -> {
                log.complete(permit, "DONE", 1);
                if (fails) {
                    throw new IllegalStateException("rolled back");
                }
                return true;
            });
        } catch (IllegalStateException expected) {
            return false;
        }
    }

    private List<AccessLogEntry> entries() {
        return parts.bean(AuditTrail.class).search(search().criteria());
    }

    private List<Long> found(SearchBuilder search) {
        return parts.bean(AuditTrail.class).search(search.criteria()).stream()
                .map(entry -> entry.id() - 1)
                .toList();
    }

    private static Access accessTo(String insurer, AccessAction action) {
        return new Access(new Actor("batch", "jinbo"), action, "a purpose", Optional.of(insurer), "an object");
    }

    private static Access access(String object) {
        return new Access(
                new Actor("batch", "jinbo"),
                AccessAction.TAKE_IN,
                "complaints become registrations",
                Optional.empty(),
                object);
    }

    private static SearchBuilder search() {
        return new SearchBuilder(new AccessSearch(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1000));
    }

    /** Searches by one criterion at a time. */
    private record SearchBuilder(AccessSearch criteria) {

        SearchBuilder from(Instant at) {
            return with(Optional.of(at), criteria.until(), criteria.actor(), criteria.action(), criteria.insurer());
        }

        SearchBuilder until(Instant at) {
            return with(criteria.from(), Optional.of(at), criteria.actor(), criteria.action(), criteria.insurer());
        }

        SearchBuilder actor(String name) {
            return with(criteria.from(), criteria.until(), Optional.of(name), criteria.action(), criteria.insurer());
        }

        SearchBuilder action(AccessAction action) {
            return with(criteria.from(), criteria.until(), criteria.actor(), Optional.of(action), criteria.insurer());
        }

        SearchBuilder insurer(String code) {
            return with(criteria.from(), criteria.until(), criteria.actor(), criteria.action(), Optional.of(code));
        }

        SearchBuilder object(String part) {
            return new SearchBuilder(new AccessSearch(
                    criteria.from(),
                    criteria.until(),
                    criteria.actor(),
                    criteria.action(),
                    criteria.insurer(),
                    Optional.of(part),
                    criteria.limit()));
        }

        SearchBuilder limit(int most) {
            return new SearchBuilder(new AccessSearch(
                    criteria.from(),
                    criteria.until(),
                    criteria.actor(),
                    criteria.action(),
                    criteria.insurer(),
                    criteria.object(),
                    most));
        }

        private SearchBuilder with(
                Optional<Instant> from,
                Optional<Instant> until,
                Optional<String> actor,
                Optional<AccessAction> action,
                Optional<String> insurer) {
            return new SearchBuilder(
                    new AccessSearch(from, until, actor, action, insurer, criteria.object(), criteria.limit()));
        }
    }

    private static Access because(String purpose) {
        return new Access(Actor.batch(), AccessAction.TAKE_IN, purpose, Optional.of("YUNHE"), "a file");
    }
}
